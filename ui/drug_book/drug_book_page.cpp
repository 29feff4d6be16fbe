#include "ui/drug_book/drug_book_page.h"

#include <QDir>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <algorithm>

#include "ui/drug_book/correction_form.h"
#include "ui/drug_book/drug_book_model.h"
#include "ui/format/problem_text.h"
#include "ui/format/to_qt.h"
#include "ui/infusion/drug_book_words.h"
#include "ui/print/drug_book_document.h"
#include "ui/reports/page_preview.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/choice_row.h"
#include "ui/widgets/date_edit.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/text_label.h"
#include "ui/work/workbench.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kWidestSheet = 110; // per cent

} // namespace

DrugBookPage::~DrugBookPage() = default;

void DrugBookPage::setPrinterChoice(std::unique_ptr<PrinterChoice> choice) {
    m_printers = std::move(choice);
}

QString DrugBookPage::title() const {
    return tr("Drug book");
}

QString DrugBookPage::help() const {
    return tr("The controlled-drug book shows every vial of a day with all its movements and the balance after each; a "
              "vial that does not close at 0 mg stands first. Type a day or a lot and press Enter, or go from day to "
              "day with Alt+B and Alt+X. Alt+N lists every vial that ever had a difference. Alt+C corrects the vial of "
              "the row: a new line with a reason and a witness, never a change. Ctrl+P shows the paper, Ctrl+S saves "
              "it as a PDF file; both leave a trace in the audit when the document leaves the program.");
}

void DrugBookPage::open(const Place& place) {
    hidePaper();
    if (place.lot) {
        m_lot->setText(toQt(*place.lot));
        readLot();
    } else if (m_presenter->query()) {
        m_presenter->refresh();
    } else {
        showDay(m_bench.now().localDate());
    }
}

QWidget* DrugBookPage::firstFocus() {
    if (isPaperShown()) return m_preview;
    return m_table->isVisibleTo(this) ? static_cast<QWidget*>(m_table) : m_day;
}

bool DrugBookPage::can(Command command) const {
    if (command == Command::Complete) return m_correction->isVisibleTo(this);
    if (command == Command::Print) return m_presenter->book() && (!isPaperShown() || m_presenter->canIssue());
    return command == Command::Save && m_presenter->canIssue();
}

void DrugBookPage::perform(Command command) {
    if (!can(command)) return;
    if (command == Command::Complete) return m_correction->submit();
    if (command == Command::Save) return chooseFile();
    if (isPaperShown()) return choosePrinter();
    showPaper();
}

void DrugBookPage::connectPresenter() {
    connect(m_presenter, &DrugBookPresenter::shown, this, &DrugBookPage::showBook);
    connect(m_presenter, &DrugBookPresenter::notRead, this, [this](const base::Error& error) {
        m_model->clear();
        m_summary->setText({});
        m_nothing->setSentence(describe(error));
        m_stack->setCurrentWidget(m_nothing);
        refreshActions();
    });
    connect(m_presenter, &DrugBookPresenter::saved, this, [this](const QString& path) {
        say(Tier::Information, tr("Saved as %1").arg(QDir::toNativeSeparators(path)));
        Q_EMIT status(tr("The drug book is saved."));
    });
    connect(m_presenter, &DrugBookPresenter::notWritten, this, [this](const QString& path) {
        say(Tier::HardStop, tr("Cannot write to %1; choose another folder.").arg(QDir::toNativeSeparators(path)));
    });
    connect(m_presenter, &DrugBookPresenter::notIssued, this,
            [this](const base::Error& error) { say(Tier::HardStop, describe(error)); });
    connect(m_presenter, &DrugBookPresenter::readyToPrint, this, &DrugBookPage::print);
    connect(&m_bench, &Workbench::changed, this, [this](const services::Change& change) {
        if (change.kind == services::ChangeKind::DrugBook && isVisible()) m_presenter->refresh();
    });
}

