#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QPlainTextEdit>
#include <QPrinter>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <algorithm>

#include "tests/ui/patients/page_bench.h"
#include "ui/reports/page_preview.h"
#include "ui/reports/reports_page.h"
#include "ui/reports/visit_batch.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/message_strip.h"

namespace chairside::test {
namespace {

using namespace Qt::Literals::StringLiterals;
using ui::Command;

// A printer that is a file.
class FilePrinter final : public ui::PrinterChoice {
public:
    explicit FilePrinter(QString path) : m_path(std::move(path)) {}
    void choose(QWidget*, ui::PaperSize paper, Chosen chosen) override {
        auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
        printer->setOutputFormat(QPrinter::PdfFormat);
        printer->setOutputFileName(m_path);
        printer->setPageSize(ui::pageSizeOf(paper));
        chosen(printer);
    }

private:
    QString m_path;
};

class ReportsTest : public PageBench {
protected:
    ReportsTest()
        : patient(clinic.patient()), course(clinic.orderedCourse(patient)), infusion(clinic.openInfusion(course)) {}

    void sign() {
        clinic.prepare(infusion);
        clinic.step(infusion, domain::StepKind::Start);
        clinic.pain(infusion, domain::PainMoment::Before, 7);
        need(clinic.services.infusions.recordVitals(clinic.nurse, someVitals(infusion)));
        clinic.pain(infusion, domain::PainMoment::After, 3);
        clinic.finish(infusion);
        settle();
    }
    void openPage() {
        page = std::make_unique<ui::ReportsPage>(bench);
        show(*page, placeOfInfusion());
    }
    [[nodiscard]] ui::Place placeOfInfusion() const { return {ui::PageKind::Reports, {}, {}, infusion.text()}; }
    [[nodiscard]] ui::PagePreview& preview() { return *findByName<ui::PagePreview>(*page, u"preview"_s); }
    [[nodiscard]] QComboBox& kinds() { return *findByName<QComboBox>(*page, u"document_kind"_s); }
    // By keys, as far as the list lets one.
    void chooseKind(const QString& name) {
        kinds().setFocus();
        const int to = kinds().findText(name);
        for (int tries = 0; tries < kinds().count() && kinds().currentIndex() != to; ++tries) {
            key(kinds().currentIndex() < to ? Qt::Key_Down : Qt::Key_Up);
            settle();
        }
    }
    [[nodiscard]] QString badge() { return findByName<ui::Badge>(*page, u"report_state"_s)->text(); }
    [[nodiscard]] QString message() { return findByName<ui::MessageStrip>(*page, u"report_message"_s)->text(); }
    [[nodiscard]] auto issues() {
        return std::ranges::count(clinic.store.events(), services::AuditAction::Issue, &services::AuditEvent::action);
    }
    void save(const QString& name) {
        prompter.expectSave(u"KC0412_2025-01-06_visit.pdf"_s, folder.filePath(name));
        page->perform(Command::Save);
        settle();
    }
    [[nodiscard]] QByteArray fileStart(const QString& name) const {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.read(5) : QByteArray();
    }

