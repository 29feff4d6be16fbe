// Internal to core/access: one way to the data key.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/access/secret.h"

namespace chairside::access {

// Of Argon2id; kept in the slot, so that it can be raised without touching older slots.
struct SlotCost {
    std::uint64_t operations = 0;
    std::uint64_t bytes = 0;
};

enum class SlotKind : unsigned char { Person = 1, Recovery = 2 };

struct KeySlot {
    SlotKind kind = SlotKind::Person;
    std::string account; // empty for the recovery code
    std::array<unsigned char, 16> nameTag{};
    std::array<unsigned char, 16> salt{};
    SlotCost cost;
    std::array<unsigned char, 32> publicKey{};
    std::array<unsigned char, 24> nonce{};
    std::array<unsigned char, 48> wrapped{}; // the secret half of the pair
    std::array<unsigned char, 80> sealed{};  // the data key
    std::array<unsigned char, 80> sealedNext{};

    // What the wrapping covers beside the secret half.
    [[nodiscard]] std::string header() const;
    // A new pair under a new salt. secret: password or recovery code.
    [[nodiscard]] base::Done wrap(std::string_view secret);
    // SignInFailed if the secret is another or the header was changed.
    [[nodiscard]] base::Result<Secret> unwrap(std::string_view secret) const;
    [[nodiscard]] base::Done sealTo(const Secret& key, std::array<unsigned char, 80>& sealed) const;
    // StorageDamaged if it was not sealed to this slot.
    [[nodiscard]] base::Result<Secret> unseal(const Secret& own, const std::array<unsigned char, 80>& sealed) const;
};

// The work of one unwrap, for nothing.
[[nodiscard]] base::Done spend(const SlotCost& cost, std::string_view secret);

} // namespace chairside::access
