// Password hashes by Argon2id (libsodium), at the cost meant for somebody who waits in front of the screen.
#pragma once

#include "core/services/ports/password_hasher.h"

namespace chairside::access {

// What one hash costs. Interactive: about a tenth of a second and 64 MiB of memory. Token: nearly nothing,
// and so no protection at all; for invented accounts whose passwords everybody may read.
enum class HashCost { Interactive, Token };

// May be shared by threads. A hash says what it cost, so either hasher verifies the hashes of the other.
class ArgonHasher final : public services::PasswordHasher {
public:
    explicit ArgonHasher(HashCost cost = HashCost::Interactive) : m_cost(cost) {}
    // The salt is new each time. Internal if the memory cannot be had or there is no source of randomness.
    [[nodiscard]] base::Result<std::string> hash(std::string_view password) const override;
    // False also for a text that is no such hash.
    [[nodiscard]] bool verify(std::string_view hash, std::string_view password) const override;

private:
    HashCost m_cost;
};

} // namespace chairside::access
