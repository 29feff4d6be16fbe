#include "core/domain/outcome/response.h"

#include <map>

#include <gmock/gmock.h>

#include "tests/support/core/case_table.h"
#include "tests/support/core/case_table_rules.h"
#include "tests/support/core/domain_printers.h"

namespace chairside::domain {
namespace {

using test::CaseRow;
using ::testing::Eq;
using ::testing::Optional;

const ResponseRules& rules() {
    return test::courseRules().response;
}

std::optional<Score> score(const CaseRow& row, const std::string& key) {
    if (const auto raw = row.thousandths(key)) return Score::ofRaw(*raw);
    return std::nullopt;
}

ResponseCategory categoryOf(const std::string& name) {
    static const std::map<std::string, ResponseCategory> kNames{{"substantial", ResponseCategory::Substantial},
                                                                {"moderate", ResponseCategory::Moderate},
                                                                {"minimal", ResponseCategory::Minimal},
                                                                {"none", ResponseCategory::None},
                                                                {"worse", ResponseCategory::Worse},
                                                                {"not_evaluable", ResponseCategory::NotEvaluable},
                                                                {"invalid", ResponseCategory::NotEvaluable}};
    return kNames.at(name);
}

Response judge(std::int64_t baseline, std::int64_t now, int scaleMax = 10) {
    return judgeResponse(Score::ofRaw(baseline), Score::ofRaw(now), scaleMax, rules());
}

class ResponseCases : public ::testing::TestWithParam<CaseRow> {};

TEST_P(ResponseCases, AgreeWithTheWorkedCase) {
    const CaseRow& row = GetParam();
    const int scaleMax = row.text("scale") == "VAS" ? 100 : 10;
    const Response result = judgeResponse(score(row, "baseline"), score(row, "now"), scaleMax, rules());
    EXPECT_EQ(result.category, categoryOf(row.text("category")));
    EXPECT_EQ(result.reason == NotEvaluableReason::OutOfRange, row.text("category") == "invalid");
    if (row.isNull("percent_reduction")) {
        EXPECT_THAT(result.reductionPermille, Eq(std::nullopt));
        EXPECT_EQ(result.worsenedFromZero, row.flag("worsened_from_zero"));
        return;
    }
    EXPECT_THAT(result.reductionPermille, Optional(Eq(*row.thousandths("percent_reduction") / 100)));
    EXPECT_EQ(result.atLeastModerate, row.flag("responder_ge30"));
    EXPECT_EQ(result.atLeastSubstantial, row.flag("responder_ge50"));
    EXPECT_EQ(result.trialResponder, row.flag("trial_responder_gt50"));
    EXPECT_EQ(result.points.raw(), row.thousandths("points_reduction_0_10"));
    EXPECT_EQ(result.meaningfulPoints, row.flag("nrs_2_points"));
}

INSTANTIATE_TEST_SUITE_P(File, ResponseCases, ::testing::ValuesIn(test::readCases("response")), test::NameOfCase{});

TEST(Response, KnowsWhyItCannotBeJudged) {
    const auto reason = [](std::optional<Score> baseline, std::optional<Score> now) {
        return judgeResponse(baseline, now, 10, rules()).reason;
    };
    const Score five = Score::ofWhole(5);
    EXPECT_THAT(reason({}, five), Optional(NotEvaluableReason::BaselineMissing));
    EXPECT_THAT(reason({}, {}), Optional(NotEvaluableReason::BaselineMissing));
    EXPECT_THAT(reason(five, {}), Optional(NotEvaluableReason::ScoreMissing));
    EXPECT_THAT(reason(Score{}, {}), Optional(NotEvaluableReason::ScoreMissing));
    EXPECT_THAT(reason(Score{}, five), Optional(NotEvaluableReason::BaselineZero));
    EXPECT_THAT(reason(five, Score::ofRaw(10'001)), Optional(NotEvaluableReason::OutOfRange));
    EXPECT_THAT(reason(five, Score::ofRaw(-1)), Optional(NotEvaluableReason::OutOfRange));
    EXPECT_THAT(reason(five, five), Eq(std::nullopt));
}

struct Boundary {
    std::int64_t baseline, now;
    int scaleMax;
    ResponseCategory category;
};

class ResponseBoundary : public ::testing::TestWithParam<Boundary> {};

TEST_P(ResponseBoundary, BelongsToTheBand) {
    const auto& [baseline, now, scaleMax, category] = GetParam();
    EXPECT_EQ(judge(baseline, now, scaleMax).category, category);
}

INSTANTIATE_TEST_SUITE_P(
    Exact, ResponseBoundary,
    ::testing::Values(
        Boundary{10'000, 5'000, 10, ResponseCategory::Substantial},
        Boundary{10'000, 5'001, 10, ResponseCategory::Moderate},
        Boundary{10'000, 7'000, 10, ResponseCategory::Moderate}, Boundary{10'000, 7'001, 10, ResponseCategory::Minimal},
        Boundary{10'000, 9'000, 10, ResponseCategory::Minimal}, Boundary{10'000, 9'001, 10, ResponseCategory::None},
        Boundary{9'000, 9'000, 10, ResponseCategory::None}, Boundary{9'000, 9'899, 10, ResponseCategory::None},
        Boundary{9'000, 9'900, 10, ResponseCategory::Worse}, Boundary{7'000, 4'900, 10, ResponseCategory::Moderate},
        Boundary{3'000, 2'100, 10, ResponseCategory::Moderate}, Boundary{6'000, 4'200, 10, ResponseCategory::Moderate},
        Boundary{90'000, 63'000, 100, ResponseCategory::Moderate},
        Boundary{90'000, 63'001, 100, ResponseCategory::Minimal}, Boundary{1, 0, 10, ResponseCategory::Substantial}));

TEST(Response, TrialRuleAsksForMoreThanItsPercentage) {
    EXPECT_FALSE(judge(10'000, 5'000).trialResponder);
    EXPECT_TRUE(judge(10'000, 4'999).trialResponder);
    EXPECT_TRUE(judge(10'000, 5'000).atLeastSubstantial);
}

// Every pair of scores in tenths against the definition in integers.
TEST(Response, AgreesWithItsDefinitionForAllTenths) {
    for (std::int64_t baseline = 1; baseline <= 100; ++baseline) {
        for (std::int64_t now = 0; now <= 100; ++now) {
            const Response result = judge(baseline * 100, now * 100);
            ASSERT_EQ(result.atLeastModerate, 10 * (baseline - now) >= 3 * baseline) << baseline << ' ' << now;
            ASSERT_EQ(result.atLeastSubstantial, 2 * (baseline - now) >= baseline) << baseline << ' ' << now;
            ASSERT_EQ(result.trialResponder, 2 * (baseline - now) > baseline) << baseline << ' ' << now;
            ASSERT_EQ(result.category == ResponseCategory::Worse, 10 * (now - baseline) >= baseline);
        }
    }
}

TEST(Response, TellsPointsOnTenWhateverTheScale) {
    EXPECT_EQ(judge(70'000, 35'000, 100).points, Score::ofRaw(3'500));
    EXPECT_FALSE(judge(70'000, 50'001, 100).meaningfulPoints);
    EXPECT_TRUE(judge(70'000, 50'000, 100).meaningfulPoints);
    EXPECT_EQ(judge(4'000, 9'000).points, Score::ofWhole(-5));
}

TEST(MeanOf, RoundsToAThousandth) {
    const std::vector<Score> scores{Score::ofWhole(7), Score::ofWhole(8), Score::ofWhole(7)};
    EXPECT_THAT(meanOf(scores), Optional(Score::ofRaw(7'333)));
    EXPECT_THAT(meanOf(std::span<const Score>{}), Eq(std::nullopt));
    const std::vector<Score> halves{Score::ofRaw(1), Score::ofRaw(2)};
    EXPECT_THAT(meanOf(halves), Optional(Score::ofRaw(2)));
}

TEST(ScoreAtReduction, IsWhereTheReferenceLineLies) {
    EXPECT_EQ(scoreAtReduction(Score::ofRaw(7'400), 30), Score::ofRaw(5'180));
    EXPECT_EQ(scoreAtReduction(Score::ofRaw(7'400), 50), Score::ofRaw(3'700));
    EXPECT_EQ(scoreAtReduction(Score::ofRaw(7'333), 30), Score::ofRaw(5'133));
}

} // namespace
} // namespace chairside::domain
