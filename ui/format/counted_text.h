// Counts with what they count, as a whole phrase in the singular or the plural: "1 infusion", "6 infusions".
#pragma once

#include <QString>

namespace chairside::ui {

enum class Counted {
    Day,
    Minute,
    Infusion,
    Course,
    Score,
    AdverseEvent,
    Event,
    Row,
    Character,
    Chair,
    Digit,
    AuditEntry,
    Record
};

[[nodiscard]] QString countedText(std::int64_t count, Counted what);

} // namespace chairside::ui
