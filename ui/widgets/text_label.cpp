#include "ui/widgets/text_label.h"

#include <QAccessible>
#include <QEvent>

#include "ui/theme/fonts.h"
#include "ui/theme/palette.h"

namespace chairside::ui {

namespace {

struct TextLook {
    TypeSize size;
    QFont::Weight weight;
    QColor colour;
};

TextLook textLookOf(TextRole role) {
    const Palette& c = tokens();
    switch (role) {
    case TextRole::Body:
        return {TypeSize::Base, QFont::Normal, c.text};
    case TextRole::Strong:
        return {TypeSize::Base, QFont::DemiBold, c.text};
    case TextRole::Label:
        return {TypeSize::Label, QFont::Medium, c.secondary};
    case TextRole::Hint:
        return {TypeSize::Label, QFont::Normal, c.secondary};
    case TextRole::Heading:
        return {TypeSize::Base, QFont::DemiBold, c.text};
    case TextRole::PageTitle:
        return {TypeSize::PageTitle, QFont::DemiBold, c.text};
    case TextRole::CardNumber:
        return {TypeSize::CardNumber, QFont::DemiBold, c.text};
    case TextRole::Timer:
        return {TypeSize::Timer, QFont::DemiBold, c.text};
    case TextRole::Stop:
        return {TypeSize::Base, QFont::DemiBold, c.error};
    case TextRole::Error:
        return {TypeSize::Label, QFont::DemiBold, c.error};
    case TextRole::Warning:
        return {TypeSize::Base, QFont::DemiBold, c.warning};
    case TextRole::Success:
        return {TypeSize::Base, QFont::DemiBold, c.success};
    }
    return {TypeSize::Base, QFont::Normal, c.text};
}

bool wraps(TextRole role) {
    return role == TextRole::Hint || role == TextRole::Error || role == TextRole::Warning || role == TextRole::Success;
}

} // namespace

TextLabel::TextLabel(const QString& text, TextRole role, QWidget* parent) : QLabel(parent), m_role(role) {
    setTextFormat(Qt::PlainText);
    setText(text);
    setWordWrap(wraps(role));
    restyle();
}

void TextLabel::setRole(TextRole role) {
    m_role = role;
    restyle();
}

void TextLabel::announce(const QString& text) {
    setText(text);
    setAccessibleName(text);
    QAccessibleEvent named(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&named);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

bool TextLabel::event(QEvent* event) {
    const QWidget* to = buddy();
    const bool composite = to != nullptr && to->focusPolicy() == Qt::NoFocus && to->focusProxy() != nullptr;
    if (event->type() != QEvent::Shortcut || !composite) return QLabel::event(event);
    to->focusProxy()->setFocus(Qt::ShortcutFocusReason);
    return true;
}

void TextLabel::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::ApplicationPaletteChange) restyle();
}

void TextLabel::restyle() {
    if (m_restyling) return;
    m_restyling = true;
    const TextLook look = textLookOf(m_role);
    setFont(uiFont(look.size, look.weight));
    QPalette own = palette();
    own.setColor(QPalette::Active, QPalette::WindowText, look.colour);
    own.setColor(QPalette::Inactive, QPalette::WindowText, look.colour);
    setPalette(own);
    m_restyling = false;
}

} // namespace chairside::ui
