// The controlled-drug book over the real services, driven by keys.
#include "ui/drug_book/drug_book_page.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QTableView>
#include <QTemporaryDir>

#include "tests/ui/patients/page_bench.h"
#include "ui/drug_book/drug_book_model.h"
#include "ui/reports/page_preview.h"
#include "ui/widgets/message_strip.h"

namespace chairside::test {
namespace {

using namespace Qt::Literals::StringLiterals;
using ui::Command;
using ui::DrugBookModel;
using ui::PageKind;

class DrugBookPageTest : public PageBench {
protected:
    // Two patients have their first infusion today, one of them is Anna.
    void giveTwo() {
        anna = clinic.orderedCourse(clinic.patient());
        const auto other = clinic.orderedCourse(clinic.patient(aPatient("Anne", "Other", "KC 0455", "1980-01-02")));
        clinic.give(anna, 1, 7, 3);
        clinic.give(other, 1, 6, 2);
    }
    void open() { show(page, placeOf(PageKind::Ledger)); }
    [[nodiscard]] QTableView& table() { return *findByName<QTableView>(page, u"drug_book_table"_s); }
    [[nodiscard]] QString cell(int row, int column) { return table().model()->index(row, column).data().toString(); }
    [[nodiscard]] QString period() { return textOf(page, u"drug_book_period"_s); }
    [[nodiscard]] QString summary() { return textOf(page, u"drug_book_summary"_s); }
    [[nodiscard]] QString nothing() {
        QString text;
        for (const auto* label : page.findChildren<QLabel*>()) {
            if (label->isVisible() && label->wordWrap()) text += label->text();
        }
        return text;
    }
    void fillCorrection(const QString& amount, const QString& password = QString::fromLatin1(kPassword)) {
        alt('C');
        alt('M');
        key(Qt::Key_Tab);
        keys(amount + u"\tspilled on the floor\tosei\t"_s + password);
    }

