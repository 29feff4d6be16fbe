// The board of the day: what stands on it, in which order, where Enter leads, and that nothing moves under a cursor.
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QMouseEvent>

#include "tests/ui/patients/page_bench.h"
#include "ui/today/today_model.h"
#include "ui/today/today_page.h"
#include "ui/widgets/table_view.h"

namespace chairside::test {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using ui::TodayModel;

class TodayBoard : public PageBench {
protected:
    domain::CourseId course(const std::string& given, const std::string& number) {
        return clinic.orderedCourse(clinic.patient(aPatient(given, "Muster" + given, number, "1966-02-02")));
    }
    domain::InfusionId started(const std::string& given, const std::string& number) {
        const auto infusion = clinic.runningInfusion(course(given, number));
        clinic.clock.advance(1min);
        return infusion;
    }
    void vitals(const domain::InfusionId& infusion) {
        need(clinic.services.infusions.recordVitals(clinic.nurse, someVitals(infusion)));
        settle();
    }
    void openBoard() {
        signIn(clinic.nurse);
        page = std::make_unique<ui::TodayPage>(bench);
        show(*page, placeOf(ui::PageKind::Today));
        table = findByName<ui::TableView>(*page, u"today_table"_s);
        tester = std::make_unique<QAbstractItemModelTester>(table->model(),
                                                            QAbstractItemModelTester::FailureReportingMode::Fatal);
        table->setFocus();
    }
    // Nobody touches anything until the board is read again.
    void quiet() {
        clinic.clock.advance(15s);
        page->tick(clinic.steady.now());
        settle();
    }
    [[nodiscard]] QString cell(int row, TodayModel::Column column) const {
        return table->model()->index(row, static_cast<int>(column)).data().toString();
    }
    [[nodiscard]] QString next(int row) const { return cell(row, TodayModel::Column::Next); }
    // Given names from top to bottom.
    [[nodiscard]] QStringList order() const {
        QStringList names;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            names
                << cell(row, TodayModel::Column::Patient).section(u", "_s, 1).section(u' ', 0, 0).section(u'\n', 0, 0);
        return names;
    }
    void pointAt(int row) {
        const QPoint place = table->visualRect(table->model()->index(row, 2)).center();
        QMouseEvent move(QEvent::MouseMove, QPointF(place), table->viewport()->mapToGlobal(QPointF(place)),
                         Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(table->viewport(), &move);
    }

    std::unique_ptr<ui::TodayPage> page;
    ui::TableView* table = nullptr;
    std::unique_ptr<QAbstractItemModelTester> tester;
};

TEST_F(TodayBoard, OpensTheInfusionOfTheRowWithEnter) {
    const auto infusion = clinic.runningInfusion(course("Anna", "KC 1"));
    openBoard();
    ASSERT_EQ(table->model()->rowCount(), 1);
    EXPECT_TRUE(textOf(*page, u"today_summary"_s).contains(u"1 running"_s));
    key(Qt::Key_Return);
    settle();
    ASSERT_FALSE(places.empty());
    EXPECT_EQ(places.back().kind, ui::PageKind::Infusion);
    EXPECT_EQ(places.back().infusionId, infusion.text());
    for (const auto& fault : crawl(*page))
        ADD_FAILURE() << fault;
}

TEST_F(TodayBoard, WithoutChairsSaysSoAndLeadsWhoMayAddThemToTheSettings) {
    need(clinic.services.accounts.createAccount(
        clinic.administrator, {"lead", "C. Lead", {domain::Role::Nurse, domain::Role::Administrator}, kPassword}));
    signIn(need(clinic.services.accounts.signIn("lead", kPassword, "pc")));
    ui::TodayPage board(bench);
    show(board, placeOf(ui::PageKind::Today));
    ASSERT_TRUE(visible(board, u"no_chairs"_s));
    alt('C');
    settle();
    EXPECT_EQ(places, std::vector{placeOf(ui::PageKind::Settings)});
    need(clinic.services.chairs.setChairs(clinic.administrator, {"1", "2"}));
    reopen(board, placeOf(ui::PageKind::Today));
    EXPECT_FALSE(visible(board, u"no_chairs"_s));
}

TEST_F(TodayBoard, SaysWhoIsToBeDischargedAndFromWhen) {
    const auto course = clinic.orderedCourse(clinic.patient(aPatient()), {}, kDischargeProtocol);
    const auto infusion = clinic.runningInfusion(course);
    clinic.clock.advance(std::chrono::minutes(91));
    clinic.step(infusion, domain::StepKind::Stop);
    const auto board = [this] {
        return need(clinic.services.infusions.today(clinic.nurse));
    };
    ui::TodayModel model;
    model.setBoard(board(), clinic.clock.now(), false);
    const auto rowText = [&model] {
        QStringList parts;
        for (int column = 0; column < model.columnCount(); ++column)
            parts << model.index(0, column).data().toString();
        return parts.join(u'|');
    };
    EXPECT_TRUE(model.summary().contains(u"1 to discharge"_s)) << qPrintable(model.summary());
    EXPECT_TRUE(rowText().contains(u"TO DISCHARGE"_s)) << qPrintable(rowText());
    EXPECT_TRUE(rowText().contains(u"discharge from "_s)) << qPrintable(rowText());
    clinic.clock.advance(std::chrono::minutes(31));
    model.setNow(clinic.clock.now());
    EXPECT_TRUE(rowText().contains(u"pain after, drug book, discharge, signature"_s)) << qPrintable(rowText());
}

class MovingBoard : public TodayBoard {
protected:
    void SetUp() override {
        openBoard();
        ASSERT_EQ(order(), kAsStarted);
    }
    static inline const QStringList kAsStarted{u"Anna"_s, u"Berta"_s, u"Dora"_s, u"Emil"_s, u"Fritz"_s};

