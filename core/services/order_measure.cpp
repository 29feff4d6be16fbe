#include "core/services/order_measure.h"

#include "core/base/decimal_text.h"
#include "core/domain/dosing/body_measure.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using base::Rule;
using base::toText;

void checkLimits(base::Problems& problems, const OrderRequest& request, const domain::DoseRules& rules,
                 const domain::BodyLimits& limits) {
    if (*request.weight < rules.minWeight || *request.weight > rules.maxWeight) {
        problems.push_back(
            {"weight", Rule::OutOfRange, toText(rules.minWeight), toText(rules.maxWeight), toText(*request.weight)});
    }
    if (request.height && (*request.height < limits.minHeight || *request.height > limits.maxHeight)) {
        problems.push_back(
            {"height", Rule::OutOfRange, toText(limits.minHeight), toText(limits.maxHeight), toText(*request.height)});
    }
}

void checkDay(base::Problems& problems, const OrderRequest& request, base::CalendarDate today) {
    if (!request.weighedOn) {
        problems.push_back({"weighed_on", Rule::Required, {}, {}, {}});
    } else if (*request.weighedOn > today) {
        problems.push_back({"weighed_on", Rule::InFuture, {}, today.iso(), request.weighedOn->iso()});
    }
}

} // namespace

void takeNewest(std::optional<WeightOnDay>& known, const domain::InfusionRecord& record) {
    const auto prepared = domain::preparedDose(record);
    if (!prepared || (known && known->on > prepared->weighedOn)) return;
    known = WeightOnDay{prepared->inputs.weight, prepared->weighedOn};
}

void takeNewer(std::optional<WeightOnDay>& known, const domain::OrderMeasure& stated) {
    if (!known || stated.weighedOn > known->on) known = WeightOnDay{stated.weight, stated.weighedOn};
}

base::Result<std::optional<WeightOnDay>> newestWeight(Unit& unit, const domain::PatientId& patient) {
    std::optional<WeightOnDay> known;
    std::vector<domain::OrderMeasure> stated;
    auto& courses = unit.tx().courses();
    for (const auto& course : CHAIRSIDE_TRY(courses.ofPatient(patient))) {
        for (const auto& record : CHAIRSIDE_TRY(unit.tx().infusions().ofCourse(course.id)))
            takeNewest(known, record);
        for (const auto& order : CHAIRSIDE_TRY(courses.orders(course.id))) {
            if (const auto measure = CHAIRSIDE_TRY(courses.measure(order.id))) stated.push_back(*measure);
        }
    }
    for (const auto& measure : stated)
        takeNewer(known, measure);
    return known;
}

base::Done checkMeasure(Unit& unit, base::Problems& problems, const OrderRequest& request,
                        const domain::DoseRules& rules) {
    if (!request.weight) {
        if (request.height || request.weighedOn) problems.push_back({"weight", Rule::Required, {}, {}, {}});
        return {};
    }
    const auto& limits = unit.policy().body;
    const auto before = problems.size();
    checkLimits(problems, request, rules, limits);
    checkDay(problems, request, unit.today());
    if (problems.size() > before) return {};
    const auto known = CHAIRSIDE_TRY(newestWeight(unit, request.patient));
    const bool changed = known && domain::weightChangeIsLarge(known->weight, *request.weight, rules);
    const bool odd = request.height && domain::isOdd(*request.weight, *request.height, limits);
    if (!changed && !odd) return {};
    if (!request.weightAgain) {
        problems.push_back({"weight_again", Rule::Required, {}, {}, {}});
    } else if (*request.weightAgain != *request.weight) {
        problems.push_back({"weight_again", Rule::Mismatch, {}, {}, toText(*request.weightAgain)});
    }
    return {};
}

base::Done addMeasure(Unit& unit, const OrderRequest& request, const domain::CourseOrderId& order) {
    if (!request.weight) return {};
    return unit.tx().courses().addMeasure(
        {order, *request.weight, domain::WeightBasis::Actual, *request.weighedOn, request.height});
}

} // namespace chairside::services
