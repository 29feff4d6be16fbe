#include <QDir>
#include <QFile>
#include <QPrinter>
#include <QTemporaryDir>
#include <algorithm>

#include "tests/ui/patients/page_bench.h"
#include "ui/reports/page_preview.h"
#include "ui/reports/reports_page.h"
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

TEST_F(ReportsTest, withoutAnInfusionItSaysHowToGetToOne) {
    page = std::make_unique<ui::ReportsPage>(bench);
    show(*page, {ui::PageKind::Reports, {}, {}, {}});
    EXPECT_FALSE(page->showsOnePatient());
    EXPECT_FALSE(page->can(Command::Save));
    EXPECT_TRUE(crawl(*page).empty());
    findWidget(*page, u"find_patient"_s)->setFocus();
    key(Qt::Key_Space);
    ASSERT_EQ(places.size(), 1U);
    EXPECT_EQ(places.front().kind, ui::PageKind::Patients);
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
    reopen(*page, {ui::PageKind::Reports, {}, {}, {}});
    picture(*page, u"reports_empty"_s);
}

} // namespace
} // namespace chairside::test
