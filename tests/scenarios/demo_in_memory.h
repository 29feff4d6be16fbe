// The whole demo clinic without a folder, for tests that read what was played.
#pragma once

#include "app/demo/demo_clinic.h"
#include "app/demo/demo_script.h"
#include "core/base/system_clock.h"
#include "tests/support/core/matchers.h"

namespace chairside::test {

class DemoInMemory {
public:
    DemoInMemory() {
        EXPECT_THAT(m_clinic, IsOk());
        if (m_clinic) {
            EXPECT_THAT(app::fillDemoClinic(**m_clinic, m_clock, moment), IsOk());
        }
    }

    [[nodiscard]] services::Services& services() { return (*m_clinic)->services(); }
    [[nodiscard]] services::ServiceContext& context() { return (*m_clinic)->context(); }
    [[nodiscard]] base::Result<services::Actor> signIn(domain::Role role) {
        const auto& account = app::demoAccountOf(role);
        return services().accounts.signIn(account.userName, account.password, "test");
    }

private:
    base::SystemTimeZone m_zone;

public:
    const base::Instant moment = app::demoMoment(m_zone);

private:
    app::DemoClock m_clock{moment};
    base::Result<std::unique_ptr<app::Clinic>> m_clinic =
        app::Clinic::open({.folder = {}, .inMemory = true, .weakPasswords = true}, m_clock);
};

} // namespace chairside::test
