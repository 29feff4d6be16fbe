// The printed code of a new clinic: shown once, and typed back in part before anybody goes on.
#pragma once

#include <QWidget>

#include "ui/work/workbench.h"

class QLineEdit;

namespace chairside::ui {

class FormBuilder;

class RecoveryCard : public QWidget {
    Q_OBJECT

public:
    RecoveryCard(Workbench& bench, const QString& code, QWidget* parent = nullptr);

Q_SIGNALS:
    void confirmed();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void confirm();

    Workbench& m_bench;
    FormBuilder* m_form = nullptr;
    QLineEdit* m_second = nullptr;
    QLineEdit* m_last = nullptr;
};

} // namespace chairside::ui
