// Making the infusion of a planned date.
#include "core/domain/course/course_state.h"
#include "core/services/course_rules.h"
#include "core/services/infusion_service.h"
#include "core/services/titration_note.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using base::Code;
using domain::PlanState;

// One bag at a time: a course with a pump running has no second one.
base::Done requireNothingRunning(Unit& unit, const domain::CourseId& course) {
    for (const auto& record : CHAIRSIDE_TRY(unit.tx().infusions().ofCourse(course))) {
        const auto state = domain::stateOf(record);
        if (state == domain::InfusionState::Running || state == domain::InfusionState::Paused) {
            return base::fail(Code::WrongState, "infusion", "another_running");
        }
    }
    return {};
}

base::Result<domain::InfusionId> make(Unit& unit, domain::PlannedInfusion planned, const domain::Course& course) {
    const auto order = CHAIRSIDE_TRY(standingOrder(CHAIRSIDE_TRY(unit.tx().courses().orders(course.id))));
    CHAIRSIDE_TRY(requireNothingRunning(unit, course.id));
    const domain::Infusion infusion{unit.newId<domain::InfusionId>(),
                                    planned.id,
                                    course.id,
                                    course.patient,
                                    order.id,
                                    planned.ordinal,
                                    unit.today(),
                                    unit.now(),
                                    unit.actor().account};
    CHAIRSIDE_TRY(unit.tx().infusions().add(infusion));
    planned.state = PlanState::Open;
    planned.infusion = infusion.id;
    CHAIRSIDE_TRY(unit.tx().courses().updatePlanned(planned));
    CHAIRSIDE_TRY(noteUnanswered(unit, course, infusion));
    unit.audit(AuditAction::Create, "infusion", infusion.id.text(), course.patient);
    unit.changed(ChangeKind::Infusion, infusion.id.text(), course.patient);
    return infusion.id;
}

} // namespace

base::Result<domain::InfusionId> InfusionService::open(const Actor& actor, const domain::PlannedInfusionId& id) {
    return run(m_context, actor, domain::Permission::RecordInfusion, Access::Write,
               [&](Unit& unit) -> base::Result<domain::InfusionId> {
                   const auto planned = CHAIRSIDE_TRY(unit.tx().courses().planned(id));
                   const bool off = planned.state == PlanState::Cancelled || planned.state == PlanState::Missed ||
                                    planned.state == PlanState::Declined;
                   if (off) return base::fail(Code::WrongState, "planned_infusion");
                   if (planned.infusion) return *planned.infusion;
                   const auto course = CHAIRSIDE_TRY(unit.tx().courses().get(planned.course));
                   if (!domain::allows(course.state, domain::CourseAct::Give) || planned.state != PlanState::Planned) {
                       return base::fail(Code::WrongState, "planned_infusion");
                   }
                   const auto patient = CHAIRSIDE_TRY(unit.tx().patients().get(course.patient));
                   if (!domain::mayBeTreated(patient.state)) return base::fail(Code::WrongState, "patient");
                   return make(unit, planned, course);
               });
}

} // namespace chairside::services
