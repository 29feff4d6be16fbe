// Emergency access in the settings, an administrator's help for a forgotten password, and the way to a restore: by
// keys.
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include "tests/support/core/listed_backups.h"
#include "tests/ui/patients/page_bench.h"
#include "ui/format/backup_text.h"
#include "ui/settings/emergency_access_panel.h"
#include "ui/settings/settings_page.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/table_view.h"

namespace chairside::test {
namespace {

using namespace Qt::Literals::StringLiterals;

const QString kTyped = QString::fromLatin1(kPassword);

class TrustPanels : public PageBench {
protected:
    void open(const services::Actor& actor, char tab) {
        signIn(actor);
        settings = std::make_unique<ui::SettingsPage>(bench);
        show(*settings, placeOf(ui::PageKind::Settings));
        alt(tab);
        settle();
    }
    void type(const QString& field, const QString& text) {
        findWidget(*settings, field)->setFocus();
        keys(text);
    }
    QString message(const QString& field) {
        for (auto* form : settings->findChildren<ui::FormBuilder*>()) {
            if (form->isVisible() && form->editor(field) != nullptr) return form->messageOf(field);
        }
        return {};
    }
    void expectSound() {
        for (const auto& fault : crawl(*settings))
            ADD_FAILURE() << fault;
    }
    std::unique_ptr<ui::SettingsPage> settings;
};

TEST_F(TrustPanels, EmergencyAccessIsBegunWithAReasonAndEndedByKeys) {
    open(clinic.administrator, 'M');
    picture(*settings, u"emergency_before"_s);
    expectSound();
    type(u"emergency_password"_s, kTyped);
    alt('G');
    settle();
    EXPECT_FALSE(message(u"reason"_s).isEmpty());
    EXPECT_FALSE(bench.may(domain::Permission::ViewPatients));
    type(u"reason"_s, u"nurse collapsed"_s);
    alt('G');
    settle();
    EXPECT_TRUE(bench.may(domain::Permission::ViewPatients));
    EXPECT_FALSE(bench.may(domain::Permission::RecordInfusion));
    EXPECT_TRUE(textOf(*settings, u"emergency_own"_s).contains(u"until 11:42"_s));
    picture(*settings, u"emergency_open"_s);
    expectSound();
    alt('E');
    settle();
    EXPECT_FALSE(bench.may(domain::Permission::ViewPatients));
}

TEST_F(TrustPanels, EmergencyAccessIsOverByItself) {
    signIn(clinic.auditor);
    const auto access = need(clinic.services.emergencyAccess.begin(clinic.auditor, "fire", kPassword));
    bench.setEmergency(access.endsAt);
    EXPECT_TRUE(bench.isInEmergency());
    clinic.clock.advance(std::chrono::minutes(60));
    EXPECT_FALSE(bench.isInEmergency());
}

TEST_F(TrustPanels, APhysicianLooksAtWhatWasUsed) {
    need(clinic.services.emergencyAccess.begin(clinic.administrator, "nurse collapsed", kPassword));
    clinic.clock.advance(std::chrono::hours(2));
    open(clinic.physician, 'M');
    auto* table = findByName<ui::TableView>(*settings, u"emergency_table"_s);
    const auto cell = [table](int column) {
        return table->model()->index(0, column).data().toString();
    };
    EXPECT_EQ(cell(ui::EmergencyAccessModel::Reason), u"nurse collapsed"_s);
    EXPECT_TRUE(cell(ui::EmergencyAccessModel::Review).contains(u"not looked at yet"_s));
    EXPECT_FALSE(settings->findChild<QWidget*>(u"emergency_begin"_s)) << "a physician needs none";
    type(u"remark"_s, u"justified, one record opened"_s);
    alt('S');
    settle();
    EXPECT_TRUE(cell(ui::EmergencyAccessModel::Review).contains(u"justified"_s));
    picture(*settings, u"emergency_reviewed"_s);
    expectSound();
}

TEST_F(TrustPanels, TheWindowSaysUntilWhenAndForgetsThePages) {
    ui::MainWindow window(clinic.steady);
    window.setEmergency(clinic.steady.now().plus(std::chrono::minutes(60)));
    auto* strip = window.findChild<QWidget*>(u"emergencyStrip"_s);
    ASSERT_NE(strip, nullptr);
    EXPECT_FALSE(strip->isHidden());
    EXPECT_TRUE(strip->accessibleName().contains(u"11:42"_s));
    window.setEmergency(std::nullopt);
    EXPECT_TRUE(strip->isHidden());
}

TEST_F(TrustPanels, AnAdministratorGivesANewPassword) {
    open(clinic.administrator, 'A');
    auto* table = findByName<ui::TableView>(*settings, u"accounts_table"_s);
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        if (table->model()->index(row, 1).data().toString() == u"khan"_s) table->selectRow(row);
    }
    alt('W');
    settle();
    type(u"reset_password"_s, u"short"_s);
    type(u"reset_own_password"_s, u"not my password"_s);
    alt('S');
    settle();
    EXPECT_FALSE(message(u"reset_password"_s).isEmpty());
    picture(*settings, u"reset_password"_s);
    findByName<QLineEdit>(*settings, u"reset_password"_s)->clear();
    type(u"reset_password"_s, u"a kettle sings at dawn"_s);
    alt('S');
    settle();
    EXPECT_EQ(message(u"reset_own_password"_s), u"This is not your present password."_s);
    expectSound();
    findByName<QLineEdit>(*settings, u"reset_own_password"_s)->clear();
    type(u"reset_own_password"_s, kTyped);
    alt('S');
    settle();
    EXPECT_EQ(statuses.back(), u"The password opens their next sign-in, where they choose their own."_s);
    auto& accounts = clinic.services.accounts;
    EXPECT_THAT(accounts.signIn("khan", "a kettle sings at dawn", "pc"), FailsWith(base::Code::Invalid));
    EXPECT_THAT(accounts.signIn("khan", "a kettle sings at dawn", "pc", {}, "what I chose for myself"), IsOk());
}

TEST_F(TrustPanels, ARestoreNeedsTheDayOfTheBackupAndAYes) {
    ListedBackups keeper(clinic.steady);
    clinic.context.backups = &keeper;
    keeper.kept = {
        {.name = "backup-2", .made = clinic.steady.now().plus(std::chrono::hours(-2)), .bytes = 41'200'000},
        {.name = "backup-1", .made = clinic.steady.now().plus(std::chrono::hours(-50)), .bytes = 41'000'000}};
    QStringList wanted;
    QObject::connect(&bench, &ui::Workbench::restoreWanted, &bench,
                     [&](const QString& folder, const QString& backup, const std::string& password,
                         const std::string&) { wanted << folder << backup << QString::fromStdString(password); });
    open(clinic.administrator, 'B');
    picture(*settings, u"backup_restore"_s);
    expectSound();
    type(u"restore_password"_s, kTyped);
    type(u"restore_day"_s, u"5-Jan-2025"_s);
    alt('E');
    settle();
    EXPECT_EQ(message(u"restore_day"_s), u"This is not the day of the chosen backup."_s);
    EXPECT_TRUE(wanted.isEmpty());
    picture(*settings, u"backup_restore_refused"_s);
    findByName<QComboBox>(*settings, u"restore_backup"_s)->setCurrentIndex(1);
    findByName<QLineEdit>(*settings, u"restore_day"_s)->clear();
    type(u"restore_day"_s, u"4-Jan-2025"_s);
    prompter.expectConfirm(u"Restore this backup?"_s, false);
    alt('E');
    settle();
    EXPECT_TRUE(wanted.isEmpty());
    prompter.expectConfirm(u"Restore this backup?"_s, true);
    alt('E');
    settle();
    EXPECT_EQ(wanted, (QStringList{QString(), u"backup-1"_s, kTyped}));
    EXPECT_TRUE(textOf(*settings, u"restore_password"_s).isEmpty());
}

TEST_F(TrustPanels, WhyABackupWasNotRestoredIsSaidInWords) {
    for (const auto code : {base::Code::SignInFailed, base::Code::StorageDamaged, base::Code::StorageNewer,
                            base::Code::StorageFull, base::Code::NotFound, base::Code::Denied})
        EXPECT_TRUE(ui::backupRestoreText({.code = code}).contains(u"Nothing has changed"_s)) << static_cast<int>(code);
}

} // namespace
} // namespace chairside::test
