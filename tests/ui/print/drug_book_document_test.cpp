// The controlled-drug book on paper, read back from the PDF.
#include "ui/print/drug_book_document.h"

#include <gtest/gtest.h>

#include "tests/support/core/service_fixture.h"
#include "tests/ui/print/pdf_reader.h"

namespace chairside::ui::testing {
namespace {

using namespace Qt::Literals::StringLiterals;

class DrugBookPdf : public ::testing::Test {
protected:
    void SetUp() override {
        if (!PdfReader::toolsAreThere()) GTEST_SKIP() << "poppler-utils or qpdf is not installed";
    }
    services::DrugBook dayOf(int infusions) {
        for (int i = 0; i < infusions; ++i) {
            const auto patient =
                clinic.patient(test::aPatient("Anna", "Testpatient", "KC " + std::to_string(1000 + i), "1979-03-14"));
            clinic.give(clinic.orderedCourse(patient), 1, 7, 3);
        }
        return read();
    }
    services::DrugBook read() {
        return test::need(clinic.services.drugBook.issue(clinic.nurse, {.day = test::date("2025-01-06"), .lot = {}}));
    }
    static PdfReader pdf(const services::DrugBook& book) { return PdfReader(DrugBookDocument(book).toPdf()); }
    static void expectParts(const QString& text, const QStringList& parts) {
        for (const QString& part : parts)
            EXPECT_TRUE(text.contains(part)) << "missing: " << qPrintable(part) << "\n" << qPrintable(text);
    }

    test::TestClinic clinic;
};

TEST_F(DrugBookPdf, EveryPageSaysWhichPartOfWhoseBookItIs) {
    const auto book = dayOf(8);
    const auto paper = pdf(book);
    const int pages = paper.pageCount();
    EXPECT_GT(pages, 1);
    for (int page = 1; page <= pages; ++page) {
        expectParts(paper.page(page),
                    {QString::fromStdString(book.clinic.name), u"Controlled-drug book"_s, u"Mon 06-Jan-2025"_s,
                     u"BALANCED"_s, u"8 vials, at 0 mg"_s, u"Page %1 of %2"_s.arg(page).arg(pages),
                     u"Printed 06-Jan-2025"_s, u"by "_s + QString::fromStdString(clinic.nurse.printedName)});
    }
    EXPECT_EQ(paper.check(), 0);
}

TEST_F(DrugBookPdf, ALineHasPatientAmountsBalanceAndPeople) {
    const auto text = pdf(dayOf(1)).text();
    expectParts(text, {u"ketamine 50 mg per mL, 10 mL (500 mg) · lot KM42 · expires 02-Nov-2025"_s,
                       u"This vial: closes at 0 mg."_s, u"TESTPATIENT, Anna"_s, u"14-Mar-1979"_s, u"KC 1000"_s,
                       u"Vial opened"_s, u"+500"_s, u"Given"_s, u"-35"_s, u"-0.7"_s, u"465"_s, u"Wasted from the"_s,
                       u"M. Osei"_s});
}

TEST_F(DrugBookPdf, ADifferenceIsOnTopWithItsReason) {
    const auto vial = dayOf(2).vials.back().vial.id;
    test::need(clinic.services.drugBook.correct(clinic.nurse,
                                                {vial, test::mg(5'000), "counted again", "osei", test::kPassword}));
    const auto text = pdf(read()).text();
    expectParts(text, {u"DIFFERENCE"_s, u"2 vials, 1 with a difference"_s,
                       u"This vial: not at zero: 5 mg should still be there."_s, u"Correction"_s, u"+5"_s,
                       u"Reason: counted again"_s});
    EXPECT_LT(text.indexOf(u"not at zero"_s), text.indexOf(u"closes at 0 mg"_s));
}

TEST_F(DrugBookPdf, ADayWithoutDrugsSaysSoAndAPreviewIsNoDocument) {
    auto empty = read();
    expectParts(pdf(empty).text(), {u"No drug was moved on Mon 06-Jan-2025."_s});
    empty.clinic.invented = true;
    const PdfReader preview(DrugBookDocument(empty, {.preview = true}).toPdf());
    expectParts(preview.text(), {u"PREVIEW, not issued"_s, u"DEMO"_s});
    EXPECT_FALSE(preview.text().contains(u"Printed "_s));
}

} // namespace
} // namespace chairside::ui::testing
