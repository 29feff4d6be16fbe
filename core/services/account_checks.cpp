#include "core/services/account_checks.h"

#include "core/services/password_rules.h"
#include "core/services/text_rules.h"
#include "core/services/try.h"

namespace chairside::services {

base::Problems checkNewAccount(const NewAccount& account, const std::string& clinicName, const ClinicPolicy& policy) {
    base::Problems problems;
    const std::string userName = foldedUserName(account.userName);
    checkText(problems, "user_name", userName, policy.patient.maxNameLength);
    if (userName.find_first_of(" \t\r\n") != std::string::npos) {
        problems.push_back({"user_name", base::Rule::NotAllowed, {}, {}, {}});
    }
    checkText(problems, "printed_name", account.printedName, policy.patient.maxNameLength);
    if (account.roles.empty()) problems.push_back({"roles", base::Rule::Required, {}, {}, {}});
    checkPassword(problems, account.password, account.userName, clinicName, policy);
    return problems;
}

base::Result<StoredAccount> makeAccount(ServiceContext& context, const NewAccount& account) {
    auto hash = CHAIRSIDE_TRY(context.hasher.hash(account.password));
    return StoredAccount{domain::Account{domain::AccountId(context.ids.next()), foldedUserName(account.userName),
                                         trimmed(account.printedName), account.roles, false},
                         {std::move(hash)},
                         0,
                         std::nullopt};
}

} // namespace chairside::services
