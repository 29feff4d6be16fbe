#include "ui/widgets/score_edit.h"

namespace chairside::ui {

ScoreEdit::ScoreEdit(const QString& name, int lowest, int highest, QWidget* parent)
    : DigitCell(name, {.low = lowest, .high = highest, .paddedZero = false}, parent) {}

} // namespace chairside::ui
