// What a protocol version asks for before the start and before the patient leaves: questions a person answers one by
// one. Words and effects are the version's own; the program has no question of its own.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace chairside::domain {

enum class ChecklistKind { PreCheck, Discharge };

// What the unfavourable answer does.
enum class AnswerEffect {
    Inform,   // it is noted
    SoftStop, // going on needs a reason and the prescriber who was asked
    HardStop  // there is no going on
};

enum class AnswerKind { Favourable, Unfavourable, NotApplicable };

struct ChecklistItem {
    ChecklistKind list = ChecklistKind::PreCheck;
    std::string key;          // "last_meal"; once in a list
    std::string text;         // what is asked
    std::string favourable;   // the answers in words: "as advised"
    std::string unfavourable; // "not as advised"
    AnswerEffect effect = AnswerEffect::Inform;
    bool always = true; // false: "does not apply" is an answer too
    std::string why;    // source or the clinic's reason

    bool operator==(const ChecklistItem&) const = default;
};

// The item of the start limit of the blood pressure, which every version has by its numbers; no version may use it.
inline constexpr std::string_view kStartPressureItem = "start_pressure";

// The item of the discharge checklist about who goes home with the patient: its favourable answer needs a note with
// the name.
inline constexpr std::string_view kEscortItem = "escort";
[[nodiscard]] bool asksName(const ChecklistItem& item);

// The items of one list, in the order they are asked.
[[nodiscard]] std::vector<ChecklistItem> itemsOf(std::span<const ChecklistItem> items, ChecklistKind list);

// Words that are missing, keys that are taken or stand twice in a list. Fields: "items.<number from 1>.<part>".
[[nodiscard]] base::Problems check(std::span<const ChecklistItem> items);

} // namespace chairside::domain
