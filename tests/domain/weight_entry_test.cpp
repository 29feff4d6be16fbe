// Pounds typed where kilograms are asked, and weights that cannot both be right.
#include "core/domain/dosing/weight_entry.h"

#include <gtest/gtest.h>

#include "tests/support/core/builders.h"
#include "tests/support/core/domain_printers.h"

namespace chairside::domain {
namespace {

struct TypedWeight {
    std::int64_t typed; // grams, if it were kilograms
    std::optional<std::int64_t> known;
    std::optional<std::int64_t> meant;
};

TEST(WeightEntry, PoundsAreToldByTheWeightKnownBefore) {
    auto rules = test::clinicRules().dose;
    rules.minWeight = Weight::ofWhole(30);
    rules.maxWeight = Weight::ofWhole(250);
    rules.weightChangePercent = 10;
    const TypedWeight table[] = {
        {150'000, 68'000, 68'000}, // 150 lb
        {149'900, 68'000, 68'000}, // 149.9 lb = 67.99 kg
        {70'000, 68'000, {}},      // a small change
        {80'000, 68'000, {}},      // a large one, but 80 lb are 36 kg
        {300'000, {}, 136'100},    // no patient weighs 300 kg, many weigh 300 lb
        {300'000, 68'000, {}},     // neither fits
        {150'000, {}, {}},         // nothing to compare with
        {600'000, {}, {}},         // 272 kg are not possible either
        {66'100, 30'000, 30'000},  // 66.1 lb = 29.98 kg
    };
    for (const auto& row : table) {
        const auto known = row.known ? std::optional(Weight::ofRaw(*row.known)) : std::nullopt;
        const auto meant = row.meant ? std::optional(Weight::ofRaw(*row.meant)) : std::nullopt;
        EXPECT_EQ(looksLikePounds(Weight::ofRaw(row.typed), known, rules), meant) << row.typed;
    }
}

struct TwoWeights {
    int one, other; // kg
    const char* day;
    bool contradict;
};

TEST(WeightEntry, TwoFarApartWithinAWeekContradictEachOther) {
    auto rules = test::clinicRules().dose;
    rules.weightChangePercent = 10;
    const BodyLimits limits{.contradictionDays = 7};
    const WeightOnDay first{Weight::ofWhole(68), *base::CalendarDate::fromIso("2025-01-14")};
    const TwoWeights table[] = {
        {68, 86, "2025-01-16", true},  // the digits exchanged
        {68, 86, "2025-01-21", true},  // the last day that counts
        {68, 86, "2025-01-22", false}, // a week later it may be so
        {68, 86, "2025-01-14", true},  // on one day
        {68, 74, "2025-01-15", false}, // 8.8 %
        {68, 62, "2025-01-15", false}, // 8.8 % less
        {68, 61, "2025-01-15", true},  // 10.3 % less
        {86, 68, "2025-01-15", true},  // 20.9 % less
        {60, 66, "2025-01-15", false}, // exactly 10 %
        {66, 60, "2025-01-15", false}, // seen from the later one it would be less than 10 %
    };
    for (const auto& row : table) {
        const WeightOnDay one{Weight::ofWhole(row.one), first.on};
        const WeightOnDay other{Weight::ofWhole(row.other), *base::CalendarDate::fromIso(row.day)};
        EXPECT_EQ(contradict(one, other, rules, limits), row.contradict) << row.one << ' ' << row.other << row.day;
        EXPECT_EQ(contradict(other, one, rules, limits), row.contradict) << "the other way round " << row.one;
    }
}

} // namespace
} // namespace chairside::domain
