// The dose as the program works it out, live beside the form or as it was prepared.
#pragma once

#include "ui/infusion/dose_lines.h"
#include "ui/widgets/card.h"

namespace chairside::ui {

class FactList;
class TextLabel;

class DoseCard : public Card {
    Q_OBJECT

public:
    explicit DoseCard(QWidget* parent = nullptr);

    // Nothing to calculate with yet: says what is needed.
    void showWaiting();
    void showLines(const DoseLines& lines);
    // Cautions and plain information below the result; empty strings are left out.
    void showRemarks(const QString& caution, const QString& information);

private:
    TextLabel* m_dose = nullptr;
    TextLabel* m_rounding = nullptr;
    FactList* m_facts = nullptr;
    TextLabel* m_problem = nullptr;
    TextLabel* m_caution = nullptr;
    TextLabel* m_guideline = nullptr;
    TextLabel* m_information = nullptr;
};

} // namespace chairside::ui
