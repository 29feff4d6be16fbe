#include "core/domain/course/titration.h"

#include <random>

#include <gmock/gmock.h>

#include "tests/support/core/case_table_rules.h"
#include "tests/support/core/domain_printers.h"
#include "tests/support/core/fake_clock.h"

namespace chairside::domain {
namespace {

using test::date;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Eq;
using ::testing::Field;
using ::testing::Optional;

const TitrationRules& rules() {
    return test::courseRules().titration;
}
const DoseRules& limits() {
    return test::courseRules().dose;
}

auto reason(TitrationRule rule, bool supports = true) {
    return AllOf(Field(&TitrationReason::rule, rule), Field(&TitrationReason::supports, supports));
}

DosePerKg perKg(std::int64_t microgramsPerKg) {
    return DosePerKg::ofRaw(microgramsPerKg);
}

// A course with baseline 8 and given infusions at the current dose, a week apart.
struct Course {
    TitrationInputs inputs;

    explicit Course(int given = 2, std::int64_t current = 500) {
        inputs.baseline = Score::ofWhole(8);
        inputs.currentPerKg = perKg(current);
        for (int i = 0; i < given; ++i)
            add(current);
        latest(8'000);
    }
    TitrationPoint& add(std::int64_t dose) {
        const int ordinal = static_cast<int>(inputs.given.size()) + 1;
        inputs.given.push_back(
            {ordinal, date("2025-01-07").plusDays(7 * ordinal), perKg(dose), Score::ofWhole(8), 0, {}, 1});
        return inputs.given.back();
    }
    Course& latest(std::int64_t pain) {
        inputs.latestPain = Score::ofRaw(pain);
        if (!inputs.given.empty()) inputs.latestPainDate = inputs.given.back().date;
        return *this;
    }
    TitrationPoint& last() { return inputs.given.back(); }
    [[nodiscard]] TitrationSuggestion suggest() const { return suggestTitration(inputs, rules(), limits()); }
};

TEST(Titration, StopsForReviewAfterAMildEventThatWasJudgedSerious) {
    Course course;
    course.last().worstEventGrade = 1;
    course.last().worstEventSerious = true;
    const auto suggestion = course.suggest();
    EXPECT_EQ(suggestion.action, TitrationAction::StopAndReview);
    EXPECT_THAT(suggestion.reasons, ElementsAre(reason(TitrationRule::SeriousEvent)));
}

TEST(Titration, StopsForReviewAfterASeriousEvent) {
    Course course;
    course.last().worstEventGrade = 3;
    course.last().worstEventTerm = "hypertension";
    const auto suggestion = course.suggest();
    EXPECT_EQ(suggestion.action, TitrationAction::StopAndReview);
    EXPECT_THAT(suggestion.perKg, Eq(std::nullopt));
    ASSERT_THAT(suggestion.reasons, ElementsAre(reason(TitrationRule::SeriousEvent)));
    EXPECT_EQ(suggestion.reasons[0].text, "hypertension");
    EXPECT_EQ(suggestion.reasons[0].ordinal, 2);
    EXPECT_THAT(suggestion.reasons[0].value, Optional(3));
}

TEST(Titration, ASeriousEventComesBeforeEverythingElse) {
    Course early;
    early.inputs.given.front().worstEventGrade = 4;
    EXPECT_EQ(early.suggest().action, TitrationAction::StopAndReview);
    Course noBaseline;
    noBaseline.inputs.baseline.reset();
    noBaseline.last().worstEventGrade = 3;
    EXPECT_EQ(noBaseline.suggest().action, TitrationAction::StopAndReview);
    Course alsoPoorlyTolerated;
    alsoPoorlyTolerated.inputs.given.front().worstEventGrade = 3;
    alsoPoorlyTolerated.last().worstDissociation = 4;
    EXPECT_EQ(alsoPoorlyTolerated.suggest().action, TitrationAction::StopAndReview);
    Course goodResponse;
    goodResponse.latest(2'000).last().worstEventGrade = 3;
    EXPECT_THAT(goodResponse.suggest().reasons,
                ElementsAre(reason(TitrationRule::SeriousEvent), reason(TitrationRule::GoodResponse, false)));
}

TEST(Titration, LowersOneStepAfterAPoorlyToleratedInfusion) {
    Course course;
    course.last().worstEventGrade = 2;
    EXPECT_EQ(course.suggest().action, TitrationAction::Decrease);
    EXPECT_THAT(course.suggest().perKg, Optional(perKg(400)));
    EXPECT_THAT(course.suggest().reasons, ElementsAre(reason(TitrationRule::PoorlyTolerated)));
    course.last().worstEventGrade = 1;
    EXPECT_EQ(course.suggest().action, TitrationAction::Increase);
}

TEST(Titration, TakesDissociationAboveWhatIsToleratedAsPoorTolerance) {
    Course course;
    course.last().worstDissociation = 2;
    EXPECT_EQ(course.suggest().action, TitrationAction::Increase);
    course.last().worstDissociation = 3;
    EXPECT_EQ(course.suggest().action, TitrationAction::Decrease);
    EXPECT_EQ(course.suggest().reasons[0].text, "dissociation");
    EXPECT_THAT(course.suggest().reasons[0].value, Optional(3));
}

TEST(Titration, HoldsInsteadOfGoingBelowTheLowestDose) {
    Course course(2, 100);
    course.last().worstEventGrade = 2;
    EXPECT_EQ(course.suggest().action, TitrationAction::Hold);
    EXPECT_THAT(course.suggest().perKg, Optional(perKg(100)));
    Course lowest(2, 200);
    lowest.last().worstEventGrade = 2;
    EXPECT_THAT(lowest.suggest().perKg, Optional(perKg(100)));
}

TEST(Titration, HoldsWhenALowerDoseIsAlreadyOrdered) {
    Course course;
    course.last().worstEventGrade = 2;
    course.inputs.currentPerKg = perKg(400);
    EXPECT_EQ(course.suggest().action, TitrationAction::Hold);
    EXPECT_THAT(course.suggest().perKg, Optional(perKg(400)));
}

TEST(Titration, PoorToleranceComesBeforeMissingDataAndBeforeTheResponse) {
    Course course;
    course.inputs.baseline.reset();
    course.last().worstEventGrade = 2;
    EXPECT_EQ(course.suggest().action, TitrationAction::Decrease);
    Course good;
    good.latest(2'000).last().worstEventGrade = 2;
    EXPECT_EQ(good.suggest().action, TitrationAction::Decrease);
    EXPECT_THAT(good.suggest().reasons,
                ElementsAre(reason(TitrationRule::PoorlyTolerated), reason(TitrationRule::GoodResponse, false)));
}

TEST(Titration, NeedsABaselineAboveZero) {
    Course course;
    course.inputs.baseline.reset();
    EXPECT_EQ(course.suggest().action, TitrationAction::TooFewData);
    EXPECT_THAT(course.suggest().reasons, ElementsAre(reason(TitrationRule::NoBaseline)));
    EXPECT_THAT(course.suggest().reasons[0].value, Eq(std::nullopt));
    course.inputs.baseline = Score{};
    EXPECT_THAT(course.suggest().reasons, ElementsAre(reason(TitrationRule::NoBaseline)));
    EXPECT_THAT(course.suggest().reasons[0].value, Optional(0));
    EXPECT_THAT(course.suggest().perKg, Eq(std::nullopt));
}

TEST(Titration, SaysHowManyScoresThereAre) {
    Course course;
    course.inputs.given.front().before.reset();
    EXPECT_EQ(course.suggest().action, TitrationAction::TooFewData);
    EXPECT_THAT(course.suggest().reasons, ElementsAre(reason(TitrationRule::TooFewScores)));
    EXPECT_THAT(course.suggest().reasons[0].value, Optional(1));
    course.inputs.latestPainDate = course.last().date.plusDays(1);
    EXPECT_EQ(course.suggest().action, TitrationAction::Increase);
    course.inputs.latestPain.reset();
    EXPECT_EQ(course.suggest().action, TitrationAction::TooFewData);
    EXPECT_EQ(Course(0).suggest().action, TitrationAction::TooFewData);
    EXPECT_EQ(Course(1).suggest().action, TitrationAction::TooFewData);
}

TEST(Titration, HoldsFromAGoodResponseOn) {
    EXPECT_EQ(Course().latest(5'600).suggest().action, TitrationAction::Hold); // exactly 30 %
    EXPECT_THAT(Course().latest(5'600).suggest().perKg, Optional(perKg(500)));
    EXPECT_THAT(Course().latest(5'600).suggest().reasons, ElementsAre(reason(TitrationRule::GoodResponse)));
    EXPECT_THAT(Course().latest(5'600).suggest().reasons[0].value, Optional(300));
    EXPECT_EQ(Course().latest(5'601).suggest().action, TitrationAction::Increase);
}

TEST(Titration, TellsEventsBesideAGoodResponse) {
    Course course(3);
    course.inputs.given[1].worstEventGrade = 2;
    course.inputs.given[1].worstEventTerm = "nausea";
    course.latest(4'000).last().worstEventGrade = 1;
    EXPECT_THAT(course.suggest().reasons,
                ElementsAre(reason(TitrationRule::GoodResponse), reason(TitrationRule::PoorlyTolerated, false),
                            reason(TitrationRule::PoorlyTolerated, false)));
    EXPECT_EQ(course.suggest().reasons[1].ordinal, 2);
}

TEST(Titration, RaisesOneStepOnPoorResponse) {
    const auto suggestion = Course().latest(7'000).suggest();
    EXPECT_EQ(suggestion.action, TitrationAction::Increase);
    EXPECT_THAT(suggestion.perKg, Optional(perKg(600)));
    EXPECT_THAT(suggestion.reasons, ElementsAre(reason(TitrationRule::PoorResponse)));
    EXPECT_THAT(suggestion.reasons[0].value, Optional(125));
}

TEST(Titration, RaisesToTheMaximumButNotAboveIt) {
    EXPECT_THAT(Course(2, 900).suggest().perKg, Optional(perKg(1'000)));
    for (const std::int64_t current : {901, 950, 1'000, 1'500}) {
        const auto suggestion = Course(2, current).suggest();
        EXPECT_EQ(suggestion.action, TitrationAction::Hold) << current;
        EXPECT_THAT(suggestion.perKg, Optional(perKg(current)));
        EXPECT_THAT(suggestion.reasons,
                    ElementsAre(reason(TitrationRule::AtMaximum), reason(TitrationRule::PoorResponse, false)));
    }
}

TEST(Titration, DoesNotReturnToADoseThatWasPoorlyTolerated) {
    Course course(2, 500);
    course.inputs.given.front().perKg = perKg(600);
    course.inputs.given.front().worstEventGrade = 2;
    EXPECT_EQ(course.suggest().action, TitrationAction::Hold);
    EXPECT_THAT(course.suggest().reasons,
                ElementsAre(reason(TitrationRule::PoorlyTolerated), reason(TitrationRule::PoorResponse, false)));
    course.inputs.given.front().perKg = perKg(700);
    EXPECT_EQ(course.suggest().action, TitrationAction::Increase);
}

TEST(Titration, AsksForReviewWithoutBenefitAtTheHighestToleratedDose) {
    EXPECT_EQ(Course(3).latest(7'201).suggest().action, TitrationAction::Review);
    EXPECT_THAT(Course(3).latest(7'201).suggest().perKg, Eq(std::nullopt));
    EXPECT_THAT(Course(3).latest(7'201).suggest().reasons, ElementsAre(reason(TitrationRule::NoBenefit)));
    EXPECT_EQ(Course(3).latest(7'200).suggest().action, TitrationAction::Increase); // exactly 10 %
    EXPECT_EQ(Course(2).latest(8'000).suggest().action, TitrationAction::Increase);
    EXPECT_EQ(Course(3, 1'000).latest(9'000).suggest().action, TitrationAction::Review);
}

TEST(Titration, CountsOnlyInfusionsAtTheHighestToleratedDose) {
    Course raised(2, 500);
    raised.add(600);
    raised.inputs.currentPerKg = perKg(600);
    EXPECT_EQ(raised.suggest().action, TitrationAction::Increase);
    raised.add(600);
    raised.add(600);
    EXPECT_EQ(raised.suggest().action, TitrationAction::Review);
    Course lowered(2, 500);
    lowered.add(600).worstEventGrade = 2;
    lowered.add(500);
    EXPECT_EQ(lowered.suggest().action, TitrationAction::Review);
    EXPECT_THAT(lowered.suggest().reasons, Contains(reason(TitrationRule::NoBenefit)));
}

TEST(Titration, NeverLeavesTheLimitsForTwentyThousandCourses) {
    std::mt19937 random(5);
    const auto pick = [&](int below) {
        return static_cast<int>(random() % static_cast<unsigned>(below));
    };
    for (int run = 0; run < 20'000; ++run) {
        Course course(0, 50 + 50 * pick(50));
        for (int i = pick(7); i > 0; --i) {
            auto& point = course.add(100 + 50 * pick(40));
            point.worstEventGrade = pick(3);
            if (pick(3) == 0) point.worstDissociation = pick(5);
        }
        course.latest(100 * pick(101));
        const auto suggestion = course.suggest();
        ASSERT_FALSE(suggestion.reasons.empty());
        const bool hasDose = suggestion.action == TitrationAction::Hold ||
                             suggestion.action == TitrationAction::Increase ||
                             suggestion.action == TitrationAction::Decrease;
        ASSERT_EQ(suggestion.perKg.has_value(), hasDose);
        if (!hasDose) continue;
        ASSERT_GE(*suggestion.perKg, limits().minPerKg);
        ASSERT_LE(*suggestion.perKg, limits().maxPerKg);
        const bool raised = suggestion.action == TitrationAction::Increase;
        ASSERT_TRUE(!raised || *suggestion.perKg <= rules().maxPerKg);
    }
}

} // namespace
} // namespace chairside::domain
