#include "ui/imports/import_page.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QTemporaryDir>

#include "core/exchange/import/file_reader.h"
#include "tests/ui/patients/page_bench.h"
#include "ui/infusion/fact_list.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/table_view.h"

namespace chairside::test {
namespace {

using namespace Qt::Literals::StringLiterals;

class ImportPageTest : public PageBench {
protected:
    ImportPageTest() : anna(clinic.patient()), page(bench) {
        clinic.context.importReader = &reader;
        signIn(clinic.nurse);
    }

    void chooseFile(const QByteArray& content, const QString& name = u"list.csv"_s) {
        QFile file(folder.filePath(name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        prompter.expectOpen(file.fileName());
        press(u"import_choose"_s);
    }
    void press(const QString& name) {
        findWidget(page, name)->setFocus();
        key(Qt::Key_Space);
        settle();
    }
    [[nodiscard]] bool enabled(const QString& name) { return findWidget(page, name)->isEnabled(); }
    [[nodiscard]] QString cell(int row, int column) {
        auto* table = findByName<ui::TableView>(page, u"import_table"_s);
        return table->model()->index(row, column).data().toString();
    }
    [[nodiscard]] int rows() { return findByName<ui::TableView>(page, u"import_table"_s)->model()->rowCount(); }
    // The sentence and the lines of its list.
    [[nodiscard]] QString message() {
        QStringList words;
        for (const auto* label : findByName<ui::MessageStrip>(page, u"import_message"_s)->findChildren<QLabel*>())
            words << label->text();
        return words.join(u' ');
    }
    [[nodiscard]] QString facts(const QString& name) { return findByName<ui::FactList>(page, name)->spokenText(); }
    [[nodiscard]] auto patients() { return need(clinic.services.patients.search(clinic.nurse, "", 100)).total; }

    exchange::FileReader reader;
    QTemporaryDir folder;
    domain::PatientId anna;
    ui::ImportPage page;
};

constexpr auto kList = "Surname,First name,DOB,Phone,Colour\n"
                       "Sample,Robin,03/04/1980,555 0101,red\n"
                       "Testpatient,Anna,14/03/1979,,blue\n"
                       "Testpatient,Anna,14/03/1979,555 0199,\n";

TEST_F(ImportPageTest, aListIsReadMappedCheckedAndTakenByKeys) {
    show(page, placeOf(ui::PageKind::Import));
    EXPECT_TRUE(findWidget(page, u"import_choose"_s)->hasFocus());
    EXPECT_FALSE(enabled(u"import_check"_s));
    chooseFile("Surname,First name,DOB,Phone\nSample,Robin,03/04/1980,555 0101\nTestpatient,Anna,14/03/1979,\n");
    EXPECT_TRUE(findWidget(page, u"import_check"_s)->hasFocus()) << "what comes next";
    EXPECT_EQ(findByName<QComboBox>(page, u"column_0"_s)->currentText(), u"Family name"_s);
    for (const std::string& fault : crawl(page))
        ADD_FAILURE() << fault;
    press(u"import_check"_s);
    ASSERT_EQ(rows(), 2);
    EXPECT_EQ(cell(0, 1), u"Known"_s);
    EXPECT_EQ(cell(1, 0), u"line 2"_s);
    EXPECT_EQ(cell(1, 1), u"New"_s);
    EXPECT_EQ(cell(1, 2), u"SAMPLE, Robin"_s);
    EXPECT_EQ(cell(1, 3), u"03-Apr-1980"_s);
    EXPECT_EQ(patients(), 1) << "nothing is written yet";
    for (const std::string& fault : crawl(page))
        ADD_FAILURE() << fault;
    picture(page, u"import_checked"_s);
    press(u"import_take"_s);
    EXPECT_EQ(patients(), 2);
    EXPECT_TRUE(message().contains(u"Patients registered: 1."_s));
    EXPECT_FALSE(enabled(u"import_take"_s));
    press(u"import_check"_s);
    EXPECT_EQ(textOf(page, u"import_summary"_s).contains(u"Known: 2."_s), true) << "a second time there is nobody new";
    EXPECT_FALSE(enabled(u"import_take"_s));
}

TEST_F(ImportPageTest, aLineThatCannotBeTakenIsNamedAndKeepsTheButtonOff) {
    show(page, placeOf(ui::PageKind::Import));
    chooseFile(kList);
    press(u"import_check"_s);
    ASSERT_EQ(rows(), 3);
    EXPECT_EQ(cell(0, 0), u"line 4"_s) << "what needs a look comes first";
    EXPECT_EQ(cell(0, 5), u"The same person stands in line 3."_s);
    EXPECT_FALSE(enabled(u"import_take"_s));
    picture(page, u"import_refused"_s);
}

TEST_F(ImportPageTest, anotherOrderOfDatesOrAnotherColumnAsksForAnotherCheck) {
    show(page, placeOf(ui::PageKind::Import));
    chooseFile("Surname,First name,DOB,Phone\nSample,Robin,03/04/1980,555 0101\n");
    press(u"import_check"_s);
    EXPECT_TRUE(enabled(u"import_take"_s));
    press(u"month_first"_s);
    EXPECT_FALSE(enabled(u"import_take"_s));
    EXPECT_EQ(rows(), 0);
    press(u"import_check"_s);
    EXPECT_EQ(cell(0, 3), u"04-Mar-1980"_s);
    auto* family = findByName<QComboBox>(page, u"column_0"_s);
    family->setFocus();
    key(Qt::Key_Home);
    settle();
    press(u"import_check"_s);
    EXPECT_TRUE(message().contains(u"No column is chosen for Family name."_s));
}

TEST_F(ImportPageTest, aFileThatIsNoListSaysInWhichLine) {
    show(page, placeOf(ui::PageKind::Import));
    chooseFile("family,given,born\nA,B\n");
    EXPECT_TRUE(message().contains(u"In line 2 there are 2 cells where the first line has 3."_s))
        << qPrintable(message());
    EXPECT_FALSE(enabled(u"import_check"_s));
    prompter.expectOpen(folder.filePath(u"missing.csv"_s));
    press(u"import_choose"_s);
    EXPECT_FALSE(message().isEmpty());
}

constexpr auto kBundle = R"({"resourceType":"Bundle","type":"collection","timestamp":"2024-05-07T08:00:00Z",
    "meta":{"source":"https://other.example/ehr"},"entry":[
    {"fullUrl":"urn:uuid:a","resource":{"resourceType":"Patient","name":[{"family":"Newly","given":["Come"]}],
     "birthDate":"1980-04-03"}},
    {"resource":{"resourceType":"MedicationStatement","status":"active","subject":{"reference":"urn:uuid:a"},
     "medicationCodeableConcept":{"text":"Gabapentin"},"dosage":[{"text":"300 mg at night"}]}},
    {"fullUrl":"urn:uuid:o","resource":{"resourceType":"Observation","status":"final","subject":{"reference":"urn:uuid:a"},
     "effectiveDateTime":"2024-05-06T09:30:00Z","code":{"coding":[{"system":"http://loinc.org","code":"72514-3"}]},
     "valueQuantity":{"value":%1,"code":"{score}"}}},
    {"resource":{"resourceType":"Claim"}}]})";

TEST_F(ImportPageTest, aBundleIsShownPartByPartAndTakenOverWhole) {
    show(page, placeOf(ui::PageKind::Import));
    chooseFile(QString::fromLatin1(kBundle).arg(7).toUtf8(), u"record.json"_s);
    EXPECT_TRUE(findWidget(page, u"import_check"_s)->hasFocus());
    EXPECT_FALSE(visible(page, u"import_dates"_s)) << "a bundle has no columns";
    EXPECT_FALSE(visible(page, u"import_columns"_s));
    EXPECT_TRUE(visible(page, u"file_facts"_s));
    EXPECT_EQ(facts(u"file_facts"_s),
              u"Name: record.json\nMade by: https://other.example/ehr\nMade on: 07-May-2024 08:00"_s);
    EXPECT_EQ(facts(u"file_parts"_s), u"Patients: 1\nMedicine: 1\nMeasured values: 1\nLeft out: 1"_s);
    press(u"import_check"_s);
    ASSERT_EQ(rows(), 4);
    EXPECT_EQ(cell(0, 1), u"New"_s);
    EXPECT_EQ(cell(0, 2), u"NEWLY, Come"_s);
    EXPECT_EQ(cell(1, 2), u"Medicine · Gabapentin · 300 mg at night"_s);
    EXPECT_EQ(cell(2, 2), u"Pain severity, 0 to 10: 7"_s);
    EXPECT_EQ(cell(3, 1), u"– Left out"_s);
    EXPECT_EQ(cell(3, 5), u"Nothing of this kind is kept here."_s);
    for (const std::string& fault : crawl(page))
        ADD_FAILURE() << fault;
    picture(page, u"import_bundle"_s);
    press(u"import_take"_s);
    EXPECT_EQ(patients(), 2);
    EXPECT_TRUE(message().contains(u"Taken over: 3 patients, entries and values."_s)) << qPrintable(message());
    press(u"import_check"_s);
    EXPECT_TRUE(textOf(page, u"import_summary"_s).contains(u"Known: 3."_s)) << "a second time there is nothing new";
    EXPECT_FALSE(enabled(u"import_take"_s));
}

TEST_F(ImportPageTest, aValueThatCannotBeStopsTheBundleUnlessItIsLeftOut) {
    show(page, placeOf(ui::PageKind::Import));
    chooseFile(QString::fromLatin1(kBundle).arg(70).toUtf8(), u"record.json"_s);
    press(u"import_check"_s);
    EXPECT_EQ(cell(0, 0), u"entry 3"_s) << "what needs a look comes first";
    EXPECT_EQ(cell(0, 5), u"Value must be from 0 to 10."_s);
    EXPECT_FALSE(enabled(u"import_take"_s));
    press(u"leave_out"_s);
    EXPECT_TRUE(enabled(u"import_take"_s));
    press(u"import_take"_s);
    EXPECT_EQ(patients(), 2);
}

TEST_F(ImportPageTest, aBundleThatSpeaksOfNobodyInItIsRefusedInWords) {
    show(page, placeOf(ui::PageKind::Import));
    chooseFile(QString::fromLatin1(kBundle).arg(7).toUtf8().replace("urn:uuid:a\"}", "http://example.org/1\"}"),
               u"record.json"_s);
    EXPECT_TRUE(message().contains(u"entry 2 speaks of a patient who is not in the file."_s)) << qPrintable(message());
    EXPECT_FALSE(enabled(u"import_check"_s));
}

TEST_F(ImportPageTest, whoMayNotRegisterMayNotImport) {
    signIn(clinic.auditor);
    show(page, placeOf(ui::PageKind::Import));
    EXPECT_FALSE(enabled(u"import_choose"_s));
    EXPECT_TRUE(message().contains(u"may not register"_s));
}

} // namespace
} // namespace chairside::test
