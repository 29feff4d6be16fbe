#include "core/services/account_service.h"

#include "core/services/account_checks.h"
#include "core/services/keys.h"
#include "core/services/run.h"
#include "core/services/text_rules.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using base::Code;
using domain::Permission;

base::Result<std::string> storedClinicName(Transaction& tx) {
    return CHAIRSIDE_TRY(tx.settings().get(kClinicNameSetting)).value_or(std::string{});
}

base::Done requireNoAccount(Transaction& tx) {
    if (CHAIRSIDE_TRY(tx.accounts().count()) > 0) return base::fail(Code::WrongState, "account");
    return {};
}

// AlreadyExists always names the field a person can change.
base::Done addAccount(Transaction& tx, const StoredAccount& account) {
    auto added = tx.accounts().add(account);
    if (!added && added.error().code == Code::AlreadyExists) added.error().field = "user_name";
    return added;
}

base::Done storeFirstAccount(Transaction& tx, const StoredAccount& account, const std::string& clinicName,
                             PatientsAre patients, const std::string& workstation) {
    CHAIRSIDE_TRY(requireNoAccount(tx));
    CHAIRSIDE_TRY(tx.settings().set(kClinicNameSetting, clinicName));
    if (patients == PatientsAre::Invented)
        CHAIRSIDE_TRY(tx.settings().set(kClinicPatientsSetting, std::string(kInventedPatients)));
    CHAIRSIDE_TRY(addAccount(tx, account));
    AuditEvent event;
    event.action = AuditAction::Setup;
    event.who = account.account.id;
    event.role = roleKey(domain::Role::Administrator);
    event.workstation = workstation;
    event.subjectKind = "clinic";
    tx.audit(event);
    return {};
}

} // namespace

base::Result<bool> AccountService::hasAccounts() {
    if (m_context.vault != nullptr && !m_context.vault->isOpen()) return m_context.vault->hasKeys();
    bool has = false;
    CHAIRSIDE_TRY(m_context.store.read([&has](Transaction& tx) -> base::Done {
        has = CHAIRSIDE_TRY(tx.accounts().count()) > 0;
        return {};
    }));
    return has;
}

base::Result<Actor> AccountService::setUpClinic(const std::string& clinicName, const NewAccount& first,
                                                const std::string& workstation, PatientsAre patients) {
    if (CHAIRSIDE_TRY(hasAccounts())) return base::fail(Code::WrongState, "account");
    NewAccount account = first;
    account.roles.add(domain::Role::Administrator);
    base::Problems problems;
    checkText(problems, "clinic_name", clinicName, m_context.policy.patient.maxTextLength);
    const auto accountProblems = checkNewAccount(account, clinicName, m_context.policy);
    problems.insert(problems.end(), accountProblems.begin(), accountProblems.end());
    if (!problems.empty()) return base::invalid(std::move(problems));

    auto stored = CHAIRSIDE_TRY(makeAccount(m_context, account));
    if (m_context.vault != nullptr) {
        CHAIRSIDE_TRY(m_context.vault->setUp(stored.account.id, stored.account.userName, account.password));
        stored.password.slot = m_context.vault->slotOf(stored.account.id, stored.account.userName);
    }
    CHAIRSIDE_TRY(m_context.store.write(
        [&](Transaction& tx) { return storeFirstAccount(tx, stored, trimmed(clinicName), patients, workstation); }));
    m_context.changes.notify({ChangeKind::Account, stored.account.id.text(), {}});
    return Actor{stored.account.id, stored.account.userName, stored.account.printedName, stored.account.roles,
                 workstation};
}

base::Result<std::vector<domain::Account>> AccountService::accounts(const Actor& actor) {
    return run(m_context, actor, Permission::ManageAccounts, Access::Read,
               [](Unit& unit) { return unit.tx().accounts().list(); });
}

base::Result<domain::AccountId> AccountService::createAccount(const Actor& actor, const NewAccount& account) {
    CHAIRSIDE_TRY(run(m_context, actor, Permission::ManageAccounts, Access::Read, [&](Unit& unit) -> base::Done {
        const auto clinic = CHAIRSIDE_TRY(storedClinicName(unit.tx()));
        auto problems = checkNewAccount(account, clinic, unit.policy());
        if (!problems.empty()) return base::invalid(std::move(problems));
        return {};
    }));
    auto stored = CHAIRSIDE_TRY(makeAccount(m_context, account));
    const auto& id = stored.account.id;
    auto* vault = m_context.vault;
    // The slot first: an account that cannot open the data would be of no use.
    if (vault != nullptr) {
        CHAIRSIDE_TRY(vault->addPerson(id, stored.account.userName, account.password));
        stored.password.slot = vault->slotOf(id, stored.account.userName);
    }
    auto made = run(m_context, actor, Permission::ManageAccounts, Access::Write,
                    [&stored, &id](Unit& unit) -> base::Result<domain::AccountId> {
                        CHAIRSIDE_TRY(addAccount(unit.tx(), stored));
                        unit.audit(AuditAction::Create, "account", id.text());
                        unit.changed(ChangeKind::Account, id.text());
                        return id;
                    });
    if (!made && vault != nullptr) CHAIRSIDE_TRY(vault->revoke(id));
    return made;
}

base::Done AccountService::closeAccount(const Actor& actor, const domain::AccountId& account) {
    CHAIRSIDE_TRY(run(m_context, actor, Permission::ManageAccounts, Access::Write, [&](Unit& unit) -> base::Done {
        // Nobody closes their own: so one open account with this permission always remains.
        if (account == actor.account) return base::invalid("account", base::Rule::SamePerson);
        const auto stored = CHAIRSIDE_TRY(unit.tx().accounts().byId(account));
        if (stored.account.closed) return base::fail(Code::WrongState, "account");
        CHAIRSIDE_TRY(unit.tx().accounts().setClosed(account, true));
        unit.audit(AuditAction::Record, "account", account.text(), std::nullopt, "closed");
        unit.changed(ChangeKind::Account, account.text());
        return {};
    }));
    return m_context.vault == nullptr ? base::Done{} : m_context.vault->revoke(account);
}

} // namespace chairside::services
