#include "ui/a11y/tab_stops.h"

#include <QWidget>

namespace chairside::ui {

QWidget* firstTabStop(QWidget* root) {
    QWidget* at = root;
    do {
        const bool stops = (at->focusPolicy() & Qt::TabFocus) != 0 && at->isEnabled() && at->isVisibleTo(root);
        if (stops && (at == root || root->isAncestorOf(at))) return at;
        at = at->nextInFocusChain();
    } while (at != nullptr && at != root);
    return nullptr;
}

} // namespace chairside::ui
