// The controlled-drug book by day and by lot: every movement with the balance after it, corrections, and the way to
// paper.
#pragma once

#include <memory>

#include "ui/drug_book/drug_book_presenter.h"
#include "ui/reports/printer_choice.h"
#include "ui/shell/page.h"

class QLineEdit;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace chairside::ui {

class ChoiceRow;
class CorrectionForm;
class DateEdit;
class DrugBookModel;
class EmptyState;
class FormBuilder;
class PagePreview;
class TableView;

// Opens on today. Enter in the day or the lot shows that part of the book; a correction is always a new line.
class DrugBookPage : public Page {
    Q_OBJECT

public:
    explicit DrugBookPage(Workbench& bench, QWidget* parent = nullptr);
    ~DrugBookPage() override;

    void setPrinterChoice(std::unique_ptr<PrinterChoice> choice);

    [[nodiscard]] QString title() const override;
    void open(const Place& place) override;
    [[nodiscard]] QWidget* firstFocus() override;
    [[nodiscard]] QString help() const override;
    [[nodiscard]] bool can(Command command) const override;
    void perform(Command command) override;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeHeading();
    QWidget* makeChoice();
    QWidget* makeList();
    QWidget* makePaper();
    void connectPresenter();
    void connectCorrection();
    void connectPaper();

    void showDay(base::CalendarDate day);
    void turnDay(int step);
    void readDay();
    void readLot();
    void showDifferences();
    void showBook();
    void refreshActions();
    void startCorrecting();
    void endCorrecting();
    void submitCorrection();
    [[nodiscard]] bool isPaperShown() const;
    void showPaper();
    void layOutPaper();
    [[nodiscard]] PaperSize paperSize() const;
    void nameShowButton(const QString& text);
    void hidePaper();
    void chooseFile();
    void choosePrinter();
    void print(const services::DrugBook& book);
    void say(Tier tier, const QString& sentence);

    Workbench& m_bench;
    DrugBookPresenter* m_presenter = nullptr;
    DrugBookModel* m_model = nullptr;
    std::unique_ptr<PrinterChoice> m_printers;
    std::shared_ptr<QPrinter> m_printer;
    TextLabel* m_period = nullptr;
    TextLabel* m_summary = nullptr;
    MessageStrip* m_strip = nullptr;
    FormBuilder* m_form = nullptr;
    DateEdit* m_day = nullptr;
    QLineEdit* m_lot = nullptr;
    QStackedWidget* m_layers = nullptr; // the list, or the paper
    QWidget* m_list = nullptr;
    QStackedWidget* m_stack = nullptr;
    TableView* m_table = nullptr;
    EmptyState* m_nothing = nullptr;
    QPushButton* m_correct = nullptr;
    CorrectionForm* m_correction = nullptr;
    QWidget* m_paper = nullptr;
    ChoiceRow* m_paperSize = nullptr;
    QScrollArea* m_area = nullptr;
    PagePreview* m_preview = nullptr;
    TextLabel* m_pageOf = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_show = nullptr;
};

} // namespace chairside::ui
