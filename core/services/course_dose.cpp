// The physician's answer to a titration suggestion: change, keep or stop.
#include "core/services/course_rules.h"
#include "core/services/course_service.h"
#include "core/services/signing.h"
#include "core/services/text_rules.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using base::Code;
using base::Rule;
using domain::OrderKind;

std::string keyOf(OrderKind kind) {
    switch (kind) {
    case OrderKind::Initial:
        return "initial";
    case OrderKind::Change:
        return "change";
    case OrderKind::Keep:
        return "keep";
    case OrderKind::Stop:
        return "stop";
    }
    return {};
}

struct DecisionBasis {
    domain::Course course;
    domain::CourseOrder standing; // the newest of all: an active course has no stop
};

base::Result<DecisionBasis> loadBasis(Unit& unit, const DoseDecision& decision) {
    auto course = CHAIRSIDE_TRY(unit.tx().courses().get(decision.course));
    if (course.state != domain::CourseState::Active) return base::fail(Code::WrongState, "course");
    const auto orders = CHAIRSIDE_TRY(unit.tx().courses().orders(decision.course));
    auto standing = CHAIRSIDE_TRY(standingOrder(orders));
    return DecisionBasis{std::move(course), std::move(standing)};
}

base::Result<DecisionBasis> checkDecision(Unit& unit, const DoseDecision& decision) {
    auto basis = CHAIRSIDE_TRY(loadBasis(unit, decision));
    const auto protocol = CHAIRSIDE_TRY(unit.tx().protocols().get(basis.course.protocolVersion));
    base::Problems problems;
    if (decision.kind == OrderKind::Change) {
        checkPerKg(problems, decision.perKg, protocol.rules.dose);
    } else if (decision.kind == OrderKind::Initial) {
        problems.push_back({"kind", Rule::NotAllowed, {}, {}, {}});
    } else if (decision.perKg) {
        problems.push_back({"dose_per_kg", Rule::NotAllowed, {}, {}, {}}); // typed, but would not be applied
    }
    checkText(problems, "reason", decision.reason, unit.policy().maxNoteLength);
    requirePassword(problems, decision.password);
    if (!problems.empty()) return base::invalid(std::move(problems));
    return basis;
}

base::Done stopCourse(Unit& unit, domain::Course course, const std::string& reason) {
    course.state = domain::CourseState::Stopped;
    course.stopReason = reason;
    course.closedOn = unit.today();
    CHAIRSIDE_TRY(unit.tx().courses().update(course));
    return cancelPlanned(unit, course.id, reason);
}

base::Done writeDecision(Unit& unit, const DoseDecision& decision, const DecisionBasis& basis) {
    const std::string reason = trimmed(decision.reason);
    const domain::CourseOrder order{unit.newId<domain::CourseOrderId>(),
                                    decision.course,
                                    basis.standing.version + 1,
                                    decision.kind,
                                    decision.perKg.value_or(basis.standing.perKg),
                                    basis.standing.minutes,
                                    reason,
                                    unit.actor().account,
                                    unit.now()};
    CHAIRSIDE_TRY(unit.tx().courses().addOrder(order));
    if (decision.kind == OrderKind::Stop) CHAIRSIDE_TRY(stopCourse(unit, basis.course, reason));
    CHAIRSIDE_TRY(addSignature(unit, "order", "course_order", order.id.text()));
    noteCourse(unit, basis.course, AuditAction::Order, keyOf(decision.kind));
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
        const auto basis = CHAIRSIDE_TRY(checkDecision(unit, decision));
        return writeDecision(unit, decision, basis);
    });
}

} // namespace chairside::services
