#include "core/domain/instrument/instrument.h"

#include <gmock/gmock.h>

#include "core/domain/instrument/scoring.h"
#include "tests/support/core/matchers.h"

namespace chairside::domain {
namespace {

using base::Rule;
using test::HasProblem;
using ::testing::IsEmpty;

// Three items of 0 to 3, the last one asked for by itself; a sum that allows one to be missing.
Instrument aSmallOne() {
    Instrument instrument{.id = "small",
                          .version = "1",
                          .name = "Small",
                          .recall = "today",
                          .missingRule = "One may be missing.",
                          .licence = "Our own.",
                          .source = "invented",
                          .occasions = {Occasion::Visit},
                          .items = {},
                          .scales = {},
                          .criteria = {},
                          .changeMarks = {}};
    for (const char* key : {"a", "b", "c"})
        instrument.items.push_back({.key = key, .text = key, .low = 0, .high = 3, .unit = {}, .words = {}});
    InstrumentScale sum;
    sum.key = "sum";
    sum.text = "Sum";
    sum.items = {"a", "b", "c"};
    sum.minAnswered = 2;
    sum.bandSets = {{"invented", {{"low", "low", 4000}, {"high", "high", std::nullopt}}}};
    instrument.scales = {sum};
    instrument.criteria = {{"danger", "c above 0", CriterionKind::Safety, {{{"c", 1, std::nullopt}}}},
                           {"many", "5 or more", CriterionKind::Screen, {{{"sum", 5, std::nullopt}}}}};
    return instrument;
}

TEST(InstrumentScore, AnItemThatIsMissingCountsAsTheMeanOfTheOthers) {
    const auto result = scoreOf(aSmallOne(), {1, 2, std::nullopt});
    const auto& sum = result.scales.front();
    EXPECT_EQ(sum.shown(), Score::ofRaw(4500));
    EXPECT_TRUE(sum.prorated);
    EXPECT_EQ(result.missing, 1);
    EXPECT_EQ(sum.bands.front().key, "high") << "4.5 is above the band that ends with 4";
}

TEST(InstrumentScore, MoreMissingThanAllowedGiveNoScoreAndNeverZero) {
    const auto result = scoreOf(aSmallOne(), {std::nullopt, std::nullopt, 3});
    EXPECT_FALSE(result.scales.front().value.has_value());
    EXPECT_THAT(result.scales.front().bands, IsEmpty());
    EXPECT_EQ(result.state("many"), CriterionState::Open);
    EXPECT_TRUE(result.asksForSafety()) << "the prompt does not wait for a score";
}

TEST(InstrumentScore, AnItemThatIsAskedForByItselfIsNeverReplaced) {
    const auto result = scoreOf(aSmallOne(), {3, 3, std::nullopt});
    EXPECT_EQ(result.scales.front().shown(), Score::ofWhole(9));
    EXPECT_EQ(result.state("danger"), CriterionState::Open);
    EXPECT_FALSE(result.asksForSafety());
}

TEST(InstrumentScore, ASafetyItemAboveZeroIsMetWhateverTheSum) {
    EXPECT_TRUE(scoreOf(aSmallOne(), {0, 0, 1}).asksForSafety());
    EXPECT_FALSE(scoreOf(aSmallOne(), {3, 3, 0}).asksForSafety());
}

TEST(InstrumentScore, RoundsHalvesAwayFromZeroWhereItCountsWholePoints) {
    auto instrument = aSmallOne();
    instrument.scales.front().wholePoints = true;
    const auto result = scoreOf(instrument, {1, 2, std::nullopt});
    EXPECT_EQ(result.scales.front().shown(), Score::ofWhole(5));
    EXPECT_EQ(result.state("many"), CriterionState::Met) << "judged after rounding";
}

TEST(InstrumentScore, ComparesABandWithoutRoundingFirst) {
    auto instrument = aSmallOne();
    instrument.scales.front().divisor = 3;
    instrument.scales.front().bandSets = {{"fine", {{"low", "low", 333}, {"high", "high", std::nullopt}}}};
    EXPECT_EQ(scoreOf(instrument, {1, 0, 0}).scales.front().bands.front().key, "high") << "a third is above 0.333";
}

TEST(InstrumentScore, AGroupCountsOnceHoweverManyOfItsItemsAreAboveZero) {
    auto instrument = aSmallOne();
    InstrumentScale groups;
    groups.key = "groups";
    groups.text = "Groups";
    groups.method = ScaleMethod::GroupsTouched;
    groups.groups = {{"left", {"a", "b"}}, {"right", {"c"}}};
    groups.minAnswered = 3;
    instrument.scales.push_back(groups);
    EXPECT_THAT(check(instrument), IsEmpty());
    EXPECT_EQ(scoreOf(instrument, {3, 1, 0}).scale("groups")->shown(), Score::ofWhole(1));
    EXPECT_FALSE(scoreOf(instrument, {3, 1, std::nullopt}).scale("groups")->value.has_value());
}

TEST(InstrumentScore, ACriterionIsOpenOnlyWhileWhatIsMissingCouldDecideIt) {
    auto instrument = aSmallOne();
    instrument.criteria = {
        {"either", "a or b with c", CriterionKind::Classification, {{{"a", 2, {}}}, {{"b", 2, {}}, {"c", {}, 0}}}}};
    EXPECT_EQ(scoreOf(instrument, {2, std::nullopt, std::nullopt}).state("either"), CriterionState::Met);
    EXPECT_EQ(scoreOf(instrument, {0, 2, std::nullopt}).state("either"), CriterionState::Open);
    EXPECT_EQ(scoreOf(instrument, {0, std::nullopt, 1}).state("either"), CriterionState::NotMet);
}

TEST(InstrumentScore, RefusesAnswersOutsideTheirItem) {
    EXPECT_THAT(check(aSmallOne(), {0, 4, 1}), HasProblem("b", Rule::OutOfRange));
    EXPECT_THAT(check(aSmallOne(), {0, 3}), HasProblem("items", Rule::TooFew));
    EXPECT_THAT(check(aSmallOne(), {std::nullopt, 0, 3}), IsEmpty());
}

TEST(InstrumentScore, AMarkIsReachedExactly) {
    EXPECT_TRUE(reachesMark(Score::ofWhole(100), Score::ofRaw(85'900), 14'100));
    EXPECT_FALSE(reachesMark(Score::ofWhole(100), Score::ofRaw(85'901), 14'100));
    EXPECT_FALSE(reachesMark(Score{}, Score{}, 14'100)) << "nothing can fall from 0";
}

TEST(InstrumentCheck, AcceptsWhatFitsTogether) {
    EXPECT_THAT(check(aSmallOne()), IsEmpty());
}

TEST(InstrumentCheck, RefusesWhatCannotBeScored) {
    auto wrong = aSmallOne();
    wrong.items.push_back(wrong.items.front());
    EXPECT_THAT(check(wrong), HasProblem("items.a", Rule::Duplicate));

    wrong = aSmallOne();
    wrong.items[1].high = 0;
    EXPECT_THAT(check(wrong), HasProblem("items.b.range", Rule::OutOfRange));

    wrong = aSmallOne();
    wrong.scales.front().items.back() = "d";
    EXPECT_THAT(check(wrong), HasProblem("scales.sum.items", Rule::NotAllowed));

    wrong = aSmallOne();
    wrong.scales.front().minAnswered = 0;
    EXPECT_THAT(check(wrong), HasProblem("scales.sum.min_answered", Rule::OutOfRange));

    wrong = aSmallOne();
    wrong.scales.front().bandSets.front().bands.pop_back();
    EXPECT_THAT(check(wrong), HasProblem("scales.sum.bands", Rule::OutOfOrder));

    wrong = aSmallOne();
    wrong.criteria.front().paths.front().front().measure = "nothing";
    EXPECT_THAT(check(wrong), HasProblem("criteria.danger.measure", Rule::NotAllowed));

    wrong = aSmallOne();
    wrong.licence.clear();
    EXPECT_THAT(check(wrong), HasProblem("licence", Rule::Required));
}

} // namespace
} // namespace chairside::domain
