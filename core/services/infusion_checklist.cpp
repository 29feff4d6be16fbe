// The answers to the protocol's checklists, one at a time.
#include "core/domain/infusion/checklist_rules.h"
#include "core/services/infusion_access.h"
#include "core/services/infusion_service.h"
#include "core/services/text_rules.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using base::Code;
using base::Rule;
using domain::AnswerKind;
using domain::ChecklistItem;

// What is asked: an item of the version, or the start outside of the limits while the baseline is and a reason can
// lift that.
std::optional<ChecklistItem> itemOf(const InfusionAtHand& infusion, const AnswerEntry& entry) {
    for (auto& item : domain::itemsOf(infusion.protocol.items, entry.list)) {
        if (item.key == entry.item) return item;
    }
    const bool aboutStart = entry.list == domain::ChecklistKind::PreCheck && entry.item == domain::kStartPressureItem;
    const auto baseline = domain::baselineBy(infusion.record, infusion.now);
    const bool isHeld =
        baseline && infusion.rules().start.hardStop == 0 && !domain::startBreaches(*baseline, infusion.rules()).empty();
    if (!aboutStart || (!isHeld && !entry.corrects)) return std::nullopt;
    return ChecklistItem{.key = entry.item, .effect = domain::AnswerEffect::SoftStop};
}

// A second answer to the same question is a correction; the reason for a start outside of the limits is given again for
// a newer baseline.
bool isAnswered(const InfusionAtHand& infusion, const AnswerEntry& entry) {
    if (entry.item != domain::kStartPressureItem) {
        return domain::answerOf(infusion.record, entry.list, entry.item).has_value();
    }
    const auto baseline = domain::baselineBy(infusion.record, infusion.now);
    return baseline && domain::startPressureAnswer(infusion.record, *baseline);
}

void checkWords(base::Problems& problems, const AnswerEntry& entry, const ChecklistItem& item, int maxLength) {
    const bool unfavourable = entry.answer == AnswerKind::Unfavourable;
    const bool namesSomebody = entry.answer == AnswerKind::Favourable && domain::asksName(item);
    if (unfavourable || namesSomebody) {
        checkText(problems, "note", entry.note, maxLength);
    } else {
        checkLength(problems, "note", entry.note, maxLength);
    }
    if (unfavourable && item.effect == domain::AnswerEffect::SoftStop) {
        checkText(problems, "prescriber", entry.prescriber, maxLength);
    } else {
        checkLength(problems, "prescriber", entry.prescriber, maxLength);
    }
}

// The corrected answer is one to the same question.
void checkSameItem(base::Problems& problems, const InfusionAtHand& infusion, const AnswerEntry& entry) {
    if (!entry.corrects) return;
    for (const auto& answer : infusion.record.answers) {
        if (answer.head.id != entry.corrects->entry) continue;
        if (answer.list != entry.list || answer.item != entry.item) {
            problems.push_back({"corrects", Rule::NotAllowed, {}, {}, {}});
        }
    }
}

base::Problems checkAnswer(const InfusionAtHand& infusion, const AnswerEntry& entry, int maxLength) {
    base::Problems problems;
    const auto item = itemOf(infusion, entry);
    if (!item) {
        problems.push_back({"item", Rule::NotAllowed, {}, {}, entry.item});
        return problems;
    }
    const bool isDecision = item->key == domain::kStartPressureItem;
    if (!entry.answer) {
        problems.push_back({"answer", Rule::Required, {}, {}, {}});
    } else if (*entry.answer == AnswerKind::NotApplicable && item->always) {
        problems.push_back({"answer", Rule::NotAllowed, {}, {}, {}});
    } else if (isDecision && *entry.answer != AnswerKind::Unfavourable) {
        problems.push_back({"answer", Rule::NotAllowed, {}, {}, {}});
    } else if (!entry.corrects && isAnswered(infusion, entry)) {
        problems.push_back({"answer", Rule::Duplicate, {}, {}, {}});
    }
    checkWords(problems, entry, *item, maxLength);
    checkCorrection(problems, infusion.record.answers, entry.corrects, maxLength);
    checkSameItem(problems, infusion, entry);
    return problems;
}

base::Done checkMayAnswer(const InfusionAtHand& infusion, const AnswerEntry& entry) {
    if (entry.corrects) return {};
    const auto state = domain::stateOf(infusion.record);
    if (entry.list == domain::ChecklistKind::Discharge) {
        // An item that is none is told as such, whenever it comes.
        if (state == domain::InfusionState::Ended || !itemOf(infusion, entry)) return {};
        const bool left = state == domain::InfusionState::Discharged;
        return base::fail(Code::WrongState, "infusion", left ? "discharged" : "not_stopped");
    }
    if (state == domain::InfusionState::Opened || state == domain::InfusionState::Prepared) return {};
    return base::fail(Code::WrongState, "infusion", "started");
}

} // namespace

base::Result<domain::EntryId> InfusionService::recordAnswer(const Actor& actor, const AnswerEntry& entry) {
    return run(m_context, actor, domain::Permission::RecordInfusion, Access::Write,
               [&](Unit& unit) -> base::Result<domain::EntryId> {
                   const auto infusion = CHAIRSIDE_TRY(loadUnsigned(unit, entry.infusion));
                   CHAIRSIDE_TRY(checkMayAnswer(infusion, entry));
                   auto problems = checkAnswer(infusion, entry, unit.policy().maxNoteLength);
                   if (!problems.empty()) return base::invalid(std::move(problems));
                   const auto at = timeOf(infusion.record.answers, std::nullopt, entry.corrects);
                   const domain::ChecklistAnswer answer{headOf(unit, infusion, at, entry.corrects),
                                                        entry.list,
                                                        entry.item,
                                                        *entry.answer,
                                                        trimmed(entry.note),
                                                        trimmed(entry.prescriber)};
                   CHAIRSIDE_TRY(unit.tx().infusions().add(answer));
                   noteEntry(unit, infusion, "checklist_answer", answer.head);
                   return answer.head.id;
               });
}

} // namespace chairside::services
