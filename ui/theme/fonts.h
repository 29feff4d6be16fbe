// The type sizes of the program. The family has tabular digits, so columns of numbers line up.
#pragma once

#include <QFont>

namespace chairside::ui {

enum class TypeSize { Label, Base, PageTitle, CardNumber, Timer };

// 9, 10.5, 13, 16 and 20 pt, times the text scale of the look that is applied.
[[nodiscard]] QFont uiFont(TypeSize size = TypeSize::Base, QFont::Weight weight = QFont::Normal);
// For record numbers and codes.
[[nodiscard]] QFont idFont();

// "Open Sans", else the first of the other families with tabular digits that is installed.
[[nodiscard]] QString uiFontFamily();

} // namespace chairside::ui
