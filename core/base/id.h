// Identities of records: UUIDs (version 7) that know what kind of record they name.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace chairside::base {

// The sixteen bytes of a UUID.
class Uuid {
public:
    using Bytes = std::array<std::uint8_t, 16>;
    constexpr explicit Uuid(const Bytes& bytes) : m_bytes(bytes) {}
    // Reads the 36-character form in lower or upper case.
    [[nodiscard]] static std::optional<Uuid> fromText(std::string_view text);
    // 36 characters, lower case.
    [[nodiscard]] std::string text() const;
    [[nodiscard]] constexpr const Bytes& bytes() const { return m_bytes; }
    auto operator<=>(const Uuid&) const = default;

private:
    Bytes m_bytes;
};

// An identity of one kind of record; Id<Patient> and Id<Course> do not mix. There is no empty Id:
// use std::optional<Id<T>> for "none".
template <class Record>
class Id {
public:
    constexpr explicit Id(Uuid uuid) : m_uuid(uuid) {}
    [[nodiscard]] static std::optional<Id> fromText(std::string_view text) {
        if (const auto uuid = Uuid::fromText(text)) return Id(*uuid);
        return std::nullopt;
    }
    [[nodiscard]] std::string text() const { return m_uuid.text(); }
    [[nodiscard]] constexpr const Uuid& uuid() const { return m_uuid; }
    auto operator<=>(const Id&) const = default;

private:
    Uuid m_uuid;
};

// Makes identities. Implementations are thread-bound to their owner.
class IdSource {
public:
    virtual ~IdSource() = default;
    // A UUIDv7 (RFC 9562): 48 bits of Unix milliseconds, then a counter and random bits, so that identities made one
    // after the other sort in the order they were made.
    [[nodiscard]] virtual Uuid next() = 0;
    template <class Record>
    [[nodiscard]] Id<Record> make() {
        return Id<Record>(next());
    }
};

} // namespace chairside::base

template <class Record>
struct std::hash<chairside::base::Id<Record>> {
    std::size_t operator()(const chairside::base::Id<Record>& id) const noexcept {
        std::size_t value = 0;
        for (const auto byte : id.uuid().bytes())
            value = value * 1099511628211ULL + byte;
        return value;
    }
};
