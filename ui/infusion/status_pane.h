// The pane beside every step: how the infusion stands at this second.
#pragma once

#include "ui/infusion/pane_state.h"
#include "ui/widgets/card.h"

class QPushButton;

namespace chairside::ui {

class Badge;
class FactList;
class TextLabel;

class StatusPane : public Card {
    Q_OBJECT

public:
    // Takes the line in, below the state.
    explicit StatusPane(QWidget& chairLine, QWidget* parent = nullptr);

    void showState(const PaneState& pane);
    // The button that leads to a new adverse event.
    void setEventsPossible(bool possible);

Q_SIGNALS:
    void eventWanted();

private:
    void build(QWidget& chairLine);
    TextLabel* add(TextRole role, const QString& name);

    Badge* m_state = nullptr;
    TextLabel* m_elapsed = nullptr;
    TextLabel* m_elapsedWord = nullptr;
    TextLabel* m_left = nullptr;
    FactList* m_bag = nullptr;
    TextLabel* m_due = nullptr;
    TextLabel* m_dueDetail = nullptr;
    TextLabel* m_latestAt = nullptr;
    FactList* m_latest = nullptr;
    QPushButton* m_event = nullptr;
};

} // namespace chairside::ui
