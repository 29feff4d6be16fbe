#include "core/domain/infusion/delivered.h"

#include <random>

#include <gmock/gmock.h>

#include "tests/domain/entry_builders.h"
#include "tests/support/core/case_table.h"
#include "tests/support/core/case_table_rules.h"
#include "tests/support/core/domain_printers.h"
#include "tests/support/core/matchers.h"

namespace chairside::domain {
namespace {

using base::Rule;
using build::at;
using build::rate;
using build::step;
using std::chrono::minutes;
using test::CaseRow;
using test::HasProblem;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::Optional;

using Steps = std::vector<InfusionStep>;

const DoseRules& rules() {
    return test::courseRules().dose;
}
const Preparation kBag{Dose::ofWhole(35), Volume::ofWhole(100)};
constexpr std::int64_t kUsual = 66'700;

Delivery fold(const Steps& steps, std::string_view asOf, const Preparation& bag = kBag) {
    return foldDelivery(steps, bag, at(asOf), rules());
}

class DeliveredCases : public ::testing::TestWithParam<CaseRow> {};

TEST_P(DeliveredCases, AgreeWithTheWorkedCase) {
    const CaseRow& row = GetParam();
    Steps steps;
    auto when = at("10:00");
    for (const CaseRow& segment : row.rows("segments")) {
        const auto flow = FlowRate::ofRaw(*segment.thousandths("rate_ml_h"));
        steps.push_back({build::head(when), steps.empty() ? StepKind::Start : StepKind::RateChange, flow, {}});
        when = when.plus(minutes(segment.whole("minutes")));
    }
    steps.push_back({build::head(at("10:00").plus(minutes(row.whole("elapsed_minutes")))), StepKind::Stop, {}, {}});
    const Preparation bag{Dose::ofRaw(*row.thousandths("prepared_mg")), Volume::ofRaw(*row.thousandths("total_ml"))};
    const Delivery result = foldDelivery(steps, bag, when, rules());
    EXPECT_EQ(result.volume.raw(), row.thousandths("expected_delivered_ml"));
    EXPECT_EQ(result.dose.raw(), row.thousandths("expected_delivered_mg"));
    EXPECT_EQ(result.bagVolume.raw(), row.thousandths("expected_bag_residual_ml"));
    EXPECT_EQ(result.bagDose.raw(), row.thousandths("expected_bag_residual_mg"));
}

INSTANTIATE_TEST_SUITE_P(File, DeliveredCases, ::testing::ValuesIn(test::readCases("delivered")), test::NameOfCase{});

TEST(Delivered, IsNothingBeforeTheStart) {
    const Delivery result = fold({}, "10:00");
    EXPECT_EQ(result.state, PumpState::NotStarted);
    EXPECT_EQ(result.bagDose, kBag.dose);
    EXPECT_EQ(result.bagVolume, kBag.totalVolume);
    EXPECT_FALSE(result.startedAt);
    EXPECT_FALSE(result.emptyAt);
}

TEST(Delivered, GrowsWhileThePumpRuns) {
    const Steps steps{step(StepKind::Start, "10:00", rate(kUsual))};
    const Delivery result = fold(steps, "10:45");
    EXPECT_EQ(result.state, PumpState::Running);
    EXPECT_EQ(result.runningTime, minutes(45));
    EXPECT_EQ(result.elapsed, minutes(45));
    EXPECT_EQ(result.rate, rate(kUsual));
    EXPECT_EQ(result.volume, Volume::ofWhole(50));
    EXPECT_EQ(result.dose, Dose::ofRaw(17'500));
    // 100 mL at 66.7 mL per hour last 89 min 57.3 s.
    EXPECT_THAT(result.emptyAt, Optional(at("2025-01-14T11:29:57.302+01:00")));
}

TEST(Delivered, LeavesPausesOut) {
    const Steps steps{step(StepKind::Start, "10:00", rate(kUsual)), step(StepKind::Pause, "10:30"),
                      step(StepKind::Resume, "10:40", rate(kUsual))};
    EXPECT_EQ(fold({steps.begin(), steps.begin() + 2}, "10:38").state, PumpState::Paused);
    EXPECT_EQ(fold({steps.begin(), steps.begin() + 2}, "10:38").rate, FlowRate{});
    EXPECT_FALSE(fold({steps.begin(), steps.begin() + 2}, "10:38").emptyAt);
    const Delivery result = fold(steps, "11:00");
    EXPECT_EQ(result.runningTime, minutes(50));
    EXPECT_EQ(result.elapsed, minutes(60));
    EXPECT_EQ(result.volume, Volume::ofRaw(55'600)); // 55.583 mL
}

TEST(Delivered, ResumesAtTheOldRateUnlessAnotherIsNamed) {
    const Steps steps{step(StepKind::Start, "10:00", rate(60'000)), step(StepKind::Pause, "10:30"),
                      step(StepKind::Resume, "10:40")};
    EXPECT_EQ(fold(steps, "11:00").volume, Volume::ofWhole(50));
}

TEST(Delivered, FollowsRateChanges) {
    const Steps steps{step(StepKind::Start, "10:00", rate(60'000)), step(StepKind::RateChange, "10:30", rate(30'000)),
                      step(StepKind::Stop, "11:00")};
    const Delivery result = fold(steps, "12:00");
    EXPECT_EQ(result.volume, Volume::ofWhole(45));
    EXPECT_EQ(result.dose, Dose::ofRaw(15'800)); // 15.75 mg
    EXPECT_EQ(result.elapsed, minutes(60));
    EXPECT_EQ(result.rate, FlowRate{});
    EXPECT_THAT(result.stoppedAt, Optional(at("11:00")));
}

TEST(Delivered, NeverMoreThanTheBag) {
    const Steps running{step(StepKind::Start, "10:00", rate(kUsual))};
    const Delivery result = fold(running, "12:00");
    EXPECT_EQ(result.volume, kBag.totalVolume);
    EXPECT_EQ(result.dose, kBag.dose);
    EXPECT_EQ(result.bagDose, Dose{});
    EXPECT_THAT(result.emptyAt, Optional(at("2025-01-14T11:29:57.302+01:00")));
    const Steps stoppedLater{running.front(), step(StepKind::Pause, "11:40"), step(StepKind::Stop, "11:50")};
    EXPECT_EQ(fold(stoppedLater, "12:00").dose, kBag.dose);
    EXPECT_EQ(fold(stoppedLater, "12:00").emptyAt, result.emptyAt);
}

TEST(Delivered, IsNothingWhenStoppedAtOnce) {
    const Steps steps{step(StepKind::Start, "10:00", rate(kUsual)), step(StepKind::Stop, "10:00")};
    const Delivery result = fold(steps, "11:00");
    EXPECT_EQ(result.state, PumpState::Stopped);
    EXPECT_EQ(result.dose, Dose{});
    EXPECT_EQ(result.bagDose, kBag.dose);
}

TEST(Delivered, TakesAResumeWithoutAPauseAsRunningOn) {
    const Steps steps{step(StepKind::Start, "10:00", rate(60'000)), step(StepKind::Resume, "10:30", rate(30'000))};
    EXPECT_EQ(fold(steps, "11:00").volume, Volume::ofWhole(45));
}

TEST(Delivered, CountsAForgottenPauseOnceItIsWrittenDown) {
    Steps steps{step(StepKind::Start, "10:00", rate(60'000)), step(StepKind::Stop, "11:00")};
    EXPECT_EQ(fold(steps, "11:30").volume, Volume::ofWhole(60));
    steps.insert(steps.begin() + 1, {step(StepKind::Pause, "10:20"), step(StepKind::Resume, "10:40")});
    EXPECT_EQ(fold(steps, "11:30").volume, Volume::ofWhole(40));
}

TEST(Delivered, IgnoresWhatComesAfterTheStopAndBeforeTheStart) {
    const Steps steps{step(StepKind::RateChange, "09:00", rate(90'000)), step(StepKind::Start, "10:00", rate(60'000)),
                      step(StepKind::Stop, "10:30"), step(StepKind::Resume, "10:40", rate(60'000))};
    EXPECT_EQ(fold(steps, "11:30").volume, Volume::ofWhole(30));
    EXPECT_EQ(fold(steps, "11:30").state, PumpState::Stopped);
}

TEST(Delivered, DoesNotRunBackwardsWhenTheClockIsSetBack) {
    const Steps steps{step(StepKind::Start, "10:00", rate(60'000)), step(StepKind::RateChange, "10:30", rate(30'000))};
    EXPECT_EQ(fold(steps, "10:10").volume, Volume::ofWhole(30));
    EXPECT_EQ(fold(steps, "10:10").elapsed, minutes(30));
}

TEST(Delivered, RunsThroughTheNightTheClocksChange) {
    const Steps forward{step(StepKind::Start, "2025-03-30T01:30+01:00", rate(60'000))};
    EXPECT_EQ(fold(forward, "2025-03-30T03:15+02:00").runningTime, minutes(45));
    EXPECT_EQ(fold(forward, "2025-03-30T03:15+02:00").volume, Volume::ofWhole(45));
    const Steps back{step(StepKind::Start, "2025-11-02T01:30-04:00", rate(60'000))};
    EXPECT_EQ(fold(back, "2025-11-02T01:15-05:00").runningTime, minutes(45));
}

TEST(Delivered, IsNothingWithoutABag) {
    const Steps steps{step(StepKind::Start, "10:00", rate(kUsual)), step(StepKind::Stop, "10:30")};
    const Delivery result = fold(steps, "11:00", {});
    EXPECT_EQ(result.dose, Dose{});
    EXPECT_EQ(result.volume, Volume{});
    EXPECT_EQ(result.runningTime, minutes(30));
}

// Whatever happens at the pump, what was given and what is left are what was prepared, and neither is
// negative.
TEST(Delivered, AndBagAreThePreparedDoseForTenThousandSequences) {
    std::mt19937_64 random(42);
    const auto pick = [&](std::int64_t below) {
        return static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(below));
    };
    for (int run = 0; run < 10'000; ++run) {
        const Preparation bag{Dose::ofRaw(100 * (1 + pick(2'500))), Volume::ofRaw(10 * (1 + pick(50'000)))};
        Steps steps;
        auto when = at("10:00");
        for (auto left = pick(9); left >= 0; --left) {
            const auto kind = static_cast<StepKind>(pick(5));
            steps.push_back({build::head(when), steps.empty() ? StepKind::Start : kind, rate(pick(999'000)), {}});
            when = when.plus(std::chrono::milliseconds(pick(3'600'000)));
        }
        Dose before;
        for (int look = 0; look < 3; ++look, when = when.plus(minutes(20))) {
            const Delivery result = foldDelivery(steps, bag, when, rules());
            ASSERT_EQ(result.dose + result.bagDose, bag.dose);
            ASSERT_EQ(result.volume + result.bagVolume, bag.totalVolume);
            ASSERT_GE(result.dose, before);
            ASSERT_GE(result.bagDose, Dose{});
            ASSERT_GE(result.bagVolume, Volume{});
            ASSERT_LE(result.runningTime, result.elapsed);
            before = result.dose;
        }
    }
}

TEST(NextStep, FollowsTheOrderOfThePump) {
    const Steps none;
    const Steps running{step(StepKind::Start, "10:00", rate(kUsual))};
    const Steps paused{running.front(), step(StepKind::Pause, "10:10")};
    const Steps stopped{running.front(), step(StepKind::Stop, "10:20")};
    const auto problems = [](const Steps& steps, StepKind kind) {
        return checkNextStep(steps, kind, at("10:30"), at("10:31"));
    };
    EXPECT_THAT(problems(none, StepKind::Start), IsEmpty());
    EXPECT_THAT(problems(running, StepKind::Pause), IsEmpty());
    EXPECT_THAT(problems(running, StepKind::RateChange), IsEmpty());
    EXPECT_THAT(problems(running, StepKind::Stop), IsEmpty());
    EXPECT_THAT(problems(paused, StepKind::Resume), IsEmpty());
    EXPECT_THAT(problems(paused, StepKind::Stop), IsEmpty());
    for (const auto* steps : {&running, &paused, &stopped}) {
        EXPECT_THAT(problems(*steps, StepKind::Start), HasProblem("step", Rule::Duplicate));
    }
    EXPECT_THAT(problems(running, StepKind::Resume), HasProblem("step", Rule::OutOfOrder));
    EXPECT_THAT(problems(paused, StepKind::Pause), HasProblem("step", Rule::OutOfOrder));
    EXPECT_THAT(problems(paused, StepKind::RateChange), HasProblem("step", Rule::OutOfOrder));
    for (const auto kind : {StepKind::RateChange, StepKind::Pause, StepKind::Resume, StepKind::Stop}) {
        EXPECT_THAT(problems(none, kind), HasProblem("step", Rule::OutOfOrder));
        EXPECT_THAT(problems(stopped, kind), HasProblem("step", Rule::OutOfOrder));
    }
}

TEST(NextStep, StaysInTime) {
    const Steps steps{step(StepKind::Start, "10:00", rate(kUsual)), step(StepKind::RateChange, "10:20", rate(kUsual))};
    EXPECT_THAT(checkNextStep(steps, StepKind::Pause, at("10:20"), at("10:20")), IsEmpty());
    EXPECT_THAT(checkNextStep(steps, StepKind::Pause, at("10:19"), at("10:30")),
                HasProblem("observed_at", Rule::OutOfOrder));
    EXPECT_THAT(checkNextStep(steps, StepKind::Pause, at("09:59"), at("10:30")),
                HasProblem("observed_at", Rule::BeforeStart));
    EXPECT_THAT(checkNextStep(steps, StepKind::Pause, at("10:31"), at("10:30")),
                HasProblem("observed_at", Rule::InFuture));
    EXPECT_THAT(checkNextStep({}, StepKind::Start, at("10:31"), at("10:30")),
                HasProblem("observed_at", Rule::InFuture));
    EXPECT_THAT(checkNextStep({}, StepKind::Start, at("10:31"), at("10:30")),
                Not(HasProblem("step", Rule::OutOfOrder)));
}

} // namespace
} // namespace chairside::domain
