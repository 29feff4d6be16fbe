#include "core/base/calendar_date.h"

#include <gmock/gmock.h>

#include "tests/support/core/fake_clock.h"
#include "tests/support/core/printers.h"

namespace chairside::base {
namespace {

using test::date;
using ::testing::Eq;

TEST(CalendarDate, KnowsWhichDaysExist) {
    EXPECT_TRUE(CalendarDate::of(2024, 2, 29));
    EXPECT_TRUE(CalendarDate::of(2000, 2, 29));
    EXPECT_FALSE(CalendarDate::of(2023, 2, 29));
    EXPECT_FALSE(CalendarDate::of(2100, 2, 29));
    EXPECT_FALSE(CalendarDate::of(2025, 4, 31));
    EXPECT_FALSE(CalendarDate::of(2025, 0, 1));
    EXPECT_FALSE(CalendarDate::of(2025, 13, 1));
    EXPECT_FALSE(CalendarDate::of(2025, 1, 0));
}

TEST(CalendarDate, ReadsExactlyTheIsoForm) {
    EXPECT_EQ(date("1979-03-05").iso(), "1979-03-05");
    for (const char* text : {"", "2025-1-14", "2025-01-14T", "2025/01/14", "14-01-2025", "2025-01-32", "20250114",
                             " 2025-01-1", "+025-01-14", "2025-01-1x"}) {
        EXPECT_THAT(CalendarDate::fromIso(text), Eq(std::nullopt)) << text;
    }
}

TEST(CalendarDate, HasPartsAndWeekday) {
    const CalendarDate day = date("2025-01-14");
    EXPECT_EQ(day.year(), 2025);
    EXPECT_EQ(day.month(), 1U);
    EXPECT_EQ(day.day(), 14U);
    EXPECT_EQ(day.isoWeekday(), 2U);
    EXPECT_EQ(date("2025-01-19").isoWeekday(), 7U);
    EXPECT_EQ(CalendarDate::ofDays(day.days()), day);
}

TEST(CalendarDate, CountsDaysOverLeapDaysAndYears) {
    EXPECT_EQ(daysBetween(date("2024-02-01"), date("2024-02-29")), 28);
    EXPECT_EQ(daysBetween(date("2024-02-28"), date("2024-03-01")), 2);
    EXPECT_EQ(daysBetween(date("2023-02-28"), date("2023-03-01")), 1);
    EXPECT_EQ(daysBetween(date("2023-12-04"), date("2024-01-01")), 28);
    EXPECT_EQ(daysBetween(date("2025-06-02"), date("2025-06-01")), -1);
    EXPECT_EQ(date("2024-02-28").plusDays(2), date("2024-03-01"));
    EXPECT_EQ(date("2025-01-01").plusDays(-1), date("2024-12-31"));
    EXPECT_LT(date("2024-12-31"), date("2025-01-01"));
}

TEST(CalendarDate, EveryDayOfACenturySurvivesTheRoundTrip) {
    CalendarDate day = date("1950-01-01");
    for (int count = 0; count < 36'525; ++count, day = day.plusDays(1)) {
        ASSERT_EQ(CalendarDate::fromIso(day.iso()), day);
    }
}

TEST(CompletedYears, TurnOnTheBirthday) {
    EXPECT_EQ(completedYears(date("1979-05-04"), date("2025-05-03")), 45);
    EXPECT_EQ(completedYears(date("1979-05-04"), date("2025-05-04")), 46);
    EXPECT_EQ(completedYears(date("1979-05-04"), date("2025-04-30")), 45);
    EXPECT_EQ(completedYears(date("2025-05-04"), date("2025-05-04")), 0);
    EXPECT_EQ(completedYears(date("2025-05-04"), date("2025-05-03")), -1);
}

TEST(CompletedYears, OfSomebodyBornOnALeapDayTurnOnTheFirstOfMarch) {
    EXPECT_EQ(completedYears(date("2000-02-29"), date("2023-02-28")), 22);
    EXPECT_EQ(completedYears(date("2000-02-29"), date("2023-03-01")), 23);
    EXPECT_EQ(completedYears(date("2000-02-29"), date("2024-02-29")), 24);
}

} // namespace
} // namespace chairside::base
