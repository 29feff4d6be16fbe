// What still keeps the patient here after the stop, judged by the protocol's discharge numbers and checklist.
#pragma once

#include <optional>
#include <vector>

#include "core/domain/infusion/checklist_rules.h"

namespace chairside::domain {

// Earliest moment of an ordinary discharge; nothing before the stop.
[[nodiscard]] std::optional<base::Instant> dischargeFrom(const InfusionRecord& record, const ProtocolRules& rules);

// Whether systolic, diastolic and heart rate lie within so many percent of the baseline, limits included, and the
// saturation is not marked low. A sign the baseline lacks is not compared; one the row lacks is not within.
[[nodiscard]] bool isWithin(const VitalSigns& row, const VitalSigns& baseline, const ProtocolRules& rules);

// The vital signs as of a moment. Only rows count that were taken after the stop and hold one of the judged signs.
struct RecoveryVitals {
    std::optional<VitalSigns> baseline; // newest blood pressure before the start
    std::vector<VitalSigns> rows;       // oldest first
    int inARow = 0;                     // newest rows within the limits, without a break
    bool isRecent = false;              // the newest row is not older than the protocol's interval
};
[[nodiscard]] RecoveryVitals recoveryVitals(const InfusionRecord& record, const ProtocolRules& rules, base::Instant at);

// The newest standing assessment made after the stop and by that moment.
[[nodiscard]] std::optional<AldreteScore> aldreteBy(const InfusionRecord& record, const ProtocolRules& rules,
                                                    base::Instant at);

// What keeps the patient at that moment: time, vital signs, Aldrete score, items in their order. Nothing where the
// protocol asks for no discharge; only to be asked after the stop.
[[nodiscard]] std::vector<DischargeGap> dischargeGaps(const InfusionRecord& record, const ProtocolVersion& protocol,
                                                      base::Instant at);

// Whether no reason and no prescriber can pass it: an open or forbidding item that is a hard stop.
[[nodiscard]] bool isHard(const DischargeGap& gap, const ProtocolVersion& protocol);

} // namespace chairside::domain
