// First run of an empty clinic: names it and makes its first account.
#pragma once

#include <QWidget>
#include <string>

#include "ui/work/workbench.h"

class QCheckBox;
class QLineEdit;
class QPushButton;
class QStackedLayout;

namespace chairside::ui {

class FormBuilder;

class SetupPage : public QWidget {
    Q_OBJECT

public:
    SetupPage(Workbench& bench, std::string workstation, QWidget* parent = nullptr);

Q_SIGNALS:
    void finished(const QString& clinicName, const chairside::services::Actor& actor);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void buildForm();
    void create();
    void created(const services::Actor& actor, const QString& recoveryCode);

    Workbench& m_bench;
    std::string m_workstation;
    QStackedLayout* m_screens = nullptr;
    FormBuilder* m_form = nullptr;
    QLineEdit* m_clinic = nullptr;
    QLineEdit* m_printed = nullptr;
    QLineEdit* m_user = nullptr;
    QLineEdit* m_password = nullptr;
    QLineEdit* m_again = nullptr;
    QCheckBox* m_physician = nullptr;
    QCheckBox* m_nurse = nullptr;
    QPushButton* m_create = nullptr;
};

} // namespace chairside::ui
