// Words for enumerations: what a table of them is, and the way there and back.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace chairside::store {

template <class E, std::size_t N>
using KeyTable = std::array<std::pair<E, std::string_view>, N>;

// Each enumeration has its own table in enum_keys.h or enum_keys_infusion.h; without one, reading or writing it does
// not compile.
template <class E>
struct EnumKeys;

// Empty for a value that has no word; the schema refuses it then.
template <class E>
[[nodiscard]] constexpr std::string_view keyOf(E value) {
    for (const auto& [entry, key] : EnumKeys<E>::kTable) {
        if (entry == value) return key;
    }
    return {};
}

template <class E>
[[nodiscard]] constexpr std::optional<E> fromKey(std::string_view text) {
    for (const auto& [entry, key] : EnumKeys<E>::kTable) {
        if (key == text) return entry;
    }
    return std::nullopt;
}

} // namespace chairside::store
