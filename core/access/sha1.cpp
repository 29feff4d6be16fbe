#include "core/access/sha1.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace chairside::access {
namespace {

constexpr std::size_t kBlock = 64;
using State = std::array<std::uint32_t, 5>;

struct Round {
    std::uint32_t mixed;
    std::uint32_t constant;
};

Round roundOf(std::size_t step, const State& s) {
    if (step < 20) return {(s[1] & s[2]) | (~s[1] & s[3]), 0x5A827999U};
    if (step < 40) return {s[1] ^ s[2] ^ s[3], 0x6ED9EBA1U};
    if (step < 60) return {(s[1] & s[2]) | (s[1] & s[3]) | (s[2] & s[3]), 0x8F1BBCDCU};
    return {s[1] ^ s[2] ^ s[3], 0xCA62C1D6U};
}

void takeBlock(State& state, std::span<const unsigned char> block) {
    std::array<std::uint32_t, 80> words{};
    for (std::size_t i = 0; i < 16; ++i) {
        for (std::size_t byte = 0; byte < 4; ++byte)
            words[i] = (words[i] << 8U) | block[4 * i + byte];
    }
    for (std::size_t i = 16; i < words.size(); ++i)
        words[i] = std::rotl(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
    State s = state;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto round = roundOf(i, s);
        const std::uint32_t next = std::rotl(s[0], 5) + round.mixed + s[4] + round.constant + words[i];
        s = {next, s[0], std::rotl(s[1], 30), s[2], s[3]};
    }
    for (std::size_t i = 0; i < state.size(); ++i)
        state[i] += s[i];
}

std::vector<unsigned char> joined(std::span<const unsigned char> first, std::span<const unsigned char> second) {
    std::vector<unsigned char> all(first.begin(), first.end());
    all.insert(all.end(), second.begin(), second.end());
    return all;
}

} // namespace

Sha1Hash sha1(std::span<const unsigned char> content) {
    std::vector<unsigned char> padded(content.begin(), content.end());
    padded.push_back(0x80);
    while (padded.size() % kBlock != kBlock - 8)
        padded.push_back(0);
    const std::uint64_t bits = std::uint64_t{content.size()} * 8;
    for (unsigned shift = 64; shift > 0; shift -= 8)
        padded.push_back(static_cast<unsigned char>(bits >> (shift - 8)));
    State state{0x67452301U, 0xEFCDAB89U, 0x98BADCFEU, 0x10325476U, 0xC3D2E1F0U};
    for (std::size_t at = 0; at < padded.size(); at += kBlock)
        takeBlock(state, std::span(padded).subspan(at, kBlock));
    Sha1Hash hash{};
    for (std::size_t i = 0; i < hash.size(); ++i)
        hash[i] = static_cast<unsigned char>(state[i / 4] >> (24 - 8 * (i % 4)));
    return hash;
}

Sha1Hash hmacSha1(std::span<const unsigned char> key, std::span<const unsigned char> content) {
    std::array<unsigned char, kBlock> block{};
    if (key.size() > kBlock) {
        std::ranges::copy(sha1(key), block.begin());
    } else {
        std::ranges::copy(key, block.begin());
    }
    auto inner = block;
    auto outer = block;
    for (auto& byte : inner)
        byte ^= 0x36;
    for (auto& byte : outer)
        byte ^= 0x5C;
    return sha1(joined(outer, sha1(joined(inner, content))));
}

} // namespace chairside::access
