#include "core/domain/outcome/pressure_grade.h"

#include <gtest/gtest.h>

#include "tests/support/core/case_table.h"

namespace chairside::domain {
namespace {

using test::CaseRow;

class PressureGradeCases : public ::testing::TestWithParam<CaseRow> {};

TEST_P(PressureGradeCases, AgreeWithTheWorkedCase) {
    const auto& row = GetParam();
    EXPECT_EQ(pressureGrade(row.whole("systolic"), row.whole("diastolic")), row.whole("expected_ctcae_numeric_grade"));
}

INSTANTIATE_TEST_SUITE_P(File, PressureGradeCases, ::testing::ValuesIn(test::readCases("bp_grade")),
                         test::NameOfCase{});

TEST(PressureGrade, TheHigherOneOfTheTwoCounts) {
    EXPECT_EQ(pressureGrade(118, 80), 1);
    EXPECT_EQ(pressureGrade(118, 90), 2);
    EXPECT_EQ(pressureGrade(118, 100), 3);
    EXPECT_EQ(pressureGrade(160, 70), 3);
    EXPECT_EQ(pressureGrade(159, 70), 2);
    EXPECT_EQ(pressureGrade(139, 70), 1);
}

} // namespace
} // namespace chairside::domain
