// Preparing the bag: identity, weight and stock typed at the chair; dose per kg and minutes come from the
// order.
#include "core/domain/dosing/dose.h"
#include "core/services/course_rules.h"
#include "core/services/identity.h"
#include "core/services/infusion_access.h"
#include "core/services/infusion_service.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using base::Rule;

template <class Quantity>
void require(base::Problems& problems, const char* field, const std::optional<Quantity>& value) {
    if (!value) problems.push_back({field, Rule::Required, {}, {}, {}});
}

domain::DoseInputs inputsOf(const DoseEntry& entry, const domain::CourseOrder& order) {
    return {*entry.weight, order.perKg, order.minutes, *entry.strength, *entry.bag, entry.convention};
}

base::Result<domain::DoseInputs> checkDose(Unit& unit, const InfusionAtHand& infusion, const DoseEntry& entry) {
    const auto patient = CHAIRSIDE_TRY(unit.tx().patients().get(infusion.record.infusion.patient));
    const auto order = CHAIRSIDE_TRY(standingOrder(CHAIRSIDE_TRY(unit.tx().courses().orders(infusion.course.id))));
    base::Problems problems;
    checkIdentity(problems, patient.details, entry.initials, entry.birthYear);
    require(problems, "weight", entry.weight);
    require(problems, "strength", entry.strength);
    require(problems, "bag", entry.bag);
    checkCorrection(problems, infusion.record.doseChecks, entry.corrects, unit.policy().maxNoteLength);
    if (entry.weight && entry.strength && entry.bag) {
        const auto limits = domain::check(inputsOf(entry, order), infusion.rules().dose);
        problems.insert(problems.end(), limits.begin(), limits.end());
    }
    if (!problems.empty()) return base::invalid(std::move(problems));
    return inputsOf(entry, order);
}

domain::DoseCheck doseCheckOf(Unit& unit, const InfusionAtHand& infusion, const DoseEntry& entry,
                              const domain::DoseInputs& inputs) {
    const auto result = domain::calculateDose(inputs, infusion.rules().dose);
    return {headOf(unit, infusion, std::nullopt, entry.corrects),
            domain::CheckPosition::First,
            inputs,
            infusion.now.localDate(),
            domain::WeightBasis::Actual,
            result.dose,
            result.drugVolume,
            result.totalVolume,
            result.rate};
}

} // namespace

base::Result<domain::EntryId> InfusionService::recordDose(const Actor& actor, const DoseEntry& entry) {
    return run(m_context, actor, domain::Permission::RecordInfusion, Access::Write,
               [&](Unit& unit) -> base::Result<domain::EntryId> {
                   const auto infusion = CHAIRSIDE_TRY(loadUnsigned(unit, entry.infusion));
                   CHAIRSIDE_TRY(checkMayPrepare(infusion));
                   // Two people at one chair: the second dose would silently take the place of the first.
                   if (!entry.corrects && domain::preparedDose(infusion.record))
                       return base::fail(base::Code::Conflict, "dose", "prepared");
                   const auto inputs = CHAIRSIDE_TRY(checkDose(unit, infusion, entry));
                   const auto check = doseCheckOf(unit, infusion, entry, inputs);
                   CHAIRSIDE_TRY(unit.tx().infusions().add(check));
                   noteEntry(unit, infusion, "dose_check", check.head);
                   return check.head.id;
               });
}

} // namespace chairside::services
