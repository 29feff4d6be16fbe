// The re-treatment worklist: everybody whose newest course leads to a decision, by what it is waiting for.
#pragma once

#include <optional>

#include "core/domain/ids.h"
#include "ui/shell/page.h"

class QComboBox;
class QPushButton;
class QStackedWidget;

namespace chairside::base {
struct Error;
}
namespace chairside::services {
struct RetreatmentPart;
}

namespace chairside::ui {

class DecisionForm;
class EmptyState;
class FollowUpForm;
class InlineForm;
class RetreatmentModel;
class RetreatmentPresenter;
class TableView;
class TextLabel;
class Workbench;

// Enter opens the review of the row. Below the list, in one place: Alt+C the score of a call, Alt+P a postponement,
// Alt+D any decision. Alt+T shows the call list of everybody who is due.
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
    void buildHeading();
    void show(const services::RetreatmentPart& part);
    void showMore(const services::RetreatmentPart& part);
    void showGroups(const services::RetreatmentPart& part);
    void openRow(int row);
    void addForm(InlineForm& form);
    // Below the list; entries of another row are thrown away, those of the same one kept.
    void openForm(InlineForm& form, const QString& title);
    [[nodiscard]] QString currentName() const; // of the patient of the current row
    void startScore();
    void startPostponing();
    void startDeciding();
    void submitScore();
    void submitDecision(const DecisionForm& form);
    void settleSaved();
    void closeForm();
    [[nodiscard]] InlineForm* openedForm() const;
    void refreshActions();

    Workbench& m_bench;
    RetreatmentPresenter* m_presenter = nullptr;
    RetreatmentModel* m_model = nullptr;
    TextLabel* m_summary = nullptr;
    QComboBox* m_groups = nullptr;
    QStackedWidget* m_stack = nullptr;
    TableView* m_table = nullptr;
    EmptyState* m_nobody = nullptr;
    TextLabel* m_refusal = nullptr;
    QPushButton* m_open = nullptr;
    QPushButton* m_postpone = nullptr;
    QPushButton* m_score = nullptr;
    QPushButton* m_decide = nullptr;
    QPushButton* m_callList = nullptr;
    TextLabel* m_keys = nullptr;
    FollowUpForm* m_scoreForm = nullptr;
    DecisionForm* m_postponeForm = nullptr;
    DecisionForm* m_decideForm = nullptr;
    std::optional<domain::CourseId> m_about; // whose entries the forms hold
    QString m_said;                          // after the next save
    std::optional<Place> m_next;             // after the next save
};

} // namespace chairside::ui
