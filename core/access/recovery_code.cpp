#include "core/access/recovery_code.h"

#include <sodium.h>

#include "core/access/sodium_ready.h"

namespace chairside::access {
namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::string_view kField = "recovery_code";

// Doubles an element of the field with 32 elements (x^5 + x^2 + 1).
unsigned doubled(unsigned value) {
    const unsigned shifted = value << 1U;
    return (shifted & 32U) != 0 ? (shifted ^ 37U) : shifted;
}

int valueOf(char character) {
    if (character >= 'a' && character <= 'z') character = static_cast<char>(character - 'a' + 'A');
    if (character == 'O') character = '0';
    if (character == 'I' || character == 'L') character = '1';
    const auto place = kAlphabet.find(character);
    return place == std::string_view::npos ? -1 : static_cast<int>(place);
}

// Finds every single wrong character, every swap of neighbours and every swap of two groups.
char checkOf(std::string_view random, int group) {
    auto sum = static_cast<unsigned>(group);
    for (const char character : random)
        sum = doubled(sum) ^ static_cast<unsigned>(valueOf(character));
    return kAlphabet[doubled(sum)];
}

bool separates(char character) {
    return character == '-' || character == ' ' || character == '\t' || character == '\r' || character == '\n';
}

} // namespace

base::Result<RecoveryCode> RecoveryCode::random() {
    if (!sodiumReady()) return base::fail(base::Code::Internal, {}, "libsodium does not start");
    RecoveryCode code;
    std::size_t at = 0;
    for (int group = 1; group <= kGroups; ++group) {
        const std::size_t start = at;
        while (at < start + kGroupLength - 1)
            code.m_characters[at++] = kAlphabet[randombytes_uniform(static_cast<std::uint32_t>(kAlphabet.size()))];
        code.m_characters[at] = checkOf(code.characters().substr(start, at - start), group);
        ++at;
    }
    return code;
}

base::Result<RecoveryCode> RecoveryCode::read(std::string_view typed) {
    const auto field = std::string(kField);
    RecoveryCode code;
    std::size_t count = 0;
    for (const char character : typed) {
        if (separates(character)) continue;
        const int value = valueOf(character);
        if (value < 0) return base::invalid(field, base::Rule::NotAllowed, {}, {}, std::string(1, character));
        if (count < code.m_characters.size()) code.m_characters[count] = kAlphabet[static_cast<std::size_t>(value)];
        ++count;
    }
    const auto wanted = std::to_string(code.m_characters.size());
    if (count == 0) return base::invalid(field, base::Rule::Required);
    if (count < code.m_characters.size()) return base::invalid(field, base::Rule::TooFew, wanted, wanted);
    if (count > code.m_characters.size()) return base::invalid(field, base::Rule::TooLong, wanted, wanted);
    for (int group = 1; group <= kGroups; ++group) {
        const auto part = code.characters().substr(static_cast<std::size_t>(group - 1) * kGroupLength, kGroupLength);
        if (checkOf(part.substr(0, kGroupLength - 1), group) != part.back()) {
            return base::invalid(field, base::Rule::Mismatch, {}, {}, std::to_string(group));
        }
    }
    return code;
}

RecoveryCode::~RecoveryCode() {
    sodium_memzero(m_characters.data(), m_characters.size());
}

std::string RecoveryCode::text() const {
    std::string text;
    for (int number = 1; number <= kGroups; ++number) {
        if (number > 1) text += '-';
        text += group(number);
    }
    return text;
}

std::string RecoveryCode::group(int number) const {
    return std::string(characters().substr(static_cast<std::size_t>(number - 1) * kGroupLength, kGroupLength));
}

} // namespace chairside::access
