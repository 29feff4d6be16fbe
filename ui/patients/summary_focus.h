// Moves the focus to the list of problems on top of a form.
#pragma once

#include "ui/widgets/form_builder.h"
#include "ui/widgets/message_strip.h"

namespace chairside::ui {

// The list has just been made: its first link is in a layout, but is shown only by the next turn of the event loop.
inline void focusSummary(const FormBuilder& form) {
    QWidget* target = form.strip().firstTarget();
    if (target == nullptr) return;
    target->show();
    target->setFocus(Qt::TabFocusReason);
}

} // namespace chairside::ui
