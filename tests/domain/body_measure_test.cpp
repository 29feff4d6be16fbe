// Weight and height typed together.
#include "core/domain/dosing/body_measure.h"

#include <gtest/gtest.h>

#include "tests/support/core/builders.h"
#include "tests/support/core/domain_printers.h"

namespace chairside::domain {
namespace {

constexpr BodyLimits kLimits{Height::ofWhole(100), Height::ofWhole(230), 12, 60};

TEST(BodyMeasure, TheMassIndexIsExact) {
    EXPECT_EQ(massIndex(Weight::ofWhole(68), Height::ofWhole(170)), 23'529); // 68 / 1.7^2 = 23.5294...
    EXPECT_EQ(massIndex(Weight::ofWhole(64), Height::ofWhole(160)), 25'000);
    EXPECT_EQ(massIndex(Weight::ofWhole(60), Height::ofWhole(100)), 60'000);
}

TEST(BodyMeasure, SwappedNumbersAreNoticedAndOrdinaryOnesAreNot) {
    auto rules = test::clinicRules().dose;
    rules.minWeight = Weight::ofWhole(30);
    rules.maxWeight = Weight::ofWhole(250);
    struct Row {
        int weight, height;
        bool odd, swapped;
    };
    const Row table[] = {
        {68, 170, false, false},  // as most people are
        {170, 68, true, true},    // the same, exchanged
        {110, 165, false, false}, // mass index 40
        {165, 110, true, true},   // possible each by itself, but mass index 136
        {180, 175, false, false}, // mass index 58.8: rare, not asked
        {180, 170, true, true},   // 62.3; exchanged 52.5: asked which it is
        {31, 170, true, false},   // 10.7; 170 kg at 31 cm is impossible
        {250, 200, true, false},  // 62.5; 200 kg at 250 cm is impossible
        {60, 100, false, false},  // the limit itself
    };
    for (const auto& row : table) {
        const auto weight = Weight::ofWhole(row.weight);
        const auto height = Height::ofWhole(row.height);
        EXPECT_EQ(isOdd(weight, height, kLimits), row.odd) << row.weight << " kg " << row.height << " cm";
        EXPECT_EQ(looksSwapped(weight, height, rules, kLimits), row.swapped)
            << row.weight << " kg " << row.height << " cm";
    }
    EXPECT_FALSE(looksSwapped(Weight{}, Height::ofWhole(170), rules, kLimits));
    EXPECT_FALSE(looksSwapped(Weight::ofWhole(70), Height{}, rules, kLimits));
}

} // namespace
} // namespace chairside::domain
