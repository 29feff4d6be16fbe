// What happens to a course as a whole: it is held, resumed, stopped or completed.
#include <algorithm>

#include "core/domain/course/schedule.h"
#include "core/services/chair_list.h"
#include "core/services/course_rules.h"
#include "core/services/course_service.h"
#include "core/services/signing.h"
#include "core/services/text_rules.h"
#include "core/services/titration_note.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using base::Code;
using base::Rule;
using domain::CourseAct;
using domain::OrderKind;
using domain::PlanState;

std::optional<OrderKind> orderKindOf(CourseAct act) {
    switch (act) {
    case CourseAct::Hold:
        return OrderKind::Hold;
    case CourseAct::Resume:
        return OrderKind::Resume;
    case CourseAct::Stop:
        return OrderKind::Stop;
    case CourseAct::Complete:
        return OrderKind::Complete;
    default:
        return std::nullopt;
    }
}

std::string actKey(OrderKind kind) {
    if (kind == OrderKind::Hold) return "hold";
    if (kind == OrderKind::Resume) return "resume";
    return kind == OrderKind::Stop ? "stop" : "complete";
}

struct ActBasis {
    domain::Course course;
    domain::CourseState after;
    std::vector<domain::PlannedInfusion> moved; // of a course that is resumed: what is still planned, on its new dates
};

// A course without an infusion has reached nothing, and one that is open would be left hanging.
base::Done checkMayComplete(const std::vector<domain::PlannedInfusion>& plan) {
    if (std::ranges::count(plan, PlanState::Open, &domain::PlannedInfusion::state) > 0) {
        return base::fail(Code::WrongState, "course", "infusion_open");
    }
    if (std::ranges::count(plan, PlanState::Given, &domain::PlannedInfusion::state) == 0) {
        return base::fail(Code::WrongState, "course", "none_given");
    }
    return {};
}

std::optional<base::CalendarDate> lastTaken(const std::vector<domain::PlannedInfusion>& plan) {
    std::optional<base::CalendarDate> last;
    for (const auto& one : plan) {
        if (one.infusion && (!last || one.date > *last)) last = one.date;
    }
    return last;
}

struct ClinicNow {
    base::CalendarDate today;
    domain::ClinicCalendar calendar;
};

void checkResumeDay(base::Problems& problems, base::CalendarDate day, const std::vector<domain::PlannedInfusion>& plan,
                    const domain::RegimenRules& rules, const ClinicNow& clinic) {
    const std::string field = "resume_on";
    if (day < clinic.today) problems.push_back({field, Rule::InPast, clinic.today.iso(), {}, day.iso()});
    for (auto problem : domain::checkSchedule(std::vector{day}, rules, clinic.calendar)) {
        if (problem.field != "date_1") continue;
        problem.field = field;
        problems.push_back(std::move(problem));
    }
    const auto last = lastTaken(plan);
    const int gap = last ? base::daysBetween(*last, day) : rules.minGapDays;
    if (gap < rules.minGapDays) {
        problems.push_back({field, Rule::GapTooShort, std::to_string(rules.minGapDays),
                            std::to_string(rules.maxGapDays), std::to_string(gap)});
    }
}

// What is left of the regimen, as a plan of its own: the pause is outside of it.
domain::RegimenRules rulesOfRest(domain::RegimenRules rules, std::size_t infusions) {
    rules.infusions = static_cast<int>(infusions);
    rules.minSpanDays = 0;
    rules.maxSpanDays = rules.maxGapDays * std::max(0, rules.infusions - 1);
    return rules;
}

// The same weekdays as before where they still fit, otherwise a new proposal.
std::vector<base::CalendarDate> restOn(base::CalendarDate first, const std::vector<domain::PlannedInfusion>& waiting,
                                       const domain::RegimenRules& rules, const domain::ClinicCalendar& calendar) {
    const int later = base::daysBetween(waiting.front().date, first);
    std::vector<base::CalendarDate> shifted;
    for (const auto& one : waiting)
        shifted.push_back(one.date.plusDays(later));
    return domain::checkSchedule(shifted, rules, calendar).empty() ? shifted
                                                                   : domain::proposeSchedule(first, rules, calendar);
}

