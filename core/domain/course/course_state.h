// What may happen to a course as a whole, and what it is afterwards: the one table that every service and screen asks.
#pragma once

#include <optional>

#include "core/domain/course/course.h"

namespace chairside::domain {

enum class CourseAct {
    DecideDose,  // a new order version: another dose, or the same one again
    MoveDate,    // of one planned infusion
    Give,        // open an infusion, prepare its bag, start the pump
    Hold,        // nothing more is given until somebody resumes
    Resume,      // what is still planned gets new dates
    Stop,        // for good; what is still planned is cancelled
    Complete,    // the goal is reached before the last date; what is still planned is cancelled
    RunOut,      // nothing is planned or open any more
    DecideAfter, // re-treat, postpone, discharge
};

inline constexpr CourseAct kAllCourseActs[] = {CourseAct::DecideDose, CourseAct::MoveDate, CourseAct::Give,
                                               CourseAct::Hold,       CourseAct::Resume,   CourseAct::Stop,
                                               CourseAct::Complete,   CourseAct::RunOut,   CourseAct::DecideAfter};

// The state after the act, which may be the same one; nothing: the act is refused in this state. A course that was
// stopped or completed never opens again.
[[nodiscard]] std::optional<CourseState> stateAfter(CourseState state, CourseAct act);
[[nodiscard]] bool allows(CourseState state, CourseAct act);

// Active or on hold: not over, and no other course of the patient may be ordered.
[[nodiscard]] bool isRunning(CourseState state);

} // namespace chairside::domain
