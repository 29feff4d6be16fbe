// Covers the whole window until the same person gives their password again. Drafts and timers go on behind it, and the
// pumps that run stay in sight: by their chair, without a name.
#pragma once

#include <QWidget>

#include "ui/work/workbench.h"

class QLineEdit;
class QPushButton;

namespace chairside::ui {

class Card;
class FormBuilder;
class TextLabel;

class LockPage : public QWidget {
    Q_OBJECT

public:
    explicit LockPage(Workbench& bench, QWidget* parent = nullptr);

    // What was read last, at the present second.
    void showPumps();

Q_SIGNALS:
    void unlocked();
    // Somebody else wants to sign in.
    void otherPerson();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void tryToUnlock();
    void tryPin();
    void tryPassword();
    void answered(const base::Done& done);
    void askForPin(bool pin);
    QWidget* buildPumps();
    void readPumps();
    void tick();

    Workbench& m_bench;
    FormBuilder* m_form = nullptr;
    QLineEdit* m_pin = nullptr;
    QLineEdit* m_password = nullptr;
    QPushButton* m_usePassword = nullptr;
    QPushButton* m_unlock = nullptr;
    Card* m_pumpCard = nullptr;
    std::vector<TextLabel*> m_lines;
    std::vector<services::PumpRow> m_pumps;
    int m_seconds = 0;
    bool m_byPin = false;
};

} // namespace chairside::ui
