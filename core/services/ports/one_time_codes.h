// Codes of a second factor: those that change every half minute, and those that are printed and work once. Implemented
// in core/access.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/instant.h"
#include "core/base/result.h"

namespace chairside::services {

class OneTimeCodes {
public:
    virtual ~OneTimeCodes() = default;
    // As it is typed into an authenticator: base32 without padding. Internal without a source of randomness.
    [[nodiscard]] virtual base::Result<std::string> newSecret() const = 0;
    // The step of time that has this code: the present one, or its neighbour on either side, because clocks differ.
    // Nothing if it is another code or the secret is none. Blanks between the digits do not matter.
    [[nodiscard]] virtual std::optional<std::int64_t> stepOf(std::string_view secret, std::string_view typed,
                                                             base::Instant now) const = 0;
    // Ten of them, as they are printed.
    [[nodiscard]] virtual base::Result<std::vector<std::string>> newRecoveryCodes() const = 0;
    // In the form that is hashed: without blanks and dashes, in capitals, with the letters meant that look like digits.
    [[nodiscard]] virtual std::string recoveryText(std::string_view typed) const = 0;
};

} // namespace chairside::services
