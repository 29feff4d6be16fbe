// What the checklist of a protocol version still asks of a record, and what its answers stop.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/domain/infusion/infusion_record.h"
#include "core/domain/protocol/protocol.h"

namespace chairside::domain {

// The standing answer to an item; the newest if there are several.
[[nodiscard]] std::optional<ChecklistAnswer> answerOf(const InfusionRecord& record, ChecklistKind list,
                                                      std::string_view item);

// The newest standing row with a blood pressure that was observed by that moment: before the start, the baseline.
[[nodiscard]] std::optional<VitalSigns> pressureBy(const InfusionRecord& record, base::Instant at);

// The vital signs by that moment, the newest of each: what was measured again replaces what it was before, and the
// head is that of the newest row. None without a blood pressure.
[[nodiscard]] std::optional<VitalSigns> baselineBy(const InfusionRecord& record, base::Instant at);

// The reason for a start outside of the limits; it counts for the baseline it was written down after.
[[nodiscard]] std::optional<ChecklistAnswer> startPressureAnswer(const InfusionRecord& record,
                                                                 const VitalSigns& baseline);

enum class CheckGapKind {
    Unanswered,        // an item has no answer
    ReasonMissing,     // a soft stop without a reason or without the prescriber who was asked
    HardStop,          // an answer, or a baseline (item empty), with which there is no going on
    BaselineMissing,   // no blood pressure was taken
    OutsideStartLimits // of the baseline, and no reason was given for it
};

struct CheckGap {
    CheckGapKind kind = CheckGapKind::Unanswered;
    std::string item; // key; empty for the baseline
    bool operator==(const CheckGap&) const = default;
};

// What one list still lacks, in the order of its items.
[[nodiscard]] std::vector<CheckGap> checklistGaps(const InfusionRecord& record, const ProtocolVersion& protocol,
                                                  ChecklistKind list);

// What stands between the record and a start at that moment. A version without a pre-check asks for nothing, but the
// limits of the baseline are in every version: one outside of them needs its reason, or stops where the version says
// so.
[[nodiscard]] std::vector<CheckGap> startGaps(const InfusionRecord& record, const ProtocolVersion& protocol,
                                              base::Instant at);

} // namespace chairside::domain
