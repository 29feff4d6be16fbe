#include "core/access/one_time_codes.h"

#include <array>

#include <sodium.h>

#include "core/access/sha1.h"
#include "core/access/sodium_ready.h"

namespace chairside::access {
namespace {

constexpr std::size_t kSecretBytes = 20; // as long as the hash: RFC 4226, R6
constexpr std::size_t kLongestSecret = 128;
constexpr std::int64_t kStepMs = 30'000;
constexpr int kCodeDigits = 6;
constexpr int kPrintedCodes = 10;
constexpr std::size_t kPrintedLetters = 10; // of 32: 50 bits, tried at the pace of a sign-in
constexpr std::string_view kBase32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
// Without I, L, O and U, which are read as something else.
constexpr std::string_view kPrinted = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

char capital(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

bool isBetween(char c) {
    return c == ' ' || c == '-' || c == '\t' || c == '\n' || c == '\r';
}

std::string withoutBlanks(std::string_view typed) {
    std::string text;
    for (const char c : typed) {
        if (!isBetween(c)) text += capital(c);
    }
    return text;
}

// In a time that does not depend on the content.
bool equal(const std::string& a, const std::string& b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

} // namespace

std::string hotp(std::span<const unsigned char> key, std::uint64_t counter, int digits) {
    std::array<unsigned char, 8> bytes{};
    for (std::size_t i = bytes.size(); i-- > 0; counter >>= 8U)
        bytes[i] = static_cast<unsigned char>(counter);
    const auto hash = hmacSha1(key, bytes);
    const std::size_t at = hash.back() & 0x0FU;
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i)
        number = (number << 8U) | hash[at + i];
    number &= 0x7FFF'FFFFU;
    std::string code;
    for (int i = 0; i < digits; ++i, number /= 10)
        code.insert(code.begin(), static_cast<char>('0' + number % 10));
    return code;
}

std::optional<std::vector<unsigned char>> fromBase32(std::string_view text) {
    if (text.size() > kLongestSecret) return std::nullopt;
    std::vector<unsigned char> bytes;
    std::uint32_t bits = 0;
    unsigned held = 0;
    for (const char c : text) {
        if (isBetween(c) || c == '=') continue;
        const auto value = kBase32.find(capital(c));
        if (value == std::string_view::npos) return std::nullopt;
        bits = (bits << 5U) | static_cast<std::uint32_t>(value);
        held += 5;
        if (held < 8) continue;
        held -= 8;
        bytes.push_back(static_cast<unsigned char>(bits >> held));
    }
    if (bytes.empty()) return std::nullopt;
    return bytes;
}

std::string toBase32(std::span<const unsigned char> bytes) {
    std::string text;
    std::uint32_t bits = 0;
    unsigned held = 0;
    for (const auto byte : bytes) {
        bits = (bits << 8U) | byte;
        for (held += 8; held >= 5; held -= 5)
            text += kBase32[(bits >> (held - 5)) & 31U];
    }
    if (held > 0) text += kBase32[(bits << (5 - held)) & 31U];
    return text;
}

base::Result<std::string> TimedCodes::newSecret() const {
    if (!sodiumReady()) return base::fail(base::Code::Internal, {}, "libsodium does not start");
    std::array<unsigned char, kSecretBytes> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    auto text = toBase32(bytes);
    sodium_memzero(bytes.data(), bytes.size());
    return text;
}

std::optional<std::int64_t> TimedCodes::stepOf(std::string_view secret, std::string_view typed,
                                               base::Instant now) const {
    const auto key = fromBase32(secret);
    const auto code = withoutBlanks(typed);
    if (!key || code.size() != kCodeDigits || now.utcMs() < 0) return std::nullopt;
    const std::int64_t present = now.utcMs() / kStepMs;
    std::optional<std::int64_t> found;
    for (const std::int64_t step : {present + 1, present - 1, present}) {
        if (step >= 0 && equal(hotp(*key, static_cast<std::uint64_t>(step), kCodeDigits), code)) found = step;
    }
    return found;
}

base::Result<std::vector<std::string>> TimedCodes::newRecoveryCodes() const {
    if (!sodiumReady()) return base::fail(base::Code::Internal, {}, "libsodium does not start");
    std::vector<std::string> codes;
    for (int i = 0; i < kPrintedCodes; ++i) {
        std::string code;
        for (std::size_t letter = 0; letter < kPrintedLetters; ++letter) {
            if (letter == kPrintedLetters / 2) code += '-';
            code += kPrinted[randombytes_uniform(static_cast<std::uint32_t>(kPrinted.size()))];
        }
        codes.push_back(std::move(code));
    }
    return codes;
}

std::string TimedCodes::recoveryText(std::string_view typed) const {
    std::string text;
    for (const char c : withoutBlanks(typed))
        text += c == 'O' ? '0' : c == 'I' || c == 'L' ? '1' : c;
    return text;
}

} // namespace chairside::access
