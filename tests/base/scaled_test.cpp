#include "core/base/scaled.h"

#include <type_traits>

#include <gtest/gtest.h>

#include "tests/support/core/printers.h"

namespace chairside::base {
namespace {

using Mass = Scaled<struct MassTag>;
using Volume = Scaled<struct VolumeTag>;

static_assert(!std::is_convertible_v<Mass, Volume>);
static_assert(!std::is_constructible_v<Mass, std::int64_t>);
static_assert(!std::is_convertible_v<Mass, std::int64_t>);

TEST(Scaled, CountsThousandthsOfItsUnit) {
    EXPECT_EQ(Mass::ofWhole(3), Mass::ofRaw(3'000));
    EXPECT_EQ(Mass{}.raw(), 0);
    EXPECT_EQ(Mass::ofRaw(700) + Mass::ofRaw(400) - Mass::ofRaw(100), Mass::ofWhole(1));
    EXPECT_EQ(-Mass::ofRaw(5), Mass::ofRaw(-5));
    Mass mass = Mass::ofWhole(2);
    mass += Mass::ofRaw(1);
    mass -= Mass::ofRaw(2);
    EXPECT_EQ(mass, Mass::ofRaw(1'999));
    EXPECT_LT(mass, Mass::ofWhole(2));
}

TEST(DivideRounded, TakesHalvesAwayFromZero) {
    EXPECT_EQ(divideRounded(5, 2), 3);
    EXPECT_EQ(divideRounded(-5, 2), -3);
    EXPECT_EQ(divideRounded(4, 3), 1);
    EXPECT_EQ(divideRounded(-4, 3), -1);
    EXPECT_EQ(divideRounded(0, 7), 0);
    EXPECT_EQ(divideRounded(24'850, 1'000), 25);
    EXPECT_EQ(divideRounded(Wide{INT64_MAX} * 4, 8), INT64_MAX / 2 + 1);
}

TEST(DivideRounded, AgreesWithTheDefinitionForSmallNumbers) {
    for (std::int64_t denominator = 1; denominator <= 12; ++denominator) {
        for (std::int64_t numerator = -100; numerator <= 100; ++numerator) {
            const std::int64_t rounded = divideRounded(numerator, denominator);
            const std::int64_t twiceError = 2 * (rounded * denominator - numerator);
            ASSERT_LE(std::abs(twiceError), denominator) << numerator << '/' << denominator;
            if (std::abs(twiceError) == denominator) {
                ASSERT_GT(std::abs(rounded * denominator), std::abs(numerator)) << numerator << '/' << denominator;
            }
        }
    }
}

TEST(DivideToStep, GivesMultiplesOfTheStep) {
    EXPECT_EQ(divideToStep(35'050'000, 1'000, 100), 35'100);
    EXPECT_EQ(divideToStep(35'049'999, 1'000, 100), 35'000);
    EXPECT_EQ(divideToStep(-35'050'000, 1'000, 100), -35'100);
    EXPECT_EQ(divideToStep(24'850'000, 1'000, 100), 24'900); // 71 kg x 0.35 mg per kg: doubles give 24.8
    EXPECT_EQ(divideToStep(7, 1, 5), 5);
    EXPECT_EQ(divideToStep(Wide{6'000'000} * 60, 90, 100), 4'000'000);
}

} // namespace
} // namespace chairside::base
