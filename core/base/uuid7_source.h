// Makes UUIDv7 identities from a clock and a source of random numbers.
#pragma once

#include <cstdint>
#include <functional>

#include "core/base/clock.h"
#include "core/base/id.h"

namespace chairside::base {

class Uuid7Source final : public IdSource {
public:
    using Random = std::function<std::uint64_t()>;
    // random: 64 random bits a call; the operating system's generator in the program, a seeded one for the demo clinic.
    Uuid7Source(const Clock& clock, Random random);
    [[nodiscard]] Uuid next() override;

private:
    const Clock& m_clock;
    Random m_random;
    std::int64_t m_lastMs = 0;
    std::uint32_t m_counter = 0;
};

// 64 bits from the operating system's random generator.
[[nodiscard]] std::uint64_t systemRandom();

} // namespace chairside::base
