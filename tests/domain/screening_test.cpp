#include "core/domain/course/screening.h"

#include <algorithm>

#include <gmock/gmock.h>

#include "tests/support/core/builders.h"
#include "tests/support/core/fake_clock.h"
#include "tests/support/core/matchers.h"

namespace chairside::domain {
namespace {

using Kind = ScreeningGapKind;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const base::CalendarDate kToday = test::date("2025-01-31");

ScreeningItem item(const std::string& key, AnswerEffect effect, int validDays = 30, bool always = true) {
    return {key, "Is there " + key, "no", "yes", effect, always, validDays, "source"};
}

ScreeningAnswer before(const ScreeningItem& of, AnswerKind answer, const char* on) {
    const base::Uuid nobody(base::Uuid::Bytes{});
    return {ScreeningAnswerId(nobody),
            PatientId(nobody),
            CourseOrderId(nobody),
            of.key,
            of.text,
            answer,
            {},
            test::date(on),
            test::instant(std::string(on) + "T10:00:00+00:00"),
            AccountId(nobody)};
}

const ScreeningItem kHard = item("psychosis", AnswerEffect::HardStop);
const ScreeningItem kSoft = item("substance use", AnswerEffect::SoftStop);
const ScreeningItem kInform = item("snoring", AnswerEffect::Inform);

std::vector<ScreeningGap> gaps(const ScreeningItem& of, std::vector<ScreeningReply> replies,
                               std::vector<ScreeningAnswer> answers = {}) {
    return screeningGaps(std::vector{of}, replies, answers, kToday);
}

TEST(Screening, EveryEffectOfEveryAnswer) {
    const auto yes = AnswerKind::Unfavourable;
    EXPECT_THAT(gaps(kHard, {}), ElementsAre(ScreeningGap{Kind::Unanswered, kHard.key}));
    EXPECT_THAT(gaps(kHard, {{kHard.key, AnswerKind::Favourable, ""}}), IsEmpty());
    EXPECT_THAT(gaps(kHard, {{kHard.key, yes, "a good reason"}}), ElementsAre(ScreeningGap{Kind::HardStop, kHard.key}))
        << "no reason passes a hard stop";
    EXPECT_THAT(gaps(kSoft, {{kSoft.key, yes, ""}}), ElementsAre(ScreeningGap{Kind::ReasonMissing, kSoft.key}));
    EXPECT_THAT(gaps(kSoft, {{kSoft.key, yes, "cannabis, asked Dr Okafor"}}), IsEmpty());
    EXPECT_THAT(gaps(kInform, {{kInform.key, yes, ""}}), IsEmpty());
    EXPECT_THAT(gaps(kHard, {{kHard.key, AnswerKind::NotApplicable, ""}}),
                ElementsAre(ScreeningGap{Kind::NotApplicable, kHard.key}));
    EXPECT_THAT(
        gaps(item("pregnancy", AnswerEffect::HardStop, 7, false), {{"pregnancy", AnswerKind::NotApplicable, ""}}),
        IsEmpty());
    EXPECT_THAT(gaps(kInform, {{kInform.key, yes, ""}, {"other", yes, ""}}),
                ElementsAre(ScreeningGap{Kind::UnknownItem, "other"}));
}

TEST(Screening, AFindingCountsFromItsOwnDay) {
    auto ecg = item("ecg", AnswerEffect::SoftStop, 30, false);
    ecg.dated = true;
    const auto of = [&](std::optional<base::CalendarDate> on) {
        return gaps(ecg, {{ecg.key, AnswerKind::Favourable, "", on}});
    };
    EXPECT_THAT(of({}), ElementsAre(ScreeningGap{Kind::DateMissing, "ecg"}));
    EXPECT_THAT(of(kToday), IsEmpty());
    EXPECT_THAT(of(kToday.plusDays(1)), ElementsAre(ScreeningGap{Kind::DateInFuture, "ecg"}));
    EXPECT_THAT(of(kToday.plusDays(-30)), IsEmpty());
    EXPECT_THAT(of(kToday.plusDays(-31)), ElementsAre(ScreeningGap{Kind::FindingTooOld, "ecg"}));
    EXPECT_THAT(gaps(ecg, {{ecg.key, AnswerKind::NotApplicable, ""}}), IsEmpty());
    EXPECT_THAT(gaps(ecg, {{ecg.key, AnswerKind::Unfavourable, "young and healthy"}}), IsEmpty())
        << "what was not done has no day";
    ecg.validDays = 0;
    EXPECT_FALSE(check(std::vector{ecg}).empty()) << "a finding that counts on no day";
}

TEST(Screening, AnAnswerCountsToItsLastDayAndIsThenAskedAgain) {
    struct Case {
        const char* on;
        bool counts;
    };
    // 30 days: 01-Jan + 30 = 31-Jan, the day of the order.
    for (const auto& one : {Case{"2025-01-31", true}, Case{"2025-01-02", true}, Case{"2025-01-01", true},
                            Case{"2024-12-31", false}, Case{"2024-01-31", false}}) {
        const auto answer = before(kHard, AnswerKind::Favourable, one.on);
        const auto found = gaps(kHard, {}, {answer});
        if (one.counts) {
            EXPECT_THAT(found, IsEmpty()) << one.on;
        } else {
            EXPECT_THAT(found, ElementsAre(ScreeningGap{Kind::Expired, kHard.key})) << one.on;
        }
    }
}

TEST(Screening, WhatSpeaksAgainstTheCourseIsAskedForEveryOrder) {
    const auto yesterday = before(kSoft, AnswerKind::Unfavourable, "2025-01-30");
    EXPECT_THAT(gaps(kSoft, {}, {yesterday}), ElementsAre(ScreeningGap{Kind::Expired, kSoft.key}));
    const auto never = item("once", AnswerEffect::Inform, 0);
    EXPECT_THAT(gaps(never, {}, {before(never, AnswerKind::Favourable, "2025-01-31")}),
                ElementsAre(ScreeningGap{Kind::Expired, "once"}));
}

TEST(Screening, TheNewestAnswerToTheSameWordsStands) {
    const auto older = before(kHard, AnswerKind::Favourable, "2025-01-20");
    const auto newer = before(kHard, AnswerKind::Unfavourable, "2025-01-25");
    EXPECT_EQ(latestAnswer(std::vector{newer, older}, kHard)->answer, AnswerKind::Unfavourable);
    auto reworded = kHard;
    reworded.text = "Psychosis in the family";
    EXPECT_FALSE(latestAnswer(std::vector{older}, reworded).has_value()) << "another question was not answered";
}

TEST(Screening, AVersionSaysEveryWordAndEachKeyOnce) {
    auto blank = item("", AnswerEffect::Inform, -1);
    blank.text.clear();
    const auto problems = check(std::vector{kHard, kHard, blank});
    const auto has = [&](const char* field, base::Rule rule) {
        return std::ranges::any_of(problems, [&](const auto& one) { return one.field == field && one.rule == rule; });
    };
    EXPECT_TRUE(has("screening.2.key", base::Rule::Duplicate));
    EXPECT_TRUE(has("screening.3.key", base::Rule::Required));
    EXPECT_TRUE(has("screening.3.text", base::Rule::Required));
    EXPECT_TRUE(has("screening.3.valid_days", base::Rule::OutOfRange));
    EXPECT_TRUE(check(std::vector{kHard, kSoft}).empty());
}

} // namespace
} // namespace chairside::domain
