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

// A value of the baseline with which the infusion is held.
struct StartBreach {
    VitalKind kind = VitalKind::Systolic;
    int value = 0;
    int limit = 0;
    bool isAbove = true; // the value is above the limit; false: below
    bool operator==(const StartBreach&) const = default;
};

// In the order of the grid. What was not measured breaks no limit.
[[nodiscard]] std::vector<StartBreach> startBreaches(const VitalSigns& baseline, const ProtocolRules& rules);

// How far from awake and calm a score is, in steps of its own scale: 0 awake, above 0 deeper, below 0 restless. Scores
// of two scales do not compare. Source: MOAA/S counts down to no response and RASS below 0, POSS and Ramsay count up; S
// of POSS (stored as 0) is sleep with easy rousing.
[[nodiscard]] int sedationDepth(SedationScale scale, int value);

inline constexpr EntryRange kNrsRange{0, 10};

// Keys of the event list in the order they are offered ("nausea", "dizziness" ... "other").
[[nodiscard]] const std::vector<std::string>& adverseEventTerms();
[[nodiscard]] base::Problems check(const AdverseEvent& event, base::Instant now);

} // namespace chairside::domain
