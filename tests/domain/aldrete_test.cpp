#include "core/domain/outcome/aldrete.h"

#include <gmock/gmock.h>

#include "tests/support/core/case_table.h"
#include "tests/support/core/case_table_rules.h"
#include "tests/support/core/matchers.h"

namespace chairside::domain {
namespace {

using base::Rule;
using test::CaseRow;
using test::HasProblem;
using ::testing::IsEmpty;

class AldreteCases : public ::testing::TestWithParam<CaseRow> {};

TEST_P(AldreteCases, AgreeWithTheWorkedCase) {
    const auto& row = GetParam();
    const AldreteItems items{row.whole("activity"), row.whole("respiration"), row.whole("circulation"),
                             row.whole("consciousness"), row.whole("spo2")};
    const int pass = test::courseRules().discharge.aldretePass;
    EXPECT_EQ(totalOf(items), row.whole("expected_total"));
    EXPECT_EQ(totalOf(items) >= pass, row.flag("expected_pass"));
    EXPECT_EQ(hasZero(items), row.flag("any_zero"));
    EXPECT_EQ(totalOf(items) >= pass && !hasZero(items), row.flag("expected_pass_strict_no_zero"));
    EXPECT_THAT(check(items), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Files, AldreteCases, ::testing::ValuesIn(test::readCases("aldrete")), test::NameOfCase{});

class CirculationCases : public ::testing::TestWithParam<CaseRow> {};

TEST_P(CirculationCases, AgreeWithTheWorkedCase) {
    const auto& row = GetParam();
    const int baseline = row.whole("baseline_sbp");
    const int now = row.whole("now_sbp");
    EXPECT_EQ(circulationScore(CirculationVariant::Percent, baseline, now),
              row.whole("expected_score_percent_variant"));
    EXPECT_EQ(circulationScore(CirculationVariant::Mmhg, baseline, now), row.whole("expected_score_mmhg_variant"));
    EXPECT_EQ(isCirculationAmbiguous(baseline, now), row.flag("ambiguous_mmhg"));
}

INSTANTIATE_TEST_SUITE_P(Files, CirculationCases, ::testing::ValuesIn(test::readCases("aldrete_circulation")),
                         test::NameOfCase{});

struct Band {
    CirculationVariant variant;
    int baseline, now, score;
};

class CirculationBand : public ::testing::TestWithParam<Band> {};

TEST_P(CirculationBand, IsReadAtItsEdges) {
    const auto& one = GetParam();
    EXPECT_EQ(circulationScore(one.variant, one.baseline, one.now), one.score) << one.baseline << " to " << one.now;
    EXPECT_EQ(circulationScore(one.variant, one.baseline, 2 * one.baseline - one.now), one.score)
        << "a fall counts like a rise";
}

INSTANTIATE_TEST_SUITE_P(
    Edges, CirculationBand,
    ::testing::Values(Band{CirculationVariant::Mmhg, 120, 140, 2}, Band{CirculationVariant::Mmhg, 120, 141, 1},
                      Band{CirculationVariant::Mmhg, 120, 169, 1}, Band{CirculationVariant::Mmhg, 120, 170, 0},
                      Band{CirculationVariant::Percent, 100, 119, 2}, Band{CirculationVariant::Percent, 100, 120, 1},
                      Band{CirculationVariant::Percent, 100, 149, 1}, Band{CirculationVariant::Percent, 100, 150, 0},
                      Band{CirculationVariant::Percent, 120, 178, 1}, Band{CirculationVariant::Percent, 120, 179, 0}));

TEST(Aldrete, AChangeOfExactlyFiftyMmhgIsNamedAmbiguous) {
    EXPECT_TRUE(isCirculationAmbiguous(120, 170));
    EXPECT_TRUE(isCirculationAmbiguous(120, 70));
    EXPECT_FALSE(isCirculationAmbiguous(120, 169));
}

TEST(Aldrete, AnItemOutsideItsScaleIsRefused) {
    EXPECT_THAT(check({3, 2, 2, 2, 2}), HasProblem("activity", Rule::OutOfRange));
    EXPECT_THAT(check({2, -1, 2, 2, 2}), HasProblem("respiration", Rule::OutOfRange));
}

} // namespace
} // namespace chairside::domain
