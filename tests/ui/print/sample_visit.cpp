#include "tests/ui/print/sample_visit.h"

#include "tests/ui/print/sample_course.h"

namespace chairside::ui::testing {

using namespace domain;

namespace {

Dose mg(std::int64_t whole) {
    return Dose::ofWhole(whole);
}

DoseCheck preparation(const services::VisitSummary& visit) {
    const DoseInputs inputs{Weight::ofWhole(68), DosePerKg::ofRaw(500), 90, Concentration::ofWhole(10),
                            Volume::ofWhole(100)};
    const auto result = calculateDose(inputs, visit.infusion.protocol.rules.dose);
    return {.head = head(visit, at(10, 32), at(10, 32)),
            .inputs = inputs,
            .weighedOn = visit.infusion.record.infusion.date,
            .dose = result.dose,
            .drugVolume = result.drugVolume,
            .totalVolume = result.totalVolume,
            .rate = result.rate};
}

InfusionStep step(const services::VisitSummary& visit, base::Instant when, StepKind kind, std::optional<FlowRate> rate,
                  std::string reason = {}) {
    return {head(visit, when, when), kind, rate, std::move(reason)};
}

void addSteps(services::VisitSummary& visit, FlowRate rate) {
    auto& steps = visit.infusion.record.steps;
    steps.push_back(step(visit, at(10, 45), StepKind::Start, rate));
    steps.push_back(step(visit, at(11, 20), StepKind::Pause, std::nullopt, "dizzy, wants to sit up"));
    steps.push_back(step(visit, at(11, 30), StepKind::Resume, rate));
    steps.push_back(step(visit, at(11, 45), StepKind::RateChange, FlowRate::ofRaw(60'000)));
    steps.push_back(step(visit, at(12, 30), StepKind::Stop, std::nullopt, "bag empty"));
}

void addScores(services::VisitSummary& visit, const VitalSigns& row, int sedation, int dissociation, int pain) {
    auto& record = visit.infusion.record;
    const auto own = [&] {
        return head(visit, row.head.observedAt, row.head.recordedAt);
    };
    record.sedation.push_back({own(), row.head.id, SedationScale::MoaaS, sedation});
    record.dissociation.push_back({own(), row.head.id, DissociationScale::Item0To4, dissociation});
    record.pain.push_back({own(), row.head.id, PainMoment::During, RecallFrame::Now, pain, std::nullopt});
}

void addVitalRows(services::VisitSummary& visit) {
    struct Row {
        int hour, minute, systolic, diastolic, rate, spo2, sedation, dissociation, pain;
    };
    for (const Row& row : {Row{10, 40, 128, 76, 72, 98, 5, 0, 6}, Row{11, 0, 136, 82, 78, 97, 5, 1, 5},
                           Row{11, 15, 182, 96, 88, 97, 4, 2, 5}, Row{11, 30, 148, 88, 84, 91, 4, 2, 4},
                           Row{11, 45, 142, 84, 80, 96, 5, 1, 4}, Row{12, 0, 138, 82, 78, 97, 5, 1, 3},
                           Row{12, 15, 134, 80, 76, 98, 5, 0, 3}, Row{12, 30, 130, 78, 74, 98, 5, 0, 3}}) {
        const auto vitals = addRow(visit, at(row.hour, row.minute), row.systolic, row.diastolic, row.rate, row.spo2);
        addScores(visit, vitals, row.sedation, row.dissociation, row.pain);
    }
    auto& rows = visit.infusion.record.vitals;
    rows[2].note = "anxious after a loud noise in the corridor";
    VitalSigns better = rows[5];
    better.head = head(visit, at(12, 0), at(12, 7));
    better.head.corrects = rows[5].head.id;
    better.head.correctionReason = "cuff had slipped, measured again";
    better.systolic = 126;
    better.diastolic = 78;
    rows.push_back(better);
}

void addPain(services::VisitSummary& visit) {
    auto& pain = visit.infusion.record.pain;
    pain.push_back({head(visit, at(10, 36), at(10, 36)), std::nullopt, PainMoment::Before, RecallFrame::Average24h, 6,
                    std::nullopt});
    pain.push_back(
        {head(visit, at(12, 50), at(12, 50)), std::nullopt, PainMoment::After, RecallFrame::Now, 3, std::nullopt});
}

void addFindings(services::VisitSummary& visit) {
    auto& record = visit.infusion.record;
    TenderPointExam exam;
    int score = 0;
    for (const auto site : tenderSites())
        exam.at(site).score = isControl(site) ? score % 2 : (score * 7) % 9;
    for (const auto site : tenderSites())
        exam.at(site).score = isControl(site) ? 1 : (++score * 7) % 9;
    record.tenderPoints.push_back({head(visit, at(10, 20), at(10, 24)), exam});
    record.events.push_back({head(visit, at(11, 18), at(11, 25)), "nausea", "felt sick when sitting up", 1, at(11, 50),
                             EventAction::Paused, EventOutcome::Resolved});
    record.notes.push_back(
        {head(visit, at(12, 55), at(12, 56)), "Escort arrived 12:50. Told not to drive until tomorrow."});
}

} // namespace

base::Instant at(int hour, int minute) {
    const auto day = base::CalendarDate::of(2025, 1, 14)->days().time_since_epoch();
    const auto local = std::chrono::milliseconds(day) + std::chrono::hours(hour) + std::chrono::minutes(minute);
    return base::Instant::of((local - std::chrono::hours(1)).count(), 60);
}

EntryHead head(const services::VisitSummary& visit, const base::Instant& observed, const base::Instant& recorded) {
    return {.id = nextId<EntryId>(),
            .infusion = visit.infusion.record.infusion.id,
            .observedAt = observed,
            .recordedAt = recorded,
            .recordedBy = visit.infusion.people[0].id};
}

VitalSigns& addRow(services::VisitSummary& visit, const base::Instant& when, int systolic, int diastolic, int heartRate,
                   int spo2) {
    return visit.infusion.record.vitals.emplace_back(VitalSigns{head(visit, when, when.plus(std::chrono::minutes(1))),
                                                                systolic, diastolic, heartRate, spo2, std::nullopt});
}

services::VisitSummary draftVisit() {
    auto visit = emptyVisit();
    auto& view = visit.infusion;
    const auto prepared = preparation(visit);
    view.record.doseChecks.push_back(prepared);
    addSteps(visit, prepared.rate);
    addVitalRows(visit);
    addPain(visit);
    addFindings(visit);
    view.asOf = at(13, 5);
    view.delivery = deliveryOf(view.record, view.asOf, view.protocol.rules.dose);
    view.state = stateOf(view.record);
    view.gaps = signingGaps(view.record, view.protocol.rules);
    return visit;
}

services::VisitSummary sampleVisit() {
    auto visit = draftVisit();
    auto& view = visit.infusion;
    auto& record = view.record;
    const Vial vial{nextId<VialId>(),    "ketamine", Concentration::ofWhole(10),
                    Volume::ofWhole(20), "KM42X",    *base::CalendarDate::of(2026, 7, 31)};
    record.vials.push_back(vial);
    const auto book = [&](MovementKind kind, Dose amount, bool witnessed) {
        record.movements.push_back({nextId<EntryId>(),
                                    vial.id,
                                    record.infusion.id,
                                    kind,
                                    amount,
                                    at(13, 0),
                                    at(13, 0),
                                    view.people[0].id,
                                    witnessed ? std::optional(view.people[1].id) : std::nullopt,
                                    {}});
    };
    book(MovementKind::Received, mg(200), false);
    book(MovementKind::Given, view.delivery.dose, false);
    book(MovementKind::WastedBag, view.delivery.bagDose, true);
    book(MovementKind::WastedVial, mg(166), true);
    record.signature = Signature{
        nextId<SignatureId>(),     view.people[0].id, "R. Khan, RN", "nurse", at(13, 4), "authorship", "infusion",
        record.infusion.id.text(), kContentHash};
    view.state = stateOf(record);
    view.gaps.clear();
    visit.head.state = "signed";
    return visit;
}

services::VisitSummary amendedVisit() {
    auto visit = sampleVisit();
    visit.infusion.record.addenda.push_back(
        {head(visit, at(14, 30), at(14, 30)), "Called at 14:25: nausea gone, slept on the way home."});
    visit.head.state = "amended";
    return visit;
}

} // namespace chairside::ui::testing
