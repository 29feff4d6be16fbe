// Against numbers of another implementation, named in each case, to four decimals.
#include <gmock/gmock.h>

#include "core/domain/outcome/proportion.h"
#include "core/domain/outcome/quartiles.h"
#include "core/domain/outcome/survival.h"
#include "tests/support/core/case_table.h"

namespace chairside::domain {
namespace {

using test::CaseRow;
using ::testing::Eq;

constexpr double kFourDecimals = 0.00005;

double real(const CaseRow& row, const std::string& key) {
    return std::stod(row.text(key));
}

class WilsonCases : public ::testing::TestWithParam<CaseRow> {};

TEST_P(WilsonCases, AgreeWithTheOtherImplementation) {
    const auto& row = GetParam();
    const auto range = wilson95({row.whole("k"), row.whole("n")});
    ASSERT_TRUE(range);
    EXPECT_NEAR(range->low, real(row, "expected_low"), kFourDecimals);
    EXPECT_NEAR(range->high, real(row, "expected_high"), kFourDecimals);
}

INSTANTIATE_TEST_SUITE_P(File, WilsonCases, ::testing::ValuesIn(test::readCases("wilson")), test::NameOfCase{});

TEST(Wilson, StaysWithinPossibleSharesAndNeedsSomebodyToCount) {
    EXPECT_EQ(wilson95({0, 7})->low, 0);
    EXPECT_EQ(wilson95({7, 7})->high, 1);
    EXPECT_FALSE(wilson95({0, 0}));
    EXPECT_FALSE(wilson95({8, 7}));
    EXPECT_FALSE(wilson95({-1, 7}));
}

class PublishedProportions : public ::testing::TestWithParam<CaseRow> {};

TEST_P(PublishedProportions, LieInTheirIntervals) {
    const auto& row = GetParam();
    const auto range = wilson95({row.whole("k"), row.whole("n")});
    ASSERT_TRUE(range);
    EXPECT_LE(100 * range->low, real(row, "expected_percent"));
    EXPECT_GE(100 * range->high, real(row, "expected_percent"));
}

INSTANTIATE_TEST_SUITE_P(File, PublishedProportions, ::testing::ValuesIn(test::readCases("published_proportions")),
                         test::NameOfCase{});

class FisherCases : public ::testing::TestWithParam<CaseRow> {};

TEST_P(FisherCases, AgreeWithTheOtherImplementation) {
    const auto& row = GetParam();
    const int a = row.whole("a");
    const int b = row.whole("b");
    const int c = row.whole("c");
    const int d = row.whole("d");
    const double expected = real(row, "expected_p");
    EXPECT_NEAR(fisherTwoSided({a, a + b}, {c, c + d}).value(), expected, kFourDecimals);
    EXPECT_NEAR(fisherTwoSided({c, c + d}, {a, a + b}).value(), expected, kFourDecimals);
    EXPECT_NEAR(fisherTwoSided({a, a + c}, {b, b + d}).value(), expected, kFourDecimals);
}

INSTANTIATE_TEST_SUITE_P(File, FisherCases, ::testing::ValuesIn(test::readCases("fisher")), test::NameOfCase{});

TEST(Fisher, KeepsItsDigitsFarFromOne) {
    EXPECT_NEAR(fisherTwoSided({30, 30}, {0, 30}).value() / 1.691123389e-17, 1, 1e-6);
    EXPECT_FALSE(fisherTwoSided({3, 2}, {1, 4}));
}

class DiagnosticCases : public ::testing::TestWithParam<CaseRow> {};

TEST_P(DiagnosticCases, CountTheSubjectsThatBelong) {
    const auto& row = GetParam();
    const int tp = row.whole("tp");
    const int fp = row.whole("fp");
    const int fn = row.whole("fn");
    const int tn = row.whole("tn");
    const TwoByTwo table{.truePositive = tp, .falsePositive = fp, .falseNegative = fn, .trueNegative = tn};
    EXPECT_EQ(table.sensitivity(), (Proportion{tp, tp + fn}));
    EXPECT_EQ(table.specificity(), (Proportion{tn, tn + fp}));
    EXPECT_EQ(table.positivePredictive(), (Proportion{tp, tp + fp}));
    EXPECT_EQ(table.negativePredictive(), (Proportion{tn, tn + fn}));
    EXPECT_EQ(table.agreement(), (Proportion{tp + tn, row.whole("n")}));
}

INSTANTIATE_TEST_SUITE_P(File, DiagnosticCases, ::testing::ValuesIn(test::readCases("published_diagnostic_2x2")),
                         test::NameOfCase{});

TEST(PerHundred, MayBeAboveAHundredAndNeedsInfusions) {
    EXPECT_DOUBLE_EQ(perHundred(23, 2342).value(), 2300.0 / 2342);
    EXPECT_DOUBLE_EQ(perHundred(30, 20).value(), 150);
    EXPECT_DOUBLE_EQ(perHundred(0, 20).value(), 0);
    EXPECT_FALSE(perHundred(0, 0));
    EXPECT_FALSE(perHundred(-1, 5));
}

class QuartileCases : public ::testing::TestWithParam<CaseRow> {};

TEST_P(QuartileCases, AgreeWithTheOtherImplementation) {
    const auto& row = GetParam();
    std::vector<double> values;
    for (const auto& text : row.list("values"))
        values.push_back(std::stod(text));
    const auto quartiles = quartilesOf(values);
    ASSERT_TRUE(quartiles);
    EXPECT_NEAR(quartiles->lower, real(row, "expected_lower"), kFourDecimals);
    EXPECT_NEAR(quartiles->median, real(row, "expected_median"), kFourDecimals);
    EXPECT_NEAR(quartiles->upper, real(row, "expected_upper"), kFourDecimals);
}

INSTANTIATE_TEST_SUITE_P(File, QuartileCases, ::testing::ValuesIn(test::readCases("quartiles")), test::NameOfCase{});

TEST(Quartiles, OfNothingAreNothing) {
    EXPECT_FALSE(quartilesOf({}));
}

std::vector<Observation> observationsOf(const CaseRow& row) {
    std::vector<Observation> all;
    const auto days = row.list("days");
    const auto events = row.list("events");
    for (std::size_t at = 0; at < days.size(); ++at)
        all.push_back({std::stoi(days[at]), events[at] == "1"});
    return all;
}

class KaplanMeierCases : public ::testing::TestWithParam<CaseRow> {};

TEST_P(KaplanMeierCases, AgreeWithTheOtherImplementation) {
    const auto& row = GetParam();
    const auto curve = kaplanMeier(observationsOf(row));
    const auto expected = row.rows("expected_steps");
    ASSERT_EQ(curve.steps.size(), expected.size());
    for (std::size_t at = 0; at < expected.size(); ++at) {
        const auto& step = curve.steps[at];
        EXPECT_EQ(step.day, expected[at].whole("day"));
        EXPECT_EQ(step.atRisk, expected[at].whole("at_risk")) << step.day;
        EXPECT_EQ(step.events, expected[at].whole("events")) << step.day;
        EXPECT_EQ(step.censored, expected[at].whole("censored")) << step.day;
        EXPECT_NEAR(step.survival, real(expected[at], "survival"), kFourDecimals) << step.day;
        ASSERT_EQ(step.band.has_value(), !expected[at].isNull("low")) << step.day;
        if (!step.band) continue;
        EXPECT_NEAR(step.band->low, real(expected[at], "low"), kFourDecimals) << step.day;
        EXPECT_NEAR(step.band->high, real(expected[at], "high"), kFourDecimals) << step.day;
    }
    if (row.isNull("expected_median")) {
        EXPECT_THAT(curve.medianDay, Eq(std::nullopt));
    } else {
        EXPECT_THAT(curve.medianDay, Eq(row.whole("expected_median")));
    }
}

INSTANTIATE_TEST_SUITE_P(File, KaplanMeierCases, ::testing::ValuesIn(test::readCases("kaplan_meier")),
                         test::NameOfCase{});

TEST(KaplanMeier, OfNobodyHasNoSteps) {
    const auto curve = kaplanMeier({});
    EXPECT_EQ(curve.subjects, 0);
    EXPECT_TRUE(curve.steps.empty());
    EXPECT_FALSE(curve.medianDay);
}

// At risk as R 4.2.2, survival 3.5.3, summary(survfit) has it.
TEST(RiskTable, EveryRowAddsUpToAllSubjects) {
    const auto row = test::readCases("kaplan_meier")[2];
    const std::vector<int> days{0, 7, 14, 21, 28, 35};
    EXPECT_THAT(riskTable(observationsOf(row), days),
                ::testing::ElementsAre(RiskRow{0, 21, 0, 0}, RiskRow{7, 17, 1, 3}, RiskRow{14, 11, 4, 6},
                                       RiskRow{21, 7, 7, 7}, RiskRow{28, 4, 8, 9}, RiskRow{35, 1, 11, 9}));
}

} // namespace
} // namespace chairside::domain
