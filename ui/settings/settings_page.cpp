#include "ui/settings/settings_page.h"

#include <QTabWidget>
#include <QVBoxLayout>

#include "ui/settings/accounts_panel.h"
#include "ui/settings/backup_panel.h"
#include "ui/settings/chairs_panel.h"
#include "ui/settings/protocols_panel.h"
#include "ui/settings/screen_lock_panel.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

SettingsPage::SettingsPage(Workbench& bench, QWidget* parent) : Page(parent), m_bench(bench) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(scaled(space::kGroup), scaled(space::kGroup), scaled(space::kGroup),
                               scaled(space::kGroup));
    layout->addWidget(new TextLabel(tr("Settings"), TextRole::PageTitle, this));
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(QStringLiteral("settings_tabs"));
    m_tabs->setAccessibleName(tr("Sections of the settings"));
    m_tabs->setDocumentMode(true);
    layout->addWidget(m_tabs, 1);
    if (m_bench.may(domain::Permission::ManageAccounts)) {
        m_accounts = new AccountsPanel(m_bench, m_tabs);
        m_tabs->addTab(m_accounts, tr("&Accounts"));
        connect(m_accounts, &AccountsPanel::status, this, &SettingsPage::status);
    }
    if (m_bench.may(domain::Permission::ManageClinic)) {
        m_chairs = new ChairsPanel(m_bench, m_tabs);
        m_tabs->addTab(m_chairs, tr("C&hairs"));
        connect(m_chairs, &ChairsPanel::status, this, &SettingsPage::status);
        m_screenLock = new ScreenLockPanel(m_bench, m_tabs);
        m_tabs->addTab(m_screenLock, tr("Screen &lock"));
        connect(m_screenLock, &ScreenLockPanel::status, this, &SettingsPage::status);
        m_backups = new BackupPanel(m_bench, m_tabs);
        m_tabs->addTab(m_backups, tr("&Backup"));
        connect(m_backups, &BackupPanel::status, this, &SettingsPage::status);
    }
    if (m_bench.may(domain::Permission::ViewProtocols)) {
        m_protocols = new ProtocolsPanel(m_bench, m_tabs);
        m_tabs->addTab(m_protocols, tr("P&rotocols"));
        connect(m_protocols, &ProtocolsPanel::status, this, &SettingsPage::status);
    }
}

QString SettingsPage::title() const {
    return tr("Settings");
}

QString SettingsPage::help() const {
    return tr(
        "Accounts are made by an administrator; they can be closed but never deleted. A protocol is taken over from a "
        "template as a draft. A physician reads every number and signs it; only then can a course be ordered under "
        "it.");
}

QWidget* SettingsPage::firstFocus() {
    if (m_accounts != nullptr && m_tabs->currentWidget() == m_accounts) return m_accounts->firstFocus();
    if (m_chairs != nullptr && m_tabs->currentWidget() == m_chairs) return m_chairs->firstFocus();
    if (m_screenLock != nullptr && m_tabs->currentWidget() == m_screenLock) return m_screenLock->firstFocus();
    if (m_backups != nullptr && m_tabs->currentWidget() == m_backups) return m_backups->firstFocus();
    return m_protocols != nullptr ? m_protocols->firstFocus() : nullptr;
}

void SettingsPage::open(const Place& place) {
    Q_UNUSED(place)
    if (m_accounts != nullptr) m_accounts->refresh();
    if (m_chairs != nullptr) m_chairs->refresh();
    if (m_screenLock != nullptr) m_screenLock->refresh();
    if (m_backups != nullptr) m_backups->refresh();
    if (m_protocols != nullptr) m_protocols->refresh();
}

} // namespace chairside::ui
