// Every act on a course in every state: the services allow what the table of states allows, and nothing else.
#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using base::Code;
using domain::CourseAct;
using domain::CourseState;

constexpr CourseState kStates[] = {CourseState::Active, CourseState::OnHold, CourseState::Stopped,
                                   CourseState::Completed};
// RunOut is what the program does when nothing is planned any more; no person asks for it.
constexpr CourseAct kActsOfPeople[] = {CourseAct::DecideDose, CourseAct::MoveDate,   CourseAct::Give,
                                       CourseAct::Hold,       CourseAct::Resume,     CourseAct::Stop,
                                       CourseAct::Complete,   CourseAct::DecideAfter};

// One infusion given, five planned, and then brought into the state.
class CourseInState {
public:
    explicit CourseInState(CourseState state) {
        clinic.give(course, 1, 7, 5);
        next = clinic.planned(course, 2).id;
        day = clinic.planned(course, 2).date;
        clinic.goTo(day);
        if (state == CourseState::OnHold) need(act(CourseAct::Hold));
        if (state == CourseState::Stopped) need(act(CourseAct::Stop));
        if (state == CourseState::Completed) need(act(CourseAct::Complete));
    }

    base::Done perform(CourseAct what) {
        auto& services = clinic.services;
        switch (what) {
        case CourseAct::DecideDose:
            return services.courses.decideDose(clinic.physician,
                                               {course, domain::OrderKind::Keep, {}, "good response", kPassword});
        case CourseAct::MoveDate:
            return services.courses.movePlanned(clinic.physician, next, day.plusDays(1));
        case CourseAct::Give: {
            const auto opened = services.infusions.open(clinic.nurse, next);
            return opened ? base::Done{} : std::unexpected(opened.error());
        }
        case CourseAct::DecideAfter:
            return services.courses.decideRetreatment(
                clinic.physician, {course, domain::DecisionKind::Postpone, day.plusDays(30), "waits for the scan"});
        default:
            return act(what);
        }
    }

    TestClinic clinic;

private:
    base::Done act(CourseAct what) {
        return clinic.services.courses.act(clinic.physician, {course, what, "reason", day.plusDays(7), kPassword});
    }

    domain::CourseId course = clinic.orderedCourse(clinic.patient());
    domain::PlannedInfusionId next = clinic.planned(course, 2).id;
    base::CalendarDate day = clinic.planned(course, 2).date;
};

TEST(CourseMatrix, TheServicesAllowExactlyTheTableOfStates) {
    ASSERT_EQ(std::size(kActsOfPeople) + 1, std::size(domain::kAllCourseActs));
    for (const CourseState state : kStates) {
        for (const CourseAct what : kActsOfPeople) {
            SCOPED_TRACE(testing::Message() << "act " << static_cast<int>(what) << " in " << static_cast<int>(state));
            CourseInState one(state);
            const auto before = one.clinic.count();
            const auto done = one.perform(what);
            if (domain::allows(state, what)) {
                EXPECT_TRUE(done.has_value()) << (done ? "" : done.error().field);
            } else {
                EXPECT_THAT(done, FailsWith(Code::WrongState));
                EXPECT_EQ(one.clinic.count().records, before.records) << "nothing is written";
            }
        }
    }
}

} // namespace
} // namespace chairside::test