std::vector<domain::PlannedInfusion> checkResume(base::Problems& problems, const CourseActRequest& request,
                                                 const std::vector<domain::PlannedInfusion>& plan,
                                                 const domain::RegimenRules& rules, const ClinicNow& clinic) {
    std::vector<domain::PlannedInfusion> waiting;
    std::ranges::copy_if(plan, std::back_inserter(waiting),
                         [](const auto& one) { return one.state == PlanState::Planned; });
    if (waiting.empty()) return waiting;
    if (!request.resumeOn) {
        problems.push_back({"resume_on", Rule::Required, {}, {}, {}});
        return waiting;
    }
    const auto before = problems.size();
    checkResumeDay(problems, *request.resumeOn, plan, rules, clinic);
    if (problems.size() > before) return waiting;
    const auto dates = restOn(*request.resumeOn, waiting, rulesOfRest(rules, waiting.size()), clinic.calendar);
    if (dates.size() != waiting.size()) {
        problems.push_back({"resume_on", Rule::NotAllowed, {}, {}, {}});
        return waiting;
    }
    for (std::size_t at = 0; at < waiting.size(); ++at)
        waiting[at].date = dates[at];
    return waiting;
}

base::Result<ActBasis> checkAct(Unit& unit, const CourseActRequest& request) {
    auto course = CHAIRSIDE_TRY(unit.tx().courses().get(request.course));
    base::Problems problems;
    if (!orderKindOf(request.act)) problems.push_back({"act", Rule::NotAllowed, {}, {}, {}});
    const auto after = domain::stateAfter(course.state, request.act);
    if (problems.empty() && !after) return base::fail(Code::WrongState, "course");
    const auto plan = CHAIRSIDE_TRY(actualPlan(unit, course.id));
    if (request.act == CourseAct::Complete) CHAIRSIDE_TRY(checkMayComplete(plan));
    checkText(problems, "reason", request.reason, unit.policy().maxNoteLength);
    std::vector<domain::PlannedInfusion> moved;
    if (request.act == CourseAct::Resume) {
        const auto protocol = CHAIRSIDE_TRY(unit.tx().protocols().get(course.protocolVersion));
        moved = checkResume(problems, request, plan, protocol.rules.regimen,
                            {unit.today(), CHAIRSIDE_TRY(clinicCalendar(unit, unit.today(), course.id))});
    }
    requirePassword(problems, request.password);
    if (!problems.empty()) return base::invalid(std::move(problems));
    return ActBasis{std::move(course), *after, std::move(moved)};
}

base::Done writeAct(Unit& unit, const CourseActRequest& request, const ActBasis& basis) {
    const std::string reason = trimmed(request.reason);
    const OrderKind kind = *orderKindOf(request.act);
    // Holding or stopping answers the suggestion; resuming and completing do not.
    const bool answers = kind == OrderKind::Hold || kind == OrderKind::Stop;
    const auto suggestion = CHAIRSIDE_TRY(standingSuggestion(unit, basis.course));
    if (domain::isRunning(basis.after)) {
        auto course = basis.course;
        course.state = basis.after;
        CHAIRSIDE_TRY(unit.tx().courses().update(course));
    } else {
        CHAIRSIDE_TRY(closeCourse(unit, basis.course, basis.after, reason));
    }
    for (const auto& planned : basis.moved)
        CHAIRSIDE_TRY(unit.tx().courses().updatePlanned(planned));
    const auto order = CHAIRSIDE_TRY(signNextOrder(unit, basis.course.id, {kind, std::nullopt, reason}));
    if (answers) CHAIRSIDE_TRY(noteAnswer(unit, suggestion, order));
    noteCourse(unit, basis.course, AuditAction::Order, actKey(kind));
    return {};
}

} // namespace

base::Done CourseService::act(const Actor& actor, const CourseActRequest& request) {
    const auto permission = domain::Permission::OrderCourse;
    CHAIRSIDE_TRY(confirmBeforeSigning(m_context, actor, permission, request.password, [&](Unit& unit) -> base::Done {
        CHAIRSIDE_TRY(checkAct(unit, request));
        return {};
    }));
    return run(m_context, actor, permission, Access::Write, [&](Unit& unit) -> base::Done {
        const auto basis = CHAIRSIDE_TRY(checkAct(unit, request));
        return writeAct(unit, request, basis);
    });
}

} // namespace chairside::services
