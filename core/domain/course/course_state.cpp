#include "core/domain/course/course_state.h"

#include <algorithm>

namespace chairside::domain {
namespace {

struct Transition {
    CourseState from;
    CourseAct act;
    CourseState to;
};

// A pair that is not listed is refused.
constexpr Transition kTransitions[] = {
    {CourseState::Active, CourseAct::DecideDose, CourseState::Active},
    {CourseState::Active, CourseAct::MoveDate, CourseState::Active},
    {CourseState::Active, CourseAct::Give, CourseState::Active},
    {CourseState::Active, CourseAct::Hold, CourseState::OnHold},
    {CourseState::Active, CourseAct::Stop, CourseState::Stopped},
    {CourseState::Active, CourseAct::Complete, CourseState::Completed},
    {CourseState::Active, CourseAct::RunOut, CourseState::Completed},
    {CourseState::OnHold, CourseAct::Resume, CourseState::Active},
    {CourseState::OnHold, CourseAct::Stop, CourseState::Stopped},
    {CourseState::OnHold, CourseAct::Complete, CourseState::Completed},
    {CourseState::OnHold, CourseAct::RunOut, CourseState::Completed},
    {CourseState::Stopped, CourseAct::DecideAfter, CourseState::Stopped},
    {CourseState::Completed, CourseAct::DecideAfter, CourseState::Completed},
};

} // namespace

std::optional<CourseState> stateAfter(CourseState state, CourseAct act) {
    const auto found =
        std::ranges::find_if(kTransitions, [&](const Transition& one) { return one.from == state && one.act == act; });
    return found == std::end(kTransitions) ? std::nullopt : std::optional(found->to);
}

bool allows(CourseState state, CourseAct act) {
    return stateAfter(state, act).has_value();
}

bool isRunning(CourseState state) {
    return state == CourseState::Active || state == CourseState::OnHold;
}

} // namespace chairside::domain
