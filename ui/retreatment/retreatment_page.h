// The re-treatment worklist: everybody whose newest course leads to a decision, by what it is waiting for.
#pragma once

#include <optional>

#include "core/domain/ids.h"
#include "ui/shell/page.h"

class QPushButton;
class QStackedWidget;

namespace chairside::base {
struct Error;
}
namespace chairside::services {
struct RetreatmentRow;
}

namespace chairside::ui {

class DecisionForm;
class EmptyState;
class RetreatmentModel;
class RetreatmentPresenter;
class TableView;
class TextLabel;
class Workbench;

// Enter opens the review of the row, Alt+P postpones its decision below the list.
class RetreatmentPage : public Page {
    Q_OBJECT

public:
    RetreatmentPage(Workbench& bench, QWidget* parent);

    [[nodiscard]] QString title() const override;
    void open(const Place& place) override;
    [[nodiscard]] QWidget* firstFocus() override;
    [[nodiscard]] QString help() const override;
    [[nodiscard]] bool can(Command command) const override;
    void perform(Command command) override;

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void buildList();
    void buildActions();
    void connectPresenter();
    void show(const std::vector<services::RetreatmentRow>& rows);
    void openRow(int row);
    void startPostponing();
    void submitPostponement();
    void endPostponing();
    void refreshActions();

    Workbench& m_bench;
    RetreatmentPresenter* m_presenter = nullptr;
    RetreatmentModel* m_model = nullptr;
    TextLabel* m_summary = nullptr;
    QStackedWidget* m_stack = nullptr;
    TableView* m_table = nullptr;
    EmptyState* m_nobody = nullptr;
    TextLabel* m_refusal = nullptr;
    QPushButton* m_open = nullptr;
    QPushButton* m_postpone = nullptr;
    TextLabel* m_keys = nullptr;
    DecisionForm* m_form = nullptr;
    std::optional<domain::CourseId> m_postponing; // whose entries the form holds
};

} // namespace chairside::ui
