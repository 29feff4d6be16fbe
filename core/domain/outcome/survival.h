// Time to an event where not everybody has had it yet: the product-limit estimate of Kaplan and Meier (1958).
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "core/domain/outcome/proportion.h"

namespace chairside::domain {

struct Observation {
    int days = 0;       // 0 or more, to the event or as far as the subject was followed
    bool event = false; // else censored: without the event so far
};

// One day on which something happened. At a tie events come before censorings.
struct SurvivalStep {
    int day = 0;
    int atRisk = 0; // just before the day
    int events = 0;
    int censored = 0;
    double survival = 1;          // share without the event after the day
    std::optional<Interval> band; // 95 %, pointwise; nothing while the share is 1, and once it is 0
};

struct SurvivalCurve {
    int subjects = 0;
    std::vector<SurvivalStep> steps; // by day
    std::optional<int> medianDay;    // the first day after which at most half are without the event
};

// The band is the log-log one (Kalbfleisch and Prentice) on Greenwood's variance: it stays between 0 and 1.
[[nodiscard]] SurvivalCurve kaplanMeier(std::span<const Observation> observations);

// What the reader needs below the curve; the three numbers of a row add up to all subjects.
struct RiskRow {
    int day = 0;
    int atRisk = 0;   // just before the day
    int censored = 0; // before the day
    int events = 0;   // before the day

    bool operator==(const RiskRow&) const = default;
};
[[nodiscard]] std::vector<RiskRow> riskTable(std::span<const Observation> observations, std::span<const int> days);

} // namespace chairside::domain
