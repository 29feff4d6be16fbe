// Naming the clinic's chairs.
#pragma once

#include <QWidget>

#include "ui/work/workbench.h"

class QLineEdit;
class QPushButton;

namespace chairside::ui {

class ClinicDaysForm;
class FormBuilder;
class TextLabel;

class ChairsPanel : public QWidget {
    Q_OBJECT

public:
    explicit ChairsPanel(Workbench& bench, QWidget* parent = nullptr);
    // Reads the list again, unless somebody is typing a new one.
    void refresh();
    [[nodiscard]] QWidget* firstFocus() const;

Q_SIGNALS:
    void status(const QString& sentence);

private:
    void save();
    void showSaved(const std::vector<std::string>& names);
    void showRefusal(const base::Error& error);

    Workbench& m_bench;
    TextLabel* m_about = nullptr;
    TextLabel* m_none = nullptr; // in its place while there are no chairs
    FormBuilder* m_form = nullptr;
    QLineEdit* m_names = nullptr;
    QPushButton* m_save = nullptr;
    QString m_saved;
    ClinicDaysForm* m_days = nullptr;
};

} // namespace chairside::ui
