// What is asked after an infusion besides pain.
#include "core/domain/infusion/after_rules.h"

#include "core/domain/outcome/impression.h"
#include "tests/domain/entry_builders.h"
#include "tests/support/core/case_table.h"
#include "tests/support/core/case_table_rules.h"
#include "tests/support/core/matchers.h"

namespace chairside::domain {
namespace {

using base::Rule;
using test::HasProblem;
using ::testing::AllOf;
using ::testing::IsEmpty;

std::string wordsOf(Impression impression) {
    static const char* const kWords[] = {"very much improved", "much improved", "minimally improved", "no change",
                                         "minimally worse",    "much worse",    "very much worse"};
    return kWords[static_cast<std::size_t>(impression) - 1];
}

class ImpressionCases : public ::testing::TestWithParam<test::CaseRow> {};

TEST_P(ImpressionCases, MeanWhatTheirDirectionSays) {
    const auto& row = GetParam();
    const bool reversed = row.text("direction") == "high_is_improved";
    const auto direction = reversed ? ImpressionDirection::HighIsImproved : ImpressionDirection::LowIsImproved;
    const auto impression = impressionOf(row.whole("value"), direction);
    ASSERT_TRUE(impression.has_value());
    EXPECT_EQ(wordsOf(*impression), row.text("label"));
    EXPECT_EQ(isResponder(*impression, test::courseRules().after), row.flag("responder"));
}

INSTANTIATE_TEST_SUITE_P(File, ImpressionCases, ::testing::ValuesIn(test::readCases("pgic")), test::NameOfCase{});

TEST(Impression, OutsideTheFormThereIsNone) {
    for (const auto direction : {ImpressionDirection::LowIsImproved, ImpressionDirection::HighIsImproved}) {
        EXPECT_FALSE(impressionOf(0, direction).has_value());
        EXPECT_FALSE(impressionOf(8, direction).has_value());
        EXPECT_EQ(impressionOf(4, direction), Impression::NoChange);
    }
}

TEST(Impression, AProtocolThatAsksForNoneKnowsNoResponder) {
    EXPECT_FALSE(isResponder(Impression::VeryMuchImproved, AfterRules{}));
}

class AfterCheck : public ::testing::Test {
protected:
    AfterRules rules = test::courseRules().after;
    AfterAssessment entry{build::head(build::at("11:40"))};
    EnduranceTest held{62, Weight::ofWhole(2), BodySide::Right, EnduranceStop::Exhausted, {}};
};

TEST_F(AfterCheck, EveryPartMayStandAlone) {
    entry.impression = 2;
    EXPECT_THAT(check(entry, rules), IsEmpty());
    entry.impression.reset();
    entry.relief = 0;
    EXPECT_THAT(check(entry, rules), IsEmpty());
    entry.relief.reset();
    entry.endurance = held;
    EXPECT_THAT(check(entry, rules), IsEmpty());
}

TEST_F(AfterCheck, NothingAtAllIsNoEntry) {
    EXPECT_THAT(check(entry, rules), HasProblem("after", Rule::Required));
}

TEST_F(AfterCheck, NumbersOutsideTheFormAreRefused) {
    for (const int value : {0, 8}) {
        entry.impression = value;
        EXPECT_THAT(check(entry, rules), HasProblem("impression", Rule::OutOfRange));
    }
    for (const int value : {-1, 101}) {
        entry.relief = value;
        EXPECT_THAT(check(entry, rules), HasProblem("relief", Rule::OutOfRange));
    }
}

TEST_F(AfterCheck, TheTestStaysWithinWhatTheProtocolCallsPossible) {
    entry.endurance = held;
    entry.endurance->seconds = rules.enduranceMaxSeconds;
    entry.endurance->load = rules.enduranceMaxLoad;
    EXPECT_THAT(check(entry, rules), IsEmpty());
    ++entry.endurance->seconds;
    entry.endurance->load += Weight::ofRaw(1);
    EXPECT_THAT(check(entry, rules),
                AllOf(HasProblem("held_seconds", Rule::OutOfRange), HasProblem("load", Rule::OutOfRange)));
    entry.endurance = held;
    entry.endurance->stop = EnduranceStop::Other;
    EXPECT_THAT(check(entry, rules), HasProblem("stop_words", Rule::Required));
}

TEST_F(AfterCheck, WhatTheVersionDoesNotAskIsNotRecorded) {
    entry.impression = 2;
    entry.relief = 45;
    entry.endurance = held;
    EXPECT_FALSE(asksAfter({}));
    EXPECT_THAT(check(entry, AfterRules{}),
                AllOf(HasProblem("impression", Rule::NotAllowed), HasProblem("relief", Rule::NotAllowed),
                      HasProblem("held_seconds", Rule::NotAllowed)));
}

TEST(AfterRulesCheck, WhatIsAskedNeedsItsLimits) {
    auto rules = test::courseRules();
    rules.after.impressionResponder = 0;
    rules.after.enduranceMaxSeconds = 0;
    rules.after.enduranceMaxLoad = {};
    EXPECT_THAT(check(rules), AllOf(HasProblem("after.impression_responder", Rule::BelowLimit),
                                    HasProblem("after.endurance_max_seconds", Rule::BelowLimit),
                                    HasProblem("after.endurance_max_load", Rule::BelowLimit)));
    rules.after = {};
    EXPECT_THAT(check(rules), IsEmpty());
}

} // namespace
} // namespace chairside::domain
