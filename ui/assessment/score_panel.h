// The scores of the form as it stands now, with the rule for what is missing.
#pragma once

#include <vector>

#include "core/domain/instrument/scoring.h"
#include "ui/widgets/card.h"

class QPushButton;

namespace chairside::ui {

class TextLabel;

class ScorePanel : public Card {
    Q_OBJECT

public:
    explicit ScorePanel(QWidget* parent = nullptr);

    void show(const domain::Instrument& instrument, const domain::InstrumentResult& result, int blank);
    void setSaving(bool saving, bool correction);
    [[nodiscard]] QPushButton* saveButton() const { return m_save; }
    [[nodiscard]] QPushButton* discardButton() const { return m_discard; }

private:
    QVBoxLayout* m_lines = nullptr;
    std::vector<TextLabel*> m_labels; // label and value of each line
    TextLabel* m_open = nullptr;
    TextLabel* m_rule = nullptr;
    TextLabel* m_licence = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_discard = nullptr;
};

} // namespace chairside::ui
