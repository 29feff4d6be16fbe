// A second physician, who signs what needs two of them.
#pragma once

#include "tests/support/core/service_fixture.h"

namespace chairside::test {

// "roth" with kPassword.
inline services::Actor secondPhysician(TestClinic& clinic) {
    const domain::RoleSet roles{domain::Role::Physician};
    const auto id =
        need(clinic.services.accounts.createAccount(clinic.administrator, {"roth", "E. Roth, MD", roles, kPassword}));
    return {id, "roth", "E. Roth, MD", roles, "chair-1"};
}

} // namespace chairside::test
