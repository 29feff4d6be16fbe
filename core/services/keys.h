// Internal to core/services: stable names of roles and permissions as the audit trail and signatures hold
// them.
#pragma once

#include <string>

#include "core/domain/account/role.h"

namespace chairside::services {

// "nurse", "physician", "administrator", "auditor".
[[nodiscard]] std::string roleKey(domain::Role role);
// "view_patients", "order_course" ...
[[nodiscard]] std::string permissionKey(domain::Permission permission);

} // namespace chairside::services
