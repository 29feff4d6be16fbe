// The re-treatment list as a model: groups, words, nobody lost.
#include "ui/retreatment/retreatment_model.h"

#include <QAbstractItemModelTester>
#include <gmock/gmock.h>

#include "tests/ui/charts/course_story.h"
#include "ui/retreatment/retreatment_text.h"

namespace chairside::ui {
namespace {

using domain::WindowState;
using services::RetreatmentGroup;
using test::day;

services::RetreatmentRow row(RetreatmentGroup group, WindowState state = WindowState::InWindow) {
    const auto review = test::usualCourse().completed().review();
    services::RetreatmentRow result{.patient = review.patient,
                                    .course = review.course,
                                    .group = group,
                                    .window = {state, 30, day("2025-02-20"), day("2025-03-06")},
                                    .overall = review.overall,
                                    .latest = review.latest,
                                    .latestDate = review.latestDate,
                                    .infusionsGiven = 5,
                                    .infusionsPlanned = 6,
                                    .infusionsLast365Days = 11,
                                    .postponedUntil = {}};
    result.course.id = domain::CourseId(test::madeUpUuid());
    return result;
}

services::RetreatmentPart partOf(std::vector<services::RetreatmentRow> rows, int from = 0, int most = 1'000) {
    services::RetreatmentPart part;
    part.total = static_cast<int>(rows.size());
    for (const auto& one : rows)
        ++part.counts.at(static_cast<std::size_t>(one.group));
    for (int at = from; at < part.total && at < from + most; ++at)
        part.rows.push_back(rows[static_cast<std::size_t>(at)]);
    return part;
}

TEST(RetreatmentModel, KeepsEverybodyInEveryGroup) {
    std::vector<services::RetreatmentRow> rows;
    for (int group = 0; group <= static_cast<int>(RetreatmentGroup::Decided); ++group) {
        rows.push_back(row(static_cast<RetreatmentGroup>(group)));
        rows.push_back(row(static_cast<RetreatmentGroup>(group)));
    }
    RetreatmentModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.begin(partOf(rows), day("2025-03-01"));
    EXPECT_EQ(model.rowCount(), 18 + 9);
    for (const auto& each : rows) {
        const int at = model.rowOf(each.course.id);
        ASSERT_GE(at, 0);
        EXPECT_TRUE(model.flags(model.index(at, 0)) & Qt::ItemIsSelectable);
        for (int column = 0; column < RetreatmentModel::ColumnCount; ++column) {
            EXPECT_FALSE(model.index(at, column).data().toString().isEmpty()) << column;
        }
    }
    EXPECT_TRUE(model.isHeading(0));
    EXPECT_EQ(model.flags(model.index(0, 0)), Qt::ItemFlags(Qt::NoItemFlags));
    EXPECT_EQ(model.at(0), nullptr);
    EXPECT_EQ(model.firstRow(), 1);
    EXPECT_EQ(model.rowOf(domain::CourseId(test::madeUpUuid())), -1);
    model.begin({}, day("2025-03-01"));
    EXPECT_EQ(model.firstRow(), -1);
}

TEST(RetreatmentModel, TakesInWhatFollowsAndCountsEverybodyFromTheStart) {
    std::vector<services::RetreatmentRow> rows;
    for (int at = 0; at < 7; ++at)
        rows.push_back(row(at < 4 ? RetreatmentGroup::Overdue : RetreatmentGroup::Decided));
    RetreatmentModel model;
    std::vector<int> wanted;
    QObject::connect(&model, &RetreatmentModel::moreWanted, [&wanted](int from) { wanted.push_back(from); });
    model.begin(partOf(rows, 0, 3), day("2025-03-01"));
    EXPECT_EQ(model.rowCount(), 3 + 1);
    EXPECT_EQ(model.index(0, 0).data().toString(), QStringLiteral("Overdue  4")) << "also whoever is not read yet";
    ASSERT_TRUE(model.canFetchMore({}));
    model.fetchMore({});
    EXPECT_FALSE(model.canFetchMore({})) << "not twice for one answer";
    ASSERT_TRUE(model.append(partOf(rows, 3, 3)));
    EXPECT_EQ(model.rowCount(), 6 + 2);
    EXPECT_TRUE(model.isHeading(5));
    EXPECT_EQ(model.index(5, 0).data().toString(), QStringLiteral("Decided  3"));
    model.fetchMore({});
    ASSERT_TRUE(model.append(partOf(rows, 6, 3)));
    EXPECT_FALSE(model.canFetchMore({}));
    EXPECT_EQ(wanted, (std::vector{3, 6}));
    for (const auto& each : rows)
        EXPECT_GE(model.rowOf(each.course.id), 0);
    rows.front().group = RetreatmentGroup::DueThisWeek;
    EXPECT_FALSE(model.append(partOf(rows, 6, 3))) << "another list by now";
    EXPECT_EQ(model.loaded(), 7);
}

TEST(RetreatmentText, SaysWhatIsDueAndWhen) {
    EXPECT_EQ(dueText(row(RetreatmentGroup::Overdue)), QStringLiteral("▲ overdue since 07-Mar-2025"));
    auto never = row(RetreatmentGroup::Overdue, WindowState::NoInfusionGiven);
    never.window = {};
    EXPECT_EQ(dueText(never), QStringLiteral("closed without an infusion, decide now"));
    EXPECT_EQ(windowText(never.window), QStringLiteral("no infusion given"));
    EXPECT_EQ(dueText(row(RetreatmentGroup::EarlyRelapse)),
              QStringLiteral("relapse before the window opens 20-Feb-2025"));
    EXPECT_EQ(dueText(row(RetreatmentGroup::BeforeWindow)), QStringLiteral("opens 20-Feb-2025"));
    auto postponed = row(RetreatmentGroup::Postponed);
    postponed.postponedUntil = day("2025-04-01");
    postponed.postponedReason = "on holiday";
    EXPECT_EQ(dueText(postponed), QStringLiteral("postponed to 01-Apr-2025: on holiday"));
}

TEST(RetreatmentText, NamesTheWeekAFollowUpScoreIsTakenIn) {
    auto called = row(RetreatmentGroup::BeforeWindow);
    const std::pair<int, QString> weeks[] = {{6, QStringLiteral("week 0 (day 6)")},
                                             {7, QStringLiteral("week 1 (day 7)")},
                                             {29, QStringLiteral("week 4 (day 29)")},
                                             {42, QStringLiteral("week 6 (day 42)")}};
    for (const auto& [days, words] : weeks) {
        called.window.days = days;
        EXPECT_EQ(followUpTitle(called),
                  QStringLiteral("Follow-up score of TESTPATIENT, Anna (Ms), %1 after the last infusion").arg(words));
    }
    called.window = {};
    EXPECT_EQ(followUpTitle(called), QStringLiteral("Follow-up score of TESTPATIENT, Anna (Ms)"));
}

TEST(RetreatmentText, GivesThePerCentOnlyWhereThereIsOne) {
    EXPECT_EQ(dueText(row(RetreatmentGroup::DueThisWeek)), QStringLiteral("decide by 06-Mar-2025"));
    auto some = row(RetreatmentGroup::InWindow);
    EXPECT_EQ(responseText(some), QStringLiteral("46 % better"));
    some.overall = {.reason = domain::NotEvaluableReason::BaselineMissing, .reductionPermille = {}};
    EXPECT_EQ(responseText(some), QStringLiteral("no per cent, no baseline"));
    some.overall.reason = domain::NotEvaluableReason::BaselineZero;
    EXPECT_EQ(responseText(some), QStringLiteral("no per cent, baseline is 0"));
    some.latest.reset();
    some.overall.reason = domain::NotEvaluableReason::ScoreMissing;
    EXPECT_EQ(responseText(some), QStringLiteral("no score yet"));
    EXPECT_EQ(lastScoreText(some, day("2025-03-01")), QStringLiteral("no score yet"));
    EXPECT_EQ(lastScoreText(row(RetreatmentGroup::InWindow), day("2025-01-24")),
              QStringLiteral("4 on 23-Jan-2025, 1 day ago"));
}

} // namespace
} // namespace chairside::ui
