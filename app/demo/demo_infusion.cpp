#include "app/demo/demo_infusion.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace chairside::app {

namespace {

using base::Done;
using namespace std::chrono_literals;

constexpr std::array<int, 10> kPressureRise{0, 4, 9, 14, 12, 9, 5, 2, 0, 0}; // mmHg over the rows of an infusion

// One infusion while it is played.
struct Played {
    DemoCast& cast;
    std::shared_ptr<DemoSubject> subject;
    DemoInfusion script;
    std::size_t index;
    std::shared_ptr<std::optional<domain::InfusionId>> infusion;

    [[nodiscard]] services::InfusionService& service() const { return cast.services.infusions; }
    [[nodiscard]] const services::Actor& nurse() const { return *cast.nurse; }
    [[nodiscard]] domain::InfusionId id() const { return **infusion; }
};

template <class Value>
Done done(const base::Result<Value>& result) {
    if (!result) return std::unexpected(result.error());
    return {};
}

// The first chair without a running pump.
Done seat(const Played& played) {
    auto pumps = played.service().onPump(played.nurse());
    if (!pumps) return std::unexpected(pumps.error());
    auto view = played.service().view(played.nurse(), played.id(), services::Reading::Refresh);
    if (!view) return std::unexpected(view.error());
    const auto isFree = [&pumps](const std::string& chair) {
        return std::ranges::find(*pumps, chair, &services::PumpRow::chair) == pumps->end();
    };
    const auto chair = std::ranges::find_if(view->chairs, isFree);
    if (chair == view->chairs.end()) return {};
    return done(played.service().placeOnChair(played.nurse(), {played.id(), *chair}));
}

Done prepare(const Played& played) {
    auto opened = played.service().open(played.nurse(), played.subject->planned[played.index].id);
    if (!opened) return std::unexpected(opened.error());
    *played.infusion = *opened;
    if (auto seated = seat(played); !seated) return seated;
    return done(
        played.service().recordDose(played.nurse(), {.infusion = *opened,
                                                     .initials = domain::initials(played.subject->details.name),
                                                     .birthYear = std::to_string(played.subject->details.born.year()),
                                                     .weight = domain::Weight::ofRaw(played.subject->grams),
                                                     .strength = domain::Concentration::ofWhole(50),
                                                     .bag = domain::Volume::ofWhole(100)}));
}

// Every question of the protocol, answered well; the one that does not apply to everybody is left out.
Done preCheck(const Played& played) {
    auto view = played.service().view(played.nurse(), played.id(), services::Reading::Refresh);
    if (!view) return std::unexpected(view.error());
    for (const auto& item : domain::itemsOf(view->protocol.items, domain::ChecklistKind::PreCheck)) {
        const bool late = item.key == "last_meal" && played.index == 1;
        services::AnswerEntry entry{.infusion = played.id(), .list = item.list, .item = item.key};
        entry.answer = item.always ? domain::AnswerKind::Favourable : domain::AnswerKind::NotApplicable;
        if (late) {
            entry.answer = domain::AnswerKind::Unfavourable;
            entry.note = "Toast and tea three hours ago.";
            entry.prescriber = demoAccountOf(domain::Role::Physician).printedName;
        }
        auto answered = done(played.service().recordAnswer(played.nurse(), entry));
        if (!answered) return answered;
    }
    return {};
}

// The second nurse comes to the same numbers.
Done check(const Played& played) {
    auto view = played.service().view(played.nurse(), played.id(), services::Reading::Refresh);
    if (!view) return std::unexpected(view.error());
    if (view->protocol.rules.secondCheck.required == 0) return {};
    const auto prepared = domain::preparedDose(view->record);
    const auto numbers = domain::numbersOf(*prepared);
    const auto& second = demoAccounts()[1];
    return done(played.service().recordSecondCheck(played.nurse(), {.infusion = played.id(),
                                                                    .doseCheck = prepared->head.id,
                                                                    .weight = numbers.weight,
                                                                    .dose = numbers.dose,
                                                                    .drugVolume = numbers.drugVolume,
                                                                    .rate = numbers.rate,
                                                                    .userName = second.userName,
                                                                    .password = second.password}));
}

Done pain(const Played& played, domain::PainMoment moment, int value) {
    services::PainEntry entry{.infusion = played.id(), .moment = moment};
    if (value >= 0) {
        entry.value = value;
    } else {
        entry.missing = domain::MissingReason::NotRecorded;
    }
    return done(played.service().recordPain(played.nurse(), entry));
}

Done vitals(const Played& played, int row, std::optional<base::Instant> due) {
    const int spread = static_cast<int>(played.index) * 3 + played.subject->grams / 1000 % 7;
    const int rise = kPressureRise[static_cast<std::size_t>(row) % kPressureRise.size()];
    const bool crisis = played.script.fate == DemoFate::StoppedForEvent && row >= 3;
    services::VitalsEntry entry{.infusion = played.id()};
    entry.dueAt = due;
    entry.systolic = 118 + spread + rise + (crisis ? 52 : 0);
    entry.diastolic = 72 + spread / 2 + rise / 2 + (crisis ? 24 : 0);
    entry.heartRate = 66 + spread + rise;
    entry.spo2 = 98 - (row % 4 == 3 ? 1 : 0);
    entry.sedation = row > 1 && row < 6 ? 4 : 5;
    entry.dissociation = row > 1 && row < 6 ? 1 + row % 2 : 0;
    return done(played.service().recordVitals(played.nurse(), entry));
}

// Two rows after the stop are near the baseline again, whatever there was in between.
Done recovered(const Played& played, int row) {
    const int spread = static_cast<int>(played.index) * 3 + played.subject->grams / 1000 % 7;
    services::VitalsEntry entry{.infusion = played.id()};
    entry.systolic = 122 + spread - row;
    entry.diastolic = 74 + spread / 2;
    entry.heartRate = 68 + spread - row;
    entry.spo2 = 98;
    entry.sedation = 5;
    entry.dissociation = 0;
    return done(played.service().recordVitals(played.nurse(), entry));
}

// The questions before the patient leaves, all answered well, and the Aldrete score.
Done leaving(const Played& played) {
    auto view = played.service().view(played.nurse(), played.id(), services::Reading::Refresh);
    if (!view) return std::unexpected(view.error());
    for (const auto& item : domain::itemsOf(view->protocol.items, domain::ChecklistKind::Discharge)) {
        services::AnswerEntry entry{.infusion = played.id(), .list = item.list, .item = item.key};
        entry.answer = domain::AnswerKind::Favourable;
        if (domain::asksName(item)) entry.note = "Jo " + played.subject->details.name.family;
        auto answered = done(played.service().recordAnswer(played.nurse(), entry));
        if (!answered) return answered;
    }
    return done(played.service().recordAldrete(played.nurse(), {.infusion = played.id(),
                                                                .activity = 2,
                                                                .respiration = 2,
                                                                .consciousness = played.index % 3 == 1 ? 1 : 2,
                                                                .spo2 = 2}));
}

Done event(const Played& played) {
    const bool severe = played.script.eventGrade > 2;
    return done(played.service().recordEvent(
        played.nurse(), {.infusion = played.id(),
                         .term = std::string(played.script.eventTerm),
                         .grade = played.script.eventGrade,
                         .action = severe ? domain::EventAction::Stopped : domain::EventAction::None,
                         .outcome = severe ? domain::EventOutcome::Unknown : domain::EventOutcome::Resolved,
                         .serious = severe,
                         .relation = domain::EventRelation::Probable}));
}

Done rescue(const Played& played) {
    const auto& witness = demoAccounts()[1];
    return done(played.service().recordRescueDrug(played.nurse(), {.infusion = played.id(),
                                                                   .drug = "labetalol",
                                                                   .dose = domain::Dose::ofWhole(10),
                                                                   .route = domain::DrugRoute::Intravenous,
                                                                   .witnessUserName = witness.userName,
                                                                   .witnessPassword = witness.password}));
}

Done tenderPoints(const Played& played) {
    domain::TenderPointExam exam;
    int positive = played.script.positiveSites;
    int rank = 0;
    for (const auto site : domain::tenderSites()) {
        if (domain::isControl(site)) {
            exam.at(site).score = rank % 2;
        } else {
            exam.at(site).score = positive-- > 0 ? 3 + (rank * 5) % 6 : rank % 2;
        }
        auto& finding = exam.at(site);
        const bool painful = *finding.score > 1;
        finding.threshold = domain::Pressure::ofRaw(painful ? 1'800 + rank * 7 % 9 * 100 : 4'200 + rank % 5 * 200);
        finding.tolerance = domain::Pressure::ofRaw(finding.threshold->raw() + 900 + rank % 4 * 100LL);
        ++rank;
    }
    return done(played.service().recordTenderPoints(played.nurse(), {.infusion = played.id(), .exam = exam}));
}

// What the protocol asks besides pain, as the two pain scores suggest.
Done afterScores(const Played& played) {
    auto view = played.service().view(played.nurse(), played.id(), services::Reading::Refresh);
    if (!view) return std::unexpected(view.error());
    const auto& rules = view->protocol.rules.after;
    const int before = played.script.before;
    const int relief =
        before > 0 && played.script.after >= 0 ? std::max(0, (before - played.script.after) * 100 / before) : 0;
    services::AfterEntry entry{.infusion = played.id()};
    if (rules.impression != 0) entry.impression = relief >= 60 ? 1 : relief >= 40 ? 2 : relief >= 15 ? 3 : 4;
    if (rules.relief != 0) entry.relief = relief / 5 * 5;
    if (rules.endurance != 0) {
        entry.heldSeconds = 38 + relief / 2 + static_cast<int>(played.index) * 4;
        entry.load = domain::Weight::ofWhole(2);
        entry.side = domain::BodySide::Right;
        entry.stop = played.index % 2 == 0 ? domain::EnduranceStop::Exhausted : domain::EnduranceStop::Pain;
    }
    if (!entry.impression && !entry.relief && !entry.heldSeconds) return {};
    return done(played.service().recordAfter(played.nurse(), entry));
}

Done step(const Played& played, domain::StepKind kind, std::string reason = {}) {
    return done(played.service().recordStep(played.nurse(),
                                            {.infusion = played.id(), .kind = kind, .reason = std::move(reason)}));
}

Done account(const Played& played, base::CalendarDate on) {
    auto view = played.service().view(played.nurse(), played.id(), services::Reading::Refresh);
    if (!view) return std::unexpected(view.error());
    const auto check = domain::preparedDose(view->record);
    const auto vialVolume = domain::Volume::ofWhole(10);
    const auto use = domain::vialUse(check->drugVolume, vialVolume, check->inputs.strength);
    const auto content = domain::Dose::ofRaw(check->inputs.strength.raw() * vialVolume.raw() / 1000 * use.vials);
    const auto& witness = demoAccounts()[1];
    return played.service().accountDrug(played.nurse(), {.infusion = played.id(),
                                                         .vialVolume = vialVolume,
                                                         .lot = "KM42" + std::to_string(played.index + 1),
                                                         .expires = on.plusDays(400),
                                                         .wastedVial = content - check->dose,
                                                         .wastedBag = view->delivery.bagDose,
                                                         .differenceReason = {},
                                                         .witnessUserName = witness.userName,
                                                         .witnessPassword = witness.password});
}

// Vitals from the baseline row on, every interval until the end.
void addVitals(DemoTimeline& timeline, const Played& played, base::Instant start, std::chrono::minutes length,
               std::chrono::minutes interval) {
    timeline.at(start.plus(-8min), [played] { return vitals(played, 0, std::nullopt); });
    int row = 1;
    for (auto after = 0min; after <= length && after.count() <= played.script.vitalsUntil; after += interval, ++row) {
        const auto due = start.plus(after);
        const auto at = due.plus(after == length ? -30s : 40s);
        timeline.at(at, [played, row, due] { return vitals(played, row, due); });
    }
}

void addEnding(DemoTimeline& timeline, const Played& played, base::Instant stop) {
    timeline.at(stop.plus(8min), [played] { return pain(played, domain::PainMoment::After, played.script.after); });
    if (played.script.after >= 0) timeline.at(stop.plus(10min), [played] { return afterScores(played); });
    if (played.script.positiveSites >= 0) timeline.at(stop.plus(12min), [played] { return tenderPoints(played); });
    timeline.at(stop.plus(20min), [played, stop] { return account(played, stop.localDate()); });
    timeline.at(stop.plus(14min), [played] { return recovered(played, 0); });
    timeline.at(stop.plus(28min), [played] { return recovered(played, 1); });
    timeline.at(stop.plus(30min), [played] { return leaving(played); });
    timeline.at(stop.plus(31min),
                [played] { return done(played.service().discharge(played.nurse(), {.infusion = played.id()})); });
    if (played.script.fate == DemoFate::Unsigned) return;
    timeline.at(stop.plus(32min), [played] {
        return played.service().sign(played.nurse(), played.id(), demoAccounts().front().password);
    });
}

} // namespace

