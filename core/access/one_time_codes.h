// Time-based one-time codes as RFC 6238 defines them and authenticators make them: HMAC-SHA-1, steps of 30 seconds, six
// digits.
#pragma once

#include <span>

#include "core/services/ports/one_time_codes.h"

namespace chairside::access {

// RFC 4226: the code of a counter, with so many digits (6 to 8).
[[nodiscard]] std::string hotp(std::span<const unsigned char> key, std::uint64_t counter, int digits);

// RFC 4648. Case, blanks, dashes and padding do not matter; nothing for any other character, for nothing at all and
// for more than 128 characters.
[[nodiscard]] std::optional<std::vector<unsigned char>> fromBase32(std::string_view text);
[[nodiscard]] std::string toBase32(std::span<const unsigned char> bytes);

// Without state; may be shared by threads.
class TimedCodes final : public services::OneTimeCodes {
public:
    [[nodiscard]] base::Result<std::string> newSecret() const override;
    [[nodiscard]] std::optional<std::int64_t> stepOf(std::string_view secret, std::string_view typed,
                                                     base::Instant now) const override;
    [[nodiscard]] base::Result<std::vector<std::string>> newRecoveryCodes() const override;
    [[nodiscard]] std::string recoveryText(std::string_view typed) const override;
};

} // namespace chairside::access
