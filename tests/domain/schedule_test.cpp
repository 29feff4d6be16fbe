#include "core/domain/course/schedule.h"

#include <array>

#include <gmock/gmock.h>

#include "tests/support/core/case_table.h"
#include "tests/support/core/case_table_rules.h"
#include "tests/support/core/domain_printers.h"
#include "tests/support/core/fake_clock.h"
#include "tests/support/core/matchers.h"

namespace chairside::domain {
namespace {

using base::CalendarDate;
using base::Rule;
using test::CaseRow;
using test::date;
using test::HasProblem;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const RegimenRules& rules() {
    return test::courseRules().regimen;
}

std::vector<CalendarDate> dates(const std::vector<std::string>& texts) {
    std::vector<CalendarDate> result;
    for (const auto& text : texts)
        result.push_back(date(text));
    return result;
}

std::vector<CalendarDate> from(std::string_view first, std::initializer_list<int> offsets) {
    std::vector<CalendarDate> result;
    for (const int offset : offsets)
        result.push_back(date(first).plusDays(offset));
    return result;
}

constexpr const char* kMonday = "2025-06-02";

ClinicCalendar closedOn(std::initializer_list<int> offsets) {
    return {from(kMonday, offsets), 0, {}};
}

ClinicCalendar fullOn(std::initializer_list<int> offsets) {
    ClinicCalendar calendar{{}, 4, {}};
    for (const int offset : offsets)
        calendar.planned[date(kMonday).plusDays(offset)] = 4;
    return calendar;
}

class ScheduleCases : public ::testing::TestWithParam<CaseRow> {};

TEST_P(ScheduleCases, AgreeWithTheWorkedCase) {
    const CaseRow& row = GetParam();
    RegimenRules regimen = rules();
    regimen.infusions = row.whole("infusions");
    const auto plan = dates(row.list("dates"));
    const ScheduleFacts facts = scheduleFacts(plan, regimen);
    std::vector<std::string> gaps;
    for (const int gap : facts.gaps)
        gaps.push_back(std::to_string(gap));
    EXPECT_EQ(facts.spanDays, row.whole("expected_span_days"));
    EXPECT_EQ(gaps, row.list("expected_gaps_days"));
    EXPECT_EQ(facts.minGap, row.whole("expected_min_gap"));
    EXPECT_EQ(facts.maxGap, row.whole("expected_max_gap"));
    EXPECT_EQ(facts.complete, row.flag("complete"));
    EXPECT_EQ(facts.withinMaxSpan, row.flag("within_6_weeks"));
    EXPECT_EQ(facts.sorted, row.flag("sorted"));
    EXPECT_EQ(facts.duplicates, row.flag("duplicate_dates"));
    EXPECT_EQ(checkSchedule(plan, regimen).empty(), !row.flag("duplicate_dates"));
}

INSTANTIATE_TEST_SUITE_P(File, ScheduleCases, ::testing::ValuesIn(test::readCases("course_schedule")),
                         test::NameOfCase{});

TEST(Schedule, MondayAndThursdayForThreeWeeksIsLegal) {
    EXPECT_THAT(checkSchedule(from(kMonday, {0, 3, 7, 10, 14, 17}), rules()), IsEmpty());
    EXPECT_THAT(checkSchedule(from(kMonday, {0, 2, 7, 9, 14, 16}), rules()), IsEmpty());
}

TEST(Schedule, NamesEveryGapAtTheLaterDate) {
    const auto problems = checkSchedule(from(kMonday, {0, 1, 8, 23, 30, 37}), rules());
    EXPECT_THAT(problems, SizeIs(2));
    EXPECT_THAT(problems, HasProblem("date_2", Rule::GapTooShort));
    EXPECT_THAT(problems, HasProblem("date_4", Rule::GapTooLong));
    EXPECT_EQ(problems[1], (base::Problem{"date_4", Rule::GapTooLong, "2", "14", "15"}));
}

TEST(Schedule, NamesRepeatedAndMisorderedDates) {
    EXPECT_THAT(checkSchedule(from(kMonday, {0, 0, 7, 14, 21, 28}), rules()), HasProblem("date_2", Rule::Duplicate));
    const auto problems = checkSchedule(from(kMonday, {0, 7, 3, 14, 21, 28}), rules());
    EXPECT_THAT(problems, HasProblem("date_3", Rule::OutOfOrder));
    const auto facts = scheduleFacts(from(kMonday, {0, 7, 3, 7}), rules());
    EXPECT_FALSE(facts.sorted);
    EXPECT_TRUE(facts.duplicates);
}

TEST(Schedule, KeepsToTheSpan) {
    EXPECT_THAT(checkSchedule(from(kMonday, {0, 7, 14, 21, 28, 42}), rules()), IsEmpty());
    EXPECT_THAT(checkSchedule(from(kMonday, {0, 7, 14, 28, 35, 43}), rules()), HasProblem("dates", Rule::SpanTooLong));
    EXPECT_THAT(checkSchedule(from(kMonday, {0, 2, 4, 7, 9, 11}), rules()), HasProblem("dates", Rule::BelowLimit));
}

TEST(Schedule, WantsAsManyDatesAsInfusions) {
    EXPECT_THAT(checkSchedule({}, rules()), HasProblem("dates", Rule::TooFew));
    EXPECT_THAT(checkSchedule(from(kMonday, {0, 3, 7}), rules()), SizeIs(1));
    EXPECT_THAT(checkSchedule(from(kMonday, {0, 3, 7, 10, 14, 17, 21}), rules()), HasProblem("dates", Rule::TooMany));
}

TEST(Schedule, KnowsTheClinicDays) {
    EXPECT_TRUE(isClinicDay(date("2025-06-06"), rules()));
    EXPECT_FALSE(isClinicDay(date("2025-06-07"), rules()));
    EXPECT_FALSE(isClinicDay(date("2025-06-08"), rules()));
    EXPECT_THAT(checkSchedule(from(kMonday, {0, 5, 9, 14, 18, 22}), rules()),
                HasProblem("date_2", Rule::NotAClinicDay));
}

TEST(ScheduleFacts, OfOneDateOrNoneAreEmpty) {
    EXPECT_EQ(scheduleFacts({}, rules()).spanDays, 0);
    EXPECT_THAT(scheduleFacts(from(kMonday, {0}), rules()).gaps, IsEmpty());
    EXPECT_TRUE(scheduleFacts({}, rules()).sorted);
}

TEST(ScheduleProposal, FitsTheRulesFromEveryDayOfTwoYears) {
    for (int day = 0; day < 731; ++day) {
        const CalendarDate first = date("2024-01-01").plusDays(day);
        const auto plan = proposeSchedule(first, rules());
        ASSERT_THAT(plan, SizeIs(6)) << first.iso();
        ASSERT_THAT(checkSchedule(plan, rules()), IsEmpty()) << first.iso();
        ASSERT_GE(plan.front(), first);
        ASSERT_LE(base::daysBetween(first, plan.front()), 2) << first.iso();
        const auto facts = scheduleFacts(plan, rules());
        ASSERT_LE(facts.maxGap - facts.minGap, 1) << first.iso();
    }
}

TEST(ScheduleProposal, IsWeeklyOnWorkingDaysBecauseNothingIsMoreEven) {
    EXPECT_EQ(proposeSchedule(date(kMonday), rules()), from(kMonday, {0, 7, 14, 21, 28, 35}));
    EXPECT_EQ(proposeSchedule(date("2025-05-31"), rules()).front(), date(kMonday));
}

TEST(ScheduleProposal, FollowsTheClinicDays) {
    RegimenRules twice = rules();
    twice.clinicDays = 0b0001001; // Monday, Thursday
    twice.maxSpanDays = 21;
    EXPECT_EQ(proposeSchedule(date(kMonday), twice), from(kMonday, {0, 3, 7, 10, 14, 17}));
    EXPECT_EQ(proposeSchedule(date("2025-06-03"), twice), from("2025-06-05", {0, 4, 7, 11, 14, 18}));
}

TEST(ScheduleProposal, FitsManyOtherRulesOrIsEmpty) {
    int fitting = 0;
    for (int clinicDays = 0; clinicDays < 128; ++clinicDays) {
        for (const int infusions : {1, 2, 5, 10}) {
            for (const auto& [minGap, maxGap, minSpan, maxSpan] :
                 {std::array{1, 1, 0, 40}, std::array{2, 5, 6, 30}, std::array{7, 7, 0, 70},
                  std::array{3, 14, 20, 90}}) {
                const RegimenRules regimen{{},      90,        infusions, minGap, maxGap, infusions == 1 ? 0 : minSpan,
                                           maxSpan, clinicDays};
                const auto plan = proposeSchedule(date(kMonday), regimen);
                if (plan.empty()) continue;
                ++fitting;
                ASSERT_THAT(checkSchedule(plan, regimen), IsEmpty()) << clinicDays << ' ' << infusions << ' ' << minGap;
            }
        }
    }
    EXPECT_GT(fitting, 500);
}

TEST(ScheduleProposal, IsEmptyWhenTheRulesCannotBeMet) {
    RegimenRules regimen = rules();
    regimen.clinicDays = 0;
    EXPECT_THAT(proposeSchedule(date(kMonday), regimen), IsEmpty());
    regimen = rules();
    regimen.maxSpanDays = 9;
    EXPECT_THAT(proposeSchedule(date(kMonday), regimen), IsEmpty());
    regimen = rules();
    regimen.infusions = 0;
    EXPECT_THAT(proposeSchedule(date(kMonday), regimen), IsEmpty());
    regimen = rules();
    regimen.clinicDays = 1; // Mondays only, but never a week apart
    regimen.maxGapDays = 6;
    EXPECT_THAT(proposeSchedule(date(kMonday), regimen), IsEmpty());
}

TEST(ScheduleProposal, OfTheStudyIsOneDay) {
    const auto& study = test::studyRules().regimen;
    EXPECT_THAT(proposeSchedule(date(kMonday), study), ElementsAre(date(kMonday)));
    EXPECT_THAT(checkSchedule(proposeSchedule(date("2025-06-07"), study), study), IsEmpty());
}

TEST(ClinicDays, ADayIsTakenUntilItsLastPlaceIsGone) {
    ClinicCalendar calendar{{}, 4, {{date(kMonday), 3}}};
    EXPECT_FALSE(calendar.isFull(date(kMonday)));
    calendar.planned[date(kMonday)] = 4;
    EXPECT_TRUE(calendar.isFull(date(kMonday)));
    calendar.perDay = 0;
    EXPECT_FALSE(calendar.isFull(date(kMonday))) << "nobody said how many the chairs take";
}

TEST(ClinicDays, AClosedAndAFullDayAreSaidAtTheirDate) {
    const auto plan = from(kMonday, {0, 7, 14, 21, 28, 35});
    const base::Problem closed{"date_2", Rule::NotAClinicDay, {}, {}, "closed"};
    const base::Problem full{"date_3", Rule::TooMany, {}, "4", {}};
    EXPECT_THAT(checkSchedule(plan, rules(), closedOn({7, 8})), ElementsAre(closed));
    EXPECT_THAT(checkSchedule(plan, rules(), fullOn({14, 15})), ElementsAre(full));
    EXPECT_THAT(checkSchedule(plan, rules(), closedOn({1})), IsEmpty()) << "nothing is planned on that day";
}

TEST(ClinicDays, TheProposalGoesAroundWhatTheClinicCannotTake) {
    struct Case {
        const char* what;
        ClinicCalendar calendar;
        const char* first; // of the proposal
    };
    const Case cases[] = {{"a holiday in the middle", closedOn({14}), kMonday},
                          {"a full day in the middle", fullOn({21}), kMonday},
                          {"a week off", closedOn({7, 8, 9, 10, 11}), kMonday},
                          {"the first day itself", closedOn({0}), "2025-06-03"},
                          {"a full first day", fullOn({0, 1}), "2025-06-04"}};
    for (const auto& one : cases) {
        const auto plan = proposeSchedule(date(kMonday), rules(), one.calendar);
        ASSERT_THAT(plan, SizeIs(6)) << one.what;
        EXPECT_EQ(plan.front(), date(one.first)) << one.what;
        EXPECT_THAT(checkSchedule(plan, rules(), one.calendar), IsEmpty()) << one.what;
        EXPECT_THAT(scheduleObstacles(date(kMonday), rules(), one.calendar), IsEmpty()) << one.what;
    }
}

TEST(ClinicDays, AScheduleThatCannotFitSaysWhy) {
    auto mondays = rules();
    mondays.clinicDays = 1;
    mondays.maxGapDays = 7;
    const auto both = [] {
        auto calendar = fullOn({14});
        calendar.closed = from(kMonday, {7});
        return calendar;
    }();
    const base::Problem closed{"dates", Rule::NotAClinicDay, "2025-06-09", {}, "closed"};
    const base::Problem full{"dates", Rule::TooMany, "2025-06-16", "4", {}};
    EXPECT_THAT(scheduleObstacles(date(kMonday), mondays, closedOn({7})), ElementsAre(closed));
    EXPECT_THAT(scheduleObstacles(date(kMonday), mondays, fullOn({14})), ElementsAre(full));
    EXPECT_THAT(scheduleObstacles(date(kMonday), mondays, both), ElementsAre(closed, full));
    EXPECT_THAT(proposeSchedule(date(kMonday), mondays, both), IsEmpty());
    auto impossible = mondays;
    impossible.maxGapDays = 6;
    EXPECT_THAT(scheduleObstacles(date(kMonday), impossible), ElementsAre(base::Problem{"dates", Rule::NotAllowed}));
    impossible.clinicDays = 0;
    EXPECT_THAT(scheduleObstacles(date(kMonday), impossible), ElementsAre(base::Problem{"dates", Rule::NotAClinicDay}));
}

} // namespace
} // namespace chairside::domain
