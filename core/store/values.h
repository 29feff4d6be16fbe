// From the program's types to what the engine keeps, in the order of the columns: an instant takes two
// columns (UTC text and the offset in minutes), everything else one. Absent is NULL.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "core/base/calendar_date.h"
#include "core/base/id.h"
#include "core/base/instant.h"
#include "core/base/scaled.h"
#include "core/domain/infusion/entries.h"
#include "core/store/connection.h"
#include "core/store/enum_keys.h"

namespace chairside::store {

using Values = std::vector<Value>;

// "2025-01-14T10:42:00.123Z": sorts as text in the order of time.
[[nodiscard]] std::string utcText(base::Instant instant);

// Between these two lies every moment that is on that day somewhere; the second one is outside. As utcText().
[[nodiscard]] std::string earliestOfDay(base::CalendarDate day);
[[nodiscard]] std::string afterDay(base::CalendarDate day);

inline void put(Values& values, std::string_view text) {
    values.emplace_back(std::string(text));
}
inline void put(Values& values, base::CalendarDate date) {
    values.emplace_back(date.iso());
}
inline void put(Values& values, base::Instant instant) {
    values.emplace_back(utcText(instant));
    values.emplace_back(std::int64_t{instant.offsetMinutes()});
}

template <std::integral Number>
void put(Values& values, Number number) {
    values.emplace_back(static_cast<std::int64_t>(number));
}

template <class Tag>
void put(Values& values, base::Scaled<Tag> quantity) {
    values.emplace_back(quantity.raw());
}

template <class Record>
void put(Values& values, const base::Id<Record>& id) {
    values.emplace_back(id.text());
}

template <class E>
requires std::is_enum_v<E>
void put(Values& values, E value) {
    put(values, keyOf(value));
}

template <class T>
void put(Values& values, const std::optional<T>& value) {
    if (value) {
        put(values, *value);
        return;
    }
    values.emplace_back();
    if constexpr (std::is_same_v<T, base::Instant>) values.emplace_back();
}

// The nine columns every entry of an infusion begins with.
void put(Values& values, const domain::EntryHead& head);

// All arguments one after the other.
template <class... Parts>
[[nodiscard]] Values values(const Parts&... parts) {
    Values all;
    all.reserve(sizeof...(parts) + 8);
    (put(all, parts), ...);
    return all;
}

} // namespace chairside::store