    QTemporaryDir folder;
    domain::PatientId patient;
    domain::CourseId course;
    domain::InfusionId infusion;
    std::unique_ptr<ui::ReportsPage> page;
};

TEST_F(ReportsTest, withoutAPatientItOffersWhatIsAboutTheClinicAndSaysHowToGetToOne) {
    page = std::make_unique<ui::ReportsPage>(bench);
    show(*page, {ui::PageKind::Reports, {}, {}, {}});
    EXPECT_FALSE(page->showsOnePatient());
    EXPECT_EQ(kinds().currentText(), u"Re-treatment call list"_s);
    EXPECT_EQ(preview().pageCount(), 1);
    EXPECT_TRUE(kinds().hasFocus());
    for (const std::string& fault : crawl(*page))
        ADD_FAILURE() << fault;
    chooseKind(u"Visit summary"_s);
    EXPECT_EQ(textOf(*page, u"report_subject"_s), u"Re-treatment call list"_s) << "there is no infusion for it";
    findWidget(*page, u"find_patient"_s)->setFocus();
    key(Qt::Key_Space);
    ASSERT_EQ(places.size(), 1U);
    EXPECT_EQ(places.front().kind, ui::PageKind::Patients);
}

TEST_F(ReportsTest, theCallListIsShownWhateverWasLeftOpenThere) {
    page = std::make_unique<ui::ReportsPage>(bench);
    show(*page, {ui::PageKind::Reports, {}, {}, {}});
    chooseKind(u"Controlled-drug book of the day"_s);
    ASSERT_NE(textOf(*page, u"report_subject"_s), u"Re-treatment call list"_s);
    page->open({.kind = ui::PageKind::Reports, .callList = true});
    settle();
    EXPECT_EQ(kinds().currentText(), u"Re-treatment call list"_s);
    EXPECT_EQ(textOf(*page, u"report_subject"_s), u"Re-treatment call list"_s);
    EXPECT_FALSE(banner);
}

TEST_F(ReportsTest, everyDocumentOfAPatientIsChosenByKeysAndSavedUnderItsOwnName) {
    sign();
    openPage();
    const std::pair<QString, QString> documents[] = {
        {u"After-visit sheet for the patient"_s, u"KC0412_2025-01-06_after_visit.pdf"_s},
        {u"Course summary"_s, u"KC0412_2025-01-06_course1_summary.pdf"_s},
        {u"Letter to the referring doctor"_s, u"KC0412_2025-01-06_course1_letter.pdf"_s},
        {u"Re-treatment call list"_s, u"call_list_2025-01-06.pdf"_s},
        {u"Controlled-drug book of the day"_s, u"drug_book_2025-01-06.pdf"_s}};
    int issued = 0;
    for (const auto& [name, file] : documents) {
        chooseKind(name);
        EXPECT_TRUE(textOf(*page, u"report_subject"_s).startsWith(name));
        EXPECT_GE(preview().pageCount(), 1) << qPrintable(name);
        for (const std::string& fault : crawl(*page))
            ADD_FAILURE() << qPrintable(name) << ": " << fault;
        prompter.expectSave(file, folder.filePath(file));
        page->perform(Command::Save);
        settle();
        EXPECT_EQ(fileStart(file), "%PDF-") << qPrintable(file);
        EXPECT_EQ(issues(), ++issued) << qPrintable(name);
    }
}

TEST_F(ReportsTest, aLetterTakesWhomItIsForAndIsAnotherDocumentWithOtherWords) {
    sign();
    openPage();
    chooseKind(u"Letter to the referring doctor"_s);
    auto* recipient = findByName<QPlainTextEdit>(*page, u"letter_recipient"_s);
    recipient->setFocus();
    keys(u"Dr R. Referrer"_s);
    EXPECT_EQ(recipient->toPlainText(), u"Dr R. Referrer"_s);
    prompter.expectSave(u"KC0412_2025-01-06_course1_letter.pdf"_s, folder.filePath(u"letter.pdf"_s));
    page->perform(Command::Save);
    settle();
    EXPECT_EQ(textOf(*page, u"issue_state"_s), u"Issued and saved."_s);
    recipient->setFocus();
    keys(u", Sampletown"_s);
    settle();
    EXPECT_EQ(textOf(*page, u"issue_state"_s), u"Preview, not issued yet."_s);
    EXPECT_EQ(recipient->toPlainText(), u"Dr R. Referrer, Sampletown"_s);
}

TEST_F(ReportsTest, aCourseOpensWithItsSummaryAndOffersItsInfusions) {
    sign();
    static_cast<void>(clinic.openInfusion(course, 2));
    page = std::make_unique<ui::ReportsPage>(bench);
    show(*page, {ui::PageKind::Reports, patient.text(), course.text(), {}});
    EXPECT_EQ(kinds().currentText(), u"Course summary"_s);
    EXPECT_EQ(badge(), u"DRAFT"_s);
    EXPECT_TRUE(banner.has_value());
    chooseKind(u"Visit summary"_s);
    auto* visits = findByName<QComboBox>(*page, u"document_visit"_s);
    ASSERT_TRUE(visits->isVisible());
    EXPECT_EQ(visits->currentText(), u"2, 09-Jan-2025"_s) << "the newest";
    EXPECT_EQ(badge(), u"DRAFT"_s);
    visits->setFocus();
    key(Qt::Key_Up);
    settle();
    EXPECT_EQ(visits->currentText(), u"1, 06-Jan-2025"_s);
    EXPECT_EQ(badge(), u"SIGNED"_s);
}

TEST_F(ReportsTest, theVisitsOfAPeriodAreSavedByKeysAndEachIsIssued) {
    sign();
    clinic.give(course, 2, 6, 3);
    openPage();
    findByName<QTabWidget>(*page, u"report_tabs"_s)->setCurrentIndex(1);
    for (const std::string& fault : crawl(*page))
        ADD_FAILURE() << fault;
    findWidget(*page, u"batch_from"_s)->setFocus();
    keys(u"06-Jan-2025"_s);
    findWidget(*page, u"batch_save"_s)->setFocus();
    key(Qt::Key_Space);
    EXPECT_TRUE(QDir(folder.path()).isEmpty()) << "there is no last day yet";
    findWidget(*page, u"batch_to"_s)->setFocus();
    keys(u"09-Jan-2025"_s);
    prompter.expectFolder(folder.path());
    findWidget(*page, u"batch_save"_s)->setFocus();
    key(Qt::Key_Space);
    settle();
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files),
              (QStringList{u"KC0412_2025-01-06_visit.pdf"_s, u"KC0412_2025-01-09_visit.pdf"_s}));
    EXPECT_EQ(textOf(*page, u"batch_result"_s), u"Visits saved and issued: 2."_s);
    EXPECT_EQ(issues(), 2);
}

