#include "core/services/readiness_service.h"

#include "core/domain/protocol/protocol_standing.h"
#include "core/services/backup_settings.h"
#include "core/services/chair_list.h"
#include "core/services/clinic_details.h"
#include "core/services/run.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using domain::Permission;

base::Result<bool> hasProtocolInForce(Unit& unit) {
    const auto all = CHAIRSIDE_TRY(unit.tx().protocols().list());
    return std::ranges::any_of(all, [&](const auto& version) {
        return domain::standingOf(version, all, unit.today()) == domain::ProtocolStanding::Active;
    });
}

// Two persons, one of whom gives and one of whom checks.
base::Result<bool> hasSecondPerson(Unit& unit) {
    const auto people = CHAIRSIDE_TRY(unit.tx().accounts().list());
    const auto may = [](const domain::Account& account, Permission permission) {
        return !account.closed && domain::allowed(account.roles, permission);
    };
    return std::ranges::any_of(people, [&](const auto& giver) {
        return may(giver, Permission::RecordInfusion) && std::ranges::any_of(people, [&](const auto& checker) {
                   return checker.id != giver.id && may(checker, Permission::CheckDose);
               });
    });
}

base::Result<Readiness> readReadiness(Unit& unit) {
    using enum ReadinessPoint;
    const auto details = CHAIRSIDE_TRY(readClinicDetails(unit.tx()));
    const auto chairs = CHAIRSIDE_TRY(readChairs(unit));
    const auto backup = CHAIRSIDE_TRY(readBackupState(unit.tx(), unit.policy(), unit.now()));
    const auto patients = CHAIRSIDE_TRY(unit.tx().patients().search({}, unit.today(), 1));
    return Readiness{.lines = {{ClinicAddress, !details.name.empty() && !details.address.empty()},
                               {Chairs, !chairs.empty()},
                               {Protocol, CHAIRSIDE_TRY(hasProtocolInForce(unit))},
                               {SecondPerson, CHAIRSIDE_TRY(hasSecondPerson(unit))},
                               {BackupPlace, !backup.plan.folder.empty()}},
                     .noPatientYet = patients.rows.empty()};
}

} // namespace

base::Result<Readiness> ReadinessService::beforeFirstPatient(const Actor& actor) {
    return run(m_context, actor, Permission::ManageClinic, Access::Read, readReadiness);
}

} // namespace chairside::services
