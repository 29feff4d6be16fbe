// Which paper a document is laid out for.
#pragma once

#include "ui/widgets/choice_row.h"

namespace chairside::ui {

// A row of the sizes there are, at A4, owned by parent. Its values are those of PaperSize.
[[nodiscard]] ChoiceRow* makePaperChoice(QWidget* parent);

} // namespace chairside::ui
