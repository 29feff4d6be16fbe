// One's own password, PIN and second factor in the settings, at the sign-in and on the locked screen, by keys.
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

#include "core/access/one_time_codes.h"
#include "tests/ui/patients/page_bench.h"
#include "ui/settings/own_sign_in_panel.h"
#include "ui/settings/second_factor_card.h"
#include "ui/settings/settings_page.h"
#include "ui/sign_in/lock_page.h"
#include "ui/sign_in/sign_in_page.h"
#include "ui/widgets/form_builder.h"

namespace chairside::test {
namespace {

using namespace Qt::Literals::StringLiterals;

const QString kOld = QString::fromLatin1(kPassword);
const QString kNew = u"a kettle sings at dawn"_s;

class OwnSignInScreen : public PageBench {
protected:
    void open(const services::Actor& actor) {
        signIn(actor);
        settings = std::make_unique<ui::SettingsPage>(bench);
        show(*settings, placeOf(ui::PageKind::Settings));
        alt('Y');
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
    std::string codeOf(const QString& shown) {
        const auto key = access::fromBase32(shown.toStdString());
        return access::hotp(*key, static_cast<std::uint64_t>(clinic.steady.now().utcMs() / 30'000), 6);
    }
    std::unique_ptr<ui::SettingsPage> settings;
};

TEST_F(OwnSignInScreen, ThePasswordIsChangedByKeysAndNothingTypedStays) {
    open(clinic.nurse);
    picture(*settings, u"own_sign_in"_s);
    for (const auto& fault : crawl(*settings))
        ADD_FAILURE() << fault;
    type(u"current_password"_s, kOld);
    type(u"password"_s, kNew);
    type(u"password_again"_s, u"another one entirely"_s);
    key(Qt::Key_Return);
    settle();
    EXPECT_FALSE(message(u"password_again"_s).isEmpty());
    findByName<QLineEdit>(*settings, u"password_again"_s)->clear();
    type(u"password_again"_s, kNew);
    key(Qt::Key_Return);
    settle();
    EXPECT_EQ(statuses.back(), u"Your password is changed."_s);
    EXPECT_TRUE(textOf(*settings, u"password"_s).isEmpty());
    EXPECT_THAT(clinic.services.accounts.signIn("khan", kNew.toStdString(), "pc"), IsOk());
}

TEST_F(OwnSignInScreen, AGivenPasswordIsExchangedForOnesOwn) {
    auto& accounts = clinic.services.accounts;
    need(accounts.resetPassword(clinic.administrator, kPassword, clinic.nurse.account, kNew.toStdString()));
    ui::SignInPage page(bench, {.clinicName = u"Hillside"_s, .workstation = "pc"});
    const Heard signedIn(&page, &ui::SignInPage::signedIn);
    present(page, {1366, 700});
    EXPECT_FALSE(visible(page, u"new_password"_s));
    keys(u"khan"_s);
    findWidget(page, u"password"_s)->setFocus();
    keys(kNew);
    key(Qt::Key_Return);
    settle();
    EXPECT_EQ(signedIn.count(), 0);
    EXPECT_EQ(page.focusWidget()->objectName(), u"new_password"_s);
    EXPECT_TRUE(visible(page, u"why_new_password"_s));
    picture(page, u"sign_in_new_password"_s);
    for (const auto& fault : crawl(page))
        ADD_FAILURE() << fault;
    const auto choose = [&](const QString& chosen, const QString& again) {
        for (const auto& [field, text] : {std::pair{u"new_password"_s, chosen}, {u"new_password_again"_s, again}}) {
            findByName<QLineEdit>(page, field)->clear();
            findWidget(page, field)->setFocus();
            keys(text);
        }
        key(Qt::Key_Return);
        settle();
    };
    auto* form = page.findChild<ui::FormBuilder*>();
    choose(u"what I chose for myself"_s, u"what I chose for you"_s);
    EXPECT_FALSE(form->messageOf(u"new_password_again"_s).isEmpty());
    choose(kNew, kNew);
    EXPECT_FALSE(form->messageOf(u"new_password"_s).isEmpty()) << "the administrator knows it";
    picture(page, u"sign_in_new_password_refused"_s);
    EXPECT_EQ(signedIn.count(), 0);
    choose(u"what I chose for myself"_s, u"what I chose for myself"_s);
    EXPECT_EQ(signedIn.count(), 1);
    EXPECT_THAT(accounts.signIn("khan", "what I chose for myself", "pc"), IsOk());
    EXPECT_THAT(accounts.signIn("khan", kNew.toStdString(), "pc"), FailsWith(base::Code::SignInFailed));
}

TEST_F(OwnSignInScreen, AWrongPresentPasswordAndAWeakNewOneAreSaidBesideTheField) {
    open(clinic.nurse);
    type(u"current_password"_s, u"not my password"_s);
    for (const auto& field : {u"password"_s, u"password_again"_s}) {
        findWidget(*settings, field)->setFocus();
        paste(kNew);
    }
    key(Qt::Key_Return);
    settle();
    EXPECT_EQ(message(u"current_password"_s), u"This is not your present password."_s);
    EXPECT_EQ(textOf(*settings, u"password"_s), kNew) << "what was typed stays";
    for (const auto& field : {u"password"_s, u"password_again"_s}) {
        findByName<QLineEdit>(*settings, field)->clear();
        type(field, u"Passwordpassword"_s);
    }
    key(Qt::Key_Return);
    settle();
    EXPECT_FALSE(message(u"password"_s).isEmpty());
    picture(*settings, u"own_sign_in_refused"_s);
}

TEST_F(OwnSignInScreen, CapsLockIsSaid) {
    open(clinic.nurse);
    auto* note = findByName<QLabel>(*settings, u"caps_lock_note"_s);
    EXPECT_FALSE(note->isVisible());
    auto* field = findWidget(*settings, u"current_password"_s);
    QKeyEvent shifted(QEvent::KeyPress, Qt::Key_A, Qt::ShiftModifier, u"A"_s);
    QApplication::sendEvent(field, &shifted);
    EXPECT_FALSE(note->isVisible()) << "with Shift it is a capital on purpose";
    QKeyEvent press(QEvent::KeyPress, Qt::Key_B, Qt::NoModifier, u"B"_s);
    QApplication::sendEvent(field, &press);
    EXPECT_TRUE(note->isVisible());
}

TEST_F(OwnSignInScreen, APinUnlocksTheOwnScreenInSevenKeys) {
    open(clinic.nurse);
    type(u"pin_password"_s, kOld);
    type(u"pin"_s, u"123456"_s);
    key(Qt::Key_Return);
    settle();
    EXPECT_EQ(message(u"pin"_s), u"Digits in a row or repeated are easy to guess."_s);
    findByName<QLineEdit>(*settings, u"pin"_s)->clear();
    type(u"pin"_s, u"274916"_s);
    key(Qt::Key_Return);
    settle();
    EXPECT_EQ(statuses.back(), u"Your PIN is saved."_s);
    ui::LockPage lock(bench);
    Heard unlocked(&lock, &ui::LockPage::unlocked);
    for (const auto& fault : crawl(lock))
        ADD_FAILURE() << fault;
    present(lock, {1270, 618});
    settle();
    EXPECT_EQ(lock.focusWidget()->objectName(), u"unlock_pin"_s);
    picture(lock, u"lock_pin"_s);
    keys(u"274916"_s);
    key(Qt::Key_Return);
    settle();
    EXPECT_EQ(unlocked.count(), 1);
}

TEST_F(OwnSignInScreen, AfterFiveWrongPinsTheLockAsksForThePassword) {
    need(clinic.services.accounts.setPin(clinic.nurse, kPassword, "274916"));
    ui::LockPage lock(bench);
    Heard unlocked(&lock, &ui::LockPage::unlocked);
    present(lock, {1270, 618});
    settle();
    for (int i = 0; i < 5; ++i) {
        keys(u"000001"_s);
        key(Qt::Key_Return);
        settle();
    }
    EXPECT_EQ(lock.focusWidget()->objectName(), u"unlock_password"_s);
    EXPECT_EQ(lock.findChild<ui::FormBuilder*>()->messageOf(u"unlock_password"_s),
              u"Too many wrong PINs. Type your password."_s);
    EXPECT_EQ(unlocked.count(), 0);
    keys(kOld);
    key(Qt::Key_Return);
    settle();
    EXPECT_EQ(unlocked.count(), 1);
}

TEST_F(OwnSignInScreen, ASecondFactorIsSetUpFromTextAndAskedForAtSignIn) {
    open(clinic.nurse);
    alt('U');
    settle();
    const QString shown = textOf(*settings, u"factor_secret"_s);
    EXPECT_EQ(shown.count(u' '), 7) << "in groups of four";
    picture(*settings, u"second_factor_key"_s);
    keys(u"000000"_s);
    type(u"factor_password"_s, kOld);
    alt('T');
    settle();
    EXPECT_FALSE(message(u"one_time_code"_s).isEmpty());
    EXPECT_EQ(textOf(*settings, u"factor_secret"_s), shown) << "the key stays in sight";
    findByName<QLineEdit>(*settings, u"one_time_code"_s)->clear();
    type(u"one_time_code"_s, QString::fromStdString(codeOf(shown)));
    alt('T');
    settle();
    EXPECT_TRUE(textOf(*settings, u"factor_printed"_s).count(u'-') == 10);
    EXPECT_FALSE(visible(*settings, u"factor_secret"_s));
    picture(*settings, u"second_factor_on"_s);
    for (const auto& fault : crawl(*settings))
        ADD_FAILURE() << fault;

    clinic.clock.advance(std::chrono::seconds(30));
    ui::SignInPage page(bench, {.clinicName = u"Hillside"_s, .workstation = "pc"});
    Heard signedIn(&page, &ui::SignInPage::signedIn);
    present(page);
    EXPECT_FALSE(visible(page, u"one_time_code"_s));
    keys(u"khan"_s);
    findWidget(page, u"password"_s)->setFocus();
    keys(kOld);
    key(Qt::Key_Return);
    settle();
    EXPECT_EQ(signedIn.count(), 0);
    EXPECT_EQ(page.focusWidget()->objectName(), u"one_time_code"_s);
    picture(page, u"sign_in_code"_s);
    keys(QString::fromStdString(codeOf(shown)));
    key(Qt::Key_Return);
    settle();
    EXPECT_EQ(signedIn.count(), 1);
}

} // namespace
} // namespace chairside::test
