// SHA-1 (FIPS 180-4), for one-time codes alone: RFC 6238 asks for it, and its weakness against collisions is none
// there. Nothing else in the program may use it.
#pragma once

#include <array>
#include <span>

namespace chairside::access {

using Sha1Hash = std::array<unsigned char, 20>;

[[nodiscard]] Sha1Hash sha1(std::span<const unsigned char> content);
// RFC 2104.
[[nodiscard]] Sha1Hash hmacSha1(std::span<const unsigned char> key, std::span<const unsigned char> content);

} // namespace chairside::access
