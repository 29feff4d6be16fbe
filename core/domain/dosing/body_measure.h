// Weight and height of a person as an order states them, and what usually goes wrong when both are typed.
#pragma once

#include <cstdint>
#include <optional>

#include "core/base/calendar_date.h"
#include "core/domain/dosing/dose.h"
#include "core/domain/ids.h"

namespace chairside::domain {

// Which weight a dose per kg is multiplied with.
enum class WeightBasis { Actual, Ideal, Adjusted };

// Of adults. A height outside is refused; a body mass index outside, in kg per m2, is asked back. Weights taken within
// so many days are compared with each other.
struct BodyLimits {
    Height minHeight, maxHeight;
    int minMassIndex = 0, maxMassIndex = 0;
    int contradictionDays = 0;

    bool operator==(const BodyLimits&) const = default;
};

// What an order was written by; kept with it.
struct OrderMeasure {
    CourseOrderId order;
    Weight weight;
    WeightBasis basis = WeightBasis::Actual;
    base::CalendarDate weighedOn;
    std::optional<Height> height; // as it was known when the order was written

    bool operator==(const OrderMeasure&) const = default;
};

// Thousandths of a kg per m2, rounded half away from zero. height > 0.
[[nodiscard]] std::int64_t massIndex(Weight weight, Height height);
// Possible each by itself, but hardly in one person: the body mass index is outside of the limits.
[[nodiscard]] bool isOdd(Weight weight, Height height, const BodyLimits& limits);
// As typed they are impossible or odd, and with the two numbers exchanged they are neither.
[[nodiscard]] bool looksSwapped(Weight weight, Height height, const DoseRules& rules, const BodyLimits& limits);

} // namespace chairside::domain
