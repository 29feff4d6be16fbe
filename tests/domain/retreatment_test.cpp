#include "core/domain/course/retreatment.h"

#include <map>

#include <gmock/gmock.h>

#include "tests/support/core/case_table.h"
#include "tests/support/core/case_table_rules.h"
#include "tests/support/core/domain_printers.h"
#include "tests/support/core/fake_clock.h"

namespace chairside::domain {
namespace {

using test::CaseRow;
using test::date;
using ::testing::Eq;
using ::testing::Optional;

const RetreatmentRules& rules() {
    return test::courseRules().retreatment;
}

class RetreatmentCases : public ::testing::TestWithParam<CaseRow> {};

TEST_P(RetreatmentCases, AgreeWithTheWorkedCase) {
    static const std::map<std::string, WindowState> kStates{
        {"before_window", WindowState::BeforeWindow},
        {"in_window", WindowState::InWindow},
        {"after_window", WindowState::AfterWindow},
        {"course_not_complete", WindowState::CourseNotComplete},
        {"invalid_future_last_infusion", WindowState::LastInfusionInFuture}};
    const CaseRow& row = GetParam();
    const auto window = retreatmentWindow(date(row.text("last_infusion_date")), row.whole("infusions_done"),
                                          row.whole("infusions_planned"), date(row.text("today")), rules());
    EXPECT_EQ(window.days, row.whole("expected_days"));
    EXPECT_EQ(window.state, kStates.at(row.text("expected_state")));
    EXPECT_THAT(window.opens, Optional(date(row.text("window_open"))));
    EXPECT_THAT(window.closes, Optional(date(row.text("window_close"))));
}

INSTANTIATE_TEST_SUITE_P(File, RetreatmentCases, ::testing::ValuesIn(test::readCases("retreatment")),
                         test::NameOfCase{});

TEST(RetreatmentWindow, HasInclusiveBoundaryDaysFromEveryDayOfFourYears) {
    for (int day = 0; day < 1'461; ++day) {
        const auto last = date("2024-01-01").plusDays(day);
        const auto stateOn = [&](int days) {
            return retreatmentWindow(last, 6, 6, last.plusDays(days), rules()).state;
        };
        ASSERT_EQ(stateOn(0), WindowState::BeforeWindow) << last.iso();
        ASSERT_EQ(stateOn(27), WindowState::BeforeWindow) << last.iso();
        ASSERT_EQ(stateOn(28), WindowState::InWindow) << last.iso();
        ASSERT_EQ(stateOn(42), WindowState::InWindow) << last.iso();
        ASSERT_EQ(stateOn(43), WindowState::AfterWindow) << last.iso();
        ASSERT_EQ(stateOn(-1), WindowState::LastInfusionInFuture) << last.iso();
    }
}

TEST(RetreatmentWindow, NeedsAGivenInfusion) {
    EXPECT_EQ(retreatmentWindow({}, 0, 6, date("2025-01-14"), rules()).state, WindowState::NoInfusionGiven);
    EXPECT_EQ(retreatmentWindow(date("2025-01-01"), 0, 6, date("2025-01-14"), rules()).state,
              WindowState::NoInfusionGiven);
    EXPECT_THAT(retreatmentWindow({}, 0, 6, date("2025-01-14"), rules()).opens, Eq(std::nullopt));
}

TEST(RetreatmentWindow, OpensForACourseThatWasStoppedEarlyOrRanLonger) {
    const auto today = date("2025-07-01");
    EXPECT_EQ(retreatmentWindow(date("2025-06-02"), 4, 4, today, rules()).state, WindowState::InWindow);
    EXPECT_EQ(retreatmentWindow(date("2025-06-02"), 7, 6, today, rules()).state, WindowState::InWindow);
    EXPECT_EQ(retreatmentWindow(date("2025-06-02"), 5, 6, today, rules()).state, WindowState::CourseNotComplete);
}

TEST(Relapse, IsTheLostShareOfTheGain) {
    const auto judge = [](std::int64_t baseline, std::int64_t end, std::int64_t now) {
        return relapsed(Score::ofRaw(baseline), Score::ofRaw(end), Score::ofRaw(now), rules());
    };
    EXPECT_THAT(judge(8'000, 4'000, 6'000), Optional(true));
    EXPECT_THAT(judge(8'000, 4'000, 5'999), Optional(false));
    EXPECT_THAT(judge(8'000, 4'000, 4'000), Optional(false));
    EXPECT_THAT(judge(8'000, 4'000, 2'000), Optional(false));
    EXPECT_THAT(judge(8'000, 4'000, 9'000), Optional(true));
    EXPECT_THAT(judge(7'333, 5'000, 6'166), Optional(false));
    EXPECT_THAT(judge(7'333, 5'000, 6'167), Optional(true));
}

TEST(Relapse, CannotBeJudgedWithoutScoresOrGain) {
    const Score four = Score::ofWhole(4);
    EXPECT_THAT(relapsed({}, four, four, rules()), Eq(std::nullopt));
    EXPECT_THAT(relapsed(four, {}, four, rules()), Eq(std::nullopt));
    EXPECT_THAT(relapsed(four, four, {}, rules()), Eq(std::nullopt));
    EXPECT_THAT(relapsed(four, four, four, rules()), Eq(std::nullopt));
    EXPECT_THAT(relapsed(four, Score::ofWhole(5), four, rules()), Eq(std::nullopt));
}

} // namespace
} // namespace chairside::domain
