// The physician's answer to a titration suggestion: change, keep or stop.
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
using domain::OrderKind;

std::string keyOf(OrderKind kind) {
    if (kind == OrderKind::Change) return "change";
    return kind == OrderKind::Stop ? "stop" : "keep";
}

base::Result<domain::Course> loadOpen(Unit& unit, const DoseDecision& decision) {
    auto course = CHAIRSIDE_TRY(unit.tx().courses().get(decision.course));
    const auto act = decision.kind == OrderKind::Stop ? domain::CourseAct::Stop : domain::CourseAct::DecideDose;
    if (!domain::allows(course.state, act)) return base::fail(Code::WrongState, "course");
    return course;
}

base::Result<domain::Course> checkDecision(Unit& unit, const DoseDecision& decision) {
    auto course = CHAIRSIDE_TRY(loadOpen(unit, decision));
    const auto protocol = CHAIRSIDE_TRY(unit.tx().protocols().get(course.protocolVersion));
    base::Problems problems;
    if (decision.kind == OrderKind::Change) {
        checkPerKg(problems, decision.perKg, protocol.rules.dose);
    } else if (decision.kind != OrderKind::Keep && decision.kind != OrderKind::Stop) {
        problems.push_back({"kind", Rule::NotAllowed, {}, {}, {}});
    } else if (decision.perKg) {
        problems.push_back({"dose_per_kg", Rule::NotAllowed, {}, {}, {}}); // typed, but would not be applied
    }
    checkText(problems, "reason", decision.reason, unit.policy().maxNoteLength);
    requirePassword(problems, decision.password);
    if (!problems.empty()) return base::invalid(std::move(problems));
    return course;
}

base::Done writeDecision(Unit& unit, const DoseDecision& decision, const domain::Course& course) {
    const std::string reason = trimmed(decision.reason);
    const auto suggestion = CHAIRSIDE_TRY(standingSuggestion(unit, course));
    if (decision.kind == OrderKind::Stop) {
        CHAIRSIDE_TRY(closeCourse(unit, course, domain::CourseState::Stopped, reason));
    }
    const auto order = CHAIRSIDE_TRY(signNextOrder(unit, course.id, {decision.kind, decision.perKg, reason}));
    CHAIRSIDE_TRY(noteAnswer(unit, suggestion, order));
    noteCourse(unit, course, AuditAction::Order, keyOf(decision.kind));
    return {};
}

} // namespace

base::Done CourseService::decideDose(const Actor& actor, const DoseDecision& decision) {
    const auto permission = domain::Permission::OrderCourse;
    CHAIRSIDE_TRY(confirmBeforeSigning(m_context, actor, permission, decision.password, [&](Unit& unit) -> base::Done {
        CHAIRSIDE_TRY(checkDecision(unit, decision));
        return {};
    }));
    return run(m_context, actor, permission, Access::Write, [&](Unit& unit) -> base::Done {
        const auto course = CHAIRSIDE_TRY(checkDecision(unit, decision));
        return writeDecision(unit, decision, course);
    });
}

} // namespace chairside::services
