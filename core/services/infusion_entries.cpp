// Pain, tender points, adverse events, notes and, after the signature, addenda.
#include <algorithm>

#include "core/domain/infusion/vitals_rules.h"
#include "core/services/course_rules.h"
#include "core/services/infusion_access.h"
#include "core/services/infusion_service.h"
#include "core/services/text_rules.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using base::Rule;
using domain::Permission;

// Before and after have one score each; during the infusion there are many.
bool hasPain(const InfusionAtHand& infusion, const PainEntry& entry) {
    if (entry.corrects || entry.moment == domain::PainMoment::During) return false;
    return std::ranges::any_of(domain::standing(infusion.record.pain), [&entry](const domain::PainScore& score) {
        return score.moment == entry.moment && score.frame == entry.frame;
    });
}

base::Problems checkPain(const InfusionAtHand& infusion, const PainEntry& entry, int maxLength) {
    base::Problems problems;
    if (!entry.value && !entry.missing) {
        problems.push_back({"pain", Rule::Required, {}, {}, {}});
    } else if (entry.value && entry.missing) {
        problems.push_back({"pain", Rule::NotAllowed, {}, {}, {}});
    } else if (entry.value) {
        checkRange(problems, "pain", *entry.value, domain::kNrsRange);
    }
    if (hasPain(infusion, entry)) problems.push_back({"pain", Rule::Duplicate, {}, {}, {}});
    checkTime(problems, "at", entry.at, infusion);
    checkCorrection(problems, infusion.record.pain, entry.corrects, maxLength);
    return problems;
}

// A score that was entered in a vitals row stays in it when it is corrected.
std::optional<domain::EntryId> rowOf(const InfusionAtHand& infusion, const std::optional<Correction>& corrects) {
    if (!corrects) return std::nullopt;
    for (const auto& score : infusion.record.pain) {
        if (score.head.id == corrects->entry) return score.row;
    }
    return std::nullopt;
}

domain::PainScore painOf(Unit& unit, const InfusionAtHand& infusion, const PainEntry& entry) {
    const auto at = timeOf(infusion.record.pain, entry.at, entry.corrects);
    return {headOf(unit, infusion, at, entry.corrects),
            rowOf(infusion, entry.corrects),
            entry.moment,
            entry.frame,
            entry.value,
            entry.missing};
}

bool isEmpty(const domain::TenderPointExam& exam) {
    return std::ranges::all_of(exam.sites, [](const auto& site) { return site == domain::TenderSiteFinding{}; });
}

base::Problems checkTender(const InfusionAtHand& infusion, const TenderEntry& entry, int maxLength) {
    const auto& monitoring = infusion.rules().monitoring;
    auto problems = domain::check(entry.exam, monitoring);
    if (entry.exam.scale != monitoring.tenderScale) problems.push_back({"scale", Rule::Mismatch, {}, {}, {}});
    if (isEmpty(entry.exam)) problems.push_back({"sites", Rule::Required, {}, {}, {}});
    checkTime(problems, "at", entry.at, infusion);
    checkCorrection(problems, infusion.record.tenderPoints, entry.corrects, maxLength);
    return problems;
}

domain::AdverseEvent eventOf(Unit& unit, const InfusionAtHand& infusion, const EventEntry& entry) {
    const auto onset = timeOf(infusion.record.events, entry.onset, entry.corrects);
    return {headOf(unit, infusion, onset, entry.corrects),
            entry.term,
            trimmed(entry.words),
            entry.grade.value_or(1), // a missing grade is refused below
            entry.endedAt,
            entry.action,
            entry.outcome,
            entry.serious,
            entry.relation};
}

base::Problems checkEvent(const InfusionAtHand& infusion, const EventEntry& entry, const domain::AdverseEvent& event,
                          int maxLength) {
    auto problems = domain::check(event, infusion.now);
    std::erase_if(problems, [](const base::Problem& one) { return one.field == "observed_at"; });
    if (!entry.grade) problems.push_back({"grade", Rule::Required, {}, {}, {}});
    checkTime(problems, "onset", entry.onset, infusion);
    checkLength(problems, "words", entry.words, maxLength);
    checkCorrection(problems, infusion.record.events, entry.corrects, maxLength);
    return problems;
}

