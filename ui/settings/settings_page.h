// Settings of the clinic: who may sign in, and which protocols are in force.
#pragma once

#include "ui/shell/page.h"
#include "ui/work/workbench.h"

class QTabWidget;

namespace chairside::ui {

class AccountsPanel;
class AuditPanel;
class BackupPanel;
class ChairsPanel;
class ClinicPanel;
class MergePanel;
class EmergencyAccessPanel;
class FirstStepsPanel;
class OwnSignInPanel;
class ProtocolsPanel;
class ScreenLockPanel;
class TitrationPanel;

// Shows the sections the signed-in person may use.
class SettingsPage : public Page {
    Q_OBJECT

public:
    explicit SettingsPage(Workbench& bench, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    void open(const Place& place) override;
    [[nodiscard]] QWidget* firstFocus() override;
    [[nodiscard]] QString help() const override;
    // Ctrl+F goes to the filter of the audit trail while that is shown.
    [[nodiscard]] bool can(Command command) const override;
    void perform(Command command) override;

private:
    [[nodiscard]] bool isAuditShown() const;
    void addFirstSteps();
    void showFirstSteps(const services::Readiness& readiness);
    void goToStep(services::ReadinessPoint point);
    [[nodiscard]] QWidget* sectionOf(services::ReadinessPoint point) const; // none: this person has no such section

    Workbench& m_bench;
    QTabWidget* m_tabs = nullptr;
    FirstStepsPanel* m_steps = nullptr; // a tab only while something is to do
    AccountsPanel* m_accounts = nullptr;
    ClinicPanel* m_clinic = nullptr;
    ChairsPanel* m_chairs = nullptr;
    ScreenLockPanel* m_screenLock = nullptr;
    BackupPanel* m_backups = nullptr;
    MergePanel* m_merges = nullptr;
    ProtocolsPanel* m_protocols = nullptr;
    TitrationPanel* m_titration = nullptr;
    AuditPanel* m_audit = nullptr;
    EmergencyAccessPanel* m_emergency = nullptr;
    OwnSignInPanel* m_own = nullptr;
};

} // namespace chairside::ui