void DrugBookPage::connectCorrection() {
    connect(m_table, &TableView::currentRowChanged, this, &DrugBookPage::refreshActions);
    connect(m_correct, &QPushButton::clicked, this, &DrugBookPage::startCorrecting);
    connect(m_correction, &InlineForm::submitted, this, &DrugBookPage::submitCorrection);
    connect(m_correction, &InlineForm::left, this, &DrugBookPage::endCorrecting);
    connect(m_presenter, &DrugBookPresenter::correcting, this, [this] {
        m_correction->setBusy(true);
        Q_EMIT saveStateChanged({.kind = SaveState::Kind::Saving, .at = {}});
    });
    connect(m_presenter, &DrugBookPresenter::notCorrected, this, [this](const base::Error& error) {
        m_correction->refuse(error);
        Q_EMIT saveStateChanged({.kind = SaveState::Kind::Unsaved, .at = {}});
    });
    connect(m_presenter, &DrugBookPresenter::corrected, this, [this] {
        m_correction->setBusy(false);
        m_correction->reset();
        endCorrecting();
        Q_EMIT saveStateChanged({.kind = SaveState::Kind::Saved, .at = m_bench.now()});
        Q_EMIT status(tr("The correction is in the drug book."));
    });
}

void DrugBookPage::connectPaper() {
    connect(m_preview, &PagePreview::pageWanted, this, [this](int step) {
        m_preview->setPage(m_preview->page() + step);
        m_area->verticalScrollBar()->setValue(0);
    });
    connect(m_preview, &PagePreview::endWanted, this,
            [this](int direction) { m_preview->setPage(direction * m_preview->pageCount()); });
    connect(m_preview, &PagePreview::zoomWanted, this,
            [this](int step) { m_preview->setZoom(m_preview->zoomAfter(step)); });
    connect(m_preview, &PagePreview::pageChanged, this, [this](int page) {
        m_pageOf->setText(tr("page %1 of %2").arg(page + 1).arg(m_preview->pageCount()));
        Q_EMIT status(m_pageOf->text());
    });
    connect(m_paperSize, &ChoiceRow::chosen, this, &DrugBookPage::layOutPaper);
}

void DrugBookPage::showDay(base::CalendarDate day) {
    m_form->clearProblems();
    m_lot->clear();
    m_day->setDate(day);
    m_presenter->ask({.day = day, .lot = {}});
}

// From the day that is shown, or from today where a lot is.
void DrugBookPage::turnDay(int step) {
    const auto& query = m_presenter->query();
    showDay((query && query->day ? *query->day : m_bench.now().localDate()).plusDays(step));
}

void DrugBookPage::readDay() {
    m_form->clearProblems();
    if (const auto day = m_day->date()) return showDay(*day);
    if (const auto wrong = m_form->unreadable(); !wrong.empty()) return m_form->problems(wrong);
    m_form->problems({{.field = "day", .rule = base::Rule::Required, .low = {}, .high = {}, .value = {}}});
}

void DrugBookPage::readLot() {
    m_form->clearProblems();
    const auto lot = toStd(m_lot->text().trimmed());
    if (lot.empty()) {
        return m_form->problems({{.field = "lot", .rule = base::Rule::Required, .low = {}, .high = {}, .value = {}}});
    }
    m_day->setDate(std::nullopt);
    m_presenter->ask({.day = {}, .lot = lot});
}

void DrugBookPage::showDifferences() {
    m_form->clearProblems();
    m_day->setDate(std::nullopt);
    m_lot->clear();
    m_presenter->ask({});
}

void DrugBookPage::showBook() {
    const auto& book = *m_presenter->book();
    const auto* before = m_model->vialAt(m_table->currentRow());
    const auto chosen = before != nullptr ? std::optional(before->vial.id) : std::nullopt;
    m_model->setBook(book);
    m_table->clearSpans();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->isHeading(row)) m_table->setSpan(row, 0, 1, DrugBookModel::ColumnCount);
    }
    m_period->announce(DrugBookWords::period(book.query));
    m_summary->setText(DrugBookWords::summary(book));
    m_nothing->setSentence(DrugBookWords::nothing(book.query));
    m_stack->setCurrentWidget(book.vials.empty() ? static_cast<QWidget*>(m_nothing) : m_table);
    const int again = chosen ? m_model->firstLineOf(*chosen) : -1;
    if (!book.vials.empty()) m_table->setCurrentIndex(m_model->index(std::max(again, 1), 0));
    if (isPaperShown()) layOutPaper();
    refreshActions();
}