TEST_F(ReportsTest, aBatchThatIsStoppedKeepsWhatIsWhole) {
    sign();
    clinic.give(course, 2, 6, 3);
    ui::VisitBatch batch(bench);
    int told = 0;
    QObject::connect(&batch, &ui::VisitBatch::progressed, &batch, [&batch](int done, int) {
        if (done == 1) batch.stop();
    });
    QObject::connect(&batch, &ui::VisitBatch::finished, &batch, [&told](int done, bool stopped) {
        EXPECT_EQ(done, 1);
        EXPECT_TRUE(stopped);
        ++told;
    });
    batch.start(date("2025-01-06"), date("2025-01-09"), folder.path());
    settle();
    EXPECT_EQ(told, 1);
    EXPECT_FALSE(batch.running());
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    EXPECT_EQ(issues(), 1) << "nothing that was not written";
}

TEST_F(ReportsTest, aBatchIntoAFolderThatIsNotThereSaysSo) {
    sign();
    ui::VisitBatch batch(bench);
    int failures = 0;
    QObject::connect(&batch, &ui::VisitBatch::failed, &batch, [&failures](int, const base::Error&) { ++failures; });
    batch.start(date("2025-01-06"), date("2025-01-09"), folder.filePath(u"no/such"_s));
    settle();
    EXPECT_EQ(failures, 1);
    EXPECT_FALSE(batch.running());
}

TEST_F(ReportsTest, aPatientOpensWithTheNewestCourse) {
    page = std::make_unique<ui::ReportsPage>(bench);
    show(*page, {ui::PageKind::Reports, patient.text(), {}, {}});
    settle();
    EXPECT_EQ(kinds().currentText(), u"Course summary"_s);
    EXPECT_TRUE(page->showsOnePatient());
}

TEST_F(ReportsTest, openingShowsAPreviewAndIssuesNothing) {
    sign();
    openPage();
    EXPECT_TRUE(preview().hasFocus());
    EXPECT_GE(preview().pageCount(), 1);
    EXPECT_EQ(badge(), u"SIGNED"_s);
    EXPECT_EQ(textOf(*page, u"issue_state"_s), u"Preview, not issued yet."_s);
    EXPECT_TRUE(page->showsOnePatient());
    ASSERT_TRUE(banner.has_value());
    EXPECT_EQ(banner->familyName, u"Testpatient"_s);
    EXPECT_EQ(issues(), 0);
    for (const std::string& fault : crawl(*page))
        ADD_FAILURE() << fault;
}

