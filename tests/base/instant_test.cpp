#include "core/base/instant.h"

#include <random>

#include <gmock/gmock.h>

#include "tests/support/core/fake_clock.h"
#include "tests/support/core/printers.h"

namespace chairside::base {
namespace {

using test::instant;
using ::testing::Eq;

TEST(Instant, ReadsTimesWithTheirZone) {
    EXPECT_EQ(instant("1970-01-01T00:00Z").utcMs(), 0);
    EXPECT_EQ(instant("1970-01-01T01:00:00+01:00").utcMs(), 0);
    EXPECT_EQ(instant("1969-12-31T19:00:00.000-05:00").utcMs(), 0);
    EXPECT_EQ(instant("2025-01-14T10:42:07.089+05:30").utcMs() % 60'000, 7'089);
    EXPECT_EQ(instant("2025-01-14T10:42-03:30").offsetMinutes(), -210);
}

TEST(Instant, RefusesEverythingElse) {
    for (const char* text :
         {"", "2025-01-14", "2025-01-14T10:42", "2025-01-14 10:42Z", "2025-01-14T24:00Z", "2025-01-14T10:60Z",
          "2025-01-14T10:42:60Z", "2025-02-29T10:42Z", "2025-01-14T10:42+15:00", "2025-01-14T10:42+01:60",
          "2025-01-14T10:42+0100", "2025-01-14T10:42ZZ", "2025-01-14T10:42:01.5Z", "2025-01-14T1:42:00Z",
          "2025-01-14T10:42:00z", "2025-01-14T10:42:00.000"}) {
        EXPECT_THAT(Instant::fromIso(text), Eq(std::nullopt)) << text;
    }
}

TEST(Instant, PrintsItsLocalTime) {
    EXPECT_EQ(instant("2025-01-14T10:42+01:00").iso(), "2025-01-14T10:42:00.000+01:00");
    EXPECT_EQ(instant("2025-01-14T00:15:00.007-04:30").iso(), "2025-01-14T00:15:00.007-04:30");
    EXPECT_EQ(Instant::of(-1, 0).iso(), "1969-12-31T23:59:59.999+00:00");
}

TEST(Instant, SurvivesTheRoundTrip) {
    std::mt19937_64 random(7);
    for (int i = 0; i < 5'000; ++i) {
        const auto ms = static_cast<std::int64_t>(random() % 4'000'000'000'000ULL) - 1'000'000'000'000;
        const int offset = static_cast<int>(random() % 1'681) - 840;
        const auto read = Instant::fromIso(Instant::of(ms, offset).iso());
        ASSERT_TRUE(read);
        ASSERT_EQ(read->utcMs(), ms);
        ASSERT_EQ(read->offsetMinutes(), offset);
    }
}

TEST(Instant, HasTheLocalDayAndMinute) {
    const Instant late = instant("2025-01-14T23:59:59+01:00");
    EXPECT_EQ(late.localDate(), test::date("2025-01-14"));
    EXPECT_EQ(late.localMinuteOfDay(), 1'439);
    EXPECT_EQ(Instant::of(late.utcMs(), 120).localDate(), test::date("2025-01-15"));
    EXPECT_EQ(Instant::of(-1, 0).localDate(), test::date("1969-12-31"));
    EXPECT_EQ(Instant::of(-1, 0).localMinuteOfDay(), 1'439);
}

TEST(Instant, IsComparedByUtcTimeAlone) {
    EXPECT_EQ(instant("2025-01-14T10:00+01:00"), instant("2025-01-14T09:00Z"));
    EXPECT_LT(instant("2025-01-14T10:00+01:00"), instant("2025-01-14T09:30Z"));
    EXPECT_EQ(between(instant("2025-01-14T10:00+01:00"), instant("2025-01-14T09:30Z")), std::chrono::minutes(30));
    EXPECT_EQ(instant("2025-01-14T10:00+01:00").plus(std::chrono::minutes(90)).iso(), "2025-01-14T11:30:00.000+01:00");
}

TEST(Instant, RunsOnThroughTheNightTheClocksGoForward) {
    // Berlin, 2025-03-30: 02:00 becomes 03:00. Ninety minutes pass although the wall shows 02:30 more.
    const auto before = instant("2025-03-30T01:30+01:00");
    const auto after = instant("2025-03-30T04:00+02:00");
    EXPECT_EQ(between(before, after), std::chrono::minutes(90));
}

TEST(Instant, RunsOnThroughTheNightTheClocksGoBack) {
    // New York, 2025-11-02: 02:00 becomes 01:00. The same wall time twice is an hour apart.
    EXPECT_EQ(between(instant("2025-11-02T01:30-04:00"), instant("2025-11-02T01:30-05:00")), std::chrono::minutes(60));
}

TEST(FakeTimeZone, FollowsTheRulesOfTheEuropeanUnion) {
    const auto zone = test::FakeTimeZone::berlin();
    EXPECT_EQ(zone.offsetMinutesAt(instant("2025-03-30T00:59:59.999Z").utcMs()), 60);
    EXPECT_EQ(zone.offsetMinutesAt(instant("2025-03-30T01:00Z").utcMs()), 120);
    EXPECT_EQ(zone.offsetMinutesAt(instant("2025-10-26T00:59:59.999Z").utcMs()), 120);
    EXPECT_EQ(zone.offsetMinutesAt(instant("2025-10-26T01:00Z").utcMs()), 60);
}

TEST(FakeTimeZone, FollowsTheRulesOfTheUnitedStates) {
    const auto zone = test::FakeTimeZone::newYork();
    EXPECT_EQ(zone.offsetMinutesAt(instant("2025-03-09T06:59:59.999Z").utcMs()), -300);
    EXPECT_EQ(zone.offsetMinutesAt(instant("2025-03-09T07:00Z").utcMs()), -240);
    EXPECT_EQ(zone.offsetMinutesAt(instant("2025-11-02T05:59:59.999Z").utcMs()), -240);
    EXPECT_EQ(zone.offsetMinutesAt(instant("2025-11-02T06:00Z").utcMs()), -300);
}

TEST(Instant, KnowsTheMinuteItLiesIn) {
    EXPECT_EQ(instant("2025-01-06T10:00:40.500+00:00").wholeMinute().iso(), "2025-01-06T10:00:00.000+00:00");
    EXPECT_EQ(instant("2025-01-06T10:00:00+05:30").wholeMinute().iso(), "2025-01-06T10:00:00.000+05:30");
    EXPECT_EQ(Instant::of(-1, 0).wholeMinute().utcMs(), -60'000);
}

TEST(FakeClock, KeepsTheMonotonicClockApartFromTheWallClock) {
    test::FakeClock clock("2025-03-30T01:30:00+01:00");
    const auto zone = test::FakeTimeZone::berlin();
    clock.follow(zone);
    const auto started = clock.monotonic();
    clock.advance(std::chrono::minutes(45));
    EXPECT_EQ(clock.now().iso(), "2025-03-30T03:15:00.000+02:00");
    clock.set("2025-03-30T00:00:00Z");
    EXPECT_EQ(clock.monotonic() - started, std::chrono::minutes(45));
    clock.advanceMonotonicOnly(std::chrono::minutes(1));
    EXPECT_EQ(clock.now().iso(), "2025-03-30T01:00:00.000+01:00");
    EXPECT_EQ(clock.monotonic() - started, std::chrono::minutes(46));
}

} // namespace
} // namespace chairside::base
