// Figures of papers that a rule of the program can be held against. The group means stand for one patient's scores.
#include <gmock/gmock.h>

#include "core/domain/outcome/response.h"
#include "core/domain/outcome/tender_points.h"
#include "tests/support/core/case_table.h"
#include "tests/support/core/case_table_rules.h"

namespace chairside::domain {
namespace {

using test::CaseRow;

std::vector<CaseRow> publishedRows(const std::string& kind) {
    auto rows = test::readCases("published_values");
    std::erase_if(rows, [&kind](const CaseRow& row) { return row.text("kind") != kind; });
    return rows;
}

std::optional<Score> publishedScore(const CaseRow& row, const std::string& key) {
    const auto raw = row.thousandths(key);
    return raw ? std::optional(Score::ofRaw(*raw)) : std::nullopt;
}

class PublishedChange : public ::testing::TestWithParam<CaseRow> {};

TEST_P(PublishedChange, IsNamedByTheBandsOfTheShippedProtocol) {
    const auto& row = GetParam();
    const auto& shipped = test::courseRules().response; // the bands of IMMPACT
    const auto response = judgeResponse(publishedScore(row, "baseline"), publishedScore(row, "now"), 10, shipped);
    EXPECT_EQ(response.reductionPermille, row.whole("expected_permille"));
    EXPECT_EQ(response.points, publishedScore(row, "expected_points"));
    const auto expected =
        row.text("expected_category") == "minimal" ? ResponseCategory::Minimal : ResponseCategory::None;
    EXPECT_EQ(response.category, expected);
}

INSTANTIATE_TEST_SUITE_P(File, PublishedChange, ::testing::ValuesIn(publishedRows("change")), test::NameOfCase{});

class PublishedAlgometry : public ::testing::TestWithParam<CaseRow> {};

TEST_P(PublishedAlgometry, HasTheMeanOfItsEighteenSites) {
    const auto& row = GetParam();
    std::int64_t left = *row.thousandths("sum");
    TenderPointExam exam;
    auto sites = static_cast<std::int64_t>(kTenderPointCount);
    for (const auto site : tenderSites()) {
        if (isControl(site)) continue;
        const std::int64_t share = left / sites--;
        exam.at(site).threshold = Pressure::ofRaw(share);
        left -= share;
    }
    const auto summary = summarize(exam, {});
    EXPECT_EQ(summary.thresholdSites, static_cast<int>(kTenderPointCount));
    ASSERT_TRUE(summary.meanThreshold);
    EXPECT_NEAR(static_cast<double>(summary.meanThreshold->raw()),
                static_cast<double>(*row.thousandths("expected_mean")), 5);
}

INSTANTIATE_TEST_SUITE_P(File, PublishedAlgometry, ::testing::ValuesIn(publishedRows("algometer")), test::NameOfCase{});

} // namespace
} // namespace chairside::domain
