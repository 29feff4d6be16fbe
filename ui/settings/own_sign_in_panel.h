// One's own password, PIN and second factor.
#pragma once

#include <QWidget>

#include "ui/work/workbench.h"

class QLineEdit;
class QPushButton;

namespace chairside::ui {

class CapsLockNote;
class Card;
class FormBuilder;
class SecondFactorCard;
class TextLabel;

// Each change asks for the present password. Nothing typed here is kept once it was saved.
class OwnSignInPanel : public QWidget {
    Q_OBJECT

public:
    explicit OwnSignInPanel(Workbench& bench, QWidget* parent = nullptr);
    void refresh();
    [[nodiscard]] QWidget* firstFocus() const;

Q_SIGNALS:
    void status(const QString& sentence);

private:
    QWidget* makePasswordCard();
    QWidget* makePinCard();
    void changePassword();
    void savePin();
    void removePin();
    void pinChanged(const base::Done& done, const QString& sentence);

    Workbench& m_bench;
    FormBuilder* m_passwordForm = nullptr;
    QLineEdit* m_current = nullptr;
    QLineEdit* m_new = nullptr;
    QLineEdit* m_again = nullptr;
    QPushButton* m_change = nullptr;
    FormBuilder* m_pinForm = nullptr;
    QLineEdit* m_pinPassword = nullptr;
    QLineEdit* m_pin = nullptr;
    TextLabel* m_pinState = nullptr;
    QPushButton* m_savePin = nullptr;
    QPushButton* m_removePin = nullptr;
    SecondFactorCard* m_factor = nullptr;
};

// What to say about a re-authentication that failed, under the field of the password.
[[nodiscard]] QString passwordFailure(const base::Error& error);

} // namespace chairside::ui
