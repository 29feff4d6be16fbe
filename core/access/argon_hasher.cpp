#include "core/access/argon_hasher.h"

#include <algorithm>
#include <array>

#include <sodium.h>

#include "core/access/sodium_ready.h"
#include "core/base/result.h"

namespace chairside::access {
base::Result<std::string> ArgonHasher::hash(std::string_view password) const {
    if (!sodiumReady()) return base::fail(base::Code::Internal, {}, "libsodium does not start");
    std::array<char, crypto_pwhash_STRBYTES> text{};
    const bool token = m_cost == HashCost::Token;
    const int outcome = crypto_pwhash_str_alg(text.data(), password.data(), password.size(),
                                              token ? crypto_pwhash_OPSLIMIT_MIN : crypto_pwhash_OPSLIMIT_INTERACTIVE,
                                              token ? crypto_pwhash_MEMLIMIT_MIN : crypto_pwhash_MEMLIMIT_INTERACTIVE,
                                              crypto_pwhash_ALG_ARGON2ID13);
    if (outcome != 0) return base::fail(base::Code::Internal, {}, "no memory for a password hash");
    return std::string(text.data());
}

bool ArgonHasher::verify(std::string_view hash, std::string_view password) const {
    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (!sodiumReady() || hash.size() >= text.size()) return false;
    std::ranges::copy(hash, text.begin());
    return crypto_pwhash_str_verify(text.data(), password.data(), password.size()) == 0;
}

} // namespace chairside::access
