// Backups in the settings and in the status line, by keys.
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include "tests/support/core/listed_backups.h"
#include "tests/ui/patients/page_bench.h"
#include "ui/format/backup_text.h"
#include "ui/settings/backup_panel.h"
#include "ui/settings/settings_page.h"
#include "ui/shell/backup_watch.h"
#include "ui/widgets/form_builder.h"

namespace chairside::test {
namespace {

using namespace Qt::Literals::StringLiterals;

class BackupSettings : public PageBench {
protected:
    BackupSettings() {
        clinic.context.backups = &keeper;
        signIn(clinic.administrator);
    }

    void open(ui::SettingsPage& settings) {
        show(settings, placeOf(ui::PageKind::Settings));
        key(Qt::Key_B, Qt::AltModifier);
        settle();
    }
    void expectSound(QWidget& shown) {
        for (const auto& fault : crawl(shown))
            ADD_FAILURE() << fault;
    }
    ListedBackups keeper{clinic.steady};
};

TEST_F(BackupSettings, ABackupByHandIsMadeWhilePeopleWorkAndSaidToBeGood) {
    ui::SettingsPage settings(bench);
    ui::BackupWatch watch(bench, "chair-1");
    QString line;
    QObject::connect(&watch, &ui::BackupWatch::stateText, &watch, [&line](const QString& text) { line = text; });
    open(settings);
    expectSound(settings);
    EXPECT_EQ(textOf(settings, u"backup_last"_s), u"There is no backup yet."_s);
    EXPECT_FALSE(findWidget(settings, u"backup_try"_s)->isEnabled());
    key(Qt::Key_N, Qt::AltModifier);
    EXPECT_TRUE(waitUntil([this] { return !keeper.kept.empty(); }));
    EXPECT_TRUE(waitUntil([&] { return line.startsWith(u"Backup "_s) && line != u"Backup under way"_s; }));
    settle();
    EXPECT_TRUE(textOf(settings, u"backup_last"_s).startsWith(u"Last good backup: "_s));
    EXPECT_TRUE(textOf(settings, u"backup_kept"_s).contains(u"1"_s));
    picture(settings, u"backup_made"_s);
    key(Qt::Key_T, Qt::AltModifier);
    EXPECT_TRUE(waitUntil([&] { return textOf(settings, u"backup_tried"_s).contains(u"backup-1"_s); }));
    expectSound(settings);
}

TEST_F(BackupSettings, AFullDiskIsAnAlarmAndThePlanKeepsWhatWasTyped) {
    ui::SettingsPage settings(bench);
    ui::BackupWatch watch(bench, "chair-1");
    QStringList alarms;
    QObject::connect(&watch, &ui::BackupWatch::alarm, &watch, [&alarms](const QString& text) { alarms << text; });
    keeper.failure = base::Code::StorageFull;
    open(settings);
    watch.look();
    EXPECT_TRUE(waitUntil([&] { return !alarms.isEmpty(); }));
    watch.look();
    settle();
    EXPECT_EQ(alarms.size(), 1) << "said once";
    EXPECT_TRUE(alarms.first().contains(u"full"_s));
    EXPECT_TRUE(textOf(settings, u"backup_problem"_s).contains(u"full"_s));
    findWidget(settings, u"backup_folder"_s)->setFocus();
    keys(u"/nowhere/at/all"_s);
    key(Qt::Key_S, Qt::AltModifier);
    settle();
    EXPECT_EQ(textOf(settings, u"backup_folder"_s), u"/nowhere/at/all"_s) << "what was typed stays";
    EXPECT_TRUE(settings.findChild<ui::BackupPanel*>()
                    ->findChild<ui::FormBuilder*>()
                    ->messageOf(u"backup_folder"_s)
                    .contains(u"no such folder"_s));
    EXPECT_EQ(need(clinic.services.backups.state()).plan.folder, "");
    picture(settings, u"backup_failed"_s);
    expectSound(settings);
}

} // namespace
} // namespace chairside::test
