#include "core/base/uuid7_source.h"

#include <random>
#include <utility>

namespace chairside::base {

namespace {

constexpr std::uint32_t kCounterLimit = 0x1000; // the twelve bits behind the version

} // namespace

Uuid7Source::Uuid7Source(const Clock& clock, Random random) : m_clock(clock), m_random(std::move(random)) {}

Uuid Uuid7Source::next() {
    const std::int64_t now = m_clock.now().utcMs();
    if (now > m_lastMs) {
        m_lastMs = now;
        m_counter = 0;
    } else if (++m_counter == kCounterLimit) {
        ++m_lastMs;
        m_counter = 0;
    }
    Uuid::Bytes bytes{};
    for (std::size_t at = 0; at < 6; ++at) {
        bytes[at] = static_cast<std::uint8_t>(static_cast<std::uint64_t>(m_lastMs) >> (40 - 8 * at));
    }
    bytes[6] = static_cast<std::uint8_t>(0x70 | m_counter >> 8);
    bytes[7] = static_cast<std::uint8_t>(m_counter);
    const std::uint64_t random = m_random();
    for (std::size_t at = 8; at < 16; ++at)
        bytes[at] = static_cast<std::uint8_t>(random >> (8 * (at - 8)));
    bytes[8] = static_cast<std::uint8_t>(0x80 | (bytes[8] & 0x3f));
    return Uuid(bytes);
}

std::uint64_t systemRandom() {
    static thread_local std::random_device device;
    return static_cast<std::uint64_t>(device()) << 32 | device();
}

} // namespace chairside::base
