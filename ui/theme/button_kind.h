// What a push button is for; the style draws each kind its own way.
#pragma once

class QPushButton;
class QWidget;

namespace chairside::ui {

enum class ButtonKind { Secondary, Primary, Danger, Link };

void setButtonKind(QPushButton& button, ButtonKind kind);
[[nodiscard]] ButtonKind buttonKind(const QWidget& button);

} // namespace chairside::ui
