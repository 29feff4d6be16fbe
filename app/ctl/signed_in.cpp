#include "app/ctl/signed_in.h"

#include <iostream>

namespace chairside::app {

namespace {

bool asksFor(const base::Error& error, const char* field) {
    return error.code == base::Code::Invalid && !error.problems.empty() && error.problems.front().field == field;
}

} // namespace

bool asksForCode(const base::Error& error) {
    return asksFor(error, "one_time_code");
}

bool asksForNewPassword(const base::Error& error) {
    return asksFor(error, "new_password");
}

void warnIfNotEncrypted(const Clinic& clinic) {
    if (!clinic.isEncrypted()) std::cerr << "chairsidectl: warning: the data on this computer are not encrypted.\n";
}

base::Result<std::unique_ptr<SignedIn>> SignedIn::open(const CtlOptions& options) {
    std::unique_ptr<SignedIn> session(new SignedIn);
    auto clinic = Clinic::open({.folder = options.data, .createIfMissing = false, .fewPages = true}, session->m_clock);
    if (!clinic) return std::unexpected(clinic.error());
    session->m_clinic = std::move(*clinic);
    warnIfNotEncrypted(*session->m_clinic);
    auto password = askPassword("Password for " + options.user + ": ");
    if (!password) return std::unexpected(password.error());
    auto& accounts = session->services().accounts;
    auto actor = accounts.signIn(options.user, *password, workstationName());
    std::string chosen;
    if (!actor && asksForNewPassword(actor.error())) {
        auto next = askNewPassword("An administrator gave this password. Your own new one: ");
        if (!next) return std::unexpected(next.error());
        chosen = std::move(*next);
        actor = accounts.signIn(options.user, *password, workstationName(), {}, chosen);
    }
    if (!actor && asksForCode(actor.error())) {
        auto code = askOneTimeCode();
        if (!code) return std::unexpected(code.error());
        actor = accounts.signIn(options.user, *password, workstationName(), *code, chosen);
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
