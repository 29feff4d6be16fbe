#include "core/services/course_rules.h"

#include <algorithm>

#include "core/base/decimal_text.h"
#include "core/domain/course/course_state.h"
#include "core/services/signing.h"
#include "core/services/try.h"

namespace chairside::services {

using domain::OrderKind;
using domain::PlanState;

base::Result<domain::CourseOrder> standingOrder(const std::vector<domain::CourseOrder>& orders) {
    const domain::CourseOrder* newest = nullptr;
    for (const auto& order : orders) {
        if (order.kind != OrderKind::Stop && (!newest || order.version > newest->version)) newest = &order;
    }
    if (!newest) return base::fail(base::Code::Internal, "course_order", "course without an order");
    return *newest;
}

std::optional<domain::CourseOrder> orderOf(const domain::DoseCheck& prepared,
                                           const std::vector<domain::CourseOrder>& orders) {
    std::optional<domain::CourseOrder> newest;
    for (const auto& order : orders) {
        const bool matches = order.kind != OrderKind::Stop && order.perKg == prepared.inputs.perKg &&
                             order.minutes == prepared.inputs.minutes && order.orderedAt <= prepared.head.recordedAt;
        if (matches && (!newest || order.version > newest->version)) newest = order;
    }
    return newest;
}

void checkPerKg(base::Problems& problems, std::optional<domain::DosePerKg> perKg, const domain::DoseRules& rules) {
    const std::string low = base::toText(rules.minPerKg);
    const std::string high = base::toText(rules.maxPerKg);
    if (!perKg) {
        problems.push_back({"dose_per_kg", base::Rule::Required, low, high, {}});
    } else if (*perKg > rules.maxPerKg) {
        problems.push_back({"dose_per_kg", base::Rule::AboveLimit, low, high, base::toText(*perKg)});
    } else if (*perKg < rules.minPerKg) {
        problems.push_back({"dose_per_kg", base::Rule::BelowLimit, low, high, base::toText(*perKg)});
    }
}

void checkRange(base::Problems& problems, const std::string& field, int value, domain::EntryRange range) {
    if (range.contains(value)) return;
    problems.push_back(
        {field, base::Rule::OutOfRange, std::to_string(range.low), std::to_string(range.high), std::to_string(value)});
}

base::Done completeIfDone(Unit& unit, const domain::CourseId& id) {
    auto& courses = unit.tx().courses();
    auto course = CHAIRSIDE_TRY(courses.get(id));
    const auto after = domain::stateAfter(course.state, domain::CourseAct::RunOut);
    if (!after) return {};
    const auto planned = CHAIRSIDE_TRY(courses.planned(id));
    const auto pending = [](const domain::PlannedInfusion& one) {
        return one.state == PlanState::Planned || one.state == PlanState::Open;
    };
    if (std::ranges::any_of(planned, pending)) return {};
    course.state = *after;
    course.closedOn = unit.today();
    return courses.update(course);
}

base::Done cancelPlanned(Unit& unit, const domain::CourseId& id, const std::string& reason) {
    auto& courses = unit.tx().courses();
    for (auto planned : CHAIRSIDE_TRY(courses.planned(id))) {
        if (planned.state != PlanState::Planned) continue;
        planned.state = PlanState::Cancelled;
        planned.reason = reason;
        CHAIRSIDE_TRY(courses.updatePlanned(planned));
    }
    return {};
}

base::Result<std::vector<domain::PlannedInfusion>> actualPlan(Unit& unit, const domain::CourseId& course) {
    auto planned = CHAIRSIDE_TRY(unit.tx().courses().planned(course));
    for (auto& one : planned) {
        if (one.infusion) one.date = CHAIRSIDE_TRY(unit.tx().infusions().get(*one.infusion)).date;
    }
    return planned;
}

base::Result<domain::CourseOrder> signNextOrder(Unit& unit, const domain::CourseId& course, const NextOrder& next) {
    const auto orders = CHAIRSIDE_TRY(unit.tx().courses().orders(course));
    const auto standing = CHAIRSIDE_TRY(standingOrder(orders));
    const domain::CourseOrder order{unit.newId<domain::CourseOrderId>(),
                                    course,
                                    orders.back().version + 1,
                                    next.kind,
                                    next.perKg.value_or(standing.perKg),
                                    standing.minutes,
                                    next.reason,
                                    unit.actor().account,
                                    unit.now()};
    CHAIRSIDE_TRY(unit.tx().courses().addOrder(order));
    CHAIRSIDE_TRY(addSignature(unit, "order", "course_order", order.id.text()));
    return order;
}

base::Done closeCourse(Unit& unit, domain::Course course, domain::CourseState state, const std::string& reason) {
    course.state = state;
    if (state == domain::CourseState::Stopped) course.stopReason = reason;
    course.closedOn = unit.today();
    CHAIRSIDE_TRY(unit.tx().courses().update(course));
    return cancelPlanned(unit, course.id, reason);
}

void noteCourse(Unit& unit, const domain::Course& course, AuditAction action, const std::string& detail) {
    unit.audit(action, "course", course.id.text(), course.patient, detail);
    unit.changed(ChangeKind::Course, course.id.text(), course.patient);
}

} // namespace chairside::services
