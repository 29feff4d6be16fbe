#include "ui/theme/button_kind.h"

#include <QPushButton>
#include <QVariant>

namespace chairside::ui {

namespace {

constexpr const char* kKindProperty = "chairsideKind";

} // namespace

void setButtonKind(QPushButton& button, ButtonKind kind) {
    button.setProperty(kKindProperty, static_cast<int>(kind));
    QFont font = button.font();
    font.setWeight(kind == ButtonKind::Primary ? QFont::DemiBold : QFont::Normal);
    button.setFont(font);
    if (kind == ButtonKind::Link) button.setCursor(Qt::PointingHandCursor);
    button.update();
}

ButtonKind buttonKind(const QWidget& button) {
    const QVariant kind = button.property(kKindProperty);
    return kind.isValid() ? static_cast<ButtonKind>(kind.toInt()) : ButtonKind::Secondary;
}

} // namespace chairside::ui
