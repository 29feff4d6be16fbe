#include "core/domain/course/course_state.h"

#include <map>

#include <gtest/gtest.h>

#include "tests/support/core/domain_printers.h"

namespace chairside::domain {
namespace {

using enum CourseState;
using Act = CourseAct;

constexpr CourseState kAllStates[] = {Active, OnHold, Stopped, Completed};

// The whole table once more: what each act makes of each state. What is not written here is refused.
const std::map<Act, std::map<CourseState, CourseState>>& expected() {
    static const std::map<Act, std::map<CourseState, CourseState>> kTable{
        {Act::DecideDose, {{Active, Active}}},
        {Act::MoveDate, {{Active, Active}}},
        {Act::Give, {{Active, Active}}},
        {Act::Hold, {{Active, OnHold}}},
        {Act::Resume, {{OnHold, Active}}},
        {Act::Stop, {{Active, Stopped}, {OnHold, Stopped}}},
        {Act::Complete, {{Active, Completed}, {OnHold, Completed}}},
        {Act::RunOut, {{Active, Completed}, {OnHold, Completed}}},
        {Act::DecideAfter, {{Stopped, Stopped}, {Completed, Completed}}}};
    return kTable;
}

TEST(CourseStates, AllowAndRefuseExactlyTheTable) {
    ASSERT_EQ(expected().size(), std::size(kAllCourseActs));
    for (const Act act : kAllCourseActs) {
        for (const CourseState state : kAllStates) {
            const auto& row = expected().at(act);
            const auto found = row.find(state);
            const auto wanted = found == row.end() ? std::nullopt : std::optional(found->second);
            EXPECT_EQ(stateAfter(state, act), wanted) << static_cast<int>(act) << " in " << static_cast<int>(state);
            EXPECT_EQ(allows(state, act), wanted.has_value());
        }
    }
}

TEST(CourseStates, NoCourseThatIsOverRunsAgain) {
    for (const CourseState over : {Stopped, Completed}) {
        EXPECT_FALSE(isRunning(over));
        for (const Act act : kAllCourseActs) {
            const auto after = stateAfter(over, act);
            EXPECT_TRUE(!after || !isRunning(*after)) << static_cast<int>(act);
        }
    }
    EXPECT_TRUE(isRunning(Active));
    EXPECT_TRUE(isRunning(OnHold));
}

} // namespace
} // namespace chairside::domain
