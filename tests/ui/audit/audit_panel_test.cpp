// The audit trail in the settings, by keys, as an auditor and an administrator use it.
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QTabWidget>
#include <QTemporaryDir>

#include "tests/ui/patients/page_bench.h"
#include "ui/audit/audit_model.h"
#include "ui/audit/audit_panel.h"
#include "ui/settings/settings_page.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/table_view.h"

namespace chairside::test {
namespace {

using namespace Qt::Literals::StringLiterals;

class AuditScreen : public PageBench {
protected:
    void open(const services::Actor& actor) {
        signIn(actor);
        settings = std::make_unique<ui::SettingsPage>(bench);
        show(*settings, placeOf(ui::PageKind::Settings));
        alt('I');
        settle();
    }
    ui::TableView& table() { return *findByName<ui::TableView>(*settings, u"audit_table"_s); }
    QString cell(int row, int column) { return table().model()->index(row, column).data().toString(); }
    QString message(const QString& field) {
        return settings->findChild<ui::AuditPanel*>()->findChild<ui::FormBuilder*>()->messageOf(field);
    }
    ui::MessageStrip& strip() { return *findByName<ui::MessageStrip>(*settings, u"audit_strip"_s); }
    void typeInto(const QString& field, const QString& text) {
        findWidget(*settings->findChild<ui::AuditPanel*>(), field)->setFocus();
        keys(text);
        key(Qt::Key_Return);
        settle();
    }
    std::unique_ptr<ui::SettingsPage> settings;
};

TEST_F(AuditScreen, ShowsTheNewestFirstAndTheWholeOfALine) {
    const auto anna = clinic.patient();
    need(clinic.services.patients.overview(clinic.physician, anna, services::Reading::Open));
    open(clinic.auditor);
    EXPECT_EQ(cell(0, ui::AuditModel::Person), u"L. Okafor, MD, physician"_s);
    EXPECT_EQ(cell(0, ui::AuditModel::What), u"Opened: patient record"_s);
    EXPECT_EQ(cell(0, ui::AuditModel::Computer), u"chair-1"_s);
    EXPECT_FALSE(cell(0, ui::AuditModel::Patient).isEmpty());
    EXPECT_TRUE(textOf(*settings, u"audit_details"_s).contains(u"Hash "_s));
    picture(*settings, u"audit"_s);
    for (const auto& fault : crawl(*settings))
        ADD_FAILURE() << fault;
}

TEST_F(AuditScreen, IsFilteredByKeysAndSaysWhenNothingIsFound) {
    const auto robin = clinic.patient(aPatient("Robin", "Sample", "KC 9"));
    need(clinic.services.patients.overview(clinic.nurse, robin, services::Reading::Open));
    open(clinic.administrator);
    typeInto(u"patient"_s, u"kc 9"_s);
    EXPECT_EQ(table().model()->rowCount(), 2);
    EXPECT_EQ(cell(0, ui::AuditModel::Patient), u"KC 9"_s);
    typeInto(u"from"_s, u"5-Jan-2025"_s);
    typeInto(u"to"_s, u"5-Jan-2025"_s);
    EXPECT_EQ(table().model()->rowCount(), 0);
    EXPECT_EQ(textOf(*settings, u"audit_count"_s), u"No entries for this filter."_s);
    findByName<QLineEdit>(*settings, u"patient"_s)->clear();
    typeInto(u"patient"_s, u"KC 77"_s);
    EXPECT_EQ(message(u"patient"_s), u"No patient has this clinic number."_s);
    EXPECT_EQ(textOf(*settings, u"patient"_s), u"KC 77"_s);
    picture(*settings, u"audit_no_such_patient"_s);
}

TEST_F(AuditScreen, OlderEntriesComeWhenTheyAreAskedFor) {
    for (int i = 0; i < 30; ++i)
        need(clinic.services.accounts.signOut(clinic.nurse));
    open(clinic.auditor);
    EXPECT_EQ(table().model()->rowCount(), clinic.context.policy.auditRows);
    alt('O');
    settle();
    EXPECT_GT(table().model()->rowCount(), clinic.context.policy.auditRows);
    EXPECT_EQ(settings->focusWidget(), &table());
}

TEST_F(AuditScreen, LeavesAsCsvOnlyWithItsWholeContent) {
    const QTemporaryDir folder;
    open(clinic.auditor);
    prompter.expectSave(u"audit_trail.csv"_s, folder.filePath(u"trail"_s));
    alt('V');
    settle();
    QFile file(folder.filePath(u"trail.csv"_s));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll().count("\r\n"), clinic.count().events + 1);
    EXPECT_EQ(strip().tier(), ui::Tier::Information);
    prompter.expectSave(u"audit_trail.csv"_s, folder.filePath(u"no/such/folder/trail.csv"_s));
    alt('V');
    settle();
    EXPECT_EQ(strip().tier(), ui::Tier::HardStop);
}

TEST_F(AuditScreen, DisclosuresNeedAPatient) {
    const QTemporaryDir folder;
    need(clinic.services.patients.registerPatient(clinic.nurse, aPatient("Robin", "Sample", "KC 9")));
    open(clinic.auditor);
    alt('D');
    settle();
    EXPECT_EQ(message(u"patient"_s), u"Type the clinic number of the patient first."_s);
    keys(u"KC 9"_s);
    prompter.expectSave(u"disclosures.csv"_s, folder.filePath(u"out.csv"_s));
    alt('D');
    settle();
    EXPECT_TRUE(QFile::exists(folder.filePath(u"out.csv"_s)));
}

TEST_F(AuditScreen, ACheckSaysThatNothingWasAltered) {
    open(clinic.auditor);
    alt('F');
    settle();
    EXPECT_EQ(strip().tier(), ui::Tier::Information);
    EXPECT_TRUE(strip().text().startsWith(u"Nothing was altered"_s));
    picture(*settings, u"audit_verified"_s);
}

TEST_F(AuditScreen, IsThereForAuditorsAndAdministratorsOnly) {
    signIn(clinic.nurse);
    ui::SettingsPage nurses(bench);
    EXPECT_EQ(nurses.findChild<ui::AuditPanel*>(), nullptr);
    signIn(clinic.physician);
    ui::SettingsPage physicians(bench);
    EXPECT_EQ(physicians.findChild<ui::AuditPanel*>(), nullptr);
}

TEST_F(AuditScreen, ControlFGoesToTheFilter) {
    open(clinic.auditor);
    table().setFocus();
    EXPECT_TRUE(settings->can(ui::Command::FindPatient));
    settings->perform(ui::Command::FindPatient);
    EXPECT_EQ(settings->focusWidget()->objectName(), u"person"_s);
}

} // namespace
} // namespace chairside::test
