#include "tests/exchange/export_sample.h"

#include "tests/support/core/builders.h"

namespace chairside::test {
namespace {

const auto kPatient = sampleId<domain::PatientId>(1);
const auto kNurse = sampleId<domain::AccountId>(2);
const auto kPhysician = sampleId<domain::AccountId>(3);
const auto kStranger = sampleId<domain::AccountId>(4); // nobody the records name
const auto kCourse = sampleId<domain::CourseId>(5);
const auto kOrder = sampleId<domain::CourseOrderId>(6);
const auto kPlanned = sampleId<domain::PlannedInfusionId>(7);
const auto kInfusion = sampleId<domain::InfusionId>(8);
const auto kProtocol = sampleId<domain::ProtocolVersionId>(9);

base::Instant at(const char* clock) {
    return *base::Instant::fromIso(std::string("2025-01-06T") + clock + ":00+01:00");
}

base::CalendarDate day(const char* iso) {
    return *base::CalendarDate::fromIso(iso);
}

domain::EntryHead head(unsigned number, const char* clock) {
    return {sampleId<domain::EntryId>(number), kInfusion, at(clock), at(clock), kNurse, std::nullopt, {}};
}

domain::InfusionStep step(unsigned number, const char* clock, domain::StepKind kind, std::int64_t rate,
                          const char* reason = "") {
    const auto flow = rate > 0 ? std::optional(mlPerHour(rate)) : std::nullopt;
    return {head(number, clock), kind, flow, reason};
}

void addChair(domain::InfusionRecord& record) {
    record.steps = {step(20, "10:00", domain::StepKind::Start, 66'700),
                    step(21, "10:20", domain::StepKind::Pause, 0, "nausea"),
                    step(22, "10:30", domain::StepKind::Resume, 50'000),
                    step(23, "11:30", domain::StepKind::Stop, 0, "asked to stop")};
    record.vitals = {{.head = head(30, "10:15"), .systolic = 128, .heartRate = 74, .spo2 = 97, .note = "left arm"}};
    record.sedation = {{head(31, "10:15"), sampleId<domain::EntryId>(30), domain::SedationScale::MoaaS, 5}};
    record.dissociation = {{head(32, "10:15"), sampleId<domain::EntryId>(30), domain::DissociationScale::Item0To4, 0}};
    record.pain = {
        {.head = head(33, "09:50"), .moment = domain::PainMoment::Before, .value = 7},
        {.head = head(34, "11:35"), .moment = domain::PainMoment::After, .missing = domain::MissingReason::Declined}};
    auto corrected = head(36, "11:40");
    corrected.corrects = sampleId<domain::EntryId>(34);
    corrected.correctionReason = "asked again";
    record.pain.push_back({.head = corrected, .moment = domain::PainMoment::After, .value = 0});
    domain::TenderPointExam exam;
    exam.at(domain::TenderSite::OcciputRight) = {4, domain::Pressure::ofRaw(2'500), std::nullopt};
    exam.at(domain::TenderSite::OcciputLeft).score = 0;
    record.tenderPoints = {{head(35, "09:55"), exam}};
}

void addAftermath(domain::InfusionRecord& record) {
    record.events = {{.head = head(40, "10:18"),
                      .term = "nausea",
                      .words = "felt sick",
                      .grade = 2,
                      .endedAt = at("10:40"),
                      .action = domain::EventAction::Paused,
                      .outcome = domain::EventOutcome::Resolved,
                      .serious = false,
                      .relation = domain::EventRelation::Probable}};
    record.rescueDrugs = {{head(41, "10:25"), "ondansetron", mg(4'000), domain::DrugRoute::Intravenous, kPhysician}};
    record.after = {
        {.head = head(42, "11:45"),
         .impression = 2,
         .relief = 0,
         .endurance = domain::EnduranceTest{45, kg(2'000), domain::BodySide::Left, domain::EnduranceStop::Pain, {}}}};
    record.notes = {{head(43, "11:50"), "slept well"}};
    record.addenda = {{head(44, "12:30"), "called the family"}};
    record.signature = domain::Signature{sampleId<domain::SignatureId>(45),
                                         kNurse,
                                         "R. Khan, RN",
                                         "nurse",
                                         at("12:10"),
                                         "authorship",
                                         "infusion",
                                         kInfusion.text(),
                                         std::string(64, 'a')};
}

services::ExportedVial vial() {
    const auto id = sampleId<domain::VialId>(50);
    const auto move = [&id](unsigned number, domain::MovementKind kind, std::int64_t micrograms) {
        return domain::DrugMovement{sampleId<domain::EntryId>(number),
                                    id,
                                    kInfusion,
                                    kind,
                                    mg(micrograms),
                                    at("11:55"),
                                    at("11:55"),
                                    kNurse,
                                    kPhysician,
                                    {}};
    };
    return {{id, "ketamine", mgPerMl(50'000), ml(10'000), "KM42", day("2026-03-31")},
            {move(51, domain::MovementKind::Received, 500'000), move(52, domain::MovementKind::Given, 30'000),
             move(53, domain::MovementKind::WastedVial, 465'000), move(54, domain::MovementKind::WastedBag, 5'000)}};
}

domain::InfusionRecord record() {
    domain::InfusionRecord record{
        .infusion = {kInfusion, kPlanned, kCourse, kPatient, kOrder, 1, day("2025-01-06"), at("09:40"), kNurse}};
    const domain::DoseInputs inputs{kg(70'000), perKg(500), 90, mgPerMl(50'000), ml(100'000)};
    record.doseChecks = {{.head = head(19, "09:45"),
                          .inputs = inputs,
                          .weighedOn = day("2025-01-06"),
                          .dose = mg(35'000),
                          .drugVolume = ml(700),
                          .totalVolume = ml(100'000),
                          .rate = mlPerHour(66'700)}};
    addChair(record);
    addAftermath(record);
    return record;
}

services::ExportedCourse course() {
    domain::ProtocolVersion protocol{.id = kProtocol,
                                     .protocol = sampleId<domain::ProtocolId>(10),
                                     .name = "Fibromyalgia course",
                                     .drug = "ketamine",
                                     .rules = clinicRules()};
    const domain::CourseOrder order{kOrder, kCourse,    1,          domain::OrderKind::Initial, perKg(500), 90,
                                    {},     kPhysician, at("09:00")};
    const domain::Signature signature{sampleId<domain::SignatureId>(11),
                                      kPhysician,
                                      "L. Okafor, MD",
                                      "physician",
                                      at("09:01"),
                                      "order",
                                      "course_order",
                                      kOrder.text(),
                                      std::string(64, 'b')};
    return {.patient = {kPatient, aPatient()},
            .course = {.id = kCourse, .patient = kPatient, .protocolVersion = kProtocol, .goal = "walk the dog"},
            .protocol = std::make_shared<const domain::ProtocolVersion>(std::move(protocol)),
            .orders = {{order, {signature}}},
            .planned = {{kPlanned, kCourse, 1, day("2025-01-06"), domain::PlanState::Given, {}, kInfusion},
                        {sampleId<domain::PlannedInfusionId>(12), kCourse, 2, day("2025-01-09"),
                         domain::PlanState::Missed, "snow", std::nullopt}},
            .followUps = {{.id = sampleId<domain::FollowUpId>(13),
                           .course = kCourse,
                           .date = day("2025-02-10"),
                           .missing = domain::MissingReason::Unavailable,
                           .recordedAt = at("09:00"),
                           .recordedBy = kNurse}}};
}

} // namespace

namespace {

domain::HistoryEntry entry(unsigned number, domain::HistoryDetails details) {
    return {.id = sampleId<domain::EntryId>(number),
            .patient = kPatient,
            .recordedAt = at("09:00"),
            .recordedBy = kNurse,
            .details = std::move(details)};
}

services::ExportedRecord known() {
    using enum domain::HistoryKind;
    domain::QuestionnaireResponse filled{
        .id = sampleId<domain::QuestionnaireResponseId>(75),
        .patient = kPatient,
        .instrument = "gad7",
        .version = "1",
        .date = day("2025-01-05"),
        .recordedAt = at("09:00"),
        .recordedBy = kNurse,
        .answers = {{"q1", 2, std::nullopt}, {"q2", std::nullopt, domain::MissingReason::Declined}},
        .scores = {{"total", domain::Score::ofRaw(2'000), 1, 2, false}, {"other"}}};
    return {.patient = kPatient,
            .history = {entry(70, {.kind = Comorbidity,
                                   .text = "Migraine",
                                   .code = "G43.9",
                                   .since = day("2010-02-03"),
                                   .until = day("2012-01-01")}),
                        entry(71, {.kind = Allergy, .text = "penicillin", .note = "hives"}),
                        entry(72, {.kind = Medicine,
                                   .text = "Gabapentin",
                                   .dose = "300 mg at night",
                                   .route = "oral",
                                   .since = day("2024-01-02")}),
                        entry(73, {.kind = Therapy,
                                   .text = "Warm water",
                                   .therapy = domain::TherapyKind::Physiotherapy,
                                   .since = day("2024-03-01")}),
                        entry(74, {.kind = Escort, .text = "Jo"})},
            .responses = {std::move(filled)},
            .measuredElsewhere = {{.id = sampleId<domain::EntryId>(76),
                                   .patient = kPatient,
                                   .loinc = "72514-3",
                                   .value = domain::OutsideValue::ofRaw(3'429),
                                   .at = at("08:00"),
                                   .source = "urn:uuid:x",
                                   .recordedAt = at("09:00"),
                                   .recordedBy = kNurse}}};
}

} // namespace

ExportSample exportSample() {
    auto whole = record();
    const auto plannedOne = course().planned.front();
    const domain::Delivery delivery{.state = domain::PumpState::Stopped,
                                    .startedAt = at("10:00"),
                                    .stoppedAt = at("11:30"),
                                    .volume = ml(85'700),
                                    .dose = mg(30'000)};
    whole.vials = {vial().vial};
    whole.movements = vial().movements;
    const auto person = [](const domain::AccountId& id, const char* name) {
        return domain::Account{id, name, name, {}, false};
    };
    return {
        .head = {.document = sampleId<domain::DocumentId>(99),
                 .clinicName = "Hillside Pain Clinic",
                 .at = at("13:00"),
                 .people = {person(kNurse, "R. Khan, RN"), person(kPhysician, "L. Okafor, MD"),
                            person(kStranger, "P. Adler")}},
        .record = known(),
        .course = course(),
        .infusion = {plannedOne, std::move(whole), domain::InfusionState::Signed, delivery, {vial()}, std::nullopt}};
}

} // namespace chairside::test
