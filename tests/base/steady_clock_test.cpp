// The program's own time while somebody sets the wall clock.
#include "core/base/steady_clock.h"

#include <gtest/gtest.h>

#include "tests/support/core/fake_clock.h"

namespace chairside::test {
namespace {

using namespace std::chrono_literals;

class SteadyTime : public ::testing::TestWithParam<std::chrono::milliseconds> {
protected:
    FakeClock wall;
    base::SteadyClock clock{wall};
};

TEST_P(SteadyTime, ASetWallClockMovesNeitherTheTimeNorADuration) {
    const auto start = clock.now();
    wall.advance(10min);
    wall.set(wall.now().plus(GetParam()));
    EXPECT_EQ(clock.now(), start.plus(10min));
    EXPECT_EQ(clock.ahead(), GetParam());
    wall.advance(5min);
    EXPECT_EQ(clock.now(), start.plus(15min));
    EXPECT_EQ(clock.ahead(), GetParam()) << "it stays known";
    clock.adopt();
    EXPECT_EQ(clock.now(), wall.now());
    EXPECT_EQ(clock.ahead(), 0ms);
}

TEST_P(SteadyTime, AWallClockThatIsSetRightAgainIsFollowedAgain) {
    const auto start = clock.now();
    wall.set(wall.now().plus(GetParam()));
    wall.advance(3min);
    wall.set(wall.now().plus(-GetParam()));
    EXPECT_EQ(clock.now(), start.plus(3min));
    EXPECT_EQ(clock.ahead(), 0ms);
}

INSTANTIATE_TEST_SUITE_P(Jumps, SteadyTime, ::testing::Values(1h, -1h, 24h, -3s, 3s, 90min));

TEST_F(SteadyTime, FollowsTheSmallCorrectionsOfATimeServerHoweverManyThereAre) {
    for (int i = 0; i < 3600; ++i) {
        wall.advance(1s);
        wall.set(wall.now().plus(500ms));
        EXPECT_EQ(clock.now(), wall.now());
    }
    EXPECT_EQ(clock.ahead(), 0ms);
}

TEST_F(SteadyTime, AnHourOfSummerTimeChangesTheOffsetAndNotTheTime) {
    const auto berlin = FakeTimeZone::berlin();
    wall.set("2025-03-30T00:59:00Z");
    wall.follow(berlin);
    clock.adopt();
    const auto before = clock.now();
    EXPECT_EQ(before.offsetMinutes(), 60);
    wall.advance(2min);
    EXPECT_EQ(clock.now(), before.plus(2min));
    EXPECT_EQ(clock.now().offsetMinutes(), 120);
}

} // namespace
} // namespace chairside::test
