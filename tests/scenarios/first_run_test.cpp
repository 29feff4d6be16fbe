// The first run of an encrypted clinic by keys: nobody goes on before the code is on paper, and the next start reads
// nothing without a password.
#include <gtest/gtest.h>

#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>

#include "app/clinic.h"
#include "core/base/system_clock.h"
#include "tests/support/gui/crawl.h"
#include "tests/support/gui/gui_fixture.h"
#include "tests/support/gui/scripted_prompter.h"
#include "ui/setup/setup_page.h"
#include "ui/work/inline_runner.h"
#include "ui/work/workbench.h"

namespace chairside::test {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr const char* kWords = "a long enough password";

class FirstRun : public testing::Test {
protected:
    std::unique_ptr<app::Clinic> open() {
        auto clinic = app::Clinic::open({.folder = m_folder.filePath(u"clinic"_s).toStdString()}, m_clock);
        if (!clinic) ADD_FAILURE() << clinic.error().detail;
        return clinic ? std::move(*clinic) : nullptr;
    }
    static void fill(QWidget& page, const QString& field, const QString& text) {
        findWidget(page, field)->setFocus();
        keys(text);
    }

    base::SystemTimeZone m_zone;
    base::SystemClock m_clock{m_zone};
    QTemporaryDir m_folder;
    ScriptedPrompter m_prompter;
    ui::InlineRunner m_runner;
};

TEST_F(FirstRun, GoesOnWhenTheCodeWasTypedBackAndIsLockedTheNextTime) {
    auto clinic = open();
    ASSERT_TRUE(clinic);
    ASSERT_TRUE(clinic->isEncrypted());
    ui::Workbench bench(clinic->services(), m_runner, m_clock, m_prompter);
    auto page = std::make_unique<ui::SetupPage>(bench, "pc");
    const Heard finished(page.get(), &ui::SetupPage::finished);
    present(*page);
    fill(*page, u"clinic_name"_s, u"Test clinic"_s);
    fill(*page, u"printed_name"_s, u"R. Khan"_s);
    fill(*page, u"user_name"_s, u"khan"_s);
    fill(*page, u"password"_s, QString::fromLatin1(kWords));
    fill(*page, u"password_again"_s, QString::fromLatin1(kWords));
    key(Qt::Key_Return);
    settle();

    const QStringList code = findByName<QLabel>(*page, u"recovery_code"_s)->text().split(u'-');
    ASSERT_EQ(code.size(), 5);
    for (const auto& fault : crawl(*page))
        ADD_FAILURE() << fault;
    fill(*page, u"group_second"_s, code.at(1));
    fill(*page, u"group_last"_s, code.at(0));
    key(Qt::Key_Return);
    settle();
    EXPECT_EQ(finished.count(), 0);
    EXPECT_EQ(findByName<QLineEdit>(*page, u"group_second"_s)->text(), code.at(1)) << "what was typed stays";
    findByName<QLineEdit>(*page, u"group_last"_s)->selectAll();
    fill(*page, u"group_last"_s, code.at(4).toLower());
    key(Qt::Key_Return);
    settle();
    EXPECT_EQ(finished.count(), 1);
    EXPECT_TRUE(clinic->services().accounts.recoveryCode().empty());
    page.reset();

    clinic.reset();
    clinic = open();
    ASSERT_TRUE(clinic);
    auto& accounts = clinic->services().accounts;
    EXPECT_TRUE(accounts.hasAccounts().value());
    EXPECT_EQ(clinic->services().clinic.details().value().name, "");
    const auto wrong = accounts.signIn("khan", "another long password", "pc");
    const auto unknown = accounts.signIn("nobody", kWords, "pc");
    ASSERT_FALSE(wrong.has_value());
    ASSERT_FALSE(unknown.has_value());
    EXPECT_EQ(wrong.error(), unknown.error());
    EXPECT_EQ(wrong.error().code, base::Code::SignInFailed);
    const auto actor = accounts.signIn("khan", kWords, "pc");
    ASSERT_TRUE(actor.has_value());
    EXPECT_EQ(clinic->services().clinic.details().value().name, "Test clinic");
    const auto report = clinic->services().audit.verify(*actor);
    ASSERT_TRUE(report.has_value());
    EXPECT_TRUE(report->clean());
}

TEST_F(FirstRun, EverybodyWithAnAccountOpensTheDataAndNobodyElse) {
    constexpr const char* kLee = "another long password";
    auto clinic = open();
    ASSERT_TRUE(clinic);
    auto& services = clinic->services();
    const auto khan =
        services.accounts.setUpClinic("Test clinic", {"khan", "R. Khan", {domain::Role::Administrator}, kWords}, "pc");
    ASSERT_TRUE(khan.has_value());
    const auto lee = services.accounts.createAccount(*khan, {"lee", "K. Lee", {domain::Role::Nurse}, kLee});
    ASSERT_TRUE(lee.has_value());
    clinic.reset();
    clinic = open();
    EXPECT_TRUE(clinic->services().accounts.signIn("lee", kLee, "pc").has_value());
    clinic.reset();
    clinic = open();
    const auto again = clinic->services().accounts.signIn("khan", kWords, "pc");
    ASSERT_TRUE(again.has_value());
    ASSERT_TRUE(clinic->services().accounts.closeAccount(*again, *lee));
    clinic.reset();
    clinic = open();
    EXPECT_FALSE(clinic->services().accounts.signIn("lee", kLee, "pc").has_value());
    EXPECT_TRUE(clinic->services().accounts.signIn("khan", kWords, "pc").has_value());
}

} // namespace
} // namespace chairside::test
