// Signing in, the board of the day and the settings, by keys over the real services.
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QTabWidget>

#include "tests/ui/patients/page_bench.h"
#include "ui/settings/settings_page.h"
#include "ui/setup/setup_page.h"
#include "ui/shell/fault_page.h"
#include "ui/sign_in/lock_page.h"
#include "ui/sign_in/sign_in_page.h"
#include "ui/start/fault_text.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/table_view.h"

namespace chairside::test {
namespace {

using namespace Qt::Literals::StringLiterals;

class StartPages : public PageBench {
protected:
    void expectSound(QWidget& page) {
        for (const auto& fault : crawl(page))
            ADD_FAILURE() << fault;
    }
};

TEST_F(StartPages, SignInAnswersTheSameForAWrongNameAndAWrongPassword) {
    ui::SignInPage page(bench, {.clinicName = u"Clinic"_s, .workstation = "pc", .notEncrypted = true, .hints = {}});
    std::optional<services::Actor> in;
    QObject::connect(&page, &ui::SignInPage::signedIn, &page, [&in](const services::Actor& actor) { in = actor; });
    expectSound(page);
    present(page);
    QStringList answers;
    for (const QString& name : {u"khan"_s, u"nobody"_s}) {
        findByName<QLineEdit>(page, u"user_name"_s)->setText(name);
        findWidget(page, u"password"_s)->setFocus();
        keys(u"not the password"_s);
        key(Qt::Key_Return);
        settle();
        answers << page.findChild<ui::FormBuilder*>()->strip().text();
        EXPECT_EQ(textOf(page, u"user_name"_s), name) << "what was typed stays";
        EXPECT_EQ(textOf(page, u"password"_s), QString());
    }
    EXPECT_EQ(answers.at(0), answers.at(1));
    EXPECT_FALSE(in);
    findByName<QLineEdit>(page, u"user_name"_s)->setText(u"khan"_s);
    findWidget(page, u"password"_s)->setFocus();
    keys(QString::fromLatin1(kPassword));
    key(Qt::Key_Return);
    settle();
    ASSERT_TRUE(in);
    EXPECT_EQ(in->userName, "khan");
}

TEST_F(StartPages, TheLockOpensForTheSamePersonOnly) {
    signIn(clinic.nurse);
    ui::LockPage page(bench);
    int opened = 0;
    QObject::connect(&page, &ui::LockPage::unlocked, &page, [&opened] { ++opened; });
    expectSound(page);
    present(page);
    findWidget(page, u"unlock_password"_s)->setFocus();
    keys(u"wrong password"_s);
    key(Qt::Key_Return);
    settle();
    EXPECT_EQ(opened, 0);
    keys(QString::fromLatin1(kPassword));
    key(Qt::Key_Return);
    settle();
    EXPECT_EQ(opened, 1);
}

TEST_F(StartPages, SetupSaysWhenTheTwoPasswordsDiffer) {
    ui::SetupPage page(bench, "pc");
    expectSound(page);
    present(page);
    findWidget(page, u"password"_s)->setFocus();
    keys(u"a long enough password"_s);
    findWidget(page, u"password_again"_s)->setFocus();
    keys(u"another one"_s);
    key(Qt::Key_Return);
    EXPECT_FALSE(page.findChild<ui::FormBuilder*>()->messageOf(u"password_again"_s).isEmpty());
}

TEST_F(StartPages, AnAdministratorMakesAnAccountAndAPhysicianSignsAProtocol) {
    signIn(clinic.administrator);
    ui::SettingsPage accounts(bench);
    show(accounts, placeOf(ui::PageKind::Settings));
    // A new clinic is shown what it has to finish first.
    auto* sections = findByName<QTabWidget>(accounts, u"settings_tabs"_s);
    sections->setCurrentIndex(sections->currentIndex() + 1);
    const int before = findByName<ui::TableView>(accounts, u"accounts_table"_s)->model()->rowCount();
    findWidget(accounts, u"printed_name"_s)->setFocus();
    keys(u"T. New, RN"_s);
    findWidget(accounts, u"user_name"_s)->setFocus();
    keys(u"newnurse"_s);
    findWidget(accounts, u"password"_s)->setFocus();
    keys(u"a very long password"_s);
    findWidget(accounts, u"role_0"_s)->setFocus();
    key(Qt::Key_Space);
    findWidget(accounts, u"create_account"_s)->setFocus();
    key(Qt::Key_Space);
    settle();
    reopen(accounts, placeOf(ui::PageKind::Settings));
    EXPECT_EQ(findByName<ui::TableView>(accounts, u"accounts_table"_s)->model()->rowCount(), before + 1);
    expectSound(accounts);

    signIn(clinic.physician);
    ui::SettingsPage protocols(bench);
    show(protocols, placeOf(ui::PageKind::Settings));
    findWidget(protocols, u"take_over_template"_s)->setFocus();
    key(Qt::Key_Space);
    settle();
    reopen(protocols, placeOf(ui::PageKind::Settings));
    findByName<QListWidget>(protocols, u"protocol_list"_s)->setCurrentRow(0);
    findWidget(protocols, u"password"_s)->setFocus();
    keys(QString::fromLatin1(kPassword));
    key(Qt::Key_Return);
    settle();
    const auto versions = need(clinic.services.protocols.versions(clinic.physician));
    ASSERT_FALSE(versions.empty());
    EXPECT_EQ(versions.front().state, domain::ProtocolState::Signed);
}

TEST(FaultText, EveryStorageFaultSaysWhatHappenedAndWhatToDo) {
    using base::Code;
    for (const Code code : {Code::StorageHeld, Code::StorageReadOnly, Code::StorageFull, Code::StorageNewer,
                            Code::StorageDamaged, Code::StorageFailed}) {
        const auto fault = ui::describeFault({.code = code, .field = {}, .detail = "pid 4711", .problems = {}});
        EXPECT_FALSE(fault.title.isEmpty() || fault.happened.isEmpty() || fault.toDo.isEmpty());
        EXPECT_EQ(fault.detail, u"pid 4711"_s);
        ui::FaultPage page(fault);
        page.resize(1366, 768);
        EXPECT_EQ(crawl(page), std::vector<std::string>{}) << static_cast<int>(code);
    }
}

} // namespace
} // namespace chairside::test
