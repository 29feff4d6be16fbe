// The group of the re-treatment list, day by day, over every kind of standing.
#include "core/domain/course/retreatment_standing.h"

#include <algorithm>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/core/fake_clock.h"

namespace chairside::domain {
namespace {

using test::date;
using enum RetreatmentGroup;

// A window of 28 to 42 days after 23-Jan-2025.
RetreatmentStanding waiting() {
    return {.stage = RetreatmentStage::Waiting,
            .postponedUntil = {},
            .opens = date("2025-02-20"),
            .closes = date("2025-03-06"),
            .followedUp = true,
            .relapsed = false,
            .latestOn = date("2025-02-10")};
}

struct Day {
    const char* name;
    RetreatmentStanding standing;
    const char* today;
    RetreatmentGroup group;
};

RetreatmentStanding with(RetreatmentStanding standing, auto change) {
    change(standing);
    return standing;
}

const std::vector<Day>& days() {
    const auto unscored = with(waiting(), [](auto& one) { one.followedUp = false; });
    const auto lost = with(waiting(), [](auto& one) { one.relapsed = true; });
    const auto later = with(waiting(), [](auto& one) { one.postponedUntil = date("2025-03-20"); });
    const auto never = with(waiting(), [](auto& one) { one.opens = one.closes = std::nullopt; });
    static const std::vector<Day> kDays{
        {"the day before the window", waiting(), "2025-02-19", BeforeWindow},
        {"the first day of the window", waiting(), "2025-02-20", InWindow},
        {"eight days before it closes", waiting(), "2025-02-27", InWindow},
        {"seven days with today before it closes", waiting(), "2025-02-28", DueThisWeek},
        {"the last day of the window", waiting(), "2025-03-06", DueThisWeek},
        {"the day after the window", waiting(), "2025-03-07", Overdue},
        {"ten years later", waiting(), "2035-03-07", Overdue},
        {"no score, before the window", unscored, "2025-02-19", BeforeWindow},
        {"no score, in the window", unscored, "2025-02-20", FollowUpMissing},
        {"no score, after the window", unscored, "2026-02-20", FollowUpMissing},
        {"relapse before the window", lost, "2025-02-19", EarlyRelapse},
        {"relapse in the window", lost, "2025-02-20", InWindow},
        {"postponed, the day before", later, "2025-03-19", Postponed},
        {"postponed, the day itself", later, "2025-03-20", Overdue},
        {"closed without an infusion", never, "2025-01-07", Overdue},
        {"the clock before the last infusion", waiting(), "2025-01-01", BeforeWindow},
        {"running", with(waiting(), [](auto& one) { one.stage = RetreatmentStage::Running; }), "2025-03-07",
         CourseRunning},
        {"decided", with(later, [](auto& one) { one.stage = RetreatmentStage::Decided; }), "2025-03-07", Decided},
    };
    return kDays;
}

TEST(RetreatmentStanding, HasOneGroupOnEveryDay) {
    for (const auto& day : days())
        EXPECT_EQ(groupOn(day.standing, date(day.today)), day.group) << day.name;
    const auto seen = [](RetreatmentGroup group) {
        return std::ranges::any_of(days(), [group](const Day& day) { return day.group == group; });
    };
    for (std::size_t group = 0; group < kRetreatmentGroups; ++group)
        EXPECT_TRUE(seen(static_cast<RetreatmentGroup>(group))) << group;
}

TEST(RetreatmentStanding, IsOrderedByTheDateThatPresses) {
    const auto later = with(waiting(), [](auto& one) { one.postponedUntil = date("2025-03-20"); });
    for (const auto group : {Overdue, DueThisWeek, InWindow, FollowUpMissing})
        EXPECT_EQ(dateThatMatters(later, group), date("2025-03-06"));
    EXPECT_EQ(dateThatMatters(later, EarlyRelapse), date("2025-02-10"));
    EXPECT_EQ(dateThatMatters(later, Postponed), date("2025-03-20"));
    for (const auto group : {BeforeWindow, CourseRunning, Decided})
        EXPECT_EQ(dateThatMatters(later, group), date("2025-02-20"));
}

TEST(RetreatmentStanding, IsDueWhereSomebodyHasToActNow) {
    for (const auto group : {Overdue, DueThisWeek, InWindow, FollowUpMissing, EarlyRelapse})
        EXPECT_TRUE(isDue(group));
    for (const auto group : {BeforeWindow, Postponed, CourseRunning, Decided})
        EXPECT_FALSE(isDue(group));
}

} // namespace
} // namespace chairside::domain
