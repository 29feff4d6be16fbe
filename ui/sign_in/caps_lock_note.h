// Says that Caps Lock is on while somebody types a password.
#pragma once

#include "ui/widgets/text_label.h"

class QLineEdit;

namespace chairside::ui {

// Hidden until a letter comes in capitals without Shift; Qt does not tell the state of the key itself.
class CapsLockNote : public TextLabel {
    Q_OBJECT

public:
    explicit CapsLockNote(QWidget* parent = nullptr);
    void watch(QLineEdit& field);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace chairside::ui