    domain::CourseId anna{clinic.ids.next()};
    ui::DrugBookPage page{bench, nullptr};
};

TEST_F(DrugBookPageTest, SaysInWordsThatADayIsEmpty) {
    open();
    EXPECT_EQ(period(), u"Mon 06-Jan-2025"_s);
    EXPECT_EQ(summary(), u"no vial"_s);
    EXPECT_TRUE(nothing().contains(u"No drug was moved on Mon 06-Jan-2025"_s)) << qPrintable(nothing());
    EXPECT_FALSE(banner) << "no banner stands above several patients";
    EXPECT_EQ(QApplication::focusWidget()->objectName(), u"day"_s);
    EXPECT_THAT(crawl(page), ::testing::IsEmpty());
}

TEST_F(DrugBookPageTest, ShowsEveryMovementOfTodayWithTheBalanceAfterIt) {
    giveTwo();
    open();
    EXPECT_EQ(summary(), u"2 vials, at 0 mg"_s);
    ASSERT_EQ(table().model()->rowCount(), 8);
    EXPECT_EQ(cell(0, 0),
              u"ketamine 50 mg per mL, 10 mL (500 mg) · lot KM42 · expires 02-Nov-2025    ✔ closes at 0 mg"_s);
    EXPECT_EQ(cell(1, DrugBookModel::Patient), u"TESTPATIENT, Anna (Ms)\n14-Mar-1979 · KC 0412"_s);
    EXPECT_EQ(cell(1, DrugBookModel::Movement), u"Vial opened"_s);
    EXPECT_EQ(cell(1, DrugBookModel::Amount), u"+500"_s);
    EXPECT_EQ(cell(2, DrugBookModel::Movement), u"Given"_s);
    EXPECT_EQ(cell(2, DrugBookModel::Amount), u"-35"_s);
    EXPECT_EQ(cell(2, DrugBookModel::Volume), u"-0.7"_s);
    EXPECT_EQ(cell(2, DrugBookModel::Balance), u"465"_s);
    EXPECT_EQ(cell(3, DrugBookModel::Balance), u"0"_s);
    EXPECT_EQ(cell(3, DrugBookModel::Witness), u"M. Osei, RN"_s);
    EXPECT_EQ(cell(5, DrugBookModel::Patient), u"OTHER, Anne (Ms)\n02-Jan-1980 · KC 0455"_s);
    EXPECT_EQ(table().currentIndex().row(), 1) << "the heading is passed over";
}

TEST_F(DrugBookPageTest, GoesFromDayToDayByKeys) {
    giveTwo();
    open();
    alt('X');
    settle();
    EXPECT_EQ(period(), u"Tue 07-Jan-2025"_s);
    EXPECT_EQ(textOf(page, u"day"_s), u"07-Jan-2025"_s);
    alt('B');
    alt('B');
    settle();
    EXPECT_EQ(period(), u"Sun 05-Jan-2025"_s);
    alt('Y');
    settle();
    EXPECT_EQ(period(), u"Mon 06-Jan-2025"_s);
    EXPECT_EQ(summary(), u"2 vials, at 0 mg"_s);
    alt('D');
    key(Qt::Key_A, Qt::ControlModifier);
    keys(u"3-jan-2025"_s);
    key(Qt::Key_Return);
    settle();
    EXPECT_EQ(period(), u"Fri 03-Jan-2025"_s);
}

TEST_F(DrugBookPageTest, ADayThatIsNoDateIsToldBesideItAndKeepsTheText) {
    giveTwo();
    open();
    alt('D');
    key(Qt::Key_A, Qt::ControlModifier);
    keys(u"someday"_s);
    key(Qt::Key_Return);
    settle();
    EXPECT_FALSE(textOf(page, u"dayMessage"_s).isEmpty());
    EXPECT_EQ(textOf(page, u"day"_s), u"someday"_s);
    EXPECT_EQ(period(), u"Mon 06-Jan-2025"_s);
}

TEST_F(DrugBookPageTest, FindsAVialByTheBeginningOfItsLot) {
    giveTwo();
    open();
    alt('L');
    keys(u"km"_s);
    key(Qt::Key_Return);
    settle();
    EXPECT_EQ(period(), u"Lot km"_s);
    EXPECT_EQ(textOf(page, u"day"_s), QString());
    EXPECT_EQ(summary(), u"2 vials, at 0 mg"_s);
    EXPECT_TRUE(cell(1, DrugBookModel::Time).startsWith(u"06-Jan-2025 "_s)) << "a lot may span days";
    keys(u"x"_s);
    key(Qt::Key_Return);
    settle();
    EXPECT_TRUE(nothing().contains(u"No vial has a lot that begins with kmx"_s)) << qPrintable(nothing());
}

TEST_F(DrugBookPageTest, OpensAtTheLotThatTheBoardNames) {
    giveTwo();
    show(page, {.kind = PageKind::Ledger, .lot = "KM42"});
    EXPECT_EQ(period(), u"Lot KM42"_s);
    EXPECT_EQ(textOf(page, u"lot"_s), u"KM42"_s);
    EXPECT_EQ(summary(), u"2 vials, at 0 mg"_s);
}

TEST_F(DrugBookPageTest, ACorrectionIsANewLineAndStandsFirst) {
    giveTwo();
    open();
    keyTimes(Qt::Key_Down, 4);
    EXPECT_EQ(table().currentIndex().row(), 6);
    fillCorrection(u"5"_s);
    picture(page, u"drug_book_correct"_s);
    page.perform(Command::Complete);
    settle();
    EXPECT_FALSE(visible(page, u"drug_correction"_s));
    EXPECT_EQ(saveState.kind, ui::SaveState::Kind::Saved);
    EXPECT_EQ(summary(), u"2 vials, 1 with a difference"_s);
    EXPECT_TRUE(cell(0, 0).endsWith(u"▲ not at zero: 5 mg more was used than it held"_s)) << qPrintable(cell(0, 0));
    EXPECT_EQ(cell(4, DrugBookModel::Movement), u"Correction"_s);
    EXPECT_EQ(cell(4, DrugBookModel::Amount), u"-5"_s);
    EXPECT_EQ(cell(4, DrugBookModel::Balance), u"-5"_s);
    EXPECT_EQ(cell(4, DrugBookModel::Reason), u"spilled on the floor"_s);
    EXPECT_EQ(cell(4, DrugBookModel::Patient), u"OTHER, Anne (Ms)\n02-Jan-1980 · KC 0455"_s);
    EXPECT_EQ(QApplication::focusWidget(), &table());
    alt('N');
    settle();
    EXPECT_EQ(period(), u"All differences"_s);
    EXPECT_EQ(summary(), u"1 vial, 1 with a difference"_s);
    picture(page, u"drug_book_difference"_s);
}

TEST_F(DrugBookPageTest, ARefusedCorrectionKeepsWhatWasTyped) {
    giveTwo();
    open();
    alt('C');
    EXPECT_THAT(crawl(page), ::testing::IsEmpty());
    page.perform(Command::Complete);
    settle();
    EXPECT_FALSE(textOf(page, u"directionMessage"_s).isEmpty());
    fillCorrection(u"501"_s);
    page.perform(Command::Complete);
    settle();
    EXPECT_EQ(textOf(page, u"amountMessage"_s), u"✖ Amount must be from -500 to 500 mg."_s);
    EXPECT_EQ(textOf(page, u"amount"_s), u"501"_s);
    alt('U');
    key(Qt::Key_A, Qt::ControlModifier);
    keys(u"5"_s);
    alt('O');
    keys(u"wrong"_s);
    page.perform(Command::Complete);
    settle();
    EXPECT_FALSE(textOf(page, u"witness_passwordMessage"_s).isEmpty());
    EXPECT_EQ(textOf(page, u"witness_password"_s), QString());
    EXPECT_EQ(textOf(page, u"correction_reason"_s), u"spilled on the floor"_s);
    key(Qt::Key_Escape);
    EXPECT_FALSE(visible(page, u"drug_correction"_s));
    EXPECT_EQ(table().model()->rowCount(), 8) << "nothing was written";
}

TEST_F(DrugBookPageTest, WhatSomebodyElseBooksAppears) {
    giveTwo();
    open();
    const auto vials = need(clinic.services.drugBook.read(clinic.nurse, {.day = date("2025-01-06"), .lot = {}},
                                                          services::Reading::Refresh))
                           .vials;
    need(clinic.services.drugBook.correct(clinic.nurse, {vials[0].vial.id, mg(2'000), "r", "osei", kPassword}));
    settle();
    EXPECT_EQ(table().model()->rowCount(), 9);
}

TEST_F(DrugBookPageTest, ShowsThePaperAndSavesIt) {
    giveTwo();
    open();
    QTemporaryDir folder;
    page.perform(Command::Print);
    settle();
    EXPECT_TRUE(findByName<ui::PagePreview>(page, u"preview"_s)->hasFocus());
    EXPECT_EQ(textOf(page, u"page_of"_s), u"page 1 of 1"_s);
    EXPECT_THAT(crawl(page), ::testing::IsEmpty());
    picture(page, u"drug_book_paper"_s);
    clinic.store.forget();
    prompter.expectSave(u"drug_book_2025-01-06.pdf"_s, folder.filePath(u"book.pdf"_s));
    page.perform(Command::Save);
    settle();
    QFile file(folder.filePath(u"book.pdf"_s));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.read(5), "%PDF-");
    ASSERT_EQ(clinic.store.events().size(), 1U);
    EXPECT_EQ(clinic.store.events().front().action, services::AuditAction::Issue);
    EXPECT_TRUE(findByName<ui::MessageStrip>(page, u"drug_book_message"_s)->text().contains(u"Saved as"_s));
    findWidget(page, u"preview"_s)->setFocus();
    key(Qt::Key_Escape);
    EXPECT_TRUE(table().isVisible());
    EXPECT_EQ(QApplication::focusWidget(), &table());
}

TEST_F(DrugBookPageTest, GoesToLetterPaperToo) {
    giveTwo();
    open();
    QTemporaryDir folder;
    page.perform(Command::Print);
    settle();
    const QSize a4 = findByName<ui::PagePreview>(page, u"preview"_s)->size();
    findWidget(page, u"paper_letter"_s)->setFocus();
    key(Qt::Key_Space);
    EXPECT_LT(findByName<ui::PagePreview>(page, u"preview"_s)->height(), a4.height());
    prompter.expectSave(u"drug_book_2025-01-06.pdf"_s, folder.filePath(u"book.pdf"_s));
    page.perform(Command::Save);
    settle();
    QFile file(folder.filePath(u"book.pdf"_s));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_TRUE(file.readAll().contains("/MediaBox [0 0 612"));
}

TEST_F(DrugBookPageTest, APathThatCannotBeWrittenIssuesNothing) {
    giveTwo();
    open();
    clinic.store.forget();
    prompter.expectSave(u"drug_book_2025-01-06.pdf"_s, u"/no/such/folder/book.pdf"_s);
    page.perform(Command::Save);
    settle();
    EXPECT_TRUE(clinic.store.events().empty());
    EXPECT_TRUE(findByName<ui::MessageStrip>(page, u"drug_book_message"_s)->text().contains(u"Cannot write to"_s));
}

TEST_F(DrugBookPageTest, IsReachableByKeyboardAndNamed) {
    giveTwo();
    open();
    EXPECT_THAT(crawl(page), ::testing::IsEmpty());
    picture(page, u"drug_book"_s);
}

} // namespace
} // namespace chairside::test
