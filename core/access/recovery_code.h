// The code a clinic prints at its first start and keeps in a safe: opens the data when no password does.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace chairside::access {

// Five groups of five random characters (125 bits) and one check character each, so that a slip is found before
// anything is tried and the group with it is named. Digits and capitals without I, L, O and U. Wiped when it goes.
class RecoveryCode {
public:
    static constexpr int kGroups = 5;
    static constexpr int kGroupLength = 6;

    [[nodiscard]] static base::Result<RecoveryCode> random();
    // Blanks, dashes and case do not matter; O counts as 0, I and L as 1. Invalid on "recovery_code": Required,
    // NotAllowed (a character that no code has), TooFew or TooLong, Mismatch with the number of the first group whose
    // check fails as value.
    [[nodiscard]] static base::Result<RecoveryCode> read(std::string_view typed);
    ~RecoveryCode();
    RecoveryCode(const RecoveryCode&) = default;
    RecoveryCode& operator=(const RecoveryCode&) = default;

    // "8KQ2ZD-…", five groups.
    [[nodiscard]] std::string text() const;
    // One group, counted from 1, as it is printed.
    [[nodiscard]] std::string group(int number) const;
    // What a key is derived from.
    [[nodiscard]] std::string_view characters() const { return {m_characters.data(), m_characters.size()}; }

private:
    RecoveryCode() = default;
    std::array<char, static_cast<std::size_t>(kGroups) * kGroupLength> m_characters{};
};

} // namespace chairside::access
