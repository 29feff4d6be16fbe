// Amounts as people read them: leading zero, no trailing zero, '.' as point in every language, a space before
// the unit, "per" instead of "/", a comma from 1,000. Units are given in their display form ("mg", "kg",
// "mL").
#pragma once

#include <QString>
#include <QStringView>
#include <cstdint>

#include "core/base/scaled.h"

namespace chairside::ui {

// "1,204", "0.5", "34": thousandths of the display unit, without a unit.
[[nodiscard]] QString numberText(std::int64_t thousandths);
// "34 mg".
[[nodiscard]] QString amountText(std::int64_t thousandths, QStringView unit);
// "0.5 mg per kg".
[[nodiscard]] QString perText(std::int64_t thousandths, QStringView unit, QStringView perUnit);
// "from 30 to 250 kg".
[[nodiscard]] QString rangeText(std::int64_t lowThousandths, std::int64_t highThousandths, QStringView unit);
// "1,204": counts of people, sessions and rows.
[[nodiscard]] QString countText(std::int64_t count);
// "4 (0–10)": a score with its scale.
[[nodiscard]] QString scoreText(int score, int lowest, int highest);
// "12 of 18".
[[nodiscard]] QString partText(int part, int whole);
// "46 % better", "12 % worse", "no change": the direction is a word; positive means better.
[[nodiscard]] QString percentBetterText(int percent);
// "46 %".
[[nodiscard]] QString percentText(int percent);

template <class Tag>
[[nodiscard]] QString numberText(base::Scaled<Tag> quantity) {
    return numberText(quantity.raw());
}

template <class Tag>
[[nodiscard]] QString amountText(base::Scaled<Tag> quantity, QStringView unit) {
    return amountText(quantity.raw(), unit);
}

template <class Tag>
[[nodiscard]] QString perText(base::Scaled<Tag> quantity, QStringView unit, QStringView perUnit) {
    return perText(quantity.raw(), unit, perUnit);
}

template <class Tag>
[[nodiscard]] QString rangeText(base::Scaled<Tag> low, base::Scaled<Tag> high, QStringView unit) {
    return rangeText(low.raw(), high.raw(), unit);
}

} // namespace chairside::ui
