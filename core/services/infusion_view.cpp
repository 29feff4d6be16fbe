#include "core/services/infusion_view.h"

#include "core/services/chair_list.h"
#include "core/services/course_facts.h"
#include "core/services/course_rules.h"
#include "core/services/history_entries.h"
#include "core/services/infusion_access.h"
#include "core/services/order_measure.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

// What the patient's other infusions say, of this course and of earlier ones.
struct History {
    std::optional<WeightOnDay> weight;
    int lastYear = 0;
};

// What the orders of the course state counts if no later bag was made.
base::Done takeStated(Unit& unit, std::optional<WeightOnDay>& known, const domain::CourseId& course) {
    for (const auto& order : CHAIRSIDE_TRY(unit.tx().courses().orders(course))) {
        if (const auto stated = CHAIRSIDE_TRY(unit.tx().courses().measure(order.id))) takeNewer(known, *stated);
    }
    return {};
}

base::Result<History> historyOf(Unit& unit, const InfusionAtHand& infusion) {
    History history;
    std::vector<base::CalendarDate> dates;
    const auto& self = infusion.record.infusion;
    auto courses = CHAIRSIDE_TRY(unit.tx().courses().ofPatient(self.patient));
    std::ranges::stable_sort(courses, {}, &domain::Course::number);
    for (const auto& course : courses) {
        auto records = CHAIRSIDE_TRY(unit.tx().infusions().ofCourse(course.id));
        std::ranges::stable_sort(records, {}, [](const auto& record) { return record.infusion.ordinal; });
        const auto given = givenDates(records, unit.now(), infusion.rules().dose);
        dates.insert(dates.end(), given.begin(), given.end());
        for (const auto& record : records) {
            const bool earlier = record.infusion.id != self.id && record.infusion.openedAt <= self.openedAt;
            if (earlier) takeNewest(history.weight, record);
        }
    }
    CHAIRSIDE_TRY(takeStated(unit, history.weight, infusion.course.id));
    history.lastYear = countLastYear(dates, infusion.now.localDate());
    return history;
}

// Until a dose is prepared the newest order counts; a prepared bag keeps the one it was made by.
base::Result<domain::CourseOrder> orderFor(Unit& unit, const InfusionAtHand& infusion) {
    const auto orders = CHAIRSIDE_TRY(unit.tx().courses().orders(infusion.course.id));
    if (const auto prepared = domain::preparedDose(infusion.record)) {
        if (auto order = orderOf(*prepared, orders)) return *std::move(order);
    }
    return standingOrder(orders);
}

} // namespace

base::Result<InfusionView> buildInfusionView(Unit& unit, const domain::InfusionId& id) {
    const auto infusion = CHAIRSIDE_TRY(loadInfusion(unit, id));
    const auto& record = infusion.record;
    const auto& rules = infusion.rules();
    const auto history = CHAIRSIDE_TRY(historyOf(unit, infusion));
    const auto plan = CHAIRSIDE_TRY(unit.tx().courses().planned(infusion.course.id));
    const bool isSigned = record.signature.has_value();
    return InfusionView{.patient = CHAIRSIDE_TRY(knownPatient(unit, record.infusion.patient)),
                        .course = infusion.course,
                        .order = CHAIRSIDE_TRY(orderFor(unit, infusion)),
                        .protocol = infusion.protocol,
                        .planned = infusion.planned,
                        .infusionsPlanned = static_cast<int>(plan.size()),
                        .record = record,
                        .state = domain::stateOf(record),
                        .delivery = domain::deliveryOf(record, infusion.now, rules.dose),
                        .due = isSigned ? std::nullopt : domain::nextDueVitals(record, infusion.now, rules.monitoring),
                        .gaps = isSigned ? std::vector<domain::SigningGap>{} : domain::signingGaps(record, rules),
                        .lastWeight = history.weight ? std::optional(history.weight->weight) : std::nullopt,
                        .lastWeighedOn = history.weight ? std::optional(history.weight->on) : std::nullopt,
                        .infusionsLast365Days = history.lastYear,
                        .chairs = CHAIRSIDE_TRY(readChairs(unit)),
                        .people = CHAIRSIDE_TRY(unit.tx().accounts().list()),
                        .asOf = infusion.now};
}

base::Result<InfusionView> InfusionService::view(const Actor& actor, const domain::InfusionId& infusion,
                                                 Reading reading) {
    return run(m_context, actor, domain::Permission::ViewPatients, accessFor(reading),
               [&](Unit& unit) -> base::Result<InfusionView> {
                   auto view = CHAIRSIDE_TRY(buildInfusionView(unit, infusion));
                   if (reading == Reading::Open) {
                       unit.audit(AuditAction::View, "infusion", infusion.text(), view.patient.id);
                   }
                   return view;
               });
}

} // namespace chairside::services
