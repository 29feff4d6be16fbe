// How the values of core look in a failed test.
#pragma once

#include <expected>
#include <ostream>
#include <type_traits>

#include <gtest/gtest-printers.h>

#include "core/base/calendar_date.h"
#include "core/base/decimal_text.h"
#include "core/base/id.h"
#include "core/base/instant.h"
#include "core/base/result.h"
#include "core/base/scaled.h"

namespace chairside::base {

void PrintTo(Code code, std::ostream* out);
void PrintTo(Rule rule, std::ostream* out);
void PrintTo(const Problem& problem, std::ostream* out);
void PrintTo(const Error& error, std::ostream* out);

inline void PrintTo(CalendarDate date, std::ostream* out) {
    *out << date.iso();
}
inline void PrintTo(Instant instant, std::ostream* out) {
    *out << instant.iso();
}
inline void PrintTo(const Uuid& uuid, std::ostream* out) {
    *out << uuid.text();
}

template <class Record>
void PrintTo(const Id<Record>& id, std::ostream* out) {
    *out << id.text();
}

template <class Tag>
void PrintTo(Scaled<Tag> quantity, std::ostream* out) {
    *out << toText(quantity);
}

template <class T>
void PrintTo(const std::expected<T, Error>& result, std::ostream* out) {
    if (!result.has_value()) {
        PrintTo(result.error(), out);
    } else if constexpr (std::is_void_v<T>) {
        *out << "done";
    } else {
        *out << "ok: " << ::testing::PrintToString(*result);
    }
}

} // namespace chairside::base
