#include "tests/support/core/cheap_hasher.h"

#include <cstdint>

namespace chairside::test {
namespace {

// FNV-1a, begun differently for each of the four parts.
std::uint64_t mix(std::string_view content, std::uint64_t seed) {
    std::uint64_t value = 14695981039346656037ULL ^ seed;
    for (const char c : content) {
        value ^= static_cast<unsigned char>(c);
        value *= 1099511628211ULL;
    }
    return value;
}

std::string hex(std::uint64_t value) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text(16, '0');
    for (std::size_t i = text.size(); i-- > 0; value >>= 4U)
        text[i] = kDigits[value & 0xFU];
    return text;
}

} // namespace

base::Result<std::string> CheapHasher::hash(std::string_view password) const {
    ++m_effort;
    const std::string salt = hex(++m_salt);
    return "cheap$" + salt + '$' + hex(mix(salt + std::string(password), 0));
}

bool CheapHasher::verify(std::string_view hash, std::string_view password) const {
    ++m_effort;
    const auto first = hash.find('$');
    const auto second = hash.find('$', first + 1);
    if (second == std::string_view::npos) return false;
    const std::string salt(hash.substr(first + 1, second - first - 1));
    return hash.substr(second + 1) == hex(mix(salt + std::string(password), 0));
}

std::string CheapDigest::sha256(std::string_view content) const {
    std::string text;
    for (const std::uint64_t seed : {1ULL, 2ULL, 3ULL, 4ULL})
        text += hex(mix(content, seed));
    return text;
}

} // namespace chairside::test
