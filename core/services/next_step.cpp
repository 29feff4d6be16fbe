#include "core/services/next_step.h"

#include "core/domain/course/course_state.h"

namespace chairside::services {
namespace {

using domain::DecisionKind;
using domain::Permission;
using domain::PlanState;
using domain::WindowState;

NextStep orderOrWait(domain::RoleSet roles) {
    if (domain::allowed(roles, Permission::OrderCourse)) return NextStep::OrderCourse;
    return domain::allowed(roles, Permission::RecordInfusion) ? NextStep::WaitForOrder : NextStep::None;
}

// A physician reads how it goes; whoever works at the chair goes on there.
NextStep inRunningCourse(const PatientOverview& overview, const NewestCourse& newest, domain::RoleSet roles,
                         base::CalendarDate today) {
    if (!roles.has(domain::Role::Nurse)) {
        return domain::allowed(roles, Permission::OrderCourse) ? NextStep::ReviewCourse : NextStep::None;
    }
    if (overview.nextInfusion) {
        for (const auto& record : newest.facts.records) {
            const bool isIt = record.infusion.id == *overview.nextInfusion;
            const auto state = isIt ? domain::stateOf(record) : domain::InfusionState::Opened;
            const bool over = state == domain::InfusionState::Ended || state == domain::InfusionState::Discharged;
            if (over && !domain::awaitsDischarge(record, newest.facts.rules())) return NextStep::SignInfusion;
        }
        return NextStep::ContinueInfusion;
    }
    const bool mayGive = domain::allows(newest.facts.course.state, domain::CourseAct::Give);
    return mayGive && overview.nextDate && *overview.nextDate <= today ? NextStep::OpenInfusion : NextStep::None;
}

NextStep afterCourse(const NewestCourse& newest, domain::RoleSet roles, base::CalendarDate today) {
    const auto& decisions = newest.facts.decisions;
    if (!decisions.empty()) {
        const auto& last = decisions.back();
        if (last.kind == DecisionKind::Retreat) return orderOrWait(roles);
        if (last.kind == DecisionKind::Discharge) return NextStep::None;
        if (last.until && *last.until > today) return NextStep::None;
    }
    const bool mayDecide = domain::allowed(roles, Permission::DecideRetreatment);
    const bool mayAssess = domain::allowed(roles, Permission::RecordAssessment);
    const auto state = newest.response.window.state;
    if (state == WindowState::NoInfusionGiven) return mayDecide ? NextStep::DecideRetreatment : NextStep::None;
    if (state == WindowState::InWindow || state == WindowState::AfterWindow) {
        if (!newest.response.followUpAfterCourse && mayAssess) return NextStep::RecordFollowUp;
        return mayDecide ? NextStep::DecideRetreatment : NextStep::None;
    }
    if (mayDecide) return NextStep::ReviewCourse;
    return mayAssess ? NextStep::RecordFollowUp : NextStep::None;
}

// An infusion in hand comes before the next planned one, also when its course has been stopped meanwhile.
void addNextPlanned(PatientOverview& overview, const CourseFacts& facts) {
    for (const PlanState wanted : {PlanState::Open, PlanState::Planned}) {
        for (const auto& planned : facts.planned) {
            if (planned.state != wanted || overview.nextPlanned) continue;
            overview.nextPlanned = planned.id;
            overview.nextInfusion = planned.infusion;
            overview.nextDate = planned.date;
        }
    }
}

} // namespace

void addNextStep(PatientOverview& overview, const NewestCourse* newest, const domain::RoleSet& roles,
                 base::CalendarDate today) {
    const bool treated = domain::mayBeTreated(overview.patient.state);
    if (!newest) {
        overview.next = treated ? orderOrWait(roles) : NextStep::None;
        return;
    }
    addNextPlanned(overview, newest->facts);
    // Whoever withdrew or died gets nothing new; what is in hand is finished.
    if (!treated && !overview.nextInfusion) return;
    const bool running = domain::isRunning(newest->facts.course.state);
    const bool inHand = overview.nextInfusion && roles.has(domain::Role::Nurse);
    overview.next =
        running || inHand ? inRunningCourse(overview, *newest, roles, today) : afterCourse(*newest, roles, today);
}

} // namespace chairside::services