TEST_F(ReportsTest, anUnsignedInfusionIsAnnouncedAsDraft) {
    openPage();
    EXPECT_EQ(badge(), u"DRAFT"_s);
    EXPECT_TRUE(message().contains(u"This will print as DRAFT"_s));
}

TEST_F(ReportsTest, savingIssuesOnceAndWritesTheFile) {
    sign();
    openPage();
    save(u"a.pdf"_s);
    EXPECT_EQ(issues(), 1);
    EXPECT_EQ(fileStart(u"a.pdf"_s), "%PDF-");
    EXPECT_EQ(textOf(*page, u"issue_state"_s), u"Issued and saved."_s);
    EXPECT_TRUE(message().contains(u"Saved as "_s + QDir::toNativeSeparators(folder.filePath(u"a.pdf"_s))));
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files).size(), 1);
}

TEST_F(ReportsTest, theEndingIsAddedWhereItIsMissing) {
    sign();
    openPage();
    save(u"mine"_s);
    EXPECT_EQ(fileStart(u"mine.pdf"_s), "%PDF-");
}

TEST_F(ReportsTest, changingOnesMindIssuesNothing) {
    sign();
    openPage();
    prompter.expectSave(u"KC0412"_s, std::nullopt);
    page->perform(Command::Save);
    settle();
    EXPECT_EQ(issues(), 0);
    EXPECT_EQ(textOf(*page, u"issue_state"_s), u"Preview, not issued yet."_s);
}

TEST_F(ReportsTest, aPathThatCannotBeWrittenIsRefusedBeforeAnythingIsIssued) {
    sign();
    openPage();
    save(u"no/such/folder/a.pdf"_s);
    EXPECT_EQ(issues(), 0);
    EXPECT_TRUE(message().contains(u"Cannot write to "_s));
    EXPECT_TRUE(message().contains(u"; choose another folder."_s));
    EXPECT_GE(preview().pageCount(), 1) << "the preview is kept";
    EXPECT_TRUE(page->can(Command::Save));
    save(u"a.pdf"_s);
    EXPECT_EQ(issues(), 1);
}

TEST_F(ReportsTest, whileItIsBeingSavedItSaysSoAndTakesNoSecondOrder) {
    sign();
    openPage();
    runner.hold();
    save(u"a.pdf"_s);
    EXPECT_EQ(textOf(*page, u"issue_state"_s), u"Saving …"_s);
    EXPECT_FALSE(page->can(Command::Save));
    EXPECT_FALSE(findWidget(*page, u"save_pdf"_s)->isEnabled());
    runner.release();
    settle();
    EXPECT_EQ(textOf(*page, u"issue_state"_s), u"Issued and saved."_s);
    EXPECT_TRUE(page->can(Command::Save));
}

TEST_F(ReportsTest, aFailureOfTheStoreIsToldAndKeepsThePreview) {
    sign();
    openPage();
    clinic.store.failNext(base::Code::StorageFull);
    save(u"a.pdf"_s);
    EXPECT_TRUE(findByName<ui::MessageStrip>(*page, u"report_message"_s)->isShowing());
    EXPECT_EQ(fileStart(u"a.pdf"_s), QByteArray());
    EXPECT_EQ(textOf(*page, u"issue_state"_s), u"Preview, not issued yet."_s);
    EXPECT_GE(preview().pageCount(), 1);
}

TEST_F(ReportsTest, printingIssuesAndPaintsTheSamePages) {
    sign();
    openPage();
    page->setPrinterChoice(std::make_unique<FilePrinter>(folder.filePath(u"paper.pdf"_s)));
    page->perform(Command::Print);
    settle();
    EXPECT_EQ(issues(), 1);
    EXPECT_EQ(fileStart(u"paper.pdf"_s), "%PDF-");
    EXPECT_TRUE(message().contains(u"went to the printer"_s));
}

