// Settings of the clinic: who may sign in, and which protocols are in force.
#pragma once

#include "ui/shell/page.h"
#include "ui/work/workbench.h"

class QTabWidget;

namespace chairside::ui {

class AccountsPanel;
class BackupPanel;
class ChairsPanel;
class EmptyState;
class ProtocolsPanel;
class ScreenLockPanel;

// Shows the sections the signed-in person may use.
class SettingsPage : public Page {
    Q_OBJECT

public:
    explicit SettingsPage(Workbench& bench, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    void open(const Place& place) override;
    [[nodiscard]] QWidget* firstFocus() override;
    [[nodiscard]] QString help() const override;

private:
    Workbench& m_bench;
    QTabWidget* m_tabs = nullptr;
    AccountsPanel* m_accounts = nullptr;
    ChairsPanel* m_chairs = nullptr;
    ScreenLockPanel* m_screenLock = nullptr;
    BackupPanel* m_backups = nullptr;
    ProtocolsPanel* m_protocols = nullptr;
};

} // namespace chairside::ui
