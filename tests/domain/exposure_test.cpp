// Cumulative exposure: the rolling year to the day, and the prompts that repeated courses open.
#include "core/domain/outcome/exposure.h"

#include <gmock/gmock.h>

namespace chairside::domain {
namespace {

base::CalendarDate date(const char* iso) {
    return *base::CalendarDate::fromIso(iso);
}

// From 4 infusions in 365 days; a liver test counts 180 days, an answer about urinary symptoms 90.
constexpr ExposureRules kRules{4, 180, 4, 90, 14};

std::vector<GivenDose> given(std::initializer_list<const char*> dates) {
    std::vector<GivenDose> doses;
    for (const char* one : dates)
        doses.push_back({date(one), Dose::ofWhole(35)});
    return doses;
}

ExposurePrompt liver(const std::vector<GivenDose>& doses, const std::vector<CheckDone>& checks, const char* today,
                     const ExposureRules& rules = kRules) {
    return exposureOf(doses, checks, rules, date(today)).prompts.at(0);
}

const std::vector<GivenDose> kFour = given({"2024-03-01", "2024-03-08", "2024-03-15", "2024-03-22"});

TEST(Exposure, CountsTheRollingYearToTheDay) {
    const auto doses = given({"2024-01-15", "2024-06-01", "2025-01-13"});
    const auto on = [&doses](const char* today) {
        return exposureOf(doses, {}, {}, date(today)).lastYear;
    };
    EXPECT_EQ(on("2025-01-13"), (ExposureSum{3, Dose::ofWhole(105)})) << "day 364 counts";
    EXPECT_EQ(on("2025-01-14"), (ExposureSum{2, Dose::ofWhole(70)})) << "2024 had 366 days: day 365 is out";
    EXPECT_EQ(on("2024-06-01"), (ExposureSum{2, Dose::ofWhole(70)})) << "what lies ahead is not counted";
    EXPECT_EQ(exposureOf(doses, {}, {}, date("2026-12-31")).inLife, (ExposureSum{3, Dose::ofWhole(105)}));
    EXPECT_EQ(exposureOf(doses, {}, {}, date("2026-12-31")).lastYear, ExposureSum{});
}

TEST(Exposure, AsksNothingUnderAProtocolThatSaysNothing) {
    EXPECT_EQ(liver(kFour, {}, "2024-03-22", {}).state, PromptState::NotAsked);
    EXPECT_EQ(liver(kFour, {}, "2024-03-22", {}).fromInfusions, 0);
}

TEST(Exposure, OpensOnTheDayTheCountIsReachedAndIsOverdueAfterTheGrace) {
    EXPECT_EQ(liver(kFour, {}, "2024-03-21").state, PromptState::NotAsked);
    const auto open = liver(kFour, {}, "2024-03-22");
    EXPECT_EQ(open.state, PromptState::Due);
    EXPECT_EQ(open.since, date("2024-03-22"));
    EXPECT_EQ(liver(kFour, {}, "2024-04-05").state, PromptState::Due) << "14 days later";
    const auto late = liver(kFour, {}, "2024-04-06");
    EXPECT_EQ(late.state, PromptState::Overdue);
    EXPECT_EQ(late.since, date("2024-03-22"));
}

TEST(Exposure, ACheckSettlesItForItsTimeAlsoOneMadeBefore) {
    const std::vector<CheckDone> checks{{ExposureCheck::LiverTest, date("2024-03-01")}};
    const auto settled = liver(kFour, checks, "2024-08-28");
    EXPECT_EQ(settled.state, PromptState::Settled);
    EXPECT_EQ(settled.until, date("2024-08-28"));
    const auto again = liver(kFour, checks, "2024-08-29");
    EXPECT_EQ(again.state, PromptState::Due);
    EXPECT_EQ(again.since, date("2024-08-29"));
    EXPECT_EQ(again.checked, date("2024-03-01"));
    EXPECT_EQ(liver(kFour, checks, "2024-09-13").state, PromptState::Overdue);
}

TEST(Exposure, TheNewestCheckCountsAndOneOfTheFutureDoesNot) {
    const std::vector<CheckDone> checks{{ExposureCheck::LiverTest, date("2024-08-01")},
                                        {ExposureCheck::LiverTest, date("2024-03-25")},
                                        {ExposureCheck::LiverTest, date("2025-01-01")}};
    EXPECT_EQ(liver(kFour, checks, "2024-08-15").checked, date("2024-08-01"));
    EXPECT_EQ(liver(kFour, checks, "2024-04-10").checked, date("2024-03-25"));
}

TEST(Exposure, OneCheckDoesNotSettleTheOther) {
    const std::vector<CheckDone> checks{{ExposureCheck::LiverTest, date("2024-03-25")}};
    const auto exposure = exposureOf(kFour, checks, kRules, date("2024-03-26"));
    EXPECT_EQ(exposure.prompts.at(0).state, PromptState::Settled);
    EXPECT_EQ(exposure.prompts.at(1).check, ExposureCheck::UrinarySymptoms);
    EXPECT_EQ(exposure.prompts.at(1).state, PromptState::Due);
}

TEST(Exposure, ClosesByItselfWhenTheYearHasPassedAndOpensAnewWithTheNextInfusion) {
    EXPECT_EQ(liver(kFour, {}, "2025-02-28").state, PromptState::Overdue);
    EXPECT_EQ(liver(kFour, {}, "2025-03-01").state, PromptState::NotAsked) << "three are left in the year";
    auto five = kFour;
    five.push_back({date("2025-03-05"), Dose::ofWhole(35)});
    const auto anew = liver(five, {}, "2025-03-06");
    EXPECT_EQ(anew.state, PromptState::Due);
    EXPECT_EQ(anew.since, date("2025-03-05"));
}

} // namespace
} // namespace chairside::domain
