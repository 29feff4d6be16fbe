// Push buttons of the program. One primary button per step, left of the others; danger is never the default button.
#pragma once

#include <QPushButton>
#include <QString>

namespace chairside::ui {

enum class ButtonKind { Secondary, Primary, Danger, Link };

// objectName for tests. The accessible name is the text without its mnemonic.
[[nodiscard]] QPushButton* makeButton(const QString& text, ButtonKind kind, const QString& objectName,
                                      QWidget* parent = nullptr);
void setButtonKind(QPushButton& button, ButtonKind kind);
[[nodiscard]] ButtonKind buttonKind(const QWidget& button);

// The text a person reads: "&Save" -> "Save", "Bed && chair" -> "Bed & chair".
[[nodiscard]] QString withoutMnemonic(const QString& text);

}  // namespace chairside::ui
