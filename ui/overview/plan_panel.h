// What can be done with one planned infusion: open it, move it, or say that it did not take place.
#pragma once

#include <optional>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "ui/overview/overview_screen.h"
#include "ui/widgets/card.h"

class QLineEdit;
class QPushButton;

namespace chairside::ui {

class ChoiceRow;
class DateEdit;
class FormBuilder;
class TextLabel;

// Shown below the course strip. What was typed stays until it is saved or the panel is closed.
class PlanPanel : public Card {
    Q_OBJECT

public:
    explicit PlanPanel(const base::Clock& clock, QWidget* parent = nullptr);

    // mayOpen: the infusion may be opened at the chair now; mayPlan: its date may be changed.
    void openFor(const StripItem& item, bool mayOpen, bool mayPlan);
    // The same infusion after a refresh; closes if it is no longer planned.
    void follow(const std::vector<StripItem>& items);
    void close();
    void refuse(const base::Error& error);
    void setSaving(bool saving);
    [[nodiscard]] const std::optional<StripItem>& item() const { return m_item; }
    void takeFocus();
    // Saves the change, if the panel is open for one.
    void save();

Q_SIGNALS:
    void openChosen(const chairside::domain::PlannedInfusionId& planned);
    void moveChosen(const chairside::domain::PlannedInfusionId& planned, chairside::base::CalendarDate date);
    void notGivenChosen(const chairside::domain::PlannedInfusionId& planned, chairside::domain::PlanState state,
                        const QString& reason);
    // The infusion the panel was open for.
    void closed(const chairside::domain::PlannedInfusionId& planned);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Change { Move, Missed, Declined };
    void buildForm(const base::Clock& clock);
    void buildButtons();
    void showFields();
    [[nodiscard]] std::optional<Change> change() const;

    std::optional<StripItem> m_item;
    TextLabel* m_about = nullptr;
    FormBuilder* m_form = nullptr;
    ChoiceRow* m_what = nullptr;
    DateEdit* m_date = nullptr;
    QLineEdit* m_reason = nullptr;
    QPushButton* m_open = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_close = nullptr;
};

} // namespace chairside::ui
