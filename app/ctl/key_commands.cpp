// Keys of an encrypted clinic.
#include <iostream>

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

base::Done rekeyClinic(const CtlOptions& options) {
    auto session = SignedIn::open(options);
    if (!session) return std::unexpected(session.error());
    return (*session)->services().accounts.rekey((*session)->actor());
}

} // namespace chairside::app
