// A score from 0 to 10 (or another small scale): one key, except that '1' waits for '0' or Enter. Never
// starts at 0.
#pragma once

#include "ui/widgets/digit_cell.h"

namespace chairside::ui {

class ScoreEdit : public DigitCell {
    Q_OBJECT

public:
    explicit ScoreEdit(const QString& name, int lowest = 0, int highest = 10, QWidget* parent = nullptr);
};

} // namespace chairside::ui
