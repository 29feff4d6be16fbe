// Dates of a running course: moving one, and saying that one did not take place.
#include <algorithm>

#include "core/domain/course/course_state.h"
#include "core/domain/course/schedule.h"
#include "core/services/chair_list.h"
#include "core/services/course_rules.h"
#include "core/services/course_service.h"
#include "core/services/text_rules.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using base::Code;
using base::Rule;
using domain::PlanState;

base::Problems misfits(const std::vector<domain::PlannedInfusion>& plan, const domain::RegimenRules& rules,
                       const domain::ClinicCalendar& calendar) {
    std::vector<base::CalendarDate> dates;
    for (const auto& one : plan)
        dates.push_back(one.date);
    return domain::checkSchedule(dates, rules, calendar);
}

// What the move itself breaks; what did not fit before is not its fault.
base::Problems checkMove(std::vector<domain::PlannedInfusion> plan, const domain::PlannedInfusionId& moved,
                         base::CalendarDate date, const domain::RegimenRules& rules,
                         const domain::ClinicCalendar& calendar) {
    const auto before = misfits(plan, rules, calendar);
    for (auto& one : plan) {
        if (one.id == moved) one.date = date;
    }
    base::Problems problems;
    for (auto& problem : misfits(plan, rules, calendar)) {
        if (std::ranges::find(before, problem) != before.end()) continue;
        problem.field = "date";
        problems.push_back(std::move(problem));
    }
    return problems;
}

// Opened, but the pump was never started: it can still turn out not to take place. A bag that was made for it
// goes into the drug book first.
base::Done requireNotStarted(Unit& unit, const domain::PlannedInfusion& planned) {
    if (planned.state == PlanState::Planned) return {};
    if (planned.state != PlanState::Open || !planned.infusion) return base::fail(Code::WrongState, "planned_infusion");
    const auto record = CHAIRSIDE_TRY(unit.tx().infusions().record(*planned.infusion));
    if (!record.steps.empty() || record.signature) return base::fail(Code::WrongState, "planned_infusion");
    if (domain::preparedDose(record) && record.movements.empty()) {
        return base::fail(Code::WrongState, "planned_infusion", "drug_not_accounted");
    }
    return {};
}

std::string keyOf(PlanState state) {
    if (state == PlanState::Missed) return "missed";
    return state == PlanState::Declined ? "declined" : "not_given";
}

base::Problems checkNotGiven(PlanState state, const std::string& reason, int maxLength) {
    base::Problems problems;
    if (state != PlanState::Missed && state != PlanState::Declined && state != PlanState::NotGiven) {
        problems.push_back({"state", Rule::NotAllowed, {}, {}, {}});
    }
    checkText(problems, "reason", reason, maxLength);
    return problems;
}

} // namespace

base::Done CourseService::movePlanned(const Actor& actor, const domain::PlannedInfusionId& id,
                                      base::CalendarDate date) {
    return run(m_context, actor, domain::Permission::PlanInfusions, Access::Write, [&](Unit& unit) -> base::Done {
        auto planned = CHAIRSIDE_TRY(unit.tx().courses().planned(id));
        const auto course = CHAIRSIDE_TRY(unit.tx().courses().get(planned.course));
        if (!domain::allows(course.state, domain::CourseAct::MoveDate) || planned.state != PlanState::Planned) {
            return base::fail(Code::WrongState, "planned_infusion");
        }
        const auto protocol = CHAIRSIDE_TRY(unit.tx().protocols().get(course.protocolVersion));
        const auto calendar = CHAIRSIDE_TRY(clinicCalendar(unit, unit.today(), course.id));
        auto problems =
            checkMove(CHAIRSIDE_TRY(actualPlan(unit, course.id)), id, date, protocol.rules.regimen, calendar);
        if (date < unit.today()) problems.push_back({"date", Rule::InPast, unit.today().iso(), {}, date.iso()});
        if (!problems.empty()) return base::invalid(std::move(problems));
        planned.date = date;
        CHAIRSIDE_TRY(unit.tx().courses().updatePlanned(planned));
        noteCourse(unit, course, AuditAction::Plan, "moved");
        return {};
    });
}

base::Done CourseService::recordNotGiven(const Actor& actor, const domain::PlannedInfusionId& id, PlanState state,
                                         const std::string& reason) {
    return run(m_context, actor, domain::Permission::PlanInfusions, Access::Write, [&](Unit& unit) -> base::Done {
        auto planned = CHAIRSIDE_TRY(unit.tx().courses().planned(id));
        const auto course = CHAIRSIDE_TRY(unit.tx().courses().get(planned.course));
        CHAIRSIDE_TRY(requireNotStarted(unit, planned));
        auto problems = checkNotGiven(state, reason, unit.policy().maxNoteLength);
        if (!problems.empty()) return base::invalid(std::move(problems));
        planned.state = state;
        planned.reason = trimmed(reason);
        CHAIRSIDE_TRY(unit.tx().courses().updatePlanned(planned));
        CHAIRSIDE_TRY(completeIfDone(unit, course.id));
        noteCourse(unit, course, AuditAction::Plan, keyOf(state));
        return {};
    });
}

} // namespace chairside::services
