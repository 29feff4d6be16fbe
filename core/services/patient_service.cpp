#include "core/services/patient_service.h"

#include "core/services/history_entries.h"
#include "core/services/run.h"
#include "core/services/text_rules.h"
#include "core/services/tidy_patient.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using domain::Permission;

} // namespace

domain::PatientDetails tidied(domain::PatientDetails details) {
    for (std::string* text : {&details.name.family, &details.name.given, &details.name.title, &details.name.preferred,
                              &details.clinicNumber, &details.phone, &details.allergies}) {
        *text = trimmed(*text);
    }
    return details;
}

base::Result<PatientHits> PatientService::search(const Actor& actor, const std::string& text, int limit) {
    return run(m_context, actor, Permission::ViewPatients, Access::Read,
               [&](Unit& unit) { return unit.tx().patients().search(text, unit.today(), limit); });
}

base::Result<std::vector<SimilarPatient>> PatientService::similarTo(const Actor& actor, const domain::PersonName& name,
                                                                    std::optional<base::CalendarDate> born) {
    return run(m_context, actor, Permission::ViewPatients, Access::Read,
               [&](Unit& unit) { return unit.tx().patients().similarTo(name, born); });
}

base::Result<std::string> PatientService::proposeClinicNumber(const Actor& actor) {
    return run(m_context, actor, Permission::RegisterPatient, Access::Read,
               [](Unit& unit) { return unit.tx().patients().nextClinicNumber(); });
}

base::Result<domain::PatientId> PatientService::registerPatient(const Actor& actor,
                                                                const domain::PatientDetails& details) {
    return run(m_context, actor, Permission::RegisterPatient, Access::Write,
               [&](Unit& unit) -> base::Result<domain::PatientId> {
                   const domain::Patient patient{unit.newId<domain::PatientId>(), tidied(details)};
                   auto problems = domain::check(patient.details, unit.today(), unit.policy().patient);
                   if (!problems.empty()) return base::invalid(std::move(problems));
                   auto added = unit.tx().patients().add(patient);
                   if (!added && added.error().code == base::Code::AlreadyExists) added.error().field = "clinic_number";
                   CHAIRSIDE_TRY(added);
                   CHAIRSIDE_TRY(keepRegistered(unit, patient));
                   unit.audit(AuditAction::Create, "patient", patient.id.text(), patient.id);
                   unit.changed(ChangeKind::Patient, patient.id.text(), patient.id);
                   return patient.id;
               });
}

} // namespace chairside::services
