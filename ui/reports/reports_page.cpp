#include "ui/reports/reports_page.h"

#include <QDir>
#include <QKeyEvent>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <algorithm>

#include "ui/format/problem_text.h"
#include "ui/infusion/second_check_words.h"
#include "ui/patients/patient_banner_data.h"
#include "ui/print/visit_summary_pdf.h"
#include "ui/reports/page_preview.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/choice_row.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/text_label.h"
#include "ui/work/workbench.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLargestFit = 130; // a sheet as wide as a large screen would show a few lines only

} // namespace

ReportsPage::~ReportsPage() = default;

void ReportsPage::setDemo(bool demo) {
    m_options.demo = demo;
    m_presenter->setOptions(m_options);
    layOut();
}

void ReportsPage::setPrinterChoice(std::unique_ptr<PrinterChoice> choice) {
    m_printers = std::move(choice);
}

QString ReportsPage::title() const {
    return tr("Reports");
}

QString ReportsPage::help() const {
    return tr(
        "This is the visit summary of one infusion, as it will be on paper. PgUp and PgDn turn the pages, + and - "
        "change the size, the arrow keys move the page. Ctrl+S saves it as a PDF file, Ctrl+P prints it. Saving and "
        "printing give the document its number and are written into the audit; looking at it here is not a document "
        "yet. An infusion that is not signed prints as a draft.");
}

void ReportsPage::open(const Place& place) {
    const auto infusion = place.infusionId ? domain::InfusionId::fromText(*place.infusionId) : std::nullopt;
    m_hasPlace = infusion.has_value();
    if (!infusion) {
        m_presenter->close();
        m_preview->setDocument(nullptr);
        m_stack->setCurrentWidget(m_empty);
        Q_EMIT commandsChanged();
        return;
    }
    m_presenter->open(*infusion);
    Q_EMIT commandsChanged();
}

QWidget* ReportsPage::firstFocus() {
    return m_stack->currentWidget() == m_report ? m_preview : nullptr;
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
        m_stack->setCurrentWidget(m_report);
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
        Q_EMIT status(tr("The visit summary is saved."));
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
    const auto& view = content.summary.infusion;
    m_subject->setText(
        tr("Visit summary of infusion %1 of %2").arg(view.record.infusion.ordinal).arg(view.infusionsPlanned));
    m_stack->setCurrentWidget(m_report);
    describeState(content);
    layOut();
    warn();
    showBanner(content.summary);
    Q_EMIT commandsChanged();
}

void ReportsPage::showBanner(const services::VisitSummary& summary) {
    const auto& view = summary.infusion;
    const auto prepared = hidesFirstNumbers(view) ? std::nullopt : domain::preparedDose(view.record);
    const auto weight = prepared ? std::optional(KnownWeight{prepared->inputs.weight, prepared->weighedOn})
                                 : knownWeight(view.lastWeight, view.lastWeighedOn);
    Q_EMIT bannerChanged(
        bannerData(view.patient, weight, m_bench.now().localDate(), view.protocol.rules.dose.weightMaxAgeDays));
}

void ReportsPage::layOut() {
    const auto& content = m_presenter->content();
    if (!content) return;
    PrintOptions options = m_options;
    options.preview = !content->issued;
    m_preview->setDocument(std::make_shared<const VisitSummaryDocument>(content->summary, options));
    if (!m_fitted && m_area->viewport()->width() > 200) {
        m_fitted = true;
        m_preview->setZoom(std::min(m_preview->zoomForWidth(m_area->viewport()->width()), kLargestFit));
    }
    refreshBar();
}

void ReportsPage::describeState(const ReportContent& content) {
    const bool draft = content.summary.state == "draft";
    const bool amended = content.summary.state == "amended";
    m_badge->set(draft ? tr("DRAFT") : amended ? tr("AMENDED") : tr("SIGNED"), draft ? Tone::Caution : Tone::Good);
    m_state->setText(content.issued ? tr("Issued.") : tr("Preview, not issued yet."));
}

// One strip for what the reader of the paper would stumble over.
void ReportsPage::warn() {
    const auto& summary = m_presenter->content()->summary;
    QStringList sentences;
    if (!m_bench.may(domain::Permission::IssueDocument)) sentences << tr("Your role may not save or print documents.");
    if (summary.state == "draft") sentences << tr("This infusion is not signed. This will print as DRAFT.");
    if (const QStringList missing = missingGlyphs(summary); !missing.isEmpty()) {
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
    m_preview->setZoom(m_preview->zoomAfter(step));
    refreshBar();
    Q_EMIT status(tr("Zoom %1 %").arg(m_preview->zoom()));
}

void ReportsPage::choosePaper(int paper) {
    m_options.paper = static_cast<PaperSize>(paper);
    m_presenter->setOptions(m_options);
    layOut();
}

void ReportsPage::chooseFile() {
    if (!m_presenter->canIssue()) return;
    m_bench.prompter().saveFile(this, tr("Save the visit summary"), m_presenter->fileName(),
                                tr("PDF documents (*.pdf)"), [this](std::optional<QString> path) {
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
    const VisitSummaryDocument document(m_presenter->content()->summary, m_options);
    if (printDocument(document, *printer)) {
        say(Tier::Information, tr("The visit summary went to the printer."));
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
    default:
        Page::keyPressEvent(event);
    }
}

} // namespace chairside::ui
