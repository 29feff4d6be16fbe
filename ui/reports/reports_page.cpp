#include "ui/reports/reports_page.h"

#include <QDir>
#include <QKeyEvent>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <algorithm>

#include "ui/format/problem_text.h"
#include "ui/infusion/second_check_words.h"
#include "ui/patients/patient_banner_data.h"
#include "ui/reports/batch_panel.h"
#include "ui/reports/document_choice.h"
#include "ui/reports/page_preview.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/choice_row.h"
#include "ui/widgets/text_label.h"
#include "ui/work/workbench.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLargestFit = 130; // a sheet as wide as a large screen would show a few lines only

} // namespace

ReportsPage::~ReportsPage() = default;

void ReportsPage::setPrinterChoice(std::unique_ptr<PrinterChoice> choice) {
    m_printers = std::move(choice);
}

QString ReportsPage::title() const {
    return tr("Reports");
}

QString ReportsPage::help() const {
    return tr(
        "Choose a document on the left; it appears as it will be on paper. PgUp and PgDn turn the pages, + and - "
        "change the size, 0 makes the sheet as wide as its room again, the arrow keys move the page. Ctrl+S saves it "
        "as a PDF file, Ctrl+P prints it. Saving and "
        "printing give the document its number and are written into the audit; looking at it here is not a document "
        "yet. What is not signed prints as a draft.");
}

void ReportsPage::open(const Place& place) {
    const auto infusion = place.infusionId ? domain::InfusionId::fromText(*place.infusionId) : std::nullopt;
    const auto course = place.courseId ? domain::CourseId::fromText(*place.courseId) : std::nullopt;
    const auto patient = place.patientId ? domain::PatientId::fromText(*place.patientId) : std::nullopt;
    m_aboutPatient = infusion || course || patient;
    if (place.callList)
        m_presenter->openCallList();
    else if (patient && !infusion && !course)
        m_presenter->openPatient(*patient);
    else
        m_presenter->open(infusion, course);
    m_choice->show(*m_presenter);
    Q_EMIT commandsChanged();
}

QWidget* ReportsPage::firstFocus() {
    return m_aboutPatient ? static_cast<QWidget*>(m_preview) : m_choice->firstFocus();
}

bool ReportsPage::can(Command command) const {
    return (command == Command::Save || command == Command::Print) && m_presenter->canIssue();
}

void ReportsPage::perform(Command command) {
    if (command == Command::Save) chooseFile();
    if (command == Command::Print) choosePrinter();
}

void ReportsPage::connectPresenter() {
    connect(m_presenter, &ReportsPresenter::shown, this, &ReportsPage::show);
    connect(m_presenter, &ReportsPresenter::notRead, this, [this](const base::Error& error) {
        m_preview->setDocument(nullptr);
        m_badge->hide();
        m_state->clear();
        m_choice->show(*m_presenter);
        refreshBar();
        say(Tier::HardStop, describe(error));
        Q_EMIT bannerChanged(std::nullopt);
    });
    connect(m_presenter, &ReportsPresenter::busyChanged, this, [this](bool busy) {
        if (busy) m_state->announce(tr("Saving …"));
        refreshBar();
    });
    connect(m_presenter, &ReportsPresenter::saved, this, [this](const QString& path) {
        m_state->announce(tr("Issued and saved."));
        say(Tier::Information, tr("Saved as %1").arg(QDir::toNativeSeparators(path)));
        Q_EMIT status(tr("The document is saved."));
    });
    connect(m_presenter, &ReportsPresenter::notWritten, this, [this](const QString& path) {
        if (const auto& content = m_presenter->content()) describeState(*content);
        say(Tier::HardStop, tr("Cannot write to %1; choose another folder.").arg(QDir::toNativeSeparators(path)));
    });
    connect(m_presenter, &ReportsPresenter::notIssued, this, [this](const base::Error& error) {
        if (const auto& content = m_presenter->content()) describeState(*content);
        say(Tier::HardStop, describe(error));
    });
    connect(m_presenter, &ReportsPresenter::readyToPrint, this, &ReportsPage::print);
}

void ReportsPage::show(const ReportContent& content) {
    const auto* visit = content.visit();
    m_subject->setText(visit == nullptr ? documentName(content.kind)
                                        : tr("%1, infusion %2 of %3", "kind of document")
                                              .arg(documentName(content.kind))
                                              .arg(visit->infusion.record.infusion.ordinal)
                                              .arg(visit->infusion.infusionsPlanned));
    m_preview->setSubject(documentName(content.kind),
                          aboutOf(content.kind) == DocumentAbout::Clinic
                              ? tr("What is on it can be read on the re-treatment and drug book pages.")
                              : tr("What is on it can be read on the infusion and review pages."));
    m_choice->show(*m_presenter);
    describeState(content);
    showPages();
    warn();
    showBanner(content);
    Q_EMIT commandsChanged();
}

void ReportsPage::showBanner(const ReportContent& content) {
    const auto today = m_bench.now().localDate();
    if (const auto* visit = content.visit()) {
        const auto& view = visit->infusion;
        const auto prepared = hidesFirstNumbers(view) ? std::nullopt : domain::preparedDose(view.record);
        const auto weight = prepared ? std::optional(KnownWeight{prepared->inputs.weight, prepared->weighedOn})
                                     : knownWeight(view.lastWeight, view.lastWeighedOn);
        Q_EMIT bannerChanged(bannerData(view.patient, weight, today, view.protocol.rules.dose.weightMaxAgeDays));
    } else if (m_aboutPatient && content.review() != nullptr) {
        Q_EMIT bannerChanged(bannerData(content.review()->patient, std::nullopt, today));
    }
}