void DrugBookPage::refreshActions() {
    m_correct->setVisible(m_presenter->mayCorrect());
    m_correct->setEnabled(m_model->vialAt(m_table->currentRow()) != nullptr);
    m_show->setEnabled(can(Command::Print));
    m_save->setEnabled(can(Command::Save));
    Q_EMIT commandsChanged();
}

void DrugBookPage::startCorrecting() {
    const auto* book = m_model->vialAt(m_table->currentRow());
    if (book == nullptr || !m_presenter->mayCorrect()) return;
    m_correction->setVial(*book);
    m_correction->show();
    m_correction->takeFocus();
    // The form takes room from the list once it is laid out; the vial it is about stays in sight.
    QMetaObject::invokeMethod(
        m_table, [table = m_table] { table->scrollTo(table->currentIndex()); }, Qt::QueuedConnection);
    Q_EMIT commandsChanged();
}

void DrugBookPage::submitCorrection() {
    m_presenter->correct(m_correction->correction());
}

// What was typed stays in the form, for the same vial again.
void DrugBookPage::endCorrecting() {
    m_correction->hide();
    m_table->setFocus(Qt::OtherFocusReason);
    Q_EMIT commandsChanged();
}

bool DrugBookPage::isPaperShown() const {
    return m_layers->currentWidget() == m_paper;
}

void DrugBookPage::showPaper() {
    m_layers->setCurrentWidget(m_paper);
    nameShowButton(tr("P&rint"));
    layOutPaper();
    m_preview->setPage(0);
    m_preview->setZoom(std::min(m_preview->zoomForWidth(m_area->viewport()->width()), kWidestSheet));
    m_preview->setFocus(Qt::OtherFocusReason);
    m_area->verticalScrollBar()->setValue(0);
    refreshActions();
}

void DrugBookPage::nameShowButton(const QString& text) {
    m_show->setText(text);
    m_show->setAccessibleName(spokenName(text));
}

PaperSize DrugBookPage::paperSize() const {
    return m_paperSize->valueAs<PaperSize>().value_or(PaperSize::A4);
}

void DrugBookPage::layOutPaper() {
    m_preview->setDocument(std::make_shared<const DrugBookDocument>(
        *m_presenter->book(), PrintOptions{.paper = paperSize(), .preview = true}));
    m_pageOf->setText(tr("page %1 of %2").arg(m_preview->page() + 1).arg(m_preview->pageCount()));
}

void DrugBookPage::hidePaper() {
    if (!isPaperShown()) return;
    m_layers->setCurrentWidget(m_list);
    nameShowButton(tr("Previe&w"));
    m_preview->setDocument(nullptr);
    if (QWidget* target = firstFocus()) target->setFocus(Qt::OtherFocusReason);
    refreshActions();
}

void DrugBookPage::chooseFile() {
    if (!m_presenter->canIssue()) return;
    m_bench.prompter().saveFile(this, tr("Save the drug book"), m_presenter->fileName(), tr("PDF documents (*.pdf)"),
                                [this](std::optional<QString> path) {
                                    if (!path || path->isEmpty()) return;
                                    if (!path->endsWith(u".pdf"_s, Qt::CaseInsensitive)) *path += u".pdf"_s;
                                    m_presenter->save(*path, paperSize());
                                });
}

void DrugBookPage::choosePrinter() {
    if (!m_presenter->canIssue()) return;
    m_printers->choose(this, paperSize(), [this](std::shared_ptr<QPrinter> printer) {
        m_printer = std::move(printer);
        m_presenter->issueForPrinting();
    });
}

void DrugBookPage::print(const services::DrugBook& book) {
    const auto printer = std::exchange(m_printer, nullptr);
    if (!printer) return;
    if (printDocument(DrugBookDocument(book, {.paper = paperSize()}), *printer)) {
        say(Tier::Information, tr("The drug book went to the printer."));
    } else {
        say(Tier::HardStop, tr("The printer did not take the document; choose another printer."));
    }
}

void DrugBookPage::say(Tier tier, const QString& sentence) {
    m_strip->say(tier, sentence);
}

void DrugBookPage::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && isPaperShown()) return hidePaper();
    Page::keyPressEvent(event);
}

} // namespace chairside::ui