    domain::InfusionId anna = started("Anna", "KC 1");
    domain::InfusionId berta = started("Berta", "KC 2");
    domain::InfusionId dora = started("Dora", "KC 3");
    domain::CourseId emil = course("Emil", "KC 4");
    domain::CourseId fritz = course("Fritz", "KC 5");
};

TEST_F(MovingBoard, NothingMovesWhileSomebodyMovesAmongTheLines) {
    key(Qt::Key_Down);
    const int y = table->rowViewportPosition(1);
    vitals(anna); // who is due last now
    EXPECT_EQ(order(), kAsStarted);
    EXPECT_EQ(table->currentRow(), 1);
    EXPECT_EQ(table->rowViewportPosition(1), y);
    key(Qt::Key_Return);
    settle();
    ASSERT_FALSE(places.empty());
    EXPECT_EQ(places.back().infusionId, berta.text());
}

TEST_F(MovingBoard, LaterItIsSortedByNeedAroundTheChosenLine) {
    key(Qt::Key_Down);
    const int y = table->rowViewportPosition(1);
    vitals(anna);
    quiet();
    EXPECT_EQ(order(), (QStringList{u"Dora"_s, u"Berta"_s, u"Anna"_s, u"Emil"_s, u"Fritz"_s}));
    EXPECT_EQ(table->currentRow(), 1);
    EXPECT_EQ(table->rowViewportPosition(1), y);
    key(Qt::Key_Return);
    settle();
    EXPECT_EQ(places.back().infusionId, berta.text());
}

TEST_F(MovingBoard, TheLineBelowThePointerStaysWhereItIs) {
    quiet();
    pointAt(2);
    const int y = table->rowViewportPosition(2);
    vitals(berta);
    quiet();
    EXPECT_EQ(order(), kAsStarted);
    EXPECT_EQ(table->rowViewportPosition(2), y);
    QEvent left(QEvent::Leave);
    QApplication::sendEvent(table->viewport(), &left);
    quiet();
    EXPECT_EQ(order(), (QStringList{u"Anna"_s, u"Dora"_s, u"Berta"_s, u"Emil"_s, u"Fritz"_s}));
}

TEST_F(MovingBoard, WhatLeavesTheBoardKeepsItsPlaceUntilNobodyMovesThere) {
    key(Qt::Key_Down);
    need(clinic.services.courses.decideDose(clinic.physician,
                                            {emil, domain::OrderKind::Stop, {}, "moved away", kPassword}));
    settle();
    EXPECT_EQ(order(), kAsStarted);
    EXPECT_EQ(next(3), u"no longer on the board"_s);
    quiet();
    EXPECT_EQ(order(), (QStringList{u"Anna"_s, u"Berta"_s, u"Dora"_s, u"Fritz"_s}));
}

TEST_F(MovingBoard, WhatIsNewComesLastWhileSomebodyMovesThere) {
    key(Qt::Key_Down);
    static_cast<void>(clinic.runningInfusion(course("Carl", "KC 6")));
    settle();
    EXPECT_EQ(order().last(), u"Carl"_s);
    quiet();
    EXPECT_EQ(order().indexOf(u"Carl"_s), 3) << "a running pump stands above who is to start";
}

TEST_F(TodayBoard, AnOverdueRowIsSaidWithinASecond) {
    static_cast<void>(clinic.runningInfusion(course("Anna", "KC 1")));
    openBoard();
    clinic.clock.advance(5min);
    page->tick(clinic.steady.now());
    EXPECT_EQ(next(0), u"vitals due now"_s) << "within the grace";
    clinic.clock.advance(1s);
    page->tick(clinic.steady.now());
    EXPECT_EQ(next(0), u"▲ vitals 5min overdue"_s);
}

TEST_F(TodayBoard, AnInfusionLeftUnsignedIsATaskWithItsAgeAndWhatIsLeft) {
    const auto infusion = clinic.runningInfusion(course("Zoe", "KC 9001"));
    clinic.clock.advance(90min);
    clinic.step(infusion, domain::StepKind::Stop);
    clinic.clock.advance(23h);
    openBoard();
    ASSERT_EQ(table->model()->rowCount(), 1);
    EXPECT_EQ(cell(0, TodayModel::Column::Status), u"NOT SIGNED\nfor 23hr"_s);
    EXPECT_EQ(next(0), u"pain after, drug book, signature"_s);
    clinic.clock.advance(2h);
    page->open(placeOf(ui::PageKind::Today));
    settle();
    EXPECT_EQ(cell(0, TodayModel::Column::Status), u"NOT SIGNED\nfor 1d 1hr"_s);
    EXPECT_EQ(next(0), u"▲ left unsigned too long: pain after, drug book, signature"_s);
    EXPECT_TRUE(textOf(*page, u"today_summary"_s).contains(u"1 unsigned from earlier"_s));
    key(Qt::Key_Return);
    settle();
    EXPECT_EQ(places.back().infusionId, infusion.text());
}

TEST_F(TodayBoard, AVialThatIsNotAtZeroIsATaskThatOpensItsPageOfTheBook) {
    clinic.give(course("Anna", "KC 1"), 1, 7, 3);
    const auto query = services::DrugBookQuery{.day = date("2025-01-06"), .lot = {}};
    const auto book = need(clinic.services.drugBook.read(clinic.nurse, query, services::Reading::Refresh));
    const auto& vial = book.vials.front().vial;
    need(clinic.services.drugBook.correct(clinic.nurse, {vial.id, mg(5'000), "found in the tray", "osei", kPassword}));
    openBoard();
    const int last = table->model()->rowCount() - 1;
    EXPECT_EQ(cell(last, TodayModel::Column::Status), u"VIAL OPEN"_s);
    EXPECT_EQ(next(last), u"▲ drug book: 5 mg not accounted for\nfound in the tray"_s);
    EXPECT_TRUE(textOf(*page, u"today_summary"_s).contains(u"1 vial"_s));
    table->selectRow(last);
    key(Qt::Key_Return);
    settle();
    EXPECT_EQ(places.back().kind, ui::PageKind::Ledger);
    EXPECT_EQ(places.back().lot, vial.lot);
}

TEST_F(TodayBoard, ADifferenceThatWasBookedStandsWithItsReasonUntilTheSignature) {
    const auto infusion = clinic.runningInfusion(course("Anna", "KC 1"));
    clinic.clock.advance(90min);
    clinic.step(infusion, domain::StepKind::Stop);
    auto entry = aDrugEntry(infusion);
    entry.wastedVial = *entry.wastedVial - mg(5'000);
    entry.differenceReason = "vial dropped";
    need(clinic.services.infusions.accountDrug(clinic.nurse, entry));
    openBoard();
    EXPECT_EQ(next(0), u"pain after, signature\n▲ drug book: difference 5 mg, vial dropped"_s);
    need(clinic.services.infusions.sign(clinic.nurse, infusion, kPassword));
    settle();
    EXPECT_EQ(next(0), u"nothing"_s);
}

TEST_F(TodayBoard, TwoPatientsOfOneNameAreMarkedInBothRows) {
    for (const char* given : {"Anna", "Anne"})
        static_cast<void>(clinic.orderedCourse(clinic.patient(aPatient(given, "Testpatient", given, "1970-01-01"))));
    openBoard();
    for (int row = 0; row < 2; ++row)
        EXPECT_TRUE(next(row).contains(u"▲ similar name today"_s)) << row;
}

} // namespace
} // namespace chairside::test
