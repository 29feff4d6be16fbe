#include "core/services/emergency_access_service.h"

#include <algorithm>

#include "core/services/authentication.h"
#include "core/services/run.h"
#include "core/services/text_rules.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using domain::Permission;

constexpr const char* kAccessTable = "emergency_access";

base::Done checkBegin(Unit& unit, const std::string& reason) {
    const auto& actor = unit.actor();
    const auto stored = CHAIRSIDE_TRY(unit.tx().accounts().byId(actor.account));
    if (domain::allowed(stored.account.roles, Permission::ViewPatients))
        return base::fail(base::Code::WrongState, kAccessTable, "the roles give it");
    if (CHAIRSIDE_TRY(unit.tx().emergencyAccess().openOf(actor.account, unit.now())))
        return base::fail(base::Code::WrongState, kAccessTable, "one is open");
    base::Problems problems;
    checkText(problems, "reason", reason, unit.policy().patient.maxTextLength);
    if (!problems.empty()) return base::invalid(std::move(problems));
    return {};
}

} // namespace

base::Result<domain::EmergencyAccess> EmergencyAccessService::begin(const Actor& actor, const std::string& reason,
                                                                    const std::string& password) {
    const auto permission = Permission::UseEmergencyAccess;
    CHAIRSIDE_TRY(run(m_context, actor, permission, Access::Read,
                      [&](Unit& unit) -> base::Done { return checkBegin(unit, reason); }));
    CHAIRSIDE_TRY(confirmPassword(m_context, actor, password, Announce::OnlyAfterFailures));
    return run(m_context, actor, permission, Access::Write, [&](Unit& unit) -> base::Result<domain::EmergencyAccess> {
        CHAIRSIDE_TRY(checkBegin(unit, reason));
        const std::chrono::minutes lasts(unit.policy().emergencyAccessMinutes);
        domain::EmergencyAccess access{unit.newId<domain::EmergencyAccessId>(),
                                       actor.account,
                                       trimmed(reason),
                                       unit.now(),
                                       unit.now().plus(lasts),
                                       std::nullopt,
                                       std::nullopt};
        CHAIRSIDE_TRY(unit.tx().emergencyAccess().add(access));
        unit.audit(AuditAction::EmergencyAccess, kAccessTable, access.id.text(), std::nullopt,
                   "begun " + std::to_string(lasts.count()) + " min");
        unit.changed(ChangeKind::Account, actor.account.text());
        return access;
    });
}

base::Done EmergencyAccessService::end(const Actor& actor) {
    return run(m_context, actor, Permission::UseEmergencyAccess, Access::Write, [&](Unit& unit) -> base::Done {
        const auto open = CHAIRSIDE_TRY(unit.tx().emergencyAccess().openOf(actor.account, unit.now()));
        if (!open) return {};
        CHAIRSIDE_TRY(unit.tx().emergencyAccess().add(EmergencyNote{
            unit.newId<domain::EntryId>(), open->id, domain::EmergencyNoteKind::Ended, {}, unit.now(), actor.account}));
        unit.audit(AuditAction::EmergencyAccess, kAccessTable, open->id.text(), std::nullopt, "ended");
        unit.changed(ChangeKind::Account, actor.account.text());
        return {};
    });
}

base::Result<std::vector<EmergencyAccessRow>> EmergencyAccessService::list(const Actor& actor) {
    return run(m_context, actor, Permission::ReviewEmergencyAccess, Access::Read,
               [&](Unit& unit) -> base::Result<std::vector<EmergencyAccessRow>> {
                   const auto people = CHAIRSIDE_TRY(unit.tx().accounts().list());
                   std::vector<EmergencyAccessRow> rows;
                   for (auto& access : CHAIRSIDE_TRY(unit.tx().emergencyAccess().all())) {
                       EmergencyAccessRow row{std::move(access), {}, {}, false, false};
                       row.person = domain::printedNameOf(people, row.access.who);
                       if (row.access.review) row.reviewer = domain::printedNameOf(people, row.access.review->by);
                       row.open = row.access.isOpen(unit.now());
                       row.mine = row.access.who == actor.account;
                       rows.push_back(std::move(row));
                   }
                   std::ranges::stable_partition(rows, [](const auto& row) { return !row.access.review; });
                   return rows;
               });
}

base::Done EmergencyAccessService::review(const Actor& actor, const domain::EmergencyAccessId& id,
                                          const std::string& remark) {
    return run(m_context, actor, Permission::ReviewEmergencyAccess, Access::Write, [&](Unit& unit) -> base::Done {
        const auto access = CHAIRSIDE_TRY(unit.tx().emergencyAccess().get(id));
        if (access.who == actor.account) return base::invalid("review", base::Rule::SamePerson);
        if (access.review || access.isOpen(unit.now())) return base::fail(base::Code::WrongState, kAccessTable);
        base::Problems problems;
        checkText(problems, "remark", remark, unit.policy().patient.maxTextLength);
        if (!problems.empty()) return base::invalid(std::move(problems));
        CHAIRSIDE_TRY(unit.tx().emergencyAccess().add(EmergencyNote{unit.newId<domain::EntryId>(), id,
                                                                    domain::EmergencyNoteKind::Reviewed,
                                                                    trimmed(remark), unit.now(), actor.account}));
        unit.audit(AuditAction::EmergencyAccess, kAccessTable, id.text(), std::nullopt, "reviewed");
        unit.changed(ChangeKind::Account, access.who.text());
        return {};
    });
}

} // namespace chairside::services
