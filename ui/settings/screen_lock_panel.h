// Choosing when an unattended screen locks.
#pragma once

#include <QWidget>

#include "ui/work/workbench.h"

class QPushButton;

namespace chairside::ui {

class FormBuilder;
class QuantityEdit;

class ScreenLockPanel : public QWidget {
    Q_OBJECT

public:
    explicit ScreenLockPanel(Workbench& bench, QWidget* parent = nullptr);
    // Reads the time again, unless somebody is typing a new one.
    void refresh();
    [[nodiscard]] QWidget* firstFocus() const;

Q_SIGNALS:
    void status(const QString& sentence);

private:
    void save();

    Workbench& m_bench;
    FormBuilder* m_form = nullptr;
    QuantityEdit* m_minutes = nullptr;
    QPushButton* m_save = nullptr;
    QString m_saved;
};

} // namespace chairside::ui
