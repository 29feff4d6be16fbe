#include "ui/widgets/buttons.h"

#include <QVariant>

namespace chairside::ui {

namespace {

constexpr const char* kKindProperty = "chairsideKind";

}  // namespace

QPushButton* makeButton(const QString& text, ButtonKind kind, const QString& objectName, QWidget* parent) {
    auto* button = new QPushButton(text, parent);
    button->setObjectName(objectName);
    button->setAccessibleName(withoutMnemonic(text));
    button->setAutoDefault(false);
    button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setButtonKind(*button, kind);
    return button;
}

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

QString withoutMnemonic(const QString& text) {
    QString plain;
    plain.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] == u'&' && at + 1 < text.size()) ++at;
        plain += text[at];
    }
    return plain;
}

}  // namespace chairside::ui
