#include "ui/widgets/buttons.h"

namespace chairside::ui {

QPushButton* makeButton(const QString& text, ButtonKind kind, const QString& objectName, QWidget* parent) {
    auto* button = new QPushButton(text, parent);
    button->setObjectName(objectName);
    button->setAccessibleName(spokenName(text));
    button->setAutoDefault(false);
    button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setButtonKind(*button, kind);
    return button;
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

QString spokenName(const QString& text) {
    return withoutMnemonic(text).remove(u'…');
}

} // namespace chairside::ui
