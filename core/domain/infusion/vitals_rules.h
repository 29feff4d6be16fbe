// What a vital sign may be, and how it is marked. Impossible values are refused, unusual ones are marked and kept.
#pragma once

#include <optional>
#include <vector>

#include "core/base/result.h"
#include "core/domain/infusion/entries.h"
#include "core/domain/protocol/protocol_rules.h"

namespace chairside::domain {

enum class VitalKind { Systolic, Diastolic, HeartRate, Spo2, Respiration };
enum class VitalMark { None, High, Low, VeryLow };

// Possible values of one kind under the protocol.
[[nodiscard]] EntryRange possibleRange(VitalKind kind, const MonitoringRules& rules);

// Impossible values, a diastolic above its systolic, half a blood pressure, an empty row.
// Fields: systolic, diastolic, heart_rate, spo2, respiration, vitals.
[[nodiscard]] base::Problems check(const VitalSigns& row, const MonitoringRules& rules);

[[nodiscard]] VitalMark markOf(VitalKind kind, int value, const MonitoringRules& rules);

// Baseline above the protocol's start limits.
[[nodiscard]] bool aboveStartLimit(const VitalSigns& row, const MonitoringRules& rules);

inline constexpr EntryRange kNrsRange{0, 10};

// Keys of the event list in the order they are offered ("nausea", "dizziness" ... "other").
[[nodiscard]] const std::vector<std::string>& adverseEventTerms();
[[nodiscard]] base::Problems check(const AdverseEvent& event, base::Instant now);

} // namespace chairside::domain
