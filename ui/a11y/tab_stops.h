// Where the keyboard stops.
#pragma once

class QWidget;

namespace chairside::ui {

// The first widget in root, in tab order, that Tab would stop at; nothing if there is none. Root itself counts.
[[nodiscard]] QWidget* firstTabStop(QWidget* root);

} // namespace chairside::ui
