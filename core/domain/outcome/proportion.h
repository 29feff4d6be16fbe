// How many of how many, the range the true share lies in, and 2 x 2 tables. Floating point is for these statistics
// only.
#pragma once

#include <cstdint>
#include <optional>

namespace chairside::domain {

struct Interval {
    double low = 0;
    double high = 0;
};

struct Proportion {
    std::int64_t count = 0; // 0 to of
    std::int64_t of = 0;

    bool operator==(const Proportion&) const = default;
};

// 95 % interval of the share by Wilson's score method (1927), without continuity correction; ends are shares from 0 to
// 1. Nothing if there is nobody to count, or the count cannot be.
[[nodiscard]] std::optional<Interval> wilson95(const Proportion& share);

// Events in every 100 infusions, which may be above 100. Nothing without infusions or with a negative count.
[[nodiscard]] std::optional<double> perHundred(std::int64_t events, std::int64_t infusions);

// Two ways to judge the same subjects, the second one taken for the truth.
struct TwoByTwo {
    std::int64_t truePositive = 0, falsePositive = 0, falseNegative = 0, trueNegative = 0;

    [[nodiscard]] Proportion sensitivity() const { return {truePositive, truePositive + falseNegative}; }
    [[nodiscard]] Proportion specificity() const { return {trueNegative, trueNegative + falsePositive}; }
    [[nodiscard]] Proportion positivePredictive() const { return {truePositive, truePositive + falsePositive}; }
    [[nodiscard]] Proportion negativePredictive() const { return {trueNegative, trueNegative + falseNegative}; }
    [[nodiscard]] Proportion agreement() const {
        return {truePositive + trueNegative, truePositive + falsePositive + falseNegative + trueNegative};
    }
};

// Two-sided P of Fisher's exact test that two shares are the same: the sum over all tables with these margins that are
// no likelier than this one. Nothing if a share cannot be; 1 if nobody or everybody is counted.
[[nodiscard]] std::optional<double> fisherTwoSided(const Proportion& one, const Proportion& other);

} // namespace chairside::domain
