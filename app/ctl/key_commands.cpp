// Keys of an encrypted clinic.
#include <algorithm>

#include "app/ctl/commands.h"
#include "app/ctl/signed_in.h"
#include "core/base/system_clock.h"

namespace chairside::app {

base::Done recoverAccount(const CtlOptions& options) {
    const base::SystemTimeZone zone;
    const base::SystemClock clock(zone);
    auto clinic = Clinic::open({.folder = options.data, .createIfMissing = false}, clock);
    if (!clinic) return std::unexpected(clinic.error());
    auto code = askRecoveryCode();
    if (!code) return std::unexpected(code.error());
    auto password = askPassword("New password for " + options.user + ": ");
    if (!password) return std::unexpected(password.error());
    return (*clinic)->services().accounts.recover(*code, options.user, *password, workstationName());
}

base::Done resetPassword(const CtlOptions& options) {
    auto session = SignedIn::open(options);
    if (!session) return std::unexpected(session.error());
    auto& accounts = (*session)->services().accounts;
    const auto people = accounts.accounts((*session)->actor());
    if (!people) return std::unexpected(people.error());
    const auto person = std::ranges::find(*people, options.person, &domain::Account::userName);
    if (person == people->end()) return base::invalid("person", base::Rule::Mismatch);
    auto own = askPassword("Your own password again: ");
    if (!own) return std::unexpected(own.error());
    auto given = askNewPassword("Password for the next sign-in of " + options.person + ": ");
    if (!given) return std::unexpected(given.error());
    return accounts.resetPassword((*session)->actor(), *own, person->id, *given);
}

base::Done rekeyClinic(const CtlOptions& options) {
    auto session = SignedIn::open(options);
    if (!session) return std::unexpected(session.error());
    return (*session)->services().accounts.rekey((*session)->actor());
}

} // namespace chairside::app
