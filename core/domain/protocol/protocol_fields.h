// How a member of ProtocolRules becomes a ProtocolField: only for the protocol_fields_*.cpp tables.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>

#include "core/domain/protocol/protocol_rules.h"

namespace chairside::domain::detail {

template <class Value>
inline constexpr bool kIsQuantity = requires(Value value) {
    value.raw();
};

// Path: member pointers from ProtocolRules down to the number.
template <auto... Path>
std::int64_t get(const ProtocolRules& rules) {
    const auto& value = (rules.*....*Path);
    if constexpr (kIsQuantity<std::remove_cvref_t<decltype(value)>>) {
        return value.raw();
    } else {
        return static_cast<std::int64_t>(value);
    }
}

template <auto... Path>
void set(ProtocolRules& rules, std::int64_t number) {
    auto& value = (rules.*....*Path);
    using Value = std::remove_cvref_t<decltype(value)>;
    if constexpr (kIsQuantity<Value>) {
        value = Value::ofRaw(number);
    } else {
        value = static_cast<Value>(number);
    }
}

// low and high as stored: in thousandths for a quantity, plain otherwise.
template <auto... Path>
constexpr ProtocolField field(std::string_view key, std::string_view unit, std::int64_t low, std::int64_t high) {
    using Value = std::remove_cvref_t<decltype((std::declval<ProtocolRules&>().*....*Path))>;
    return {key, unit, kIsQuantity<Value>, low, high, &get<Path...>, &set<Path...>, std::nullopt, LimitKind::Soft};
}

// The same, of a number that forbids.
constexpr ProtocolField limit(ProtocolField field, LimitKind kind = LimitKind::Hard) {
    field.limit = kind;
    return field;
}

// A field of a section that was added later; unsaid: what versions from before say.
template <auto... Path>
constexpr ProtocolField laterField(std::string_view key, std::string_view unit, std::int64_t low, std::int64_t high,
                                   std::int64_t unsaid) {
    ProtocolField added = field<Path...>(key, unit, low, high);
    added.unsaid = unsaid;
    return added;
}

[[nodiscard]] std::span<const ProtocolField> regimenAndDoseFields();
[[nodiscard]] std::span<const ProtocolField> monitoringFields();
[[nodiscard]] std::span<const ProtocolField> outcomeFields();

} // namespace chairside::domain::detail
