// What is asked and measured after the stop: impression of change, relief, endurance.
#include "core/domain/infusion/after_rules.h"
#include "core/services/infusion_access.h"
#include "core/services/infusion_service.h"
#include "core/services/text_rules.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using base::Rule;

bool hasEndurance(const AfterEntry& entry) {
    return entry.heldSeconds || entry.load || entry.side || entry.stop || !trimmed(entry.stopWords).empty();
}

// A test is there whole or not at all.
void checkWhole(base::Problems& problems, const AfterEntry& entry) {
    if (!hasEndurance(entry)) return;
    const auto require = [&problems](const char* field, bool there) {
        if (!there) problems.push_back({field, Rule::Required, {}, {}, {}});
    };
    require("held_seconds", entry.heldSeconds.has_value());
    require("load", entry.load.has_value());
    require("side", entry.side.has_value());
    require("stop", entry.stop.has_value());
}

// Direction and what it is compared with are the protocol's, and stay with the numbers.
domain::AfterAssessment assessmentOf(Unit& unit, const InfusionAtHand& infusion, const AfterEntry& entry) {
    const auto& rules = infusion.rules().after;
    const auto at = timeOf(infusion.record.after, entry.at, entry.corrects);
    domain::AfterAssessment assessment{headOf(unit, infusion, at, entry.corrects),
                                       entry.impression,
                                       rules.impressionDirection,
                                       rules.impressionSince,
                                       entry.relief,
                                       rules.reliefSince,
                                       std::nullopt};
    if (entry.heldSeconds && entry.load && entry.side && entry.stop) {
        assessment.endurance =
            domain::EnduranceTest{*entry.heldSeconds, *entry.load, *entry.side, *entry.stop, trimmed(entry.stopWords)};
    }
    return assessment;
}

// Each part is recorded once; another value of it is a correction.
void checkNotRecorded(base::Problems& problems, const InfusionAtHand& infusion, const AfterEntry& entry,
                      const domain::AfterAssessment& assessment) {
    if (entry.corrects) return;
    for (const auto& stands : domain::standing(infusion.record.after)) {
        if (assessment.impression && stands.impression) problems.push_back({"impression", Rule::Duplicate, {}, {}, {}});
        if (assessment.relief && stands.relief) problems.push_back({"relief", Rule::Duplicate, {}, {}, {}});
        if (assessment.endurance && stands.endurance) problems.push_back({"held_seconds", Rule::Duplicate, {}, {}, {}});
    }
}

base::Problems checkAfter(const InfusionAtHand& infusion, const AfterEntry& entry,
                          const domain::AfterAssessment& assessment, int maxLength) {
    auto problems = domain::check(assessment, infusion.rules().after);
    // A part of a test says which parts are missing rather than that there is nothing.
    if (hasEndurance(entry)) std::erase_if(problems, [](const base::Problem& one) { return one.field == "after"; });
    checkWhole(problems, entry);
    checkLength(problems, "stop_words", entry.stopWords, maxLength);
    checkTime(problems, "at", entry.at, infusion);
    checkCorrection(problems, infusion.record.after, entry.corrects, maxLength);
    checkNotRecorded(problems, infusion, entry, assessment);
    return problems;
}

} // namespace

base::Result<domain::EntryId> InfusionService::recordAfter(const Actor& actor, const AfterEntry& entry) {
    return run(m_context, actor, domain::Permission::RecordInfusion, Access::Write,
               [&](Unit& unit) -> base::Result<domain::EntryId> {
                   const auto infusion = CHAIRSIDE_TRY(loadUnsigned(unit, entry.infusion));
                   if (domain::stateOf(infusion.record) != domain::InfusionState::Ended)
                       return base::fail(base::Code::WrongState, "infusion", "not_stopped");
                   const auto assessment = assessmentOf(unit, infusion, entry);
                   auto problems = checkAfter(infusion, entry, assessment, unit.policy().maxNoteLength);
                   if (!problems.empty()) return base::invalid(std::move(problems));
                   CHAIRSIDE_TRY(unit.tx().infusions().add(assessment));
                   noteEntry(unit, infusion, "after_assessment", assessment.head);
                   return assessment.head.id;
               });
}

} // namespace chairside::services
