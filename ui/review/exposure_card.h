// How much of the drug the patient has received, and the checks that repeated courses ask for.
#pragma once

#include <optional>

#include "core/domain/outcome/exposure.h"
#include "ui/widgets/card.h"

class QPushButton;

namespace chairside::ui {

class TextLabel;

class ExposureCard : public Card {
    Q_OBJECT

public:
    explicit ExposureCard(QWidget* parent = nullptr);

    // mayRecord: the signed-in person may fill in a check.
    void show(const std::optional<domain::Exposure>& exposure, bool mayRecord);

Q_SIGNALS:
    // The page where checks are filled in.
    void checkWanted();

private:
    TextLabel* m_sums = nullptr;
    TextLabel* m_prompts = nullptr;
    QPushButton* m_record = nullptr;
};

} // namespace chairside::ui
