// Pain scores outside infusions and the decision on re-treatment.
#include "core/domain/course/course_state.h"
#include "core/domain/infusion/vitals_rules.h"
#include "core/services/course_rules.h"
#include "core/services/course_service.h"
#include "core/services/text_rules.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using base::Code;
using base::Rule;

// The first infusion really opened; before it, the first one planned.
base::Result<std::optional<base::CalendarDate>> firstInfusion(Unit& unit, const domain::CourseId& course) {
    std::optional<base::CalendarDate> first;
    for (const auto& planned : CHAIRSIDE_TRY(unit.tx().courses().planned(course))) {
        if (!planned.infusion) continue;
        const auto infusion = CHAIRSIDE_TRY(unit.tx().infusions().get(*planned.infusion));
        if (!first || infusion.date < *first) first = infusion.date;
    }
    return first;
}

base::Problems checkFollowUp(const FollowUpRequest& request, std::optional<base::CalendarDate> first,
                             base::CalendarDate today) {
    base::Problems problems;
    const bool isBaseline = request.kind == domain::AssessmentKind::Baseline;
    if (request.date > today) {
        problems.push_back({"date", Rule::InFuture, {}, today.iso(), request.date.iso()});
    } else if (isBaseline && first && request.date > *first) {
        problems.push_back({"date", Rule::AfterEnd, {}, first->iso(), request.date.iso()});
    } else if (!isBaseline && (!first || request.date < *first)) {
        problems.push_back({"date", Rule::BeforeStart, first ? first->iso() : std::string{}, {}, request.date.iso()});
    }
    if (!request.pain && !request.missing) {
        problems.push_back({"pain", Rule::Required, {}, {}, {}});
    } else if (request.pain && request.missing) {
        problems.push_back({"pain", Rule::NotAllowed, {}, {}, {}});
    } else if (request.pain) {
        checkRange(problems, "pain", *request.pain, domain::kNrsRange);
    }
    return problems;
}

base::Problems checkDecision(const DecisionRequest& request, base::CalendarDate today, int maxLength) {
    base::Problems problems;
    if (request.kind == domain::DecisionKind::Postpone) {
        if (!request.until) {
            problems.push_back({"until", Rule::Required, {}, {}, {}});
        } else if (*request.until <= today) {
            problems.push_back({"until", Rule::InPast, today.plusDays(1).iso(), {}, request.until->iso()});
        }
    } else if (request.until) {
        problems.push_back({"until", Rule::NotAllowed, {}, {}, {}});
    }
    checkText(problems, "reason", request.reason, maxLength);
    return problems;
}

std::string keyOf(domain::DecisionKind kind) {
    switch (kind) {
    case domain::DecisionKind::Retreat:
        return "retreat";
    case domain::DecisionKind::Postpone:
        return "postpone";
    case domain::DecisionKind::Discharge:
        return "discharge";
    }
    return {};
}

} // namespace

base::Done CourseService::recordFollowUp(const Actor& actor, const FollowUpRequest& request) {
    return run(m_context, actor, domain::Permission::RecordAssessment, Access::Write, [&](Unit& unit) -> base::Done {
        const auto course = CHAIRSIDE_TRY(unit.tx().courses().get(request.course));
        const auto first = CHAIRSIDE_TRY(firstInfusion(unit, course.id));
        auto problems = checkFollowUp(request, first, unit.today());
        if (!problems.empty()) return base::invalid(std::move(problems));
        CHAIRSIDE_TRY(
            unit.tx().courses().addFollowUp({unit.newId<domain::FollowUpId>(), course.id, request.kind, request.date,
                                             request.frame, request.pain, request.missing, unit.now(), actor.account}));
        noteCourse(unit, course, AuditAction::Record,
                   request.kind == domain::AssessmentKind::Baseline ? "baseline" : "follow_up");
        return {};
    });
}

base::Done CourseService::decideRetreatment(const Actor& actor, const DecisionRequest& request) {
    return run(m_context, actor, domain::Permission::DecideRetreatment, Access::Write, [&](Unit& unit) -> base::Done {
        const auto course = CHAIRSIDE_TRY(unit.tx().courses().get(request.course));
        if (!domain::allows(course.state, domain::CourseAct::DecideAfter))
            return base::fail(Code::WrongState, "course");
        auto problems = checkDecision(request, unit.today(), unit.policy().maxNoteLength);
        if (!problems.empty()) return base::invalid(std::move(problems));
        CHAIRSIDE_TRY(
            unit.tx().courses().addDecision({unit.newId<domain::DecisionId>(), course.id, request.kind, request.until,
                                             trimmed(request.reason), actor.account, unit.now()}));
        noteCourse(unit, course, AuditAction::Decide, keyOf(request.kind));
        return {};
    });
}

} // namespace chairside::services
