// Passwords and content hashes for tests: correct in form, instant, and worth nothing as protection.
#pragma once

#include <string>
#include <string_view>

#include "core/services/ports/digest.h"
#include "core/services/ports/password_hasher.h"

namespace chairside::test {

class CheapHasher final : public services::PasswordHasher {
public:
    [[nodiscard]] base::Result<std::string> hash(std::string_view password) const override;
    [[nodiscard]] bool verify(std::string_view hash, std::string_view password) const override;

    // Hashes and verifications so far: each stands for the time a real one takes.
    [[nodiscard]] int effort() const { return m_effort; }

private:
    mutable int m_effort = 0;
    mutable unsigned m_salt = 0;
};

// 64 hex digits that depend on every byte.
class CheapDigest final : public services::Digest {
public:
    [[nodiscard]] std::string sha256(std::string_view content) const override;
};

} // namespace chairside::test