// Checks and writes one entry of an unsigned infusion. check: Problems(infusion); make: the entry.
template <class Check, class Make>
base::Result<domain::EntryId> record(ServiceContext& context, const Actor& actor, const domain::InfusionId& id,
                                     const char* table, Check check, Make make) {
    return run(context, actor, Permission::RecordInfusion, Access::Write,
               [&](Unit& unit) -> base::Result<domain::EntryId> {
                   const auto infusion = CHAIRSIDE_TRY(loadUnsigned(unit, id));
                   const auto entry = make(unit, infusion);
                   auto problems = check(infusion, entry);
                   if (!problems.empty()) return base::invalid(std::move(problems));
                   CHAIRSIDE_TRY(unit.tx().infusions().add(entry));
                   noteEntry(unit, infusion, table, entry.head);
                   return entry.head.id;
               });
}

} // namespace

base::Result<domain::EntryId> InfusionService::recordPain(const Actor& actor, const PainEntry& entry) {
    return record(
        m_context, actor, entry.infusion, "pain_score",
        [&](const InfusionAtHand& infusion, const domain::PainScore&) {
            return checkPain(infusion, entry, m_context.policy.maxNoteLength);
        },
        [&](Unit& unit, const InfusionAtHand& infusion) { return painOf(unit, infusion, entry); });
}

base::Result<domain::EntryId> InfusionService::recordTenderPoints(const Actor& actor, const TenderEntry& entry) {
    return record(
        m_context, actor, entry.infusion, "tender_point_exam",
        [&](const InfusionAtHand& infusion, const domain::TenderPointEntry&) {
            return checkTender(infusion, entry, m_context.policy.maxNoteLength);
        },
        [&](Unit& unit, const InfusionAtHand& infusion) {
            const auto at = timeOf(infusion.record.tenderPoints, entry.at, entry.corrects);
            return domain::TenderPointEntry{headOf(unit, infusion, at, entry.corrects), entry.exam};
        });
}

base::Result<domain::EntryId> InfusionService::recordEvent(const Actor& actor, const EventEntry& entry) {
    return record(
        m_context, actor, entry.infusion, "adverse_event",
        [&](const InfusionAtHand& infusion, const domain::AdverseEvent& event) {
            return checkEvent(infusion, entry, event, m_context.policy.maxNoteLength);
        },
        [&](Unit& unit, const InfusionAtHand& infusion) { return eventOf(unit, infusion, entry); });
}

base::Result<domain::EntryId> InfusionService::recordNote(const Actor& actor, const domain::InfusionId& infusion,
                                                          const std::string& text) {
    return record(
        m_context, actor, infusion, "note",
        [&](const InfusionAtHand&, const domain::Note& note) {
            base::Problems problems;
            checkText(problems, "note", note.text, m_context.policy.maxNoteLength);
            return problems;
        },
        [&](Unit& unit, const InfusionAtHand& at) {
            return domain::Note{headOf(unit, at, std::nullopt, std::nullopt), trimmed(text)};
        });
}

base::Result<domain::EntryId> InfusionService::addAddendum(const Actor& actor, const domain::InfusionId& id,
                                                           const std::string& text) {
    return run(m_context, actor, Permission::RecordInfusion, Access::Write,
               [&](Unit& unit) -> base::Result<domain::EntryId> {
                   const auto infusion = CHAIRSIDE_TRY(loadInfusion(unit, id));
                   if (!infusion.record.signature) return base::fail(base::Code::WrongState, "infusion", "not_signed");
                   base::Problems problems;
                   checkText(problems, "text", text, unit.policy().maxNoteLength);
                   if (!problems.empty()) return base::invalid(std::move(problems));
                   const domain::Addendum addendum{headOf(unit, infusion, std::nullopt, std::nullopt), trimmed(text)};
                   CHAIRSIDE_TRY(unit.tx().infusions().add(addendum));
                   noteEntry(unit, infusion, "addendum", addendum.head);
                   return addendum.head.id;
               });
}

} // namespace chairside::services
