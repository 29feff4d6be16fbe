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

// The reason for a start above the limit; it counts for the baseline it was written down after.
[[nodiscard]] std::optional<ChecklistAnswer> startPressureAnswer(const InfusionRecord& record,
                                                                 const VitalSigns& baseline);

enum class CheckGapKind {
    Unanswered,      // an item has no answer
    ReasonMissing,   // a soft stop without a reason or without the prescriber who was asked
    HardStop,        // an answer with which there is no going on
    BaselineMissing, // no blood pressure was taken
    AboveStartLimit  // the baseline is above the start limit, and no reason was given for it
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
// start limit of the blood pressure is in every version: a baseline above it needs its reason.
[[nodiscard]] std::vector<CheckGap> startGaps(const InfusionRecord& record, const ProtocolVersion& protocol,
                                              base::Instant at);

} // namespace chairside::domain
