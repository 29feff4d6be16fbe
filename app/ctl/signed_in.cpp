#include "app/ctl/signed_in.h"

namespace chairside::app {

bool asksForCode(const base::Error& error) {
    return error.code == base::Code::Invalid && !error.problems.empty() &&
           error.problems.front().field == "one_time_code";
}

base::Result<std::unique_ptr<SignedIn>> SignedIn::open(const CtlOptions& options) {
    std::unique_ptr<SignedIn> session(new SignedIn);
    auto clinic = Clinic::open({.folder = options.data, .createIfMissing = false}, session->m_clock);
    if (!clinic) return std::unexpected(clinic.error());
    session->m_clinic = std::move(*clinic);
    auto password = askPassword("Password for " + options.user + ": ");
    if (!password) return std::unexpected(password.error());
    auto actor = session->services().accounts.signIn(options.user, *password, workstationName());
    if (!actor && asksForCode(actor.error())) {
        auto code = askOneTimeCode();
        if (!code) return std::unexpected(code.error());
        actor = session->services().accounts.signIn(options.user, *password, workstationName(), *code);
    }
    if (!actor) return std::unexpected(actor.error());
    session->m_actor = *actor;
    return session;
}

SignedIn::~SignedIn() {
    // Nobody is left to tell if the last audit row cannot be written; the next start reports the store's state.
    if (m_actor) static_cast<void>(services().accounts.signOut(*m_actor));
}

} // namespace chairside::app
