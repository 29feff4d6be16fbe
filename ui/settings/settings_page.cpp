#include "ui/settings/settings_page.h"

#include <QApplication>
#include <QTabWidget>
#include <QVBoxLayout>

#include "ui/audit/audit_panel.h"
#include "ui/settings/accounts_panel.h"
#include "ui/settings/backup_panel.h"
#include "ui/settings/chairs_panel.h"
#include "ui/settings/clinic_panel.h"
#include "ui/settings/emergency_access_panel.h"
#include "ui/settings/first_steps_panel.h"
#include "ui/settings/merge_panel.h"
#include "ui/settings/own_sign_in_panel.h"
#include "ui/settings/protocols_panel.h"
#include "ui/settings/screen_lock_panel.h"
#include "ui/settings/titration_panel.h"
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
        m_clinic = new ClinicPanel(m_bench, m_tabs);
        m_tabs->addTab(m_clinic, tr("Clin&ic"));
        connect(m_clinic, &ClinicPanel::status, this, &SettingsPage::status);
        m_chairs = new ChairsPanel(m_bench, m_tabs);
        m_tabs->addTab(m_chairs, tr("C&hairs and days"));
        connect(m_chairs, &ChairsPanel::status, this, &SettingsPage::status);
        m_screenLock = new ScreenLockPanel(m_bench, m_tabs);
        m_tabs->addTab(m_screenLock, tr("Screen &lock"));
        connect(m_screenLock, &ScreenLockPanel::status, this, &SettingsPage::status);
        m_backups = new BackupPanel(m_bench, m_tabs);
        m_tabs->addTab(m_backups, tr("&Backup"));
        connect(m_backups, &BackupPanel::status, this, &SettingsPage::status);
    }
    if (m_bench.may(domain::Permission::MergePatients)) {
        m_merges = new MergePanel(m_bench, m_tabs);
        m_tabs->addTab(m_merges, tr("&Duplicates"));
        connect(m_merges, &MergePanel::status, this, &SettingsPage::status);
    }
    if (m_bench.may(domain::Permission::ViewProtocols)) {
        m_protocols = new ProtocolsPanel(m_bench, m_tabs);
        m_tabs->addTab(m_protocols, tr("P&rotocols"));
        connect(m_protocols, &ProtocolsPanel::status, this, &SettingsPage::status);
        m_titration = new TitrationPanel(m_bench, m_tabs);
        m_tabs->addTab(m_titration, tr("Titrati&on"));
    }
    if (m_bench.may(domain::Permission::ViewAudit)) {
        m_audit = new AuditPanel(m_bench, m_tabs);
        m_tabs->addTab(m_audit, tr("Aud&it"));
        connect(m_audit, &AuditPanel::status, this, &SettingsPage::status);
    }
    if (m_bench.may(domain::Permission::ReviewEmergencyAccess)) {
        m_emergency = new EmergencyAccessPanel(m_bench, m_tabs);
        m_tabs->addTab(m_emergency, tr("E&mergency"));
        connect(m_emergency, &EmergencyAccessPanel::status, this, &SettingsPage::status);
    }
    m_own = new OwnSignInPanel(m_bench, m_tabs);
    m_tabs->addTab(m_own, tr("M&y sign-in"));
    connect(m_own, &OwnSignInPanel::status, this, &SettingsPage::status);
    // The trail is read when somebody looks at it: that look is an entry of its own.
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        if (isAuditShown()) m_audit->refresh();
        Q_EMIT commandsChanged();
    });
}

void SettingsPage::addFirstSteps() {
    m_steps = new FirstStepsPanel(m_bench, this);
    m_steps->hide();
    connect(m_steps, &FirstStepsPanel::read, this, &SettingsPage::showFirstSteps);
    connect(m_steps, &FirstStepsPanel::chosen, this, &SettingsPage::goToStep);
}

void SettingsPage::showFirstSteps(const services::Readiness& readiness) {
    const int at = m_tabs->indexOf(m_steps);
    if (readiness.open() == 0) {
        if (at >= 0) m_tabs->removeTab(at);
        return;
    }
    const QString label = tr("To finish (%1)").arg(readiness.open());
    if (at >= 0) return m_tabs->setTabText(at, label);
    // In a new clinic it is what somebody comes for; later on it only stands there.
    const bool leads = readiness.noPatientYet && m_tabs->currentIndex() == 0;
    const bool hadFocus = m_tabs->currentWidget()->isAncestorOf(QApplication::focusWidget());
    m_tabs->insertTab(0, m_steps, label);
    if (!leads) return;
    m_tabs->setCurrentIndex(0);
    if (hadFocus) m_steps->firstFocus()->setFocus(Qt::OtherFocusReason);
}

