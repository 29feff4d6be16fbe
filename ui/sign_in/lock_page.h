// Covers the whole window until the same person gives their password again. Drafts and timers go on behind it.
#pragma once

#include <QWidget>

#include "ui/work/workbench.h"

class QLineEdit;
class QPushButton;

namespace chairside::ui {

class FormBuilder;

class LockPage : public QWidget {
    Q_OBJECT

public:
    explicit LockPage(Workbench& bench, QWidget* parent = nullptr);

Q_SIGNALS:
    void unlocked();
    // Somebody else wants to sign in.
    void otherPerson();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void tryToUnlock();

    Workbench& m_bench;
    FormBuilder* m_form = nullptr;
    QLineEdit* m_password = nullptr;
    QPushButton* m_unlock = nullptr;
};

} // namespace chairside::ui
