#include "core/access/sodium_digest.h"

#include <array>

#include <sodium.h>

namespace chairside::access {

std::string SodiumDigest::sha256(std::string_view content) const {
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(content.data()), content.size());
    std::string hex(2 * hash.size() + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
    hex.pop_back();
    return hex;
}

} // namespace chairside::access
