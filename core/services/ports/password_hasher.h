// Slow salted password hashes. Implemented in core/access with Argon2id.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace chairside::services {

class PasswordHasher {
public:
    virtual ~PasswordHasher() = default;
    // A self-describing hash with its own salt. Fails with Internal when memory for the hash cannot be had.
    [[nodiscard]] virtual base::Result<std::string> hash(std::string_view password) const = 0;
    // Takes as long for a wrong password as for the right one.
    [[nodiscard]] virtual bool verify(std::string_view hash, std::string_view password) const = 0;
};

} // namespace chairside::services