TEST_F(ReportsTest, keysTurnPagesAndChangeTheSize) {
    sign();
    openPage();
    ASSERT_GE(preview().pageCount(), 2);
    key(Qt::Key_PageDown);
    EXPECT_EQ(preview().page(), 1);
    EXPECT_TRUE(textOf(*page, u"page_of"_s).startsWith(u"page 2 of "_s));
    key(Qt::Key_Home);
    EXPECT_EQ(preview().page(), 0);
    key(Qt::Key_PageUp);
    EXPECT_EQ(preview().page(), 0);
    const int zoom = preview().zoom();
    key(Qt::Key_Plus);
    EXPECT_GT(preview().zoom(), zoom);
    key(Qt::Key_Minus);
    key(Qt::Key_Minus);
    EXPECT_LT(preview().zoom(), zoom);
    findWidget(*page, u"zoom_in"_s)->setFocus();
    key(Qt::Key_PageDown);
    EXPECT_EQ(preview().page(), 1) << "also while a button has the focus";
}

TEST_F(ReportsTest, theSheetIsAsWideAsItsRoomUntilSomebodyZoomsAndAgainByOneKey) {
    openPage();
    auto* area = findByName<QScrollArea>(*page, u"preview_area"_s);
    const auto fits = [&] {
        settle();
        return preview().width() <= area->viewport()->width() && area->horizontalScrollBar()->maximum() == 0;
    };
    EXPECT_TRUE(fits());
    const int before = preview().zoom();
    auto* letter = findByName<QRadioButton>(*page, u"paper_letter"_s);
    letter->setFocus();
    key(Qt::Key_Space);
    EXPECT_TRUE(fits()) << "Letter is the wider paper";
    page->resize(page->width() * 3 / 4, page->height());
    EXPECT_TRUE(fits());
    EXPECT_LT(preview().zoom(), before);
    preview().setFocus();
    for (int step = 0; step < 4; ++step)
        key(Qt::Key_Plus);
    EXPECT_FALSE(fits());
    key(Qt::Key_0);
    EXPECT_TRUE(fits());
}

TEST_F(ReportsTest, newsAboutTheInfusionRenewsThePreviewWithoutMovingTheFocus) {
    openPage();
    EXPECT_EQ(badge(), u"DRAFT"_s);
    findWidget(*page, u"zoom_in"_s)->setFocus();
    const auto views = clinic.store.events().size();
    sign();
    EXPECT_EQ(badge(), u"SIGNED"_s);
    EXPECT_TRUE(findWidget(*page, u"zoom_in"_s)->hasFocus());
    const auto& events = clinic.store.events();
    EXPECT_EQ(std::count_if(events.begin() + static_cast<std::ptrdiff_t>(views), events.end(),
                            [](const auto& event) { return event.action == services::AuditAction::View; }),
              0)
        << "showing it again is no new reading";
}

TEST_F(ReportsTest, whoMayNotReadTheRecordSeesNoPage) {
    sign();
    signIn(clinic.administrator);
    openPage();
    EXPECT_FALSE(page->can(Command::Save));
    EXPECT_FALSE(findWidget(*page, u"save_pdf"_s)->isEnabled());
    EXPECT_EQ(preview().pageCount(), 0);
    EXPECT_FALSE(message().isEmpty());
}

TEST_F(ReportsTest, letterPaperIsLaidOutAnew) {
    sign();
    openPage();
    const QSize a4 = preview().sizeHint();
    findWidget(*page, u"paper_letter"_s)->setFocus();
    key(Qt::Key_Space);
    EXPECT_NE(preview().sizeHint(), a4);
}

TEST_F(ReportsTest, pictures) {
    sign();
    openPage();
    picture(*page, u"reports_preview"_s);
    save(u"a.pdf"_s);
    picture(*page, u"reports_saved"_s);
    for (const auto& [name, file] : {std::pair(u"After-visit sheet for the patient"_s, u"reports_after_visit"_s),
                                     std::pair(u"Letter to the referring doctor"_s, u"reports_letter"_s)}) {
        chooseKind(name);
        picture(*page, file);
    }
    reopen(*page, {ui::PageKind::Reports, {}, {}, {}});
    picture(*page, u"reports_clinic"_s);
}

} // namespace
} // namespace chairside::test
