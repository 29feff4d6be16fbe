#include "core/domain/outcome/tender_points.h"

#include <set>

#include <gmock/gmock.h>

#include "tests/support/core/case_table.h"
#include "tests/support/core/case_table_rules.h"
#include "tests/support/core/domain_printers.h"
#include "tests/support/core/matchers.h"

namespace chairside::domain {
namespace {

using base::Rule;
using test::CaseRow;
using test::HasProblem;
using ::testing::Eq;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::Optional;

const MonitoringRules& rules() {
    return test::courseRules().monitoring;
}

// The first `count` of the 18 points in examination order get the score, the rest the other one.
TenderPointExam examWith(int count, std::optional<int> score, std::optional<int> others,
                         TenderScale scale = TenderScale::Mtps0To10) {
    TenderPointExam exam;
    exam.scale = scale;
    for (const auto site : tenderSites()) {
        if (!isControl(site)) exam.at(site).score = count-- > 0 ? score : others;
    }
    return exam;
}

TenderPointExam examOf(const CaseRow& row) {
    TenderPointExam exam;
    const std::string kind = row.text("kind");
    exam.scale = kind == "mtps_0_10" ? TenderScale::Mtps0To10 : TenderScale::YesNo;
    const auto sites = row.list("sites");
    const auto values = row.list("values");
    for (std::size_t i = 0; i < sites.size(); ++i) {
        if (values[i] == "null") continue;
        auto& finding = exam.at(*tenderSiteFromKey(sites[i]));
        if (kind == "algometry_ppt_kg_cm2") {
            finding.threshold = Pressure::ofRaw(test::thousandthsOf(values[i]));
        } else {
            finding.score = values[i] == "true" ? 1 : values[i] == "false" ? 0 : std::stoi(values[i]);
        }
    }
    return exam;
}

class TenderCases : public ::testing::TestWithParam<CaseRow> {};

TEST_P(TenderCases, AgreeWithTheWorkedCase) {
    const CaseRow& row = GetParam();
    const TenderPointExam exam = examOf(row);
    if (row.has("expected_error")) {
        EXPECT_THAT(check(exam, rules()), Not(IsEmpty()));
        return;
    }
    EXPECT_THAT(check(exam, rules()), IsEmpty());
    const TenderSummary summary = summarize(exam, rules());
    const TenderCriterion expected =
        row.text("expected_criterion") == "met" ? TenderCriterion::Met : TenderCriterion::NotMet;
    if (row.has("expected_positive_le_4")) {
        EXPECT_EQ(summary.thresholdPositive, row.whole("expected_positive_le_4"));
        EXPECT_EQ(judgeCriterion(summary.thresholdPositive, row.whole("expected_missing"), rules()), expected);
        const std::int64_t hundredths = base::divideRounded(summary.meanThreshold->raw(), 10);
        EXPECT_EQ(hundredths * 10, row.thousandths("expected_mean_ppt"));
        return;
    }
    EXPECT_EQ(summary.positive, row.whole("expected_positive"));
    EXPECT_EQ(summary.missing, row.whole("expected_missing"));
    EXPECT_EQ(summary.criterion, expected);
    if (!row.has("expected_sum")) return;
    EXPECT_THAT(summary.sum, Optional(row.whole("expected_sum")));
    EXPECT_EQ(base::divideRounded(summary.meanIntensity->raw(), 10) * 10, row.thousandths("expected_fis_mean18"));
}

INSTANTIATE_TEST_SUITE_P(File, TenderCases, ::testing::ValuesIn(test::readCases("tender_points")), test::NameOfCase{});

class PressureCases : public ::testing::TestWithParam<CaseRow> {};

TEST_P(PressureCases, AgreeWithTheWorkedCase) {
    const CaseRow& row = GetParam();
    TenderPointExam exam;
    auto& finding = exam.at(TenderSite::KneeLeft);
    bool beyond = false;
    if (const auto raw = row.thousandths("threshold")) finding.threshold = Pressure::ofRaw(*raw);
    if (const auto raw = row.thousandths("tolerance")) finding.tolerance = Pressure::ofRaw(*raw);
    for (const auto& pressure : {finding.threshold, finding.tolerance}) {
        beyond = beyond || (pressure && beyondDevice(*pressure, rules()));
    }
    EXPECT_THAT(check(exam, rules()), IsEmpty());
    EXPECT_EQ(beyond, row.text("expected") == "warn_over_device_range_10");
}

INSTANTIATE_TEST_SUITE_P(File, PressureCases, ::testing::ValuesIn(test::readCases("pressure_validation")),
                         test::NameOfCase{});

TEST(TenderSites, AreEighteenPointsAndThreeControlsInOrder) {
    std::set<std::string_view> keys;
    int controls = 0;
    for (std::size_t i = 0; i < tenderSites().size(); ++i) {
        const TenderSite site = tenderSites()[i];
        EXPECT_EQ(static_cast<std::size_t>(site), i);
        EXPECT_THAT(tenderSiteFromKey(tenderSiteKey(site)), Optional(site));
        keys.insert(tenderSiteKey(site));
        controls += isControl(site) ? 1 : 0;
    }
    EXPECT_EQ(keys.size(), kTenderSiteCount);
    EXPECT_EQ(controls, 3);
    EXPECT_THAT(tenderSiteFromKey("occiput"), Eq(std::nullopt));
    EXPECT_THAT(tenderSiteFromKey(""), Eq(std::nullopt));
}

TEST(TenderSites, HaveAMirrorImageOfTheOtherSide) {
    int pairs = 0;
    for (const auto site : tenderSites()) {
        if (isControl(site)) continue;
        std::string key(tenderSiteKey(site));
        EXPECT_EQ(key.back(), sideOf(site) == Side::Right ? 'r' : 'l');
        key.back() = key.back() == 'r' ? 'l' : 'r';
        const auto mirror = tenderSiteFromKey(key);
        ASSERT_TRUE(mirror) << key;
        EXPECT_NE(sideOf(*mirror), sideOf(site));
        ++pairs;
    }
    EXPECT_EQ(pairs, 18);
    EXPECT_EQ(sideOf(TenderSite::ControlForehead), Side::Middle);
}

TEST(TenderSummary, OfMirroredFindingsIsTheSame) {
    TenderPointExam exam;
    TenderPointExam mirrored;
    for (const auto site : tenderSites()) {
        if (isControl(site)) continue;
        const int score = static_cast<int>(site) % 7;
        std::string key(tenderSiteKey(site));
        key.back() = key.back() == 'r' ? 'l' : 'r';
        exam.at(site).score = score;
        mirrored.at(*tenderSiteFromKey(key)).score = score;
    }
    EXPECT_NE(exam, mirrored);
    EXPECT_EQ(summarize(exam, rules()).positive, summarize(mirrored, rules()).positive);
    EXPECT_EQ(summarize(exam, rules()).sum, summarize(mirrored, rules()).sum);
}

TEST(TenderCriterionRule, IsOpenWhileMissingSitesCouldDecideIt) {
    EXPECT_EQ(summarize(examWith(11, 5, {}), rules()).criterion, TenderCriterion::Met);
    EXPECT_EQ(summarize(examWith(10, 5, {}), rules()).criterion, TenderCriterion::Indeterminate);
    EXPECT_EQ(summarize(TenderPointExam{}, rules()).criterion, TenderCriterion::Indeterminate);
    EXPECT_EQ(judgeCriterion(10, 1, rules()), TenderCriterion::Indeterminate);
    EXPECT_EQ(judgeCriterion(10, 0, rules()), TenderCriterion::NotMet);
    EXPECT_EQ(judgeCriterion(9, 1, rules()), TenderCriterion::NotMet);
    EXPECT_EQ(judgeCriterion(9, 2, rules()), TenderCriterion::Indeterminate);
    EXPECT_EQ(judgeCriterion(11, 7, rules()), TenderCriterion::Met);
}

TEST(TenderSummary, HasNoSumOrMeanWhileASiteIsMissing) {
    const TenderSummary whole = summarize(examWith(18, 4, 0), rules());
    EXPECT_THAT(whole.sum, Optional(72));
    EXPECT_THAT(whole.meanIntensity, Optional(Score::ofWhole(4)));
    const TenderSummary partial = summarize(examWith(17, 4, {}), rules());
    EXPECT_EQ(partial.missing, 1);
    EXPECT_EQ(partial.examined, 17);
    EXPECT_THAT(partial.sum, Eq(std::nullopt));
    EXPECT_THAT(partial.meanIntensity, Eq(std::nullopt));
}

TEST(TenderSummary, LeavesControlSitesOut) {
    TenderPointExam exam = examWith(18, 0, 0);
    for (const auto site : {TenderSite::ControlForehead, TenderSite::ControlForearmRight}) {
        exam.at(site) = {9, Pressure::ofWhole(1), {}};
    }
    const TenderSummary summary = summarize(exam, rules());
    EXPECT_EQ(summary.positive, 0);
    EXPECT_THAT(summary.sum, Optional(0));
    EXPECT_THAT(summary.controlMean, Optional(Score::ofWhole(9)));
    EXPECT_THAT(summary.meanThreshold, Eq(std::nullopt));
    EXPECT_EQ(summary.thresholdPositive, 0);
}

TEST(TenderSummary, CountsASitePositiveFromTheScalesThreshold) {
    EXPECT_EQ(summarize(examWith(18, 1, 0), rules()).positive, 0);
    EXPECT_EQ(summarize(examWith(18, 2, 0), rules()).positive, 18);
    EXPECT_EQ(summarize(examWith(18, 1, 0, TenderScale::YesNo), rules()).positive, 18);
    EXPECT_EQ(maxScore(TenderScale::YesNo), 1);
    EXPECT_EQ(maxScore(TenderScale::Graded0To3), 3);
    EXPECT_EQ(maxScore(TenderScale::Graded0To4), 4);
}

TEST(TenderExam, RefusesImpossibleFindings) {
    TenderPointExam exam;
    exam.at(TenderSite::KneeRight).score = 11;
    exam.at(TenderSite::KneeLeft).score = -1;
    exam.at(TenderSite::OcciputLeft) = {{}, Pressure::ofRaw(2'400), Pressure::ofRaw(2'399)};
    exam.at(TenderSite::OcciputRight) = {{}, Pressure::ofRaw(2'400), Pressure::ofRaw(2'400)};
    exam.at(TenderSite::GlutealLeft).threshold = Pressure::ofRaw(-1);
    const auto problems = check(exam, rules());
    EXPECT_EQ(problems.size(), 4U);
    EXPECT_THAT(problems, HasProblem("knee_r", Rule::OutOfRange));
    EXPECT_THAT(problems, HasProblem("knee_l", Rule::OutOfRange));
    EXPECT_THAT(problems, HasProblem("gluteal_l", Rule::OutOfRange));
    EXPECT_THAT(problems, HasProblem("occiput_l", Rule::ToleranceBelowThreshold));
}

TEST(TenderCount, ChangesOnlyBeyondTheNoiseOfExaminers) {
    EXPECT_FALSE(countChangeIsReal(15, 10, rules()));
    EXPECT_FALSE(countChangeIsReal(10, 15, rules()));
    EXPECT_TRUE(countChangeIsReal(15, 9, rules()));
    EXPECT_TRUE(countChangeIsReal(9, 15, rules()));
}

TEST(Algometer, MarksPressuresBeyondItsRange) {
    EXPECT_FALSE(beyondDevice(Pressure::ofWhole(10), rules()));
    EXPECT_TRUE(beyondDevice(Pressure::ofRaw(10'001), rules()));
}

TEST(TenderPoints, PressuresAreMeansOverTheSitesTheyWereMeasuredAt) {
    TenderPointExam exam = examWith(5, 6, std::nullopt);
    exam.at(TenderSite::OcciputRight).threshold = Pressure::ofRaw(2000);
    exam.at(TenderSite::OcciputRight).tolerance = Pressure::ofRaw(3000);
    exam.at(TenderSite::OcciputLeft).threshold = Pressure::ofRaw(3000);
    exam.at(TenderSite::ControlForehead).tolerance = Pressure::ofRaw(9000); // a control is not counted
    const auto summary = summarize(exam, rules());
    EXPECT_THAT(summary.meanThreshold, Optional(Pressure::ofRaw(2500)));
    EXPECT_EQ(summary.thresholdSites, 2);
    EXPECT_THAT(summary.meanTolerance, Optional(Pressure::ofRaw(3000)));
    EXPECT_EQ(summary.toleranceSites, 1);
}

TEST(TenderPoints, ASiteThatWasNotExaminedIsNeitherPositiveNorNegative) {
    const TenderPointExam exam = examWith(1, 2, std::nullopt);
    EXPECT_THAT(isPositive(exam, TenderSite::OcciputRight, rules()), Optional(true)) << "MTPS: from 2";
    EXPECT_EQ(isPositive(exam, TenderSite::OcciputLeft, rules()), std::nullopt);
    EXPECT_THAT(isPositive(examWith(1, 1, std::nullopt), TenderSite::OcciputRight, rules()), Optional(false));
}

} // namespace
} // namespace chairside::domain
