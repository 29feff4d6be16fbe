// A clinic opened by chairsidectl with somebody signed in; signs out when it goes.
#pragma once

#include <memory>

#include "app/ctl/commands.h"
#include "core/base/system_clock.h"

namespace chairside::app {

// Whether a sign-in wants the second factor as well.
[[nodiscard]] bool asksForCode(const base::Error& error);
// Whether the password was given by an administrator and the person has to choose their own.
[[nodiscard]] bool asksForNewPassword(const base::Error& error);

// Says on standard error that what is on the disk can be read without a password; nothing of a clinic that is
// encrypted.
void warnIfNotEncrypted(const Clinic& clinic);

class SignedIn {
public:
    // Opens an existing clinic (NotFound otherwise) and signs options.user in.
    [[nodiscard]] static base::Result<std::unique_ptr<SignedIn>> open(const CtlOptions& options);
    ~SignedIn();
    SignedIn(const SignedIn&) = delete;
    SignedIn& operator=(const SignedIn&) = delete;

    [[nodiscard]] services::Services& services() { return m_clinic->services(); }
    [[nodiscard]] services::ServiceContext& context() { return m_clinic->context(); }
    [[nodiscard]] const base::Clock& clock() const { return m_clock; }
    [[nodiscard]] const services::Actor& actor() const { return *m_actor; }

private:
    SignedIn() : m_clock(m_zone) {}
    base::SystemTimeZone m_zone;
    base::SystemClock m_clock;
    std::unique_ptr<Clinic> m_clinic;
    std::optional<services::Actor> m_actor;
};

} // namespace chairside::app