void ReportsPage::showPages() {
    const auto& content = m_presenter->content();
    if (!content) return;
    m_preview->setDocument(layOut(*content, m_presenter->letter(), m_options));
    fitAgain();
    refreshBar();
}

void ReportsPage::fitAgain() {
    constexpr int kNoRoomYet = 200;
    const int width = m_area->viewport()->width();
    if (m_fitsWidth && width > kNoRoomYet) m_preview->setZoom(std::min(m_preview->zoomForWidth(width), kLargestFit));
}

void ReportsPage::fitWidth() {
    m_fitsWidth = true;
    fitAgain();
    refreshBar();
    Q_EMIT status(tr("As wide as the page, zoom %1 %").arg(m_preview->zoom()));
}

bool ReportsPage::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_area->viewport() && event->type() == QEvent::Resize && m_preview->pageCount() > 0) {
        fitAgain();
        refreshBar();
    }
    return Page::eventFilter(watched, event);
}

void ReportsPage::describeState(const ReportContent& content) {
    const std::string state = content.state();
    m_badge->setVisible(aboutOf(content.kind) != DocumentAbout::Clinic);
    m_badge->set(state == "draft"     ? tr("DRAFT")
                 : state == "amended" ? tr("AMENDED")
                                      : tr("SIGNED"),
                 state == "draft" ? Tone::Caution : Tone::Good);
    m_state->setText(content.issued ? tr("Issued.") : tr("Preview, not issued yet."));
}

// One strip for what the reader of the paper would stumble over.
void ReportsPage::warn() {
    const auto& content = *m_presenter->content();
    QStringList sentences;
    if (!m_bench.may(domain::Permission::IssueDocument)) sentences << tr("Your role may not save or print documents.");
    if (content.state() == "draft") {
        sentences << (content.visit() != nullptr ? tr("This infusion is not signed. This will print as DRAFT.")
                                                 : tr("Not every infusion is signed. This will print as DRAFT."));
    }
    if (content.kind == DocumentKind::AfterVisit && content.visit()->head.clinic.phone.empty()) {
        sentences << tr("The clinic has no telephone number yet, so the sheet names none; it is set in the settings.");
    }
    if (const QStringList missing = m_preview->missingGlyphs(); !missing.isEmpty()) {
        sentences
            << tr("No font on this computer can draw %1. On paper these characters are replaced by their numbers.")
                   .arg(missing.mid(0, 12).join(u' '));
    }
    if (sentences.isEmpty())
        m_strip->clear();
    else
        say(Tier::Caution, sentences.join(u' '));
}

void ReportsPage::say(Tier tier, const QString& sentence) {
    m_strip->say(tier, sentence);
}

void ReportsPage::refreshBar() {
    const int pages = m_preview->pageCount();
    const int page = m_preview->page();
    m_pageOf->setText(pages > 0 ? tr("page %1 of %2").arg(page + 1).arg(pages) : QString());
    m_zoomText->setText(tr("%1 %").arg(m_preview->zoom()));
    m_back->setEnabled(page > 0);
    m_next->setEnabled(page + 1 < pages);
    m_zoomOut->setEnabled(pages > 0 && m_preview->zoomAfter(-1) != m_preview->zoom());
    m_zoomIn->setEnabled(pages > 0 && m_preview->zoomAfter(1) != m_preview->zoom());
    m_fit->setEnabled(pages > 0);
    m_save->setEnabled(m_presenter->canIssue());
    m_print->setEnabled(m_presenter->canIssue());
    m_paper->setEnabled(pages > 0);
    Q_EMIT commandsChanged();
}

void ReportsPage::turnPage(int step) {
    m_preview->setPage(m_preview->page() + step);
    m_area->verticalScrollBar()->setValue(0);
}

void ReportsPage::zoomBy(int step) {
    m_fitsWidth = false;
    m_preview->setZoom(m_preview->zoomAfter(step));
    refreshBar();
    Q_EMIT status(tr("Zoom %1 %").arg(m_preview->zoom()));
}

void ReportsPage::choosePaper(int paper) {
    m_options.paper = static_cast<PaperSize>(paper);
    m_presenter->setOptions(m_options);
    m_batch->setOptions(m_options);
    showPages();
}

void ReportsPage::chooseFile() {
    if (!m_presenter->canIssue()) return;
    m_bench.prompter().saveFile(this, tr("Save the document"), m_presenter->fileName(), tr("PDF documents (*.pdf)"),
                                [this](std::optional<QString> path) {
                                    if (!path || path->isEmpty()) return;
                                    if (!path->endsWith(u".pdf"_s, Qt::CaseInsensitive)) *path += u".pdf"_s;
                                    m_presenter->save(*path);
                                });
}

void ReportsPage::choosePrinter() {
    if (!m_presenter->canIssue()) return;
    m_printers->choose(this, m_options.paper, [this](std::shared_ptr<QPrinter> printer) {
        m_printer = std::move(printer);
        m_presenter->issueForPrinting();
    });
}

void ReportsPage::print() {
    const auto printer = std::exchange(m_printer, nullptr);
    if (!printer) return;
    const auto document = layOut(*m_presenter->content(), m_presenter->letter(), m_options);
    if (printDocument(*document, *printer)) {
        say(Tier::Information, tr("The document went to the printer."));
    } else {
        say(Tier::HardStop, tr("The printer did not take the document; choose another printer."));
    }
}

// What reaches the page from its buttons, as in the preview.
void ReportsPage::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_PageDown:
        turnPage(1);
        return;
    case Qt::Key_PageUp:
        turnPage(-1);
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(1);
        return;
    case Qt::Key_Minus:
        zoomBy(-1);
        return;
    case Qt::Key_0:
        fitWidth();
        return;
    default:
        Page::keyPressEvent(event);
    }
}

} // namespace chairside::ui
