// Exact quantities: integers in a named unit. Every quantity counts thousandths of the unit people read
// (grams for kg, micrograms for mg, microlitres for mL), so one text form serves them all.
#pragma once

#include <compare>
#include <cstdint>

namespace chairside::base {

template <class Tag>
class Scaled {
public:
    constexpr Scaled() = default;
    // The raw count in the small unit (g, ug, uL ...).
    [[nodiscard]] static constexpr Scaled ofRaw(std::int64_t raw) { return Scaled(raw); }
    // A whole number of display units (kg, mg, mL ...).
    [[nodiscard]] static constexpr Scaled ofWhole(std::int64_t whole) { return Scaled(whole * 1000); }

    [[nodiscard]] constexpr std::int64_t raw() const { return m_raw; }

    constexpr auto operator<=>(const Scaled&) const = default;
    constexpr Scaled operator+(Scaled other) const { return Scaled(m_raw + other.m_raw); }
    constexpr Scaled operator-(Scaled other) const { return Scaled(m_raw - other.m_raw); }
    constexpr Scaled operator-() const { return Scaled(-m_raw); }
    constexpr Scaled& operator+=(Scaled other) {
        m_raw += other.m_raw;
        return *this;
    }
    constexpr Scaled& operator-=(Scaled other) {
        m_raw -= other.m_raw;
        return *this;
    }

private:
    constexpr explicit Scaled(std::int64_t raw) : m_raw(raw) {}
    std::int64_t m_raw = 0;
};

// Wide enough for the product of any two quantities.
__extension__ using Wide = __int128;

// numerator / denominator rounded to the nearest integer, halves away from zero. denominator > 0.
[[nodiscard]] constexpr std::int64_t divideRounded(Wide numerator, std::int64_t denominator) {
    const Wide twice = numerator < 0 ? -2 * numerator + denominator : 2 * numerator + denominator;
    const Wide magnitude = twice / (Wide{2} * denominator);
    return static_cast<std::int64_t>(numerator < 0 ? -magnitude : magnitude);
}

// numerator / denominator rounded to a multiple of step, halves away from zero. denominator, step > 0.
[[nodiscard]] constexpr std::int64_t divideToStep(Wide numerator, std::int64_t denominator, std::int64_t step) {
    return divideRounded(numerator, denominator * step) * step;
}

} // namespace chairside::base
