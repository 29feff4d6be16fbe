#include "core/base/decimal_text.h"

#include <random>

#include <gmock/gmock.h>

#include "tests/support/core/printers.h"

namespace chairside::base {
namespace {

using Quantity = Scaled<struct TestTag>;
using ::testing::Eq;
using ::testing::Optional;

struct Reading {
    const char* text;
    int maxDecimals;
    std::int64_t thousandths;
};

class DecimalReading : public ::testing::TestWithParam<Reading> {};

TEST_P(DecimalReading, GivesThousandths) {
    EXPECT_THAT(thousandthsFromText(GetParam().text, GetParam().maxDecimals), Optional(GetParam().thousandths));
}

INSTANTIATE_TEST_SUITE_P(Texts, DecimalReading,
                         ::testing::Values(Reading{"0", 3, 0}, Reading{"0.5", 3, 500}, Reading{"0,5", 3, 500},
                                           Reading{".5", 1, 500}, Reading{"70.4", 1, 70'400},
                                           Reading{"70.40", 2, 70'400}, Reading{"35.750", 3, 35'750},
                                           Reading{"007", 0, 7'000}, Reading{"999999999.999", 3, 999'999'999'999},
                                           Reading{"0.001", 3, 1}, Reading{"1", 0, 1'000}));

struct Refusal {
    const char* text;
    int maxDecimals;
};

class DecimalRefusal : public ::testing::TestWithParam<Refusal> {};

TEST_P(DecimalRefusal, GivesNothing) {
    EXPECT_THAT(thousandthsFromText(GetParam().text, GetParam().maxDecimals), Eq(std::nullopt));
}

INSTANTIATE_TEST_SUITE_P(Texts, DecimalRefusal,
                         ::testing::Values(Refusal{"", 3}, Refusal{".", 3}, Refusal{",", 3}, Refusal{"1.", 3},
                                           Refusal{"1,", 3}, Refusal{"+1", 3}, Refusal{"-1", 3}, Refusal{" 1", 3},
                                           Refusal{"1 ", 3}, Refusal{"1e3", 3}, Refusal{"1.2.3", 3},
                                           Refusal{"1,2.3", 3}, Refusal{"1,234.5", 3}, Refusal{"0x1", 3},
                                           Refusal{"NaN", 3}, Refusal{"inf", 3}, Refusal{"1.2345", 3},
                                           Refusal{"1.5", 0}, Refusal{"1.55", 1}, Refusal{"1234567890", 3},
                                           Refusal{"\xd9\xa1", 3}, Refusal{"1\n", 3}, Refusal{"5mg", 3},
                                           Refusal{"--1", 3}));

TEST(DecimalText, RefusesAnEmbeddedNul) {
    EXPECT_THAT(thousandthsFromText(std::string_view("1\0", 2)), Eq(std::nullopt));
}

TEST(DecimalText, IsCanonical) {
    EXPECT_EQ(textFromThousandths(0), "0");
    EXPECT_EQ(textFromThousandths(500), "0.5");
    EXPECT_EQ(textFromThousandths(34'000), "34");
    EXPECT_EQ(textFromThousandths(-5), "-0.005");
    EXPECT_EQ(textFromThousandths(-34'050), "-34.05");
    EXPECT_EQ(textFromThousandths(INT64_MIN), "-9223372036854775.808");
    EXPECT_EQ(toText(Quantity::ofRaw(35'750)), "35.75");
}

TEST(DecimalText, SurvivesTheRoundTripForTwentyThousandValues) {
    std::mt19937_64 random(20'250'114);
    for (int i = 0; i < 20'000; ++i) {
        const auto value = static_cast<std::int64_t>(random() % 1'000'000'000'000ULL) >> (i % 40);
        const std::string text = textFromThousandths(value);
        ASSERT_THAT(thousandthsFromText(text), Optional(value)) << text;
        ASSERT_THAT(quantityFromText<Quantity>(text), Optional(Quantity::ofRaw(value))) << text;
    }
}

} // namespace
} // namespace chairside::base
