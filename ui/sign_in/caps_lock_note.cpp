#include "ui/sign_in/caps_lock_note.h"

#include <QKeyEvent>
#include <QLineEdit>

namespace chairside::ui {

CapsLockNote::CapsLockNote(QWidget* parent) : TextLabel({}, TextRole::Warning, parent) {
    setObjectName(QStringLiteral("caps_lock_note"));
    setWordWrap(true);
    hide();
}

void CapsLockNote::watch(QLineEdit& field) {
    field.installEventFilter(this);
}

bool CapsLockNote::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const QString text = key->text();
        if (text.size() == 1 && text.front().isLetter()) {
            const bool shifted = key->modifiers().testFlag(Qt::ShiftModifier);
            const bool capsLock = text.front().isUpper() != shifted;
            setVisible(capsLock);
            if (capsLock) announce(tr("Caps Lock is on."));
        }
    }
    return TextLabel::eventFilter(watched, event);
}

} // namespace chairside::ui
