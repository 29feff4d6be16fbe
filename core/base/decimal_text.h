// Exact conversion between what people type and read ("70.4") and thousandths of a unit (70400).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/scaled.h"

namespace chairside::base {

// Reads an unsigned decimal with at most maxDecimals (0..3) digits behind the point; '.' or ',' is the point.
// A leading zero before the point is optional (spaces, exponents, signs and a bare point are refused).
// Returns thousandths, or nothing if the text is not such a number or has more than nine digits before the point.
[[nodiscard]] std::optional<std::int64_t> thousandthsFromText(std::string_view text, int maxDecimals = 3);

// Canonical form: leading zero, no trailing zeros, no grouping, '.' as point: 500 -> "0.5", 34000 -> "34", -5 ->
// "-0.005".
[[nodiscard]] std::string textFromThousandths(std::int64_t thousandths);

template <class Tag>
[[nodiscard]] std::string toText(Scaled<Tag> quantity) {
    return textFromThousandths(quantity.raw());
}

template <class Quantity>
[[nodiscard]] std::optional<Quantity> quantityFromText(std::string_view text, int maxDecimals = 3) {
    if (const auto raw = thousandthsFromText(text, maxDecimals)) return Quantity::ofRaw(*raw);
    return std::nullopt;
}

} // namespace chairside::base
