#include "core/domain/outcome/survival.h"

#include <cmath>
#include <map>

#include "core/domain/outcome/normal.h"

namespace chairside::domain {

namespace {

constexpr double kHalf = 0.5 + 1e-9; // a half that products of fractions may miss in the last digits

struct DayCount {
    int events = 0;
    int censored = 0;
};

std::map<int, DayCount> countByDay(std::span<const Observation> observations) {
    std::map<int, DayCount> days;
    for (const auto& one : observations)
        ++(one.event ? days[one.days].events : days[one.days].censored);
    return days;
}

// greenwood: the sum of d / (n (n - d)) so far.
std::optional<Interval> logLogBand(double survival, double greenwood) {
    if (survival <= 0 || survival >= 1) return std::nullopt;
    const double half = kNormal975 * std::sqrt(greenwood) / std::abs(std::log(survival));
    return Interval{.low = std::pow(survival, std::exp(half)), .high = std::pow(survival, std::exp(-half))};
}

} // namespace

SurvivalCurve kaplanMeier(std::span<const Observation> observations) {
    SurvivalCurve curve;
    curve.subjects = static_cast<int>(observations.size());
    int atRisk = curve.subjects;
    double survival = 1;
    double greenwood = 0;
    for (const auto& [day, count] : countByDay(observations)) {
        const int left = atRisk - count.events;
        survival *= static_cast<double>(left) / atRisk;
        if (left > 0) greenwood += static_cast<double>(count.events) / (static_cast<double>(atRisk) * left);
        curve.steps.push_back({day, atRisk, count.events, count.censored, survival, logLogBand(survival, greenwood)});
        if (!curve.medianDay && survival <= kHalf) curve.medianDay = day;
        atRisk = left - count.censored;
    }
    return curve;
}

std::vector<RiskRow> riskTable(std::span<const Observation> observations, std::span<const int> days) {
    std::vector<RiskRow> rows;
    for (const int day : days) {
        RiskRow row{.day = day};
        for (const auto& one : observations) {
            if (one.days >= day) {
                ++row.atRisk;
            } else {
                ++(one.event ? row.events : row.censored);
            }
        }
        rows.push_back(row);
    }
    return rows;
}

} // namespace chairside::domain
