// Push buttons of the program. One primary button per step, left of the others; danger is never the default
// button.
#pragma once

#include <QPushButton>
#include <QString>

#include "ui/theme/button_kind.h"

namespace chairside::ui {

// objectName for tests. The accessible name is spokenName(text).
[[nodiscard]] QPushButton* makeButton(const QString& text, ButtonKind kind, const QString& objectName,
                                      QWidget* parent = nullptr);

// The text a person reads: "&Save" -> "Save", "Bed && chair" -> "Bed & chair".
[[nodiscard]] QString withoutMnemonic(const QString& text);

// The accessible name of a control with this text: no mnemonic and no "…", wherever.
[[nodiscard]] QString spokenName(const QString& text);

} // namespace chairside::ui
