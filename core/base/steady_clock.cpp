#include "core/base/steady_clock.h"

namespace chairside::base {

namespace {

// Between two looks a time server moves a clock by less.
constexpr std::chrono::milliseconds kFollowed{2000};

} // namespace

SteadyClock::SteadyClock(const Clock& wall) : m_wall(wall) {
    adopt();
}

SteadyClock::Reading SteadyClock::read() const {
    const Instant wall = m_wall.now();
    const auto ticks = m_wall.monotonic();
    const auto told = m_anchorUtc + (ticks - m_anchorTicks).count();
    return {wall, ticks, std::chrono::milliseconds(wall.utcMs() - told)};
}

Instant SteadyClock::now() const {
    const std::scoped_lock lock(m_mutex);
    const auto [wall, ticks, gap] = read();
    if (gap < -kFollowed || gap > kFollowed) return wall.plus(-gap);
    m_anchorUtc = wall.utcMs();
    m_anchorTicks = ticks;
    return wall;
}

std::chrono::milliseconds SteadyClock::ahead() const {
    const std::scoped_lock lock(m_mutex);
    const auto gap = read().gap;
    return gap < -kFollowed || gap > kFollowed ? gap : std::chrono::milliseconds{0};
}

void SteadyClock::adopt() {
    resume(std::chrono::milliseconds::zero());
}

void SteadyClock::resume(std::chrono::milliseconds ahead) {
    const std::scoped_lock lock(m_mutex);
    m_anchorUtc = m_wall.now().utcMs() - ahead.count();
    m_anchorTicks = m_wall.monotonic();
}

} // namespace chairside::base