QWidget* SettingsPage::sectionOf(services::ReadinessPoint point) const {
    switch (point) {
    case services::ReadinessPoint::ClinicAddress:
        return m_clinic;
    case services::ReadinessPoint::Chairs:
        return m_chairs;
    case services::ReadinessPoint::Protocol:
        return m_protocols;
    case services::ReadinessPoint::SecondPerson:
        return m_accounts;
    case services::ReadinessPoint::BackupPlace:
        return m_backups;
    }
    return nullptr;
}

void SettingsPage::goToStep(services::ReadinessPoint point) {
    QWidget* section = sectionOf(point);
    if (section == nullptr) return;
    m_tabs->setCurrentWidget(section);
    firstFocus()->setFocus(Qt::OtherFocusReason);
}

QString SettingsPage::title() const {
    return tr("Settings");
}

QString SettingsPage::help() const {
    return tr(
        "Accounts are made by an administrator; they can be closed but never deleted. A protocol is taken over from a "
        "template as a draft. A physician reads every number and signs it; only then can a course be ordered under "
        "it. Two records of one person are merged by an administrator, who can take them apart again. "

        "The audit trail lists who did what, to whom and when; nobody can change it, and looking at it is an entry "
        "of its "
        "own. Ctrl+F goes to its filter. Your own password, PIN and second factor are under My sign-in.");
}

bool SettingsPage::isAuditShown() const {
    return m_audit != nullptr && m_tabs->currentWidget() == m_audit;
}

bool SettingsPage::can(Command command) const {
    return command == Command::FindPatient && isAuditShown();
}

void SettingsPage::perform(Command command) {
    if (can(command)) m_audit->firstFocus()->setFocus(Qt::ShortcutFocusReason);
}

QWidget* SettingsPage::firstFocus() {
    if (isAuditShown()) return m_audit->firstFocus();
    if (m_steps != nullptr && m_tabs->currentWidget() == m_steps) return m_steps->firstFocus();
    if (m_emergency != nullptr && m_tabs->currentWidget() == m_emergency) return m_emergency->firstFocus();
    if (m_tabs->currentWidget() == m_own) return m_own->firstFocus();
    if (m_accounts != nullptr && m_tabs->currentWidget() == m_accounts) return m_accounts->firstFocus();
    if (m_clinic != nullptr && m_tabs->currentWidget() == m_clinic) return m_clinic->firstFocus();
    if (m_chairs != nullptr && m_tabs->currentWidget() == m_chairs) return m_chairs->firstFocus();
    if (m_screenLock != nullptr && m_tabs->currentWidget() == m_screenLock) return m_screenLock->firstFocus();
    if (m_backups != nullptr && m_tabs->currentWidget() == m_backups) return m_backups->firstFocus();
    if (m_merges != nullptr && m_tabs->currentWidget() == m_merges) return m_merges->firstFocus();
    if (m_titration != nullptr && m_tabs->currentWidget() == m_titration) return m_titration->firstFocus();
    return m_protocols != nullptr ? m_protocols->firstFocus() : nullptr;
}

void SettingsPage::open(const Place& place) {
    Q_UNUSED(place)
    if (m_steps == nullptr && m_bench.may(domain::Permission::ManageClinic)) addFirstSteps();
    if (m_steps != nullptr) m_steps->refresh();
    if (m_accounts != nullptr) m_accounts->refresh();
    if (m_clinic != nullptr) m_clinic->refresh();
    if (m_chairs != nullptr) m_chairs->refresh();
    if (m_screenLock != nullptr) m_screenLock->refresh();
    if (m_backups != nullptr) m_backups->refresh();
    if (m_merges != nullptr) m_merges->refresh();
    if (m_protocols != nullptr) m_protocols->refresh();
    if (m_titration != nullptr) m_titration->refresh();
    if (isAuditShown()) m_audit->refresh();
    if (m_emergency != nullptr) m_emergency->refresh();
    m_own->refresh();
}

} // namespace chairside::ui
