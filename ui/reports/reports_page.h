// A document on the screen as it will be on paper, and the way out: PDF or printer.
#pragma once

#include <memory>

#include "ui/reports/printer_choice.h"
#include "ui/reports/reports_presenter.h"
#include "ui/shell/page.h"

class QPushButton;
class QScrollArea;

namespace chairside::ui {

class Badge;
class BatchPanel;
class ChoiceRow;
class DocumentChoice;
class MessageStrip;
class PagePreview;
class TextLabel;
class Workbench;

// Documents about the infusion, the course or the patient of its place; without one only those about the clinic.
// Opening shows a preview; saving or printing issues the document, which is audited.
class ReportsPage : public Page {
    Q_OBJECT

public:
    explicit ReportsPage(Workbench& bench, QWidget* parent = nullptr);
    ~ReportsPage() override;

    void setPrinterChoice(std::unique_ptr<PrinterChoice> choice);

    [[nodiscard]] QString title() const override;
    void open(const Place& place) override;
    [[nodiscard]] QWidget* firstFocus() override;
    [[nodiscard]] bool showsOnePatient() const override { return m_aboutPatient; }
    [[nodiscard]] QString help() const override;
    [[nodiscard]] bool can(Command command) const override;
    void perform(Command command) override;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeHeading();
    QWidget* makeBar();
    QWidget* makeBody();
    QWidget* makePreview();
    void connectChoice();
    void connectPreview();
    void connectPresenter();
    void show(const ReportContent& content);
    void showBanner(const ReportContent& content);
    void showPages();
    void describeState(const ReportContent& content);
    void warn();
    void refreshBar();
    void turnPage(int step);
    void zoomBy(int step);
    // As wide as the room, and again whenever the room or the paper changes, until somebody zooms.
    void fitWidth();
    void fitAgain();
    void choosePaper(int paper);
    void chooseFile();
    void choosePrinter();
    void print();
    void say(Tier tier, const QString& sentence);

    Workbench& m_bench;
    ReportsPresenter* m_presenter = nullptr;
    std::unique_ptr<PrinterChoice> m_printers;
    std::shared_ptr<QPrinter> m_printer;
    PrintOptions m_options;
    bool m_aboutPatient = false;
    bool m_fitsWidth = true;
    DocumentChoice* m_choice = nullptr;
    BatchPanel* m_batch = nullptr;
    TextLabel* m_subject = nullptr;
    TextLabel* m_state = nullptr;
    TextLabel* m_pageOf = nullptr;
    TextLabel* m_zoomText = nullptr;
    Badge* m_badge = nullptr;
    MessageStrip* m_strip = nullptr;
    ChoiceRow* m_paper = nullptr;
    QScrollArea* m_area = nullptr;
    PagePreview* m_preview = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_print = nullptr;
    QPushButton* m_back = nullptr;
    QPushButton* m_next = nullptr;
    QPushButton* m_zoomOut = nullptr;
    QPushButton* m_zoomIn = nullptr;
    QPushButton* m_fit = nullptr;
};

} // namespace chairside::ui
