// Step 4: the tender-point map and its list.
#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QLineEdit>
#include <QTest>

#include "tests/ui/infusion/infusion_bench.h"
#include "tests/ui/print/pdf_reader.h"
#include "ui/infusion/session_step.h"
#include "ui/infusion/tender_board.h"
#include "ui/infusion/tender_list.h"
#include "ui/infusion/tender_map.h"
#include "ui/print/visit_summary_pdf.h"

namespace chairside::test {
namespace {

using namespace Qt::Literals::StringLiterals;
using domain::TenderSite;
using ui::TenderMap;

class TenderStepTest : public InfusionBench {
protected:
    void SetUp() override {
        InfusionBench::SetUp();
        page->showStep(u"tender"_s);
        focus(u"tender_map"_s);
    }

    TenderMap& map() { return *findByName<TenderMap>(*page, u"tender_map"_s); }
    static std::optional<int> score(const domain::TenderPointExam& exam, TenderSite site) {
        return exam.at(site).score;
    }
};

TEST_F(TenderStepTest, DigitsScoreAndGoOnAndSitesNotExaminedStaySo) {
    keys(u"17+/3"_s);
    key(Qt::Key_Return);
    ASSERT_EQ(view().record.tenderPoints.size(), 1U);
    const auto exam = view().record.tenderPoints[0].exam;
    EXPECT_EQ(score(exam, TenderSite::ControlForehead), 1);
    EXPECT_EQ(score(exam, TenderSite::OcciputRight), 7);
    EXPECT_EQ(score(exam, TenderSite::OcciputLeft), 10);
    EXPECT_EQ(score(exam, TenderSite::TrapeziusRight), std::nullopt);
    EXPECT_EQ(score(exam, TenderSite::TrapeziusLeft), 3);
    EXPECT_EQ(domain::summarize(exam, clinicRules().monitoring).missing, 15);
}

TEST_F(TenderStepTest, AnEmptyExaminationIsNotSaved) {
    key(Qt::Key_Return);
    EXPECT_TRUE(view().record.tenderPoints.empty());
    EXPECT_EQ(textOf(*page, u"tender_message"_s), u"Score at least one site, or go on without an examination."_s);
}

TEST_F(TenderStepTest, ArrowsHomeAndEndMoveAndTabLeaves) {
    key(Qt::Key_End);
    EXPECT_EQ(map().board().current(), TenderSite::ControlThumbnailLeft);
    key(Qt::Key_Left);
    EXPECT_EQ(map().board().current(), TenderSite::KneeLeft);
    key(Qt::Key_Home);
    EXPECT_EQ(map().board().current(), TenderSite::ControlForehead);
    key(Qt::Key_Right);
    keys(u"-"_s);
    EXPECT_EQ(map().board().position(), 0);
    key(Qt::Key_Tab);
    EXPECT_NE(focusName(), u"tender_map"_s);
}

TEST_F(TenderStepTest, TheListIsTheSameExamination) {
    focus(u"tender_list"_s);
    key(Qt::Key_Down);
    key(Qt::Key_Right);
    EXPECT_EQ(map().board().current(), TenderSite::OcciputLeft);
    keys(u"4"_s);
    EXPECT_EQ(map().board().scoreOf(TenderSite::OcciputLeft), 4);
    EXPECT_EQ(map().board().current(), TenderSite::TrapeziusRight);
    key(Qt::Key_Return);
    ASSERT_EQ(view().record.tenderPoints.size(), 1U);
}

TEST_F(TenderStepTest, ThePressureOfASiteIsTypedByKeysBesideItsScore) {
    keys(u"1."_s);
    EXPECT_EQ(focusName(), u"tender_threshold"_s);
    keys(u"2.4"_s);
    key(Qt::Key_Return);
    EXPECT_EQ(focusName(), u"tender_tolerance"_s);
    keys(u"3.15"_s);
    key(Qt::Key_Return);
    EXPECT_EQ(focusName(), u"tender_map"_s);
    keys(u"7."_s);
    EXPECT_EQ(findByName<QLineEdit>(*page, u"tender_threshold"_s)->text(), QString());
    keys(u"5"_s);
    key(Qt::Key_Return);
    key(Qt::Key_Return);
    key(Qt::Key_Return);
    ASSERT_EQ(view().record.tenderPoints.size(), 1U);
    const auto exam = view().record.tenderPoints[0].exam;
    const domain::TenderSiteFinding right{7, domain::Pressure::ofRaw(2400), domain::Pressure::ofRaw(3150)};
    EXPECT_EQ(exam.at(TenderSite::OcciputRight), right);
    const domain::TenderSiteFinding left{std::nullopt, domain::Pressure::ofRaw(5000), std::nullopt};
    EXPECT_EQ(exam.at(TenderSite::OcciputLeft), left);
    EXPECT_EQ(exam.at(TenderSite::ControlForehead).threshold, std::nullopt);
    EXPECT_EQ(domain::summarize(exam, clinicRules().monitoring).missing, 17);
    EXPECT_EQ(map().board().spoken(TenderSite::OcciputRight),
              u"Occiput, right: painful, score 7, threshold 2.4 kgf per cm2, tolerance 3.15 kgf per cm2"_s);
    EXPECT_EQ(map().board().spoken(TenderSite::OcciputLeft), u"Occiput, left: no score, threshold 5 kgf per cm2"_s);
}

TEST_F(TenderStepTest, AToleranceBelowTheThresholdIsSaidAndKeptAsTyped) {
    keys(u"1."_s);
    keys(u"4"_s);
    key(Qt::Key_Return);
    keys(u"3"_s);
    key(Qt::Key_Return);
    EXPECT_EQ(focusName(), u"tender_tolerance"_s);
    const QString sentence = u"Occiput, right: the tolerance must not be below the threshold."_s;
    EXPECT_EQ(textOf(*page, u"tender_message"_s), sentence);
    focus(u"tender_map"_s);
    key(Qt::Key_End);
    key(Qt::Key_Return);
    EXPECT_TRUE(view().record.tenderPoints.empty());
    EXPECT_EQ(textOf(*page, u"tender_message"_s), sentence);
    EXPECT_EQ(map().board().current(), TenderSite::OcciputRight);
    EXPECT_EQ(findByName<QLineEdit>(*page, u"tender_tolerance"_s)->text(), u"3"_s);
}

TEST_F(TenderStepTest, NotExaminedTakesThePressuresOfThatSiteAway) {
    keys(u"3."_s);
    keys(u"2"_s);
    key(Qt::Key_Return);
    key(Qt::Key_Return);
    keys(u"/"_s);
    EXPECT_EQ(map().board().exam().at(TenderSite::OcciputRight), domain::TenderSiteFinding{});
    EXPECT_EQ(map().board().scoreOf(TenderSite::ControlForehead), 3);
}

TEST_F(TenderStepTest, TheDraftKeepsEachPressureAtItsSite) {
    keys(u"1."_s);
    keys(u"2.5"_s);
    key(Qt::Key_Return);
    key(Qt::Key_Return);
    auto* step = findByName<TenderMap>(*page, u"tender_map"_s)->parentWidget();
    while (qobject_cast<ui::SessionStep*>(step) == nullptr)
        step = step->parentWidget();
    auto* session = qobject_cast<ui::SessionStep*>(step);
    const auto draft = session->draft();
    session->restore({});
    EXPECT_FALSE(map().board().hasFindings());
    session->restore(draft);
    EXPECT_EQ(map().board().current(), TenderSite::ControlForehead);
    EXPECT_EQ(map().board().exam().at(TenderSite::ControlForehead).threshold, std::nullopt);
    EXPECT_EQ(map().board().exam().at(TenderSite::OcciputRight).threshold, domain::Pressure::ofRaw(2500));
}

TEST_F(TenderStepTest, TheMirrorTest) {
    for (const auto site : domain::tenderSites()) {
        const auto place = ui::placeOf(site);
        const bool atSmallX = place.at.x() < ui::kFigureWidth / 2;
        const bool front = place.view == ui::FigureView::Front;
        if (domain::sideOf(site) == domain::Side::Right) {
            EXPECT_EQ(atSmallX, front) << domain::tenderSiteKey(site);
        } else if (domain::sideOf(site) == domain::Side::Left) {
            EXPECT_EQ(atSmallX, !front) << domain::tenderSiteKey(site);
        }
    }
    for (const auto site : domain::tenderSites()) {
        if (domain::sideOf(site) == domain::Side::Right) map().board().setScore(site, 5);
    }
    const auto* list = findByName<ui::TenderList>(*page, u"tender_list"_s);
    for (int row = 0; row < list->model()->rowCount(); ++row) {
        const QString left = list->model()->index(row, ui::TenderModel::kLeft).data().toString();
        EXPECT_TRUE(left.isEmpty() || left == u"not examined"_s) << row;
    }
    auto* tree = QAccessible::queryAccessibleInterface(&map());
    for (int child = 0; child < tree->childCount(); ++child) {
        const QString name = tree->child(child)->text(QAccessible::Name);
        EXPECT_EQ(name.contains(u"painful, score 5"_s), name.contains(u", right"_s)) << qPrintable(name);
    }
}

TEST_F(TenderStepTest, TheMirrorTestThroughTheStoreToThePrintedPage) {
    for (const auto site : domain::tenderSites()) {
        if (domain::sideOf(site) == domain::Side::Right) map().board().setScore(site, 5);
    }
    focus(u"tender_map"_s);
    key(Qt::Key_Return);
    const auto stored = view().record.tenderPoints;
    ASSERT_EQ(stored.size(), 1U);
    for (const auto site : domain::tenderSites()) {
        const bool isRight = domain::sideOf(site) == domain::Side::Right;
        EXPECT_EQ(score(stored[0].exam, site), isRight ? std::optional(5) : std::nullopt)
            << domain::tenderSiteKey(site);
    }
    if (!ui::testing::PdfReader::toolsAreThere()) GTEST_SKIP() << "poppler-utils or qpdf is not installed";
    const auto visit =
        need(clinic.services.documents.issueVisit(clinic.nurse, services::VisitPaper::Summary, infusion));
    const QString text = ui::testing::PdfReader(ui::renderVisitSummary(visit)).text();
    EXPECT_TRUE(text.contains(u"Right 5 5 5 5 5 5 5 5 5"_s)) << qPrintable(text);
    EXPECT_TRUE(text.contains(u"right forearm 5"_s)) << qPrintable(text);
    EXPECT_TRUE(text.contains(u"left thumbnail not done"_s)) << qPrintable(text);
    EXPECT_FALSE(text.contains(u"Left 5"_s)) << qPrintable(text);
    EXPECT_TRUE(text.contains(u"Left not"_s)) << qPrintable(text);
}

TEST_F(TenderStepTest, NeighboursAreFarEnoughApartToBeHit) {
    EXPECT_GE(map().height(), 440);
    for (const auto one : domain::tenderSites()) {
        const QRect rect = map().siteRect(one);
        EXPECT_GE(rect.width(), 28);
        EXPECT_TRUE(map().rect().contains(rect)) << domain::tenderSiteKey(one);
        EXPECT_EQ(map().siteAt(rect.center()), one);
        for (const auto other : domain::tenderSites()) {
            if (one == other || ui::placeOf(one).view != ui::placeOf(other).view) continue;
            const QPointF away = ui::placeOf(one).at - ui::placeOf(other).at;
            EXPECT_GE(QPointF::dotProduct(away, away), 13.9 * 13.9)
                << domain::tenderSiteKey(one) << domain::tenderSiteKey(other);
        }
    }
}

TEST_F(TenderStepTest, AssistiveTechnologySeesTwentyOneNamedCheckBoxes) {
    auto* tree = QAccessible::queryAccessibleInterface(&map());
    ASSERT_NE(tree, nullptr);
    EXPECT_EQ(tree->text(QAccessible::Name), u"Tender-point map"_s);
    ASSERT_EQ(tree->childCount(), 21);
    auto* site = tree->child(5);
    EXPECT_EQ(site->role(), QAccessible::CheckBox);
    EXPECT_EQ(site->text(QAccessible::Name), u"Supraspinatus, right: not examined"_s);
    EXPECT_EQ(site->text(QAccessible::Description), u"Back view"_s);
    EXPECT_FALSE(site->state().checked);
    keys(u"00000"_s);
    keys(u"7"_s);
    EXPECT_EQ(site->text(QAccessible::Name), u"Supraspinatus, right: painful, score 7"_s);
    EXPECT_TRUE(site->state().checked);
    EXPECT_EQ(tree->text(QAccessible::Description), u"1 of 18 painful, 5 examined"_s);
    EXPECT_EQ(tree->child(6), tree->focusChild());
    EXPECT_EQ(tree->indexOfChild(site), 5);
}

TEST_F(TenderStepTest, AClickSelectsAndTheScoreIsTyped) {
    const QPoint at = map().siteRect(TenderSite::KneeLeft).center();
    QTest::mouseClick(&map(), Qt::LeftButton, Qt::NoModifier, at);
    EXPECT_EQ(map().board().current(), TenderSite::KneeLeft);
    EXPECT_FALSE(map().board().hasFindings());
    keys(u"8"_s);
    EXPECT_EQ(map().board().scoreOf(TenderSite::KneeLeft), 8);
}

TEST_F(TenderStepTest, ASavedExaminationIsCorrectedWithAReason) {
    keys(u"7"_s);
    key(Qt::Key_Return);
    EXPECT_TRUE(map().board().isReadOnly());
    keys(u"3"_s);
    EXPECT_EQ(map().board().scoreOf(TenderSite::ControlForehead), 7);
    focus(u"tender_correct"_s);
    key(Qt::Key_Space);
    EXPECT_EQ(focusName(), u"tender_map"_s);
    key(Qt::Key_Home);
    keys(u"3"_s);
    key(Qt::Key_Return);
    EXPECT_EQ(focusName(), u"tender_reason"_s);
    keys(u"asked again"_s);
    key(Qt::Key_Return);
    ASSERT_EQ(view().record.tenderPoints.size(), 2U);
    EXPECT_EQ(score(domain::standing(view().record.tenderPoints)[0].exam, TenderSite::ControlForehead), 3);
}

TEST(TenderBoard, SpaceTogglesOnTheYesNoScaleOnly) {
    ui::TenderBoard board;
    domain::TenderPointExam exam;
    exam.scale = domain::TenderScale::YesNo;
    board.load(exam, clinicRules().monitoring);
    EXPECT_TRUE(board.press(Qt::Key_Space, u" "_s));
    EXPECT_EQ(board.stateOf(TenderSite::ControlForehead), ui::SiteState::Positive);
    EXPECT_TRUE(board.press(Qt::Key_Space, u" "_s));
    EXPECT_EQ(board.stateOf(TenderSite::ControlForehead), ui::SiteState::Negative);
    const Heard refused(&board, &ui::TenderBoard::refused);
    EXPECT_TRUE(board.press(Qt::Key_2, u"2"_s));
    EXPECT_EQ(refused.count(), 1);
    exam.scale = domain::TenderScale::Mtps0To10;
    board.load(exam, clinicRules().monitoring);
    EXPECT_TRUE(board.press(Qt::Key_Space, u" "_s));
    EXPECT_FALSE(board.hasFindings());
}

TEST(TenderModel, IsSoundAndNamesEverySiteOnce) {
    ui::TenderBoard board;
    board.load({}, clinicRules().monitoring);
    ui::TenderModel model(board);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    EXPECT_EQ(model.rowCount(), 12);
    for (const auto site : domain::tenderSites())
        EXPECT_TRUE(model.indexOf(site).isValid());
    board.setScore(TenderSite::KneeRight, 6);
    EXPECT_EQ(model.indexOf(TenderSite::KneeRight).data().toString(), u"● 6 positive"_s);
}

} // namespace
} // namespace chairside::test
