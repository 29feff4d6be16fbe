// Making and closing accounts.
#pragma once

#include <QWidget>

#include "ui/work/workbench.h"

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace chairside::ui {

class AccountsModel;
class FormBuilder;
class ResetPasswordForm;
class TableView;

class AccountsPanel : public QWidget {
    Q_OBJECT

public:
    explicit AccountsPanel(Workbench& bench, QWidget* parent = nullptr);
    void refresh();
    [[nodiscard]] QWidget* firstFocus() const;

Q_SIGNALS:
    void status(const QString& sentence);

private:
    QWidget* buildList();
    QWidget* buildForm();
    void create();
    void closeSelected();
    void startReset();
    void endReset();
    void submitReset();
    void updateButtons();

    Workbench& m_bench;
    AccountsModel* m_model = nullptr;
    TableView* m_table = nullptr;
    QPushButton* m_close = nullptr;
    QPushButton* m_reset = nullptr;
    ResetPasswordForm* m_resetForm = nullptr;
    FormBuilder* m_form = nullptr;
    QLineEdit* m_printed = nullptr;
    QLineEdit* m_user = nullptr;
    QLineEdit* m_password = nullptr;
    std::vector<std::pair<domain::Role, QCheckBox*>> m_roles;
    QPushButton* m_create = nullptr;
};

} // namespace chairside::ui
