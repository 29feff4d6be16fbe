// Roles in words.
#pragma once

#include <QString>

#include "core/domain/account/role.h"

namespace chairside::ui {

// "nurse", "physician", "administrator", "auditor".
[[nodiscard]] QString roleWords(domain::Role role);
// All of them, in the order of their list: "nurse, administrator".
[[nodiscard]] QString roleWords(domain::RoleSet roles);

} // namespace chairside::ui