void addInfusion(DemoTimeline& timeline, DemoCast& cast, const std::shared_ptr<DemoSubject>& subject,
                 const DemoInfusion& script, std::size_t index, base::Instant start) {
    const Played played{cast, subject, script, index, std::make_shared<std::optional<domain::InfusionId>>()};
    timeline.at(start.plus(-14min), [played] { return prepare(played); });
    timeline.at(start.plus(-12min), [played] { return check(played); });
    timeline.at(start.plus(-11min), [played] { return preCheck(played); });
    timeline.at(start.plus(-5min), [played] { return pain(played, domain::PainMoment::Before, played.script.before); });
    const bool study = script.microgramsPerKg < 400;
    const auto planned = study ? 30min : 90min;
    const bool cutShort = script.fate == DemoFate::StoppedForEvent;
    const auto length = cutShort ? 54min : planned;
    addVitals(timeline, played, start, length, 15min);
    timeline.at(start, [played] { return step(played, domain::StepKind::Start); });
    if (script.eventGrade > 0) timeline.at(start.plus(50min), [played] { return event(played); });
    if (cutShort) timeline.at(start.plus(56min), [played] { return rescue(played); });
    if (script.fate == DemoFate::Running) return;
    const auto stop = start.plus(length);
    timeline.at(stop, [played, cutShort] {
        return step(played, domain::StepKind::Stop, cutShort ? "Blood pressure above the protocol's limit." : "");
    });
    addEnding(timeline, played, stop);
}

} // namespace chairside::app
