// What a screen reader, or anybody who walks past, can learn from the locked program while an infusion is open in it.
#include <gtest/gtest.h>

#include <QAccessible>
#include <QTemporaryDir>
#include <QWidget>

#include "app/demo/demo_clinic.h"
#include "app/demo/demo_script.h"
#include "app/desktop.h"
#include "app/script/key_script.h"
#include "app/script/tour_clock.h"
#include "tests/scenarios/played.h"
#include "ui/format/to_qt.h"

namespace chairside::test {
namespace {

// Every text of everything that is shown, as it is read aloud.
void readAloud(QAccessibleInterface* part, QStringList& words) {
    if (part == nullptr || !part->isValid() || part->state().invisible) return;
    for (const auto text : {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help})
        words << part->text(text);
    for (int child = 0; child < part->childCount(); ++child)
        readAloud(part->child(child), words);
}

void signIn(app::KeyScript& script, const app::DemoAccount& person) {
    script.waitFor(QStringLiteral("sign_in"));
    script.tabTo(QStringLiteral("user_name"));
    script.type(ui::toQt(person.userName));
    script.press(Qt::Key_Return);
    script.type(ui::toQt(person.password));
    script.press(Qt::Key_Return);
    script.waitFor(QStringLiteral("today_table"));
    script.settle();
}

TEST(LockedScreen, HoldsNoNameBirthDateOrNumberInItsWholeAccessibilityTree) {
    const base::SystemTimeZone zone;
    app::TourClock clock(app::demoMoment(zone));
    QTemporaryDir folder;
    app::Options options;
    options.demo = true;
    options.data = folder.filePath(QStringLiteral("clinic")).toStdString();
    app::Desktop desktop(options, &clock);
    app::KeyScript script(desktop.window());
    QObject::connect(&desktop, &app::Desktop::ready, &script, &app::KeyScript::start);
    const auto& nurse = app::demoAccounts().front();
    QStringList open;
    QStringList locked;
    signIn(script, nurse);
    script.press(Qt::Key_F, Qt::ControlModifier);
    script.waitFor(QStringLiteral("find"));
    script.type(QStringLiteral("teste mi"));
    script.settle();
    script.press(Qt::Key_Return);
    script.waitForEnabled(QStringLiteral("next_step"));
    script.settle();
    script.press(Qt::Key_Return);
    script.waitFor(QStringLiteral("initials"));
    script.settle();
    script.run([&] { readAloud(QAccessible::queryAccessibleInterface(&desktop.window()), open); });
    script.press(Qt::Key_L, Qt::ControlModifier);
    script.waitForGone(QStringLiteral("initials"));
    script.settle();
    script.run([&] { readAloud(QAccessible::queryAccessibleInterface(&desktop.window()), locked); });
    const auto [succeeded, failure] = played(desktop, script);
    ASSERT_TRUE(succeeded) << qPrintable(failure);
    const QString before = open.join(u'\n');
    ASSERT_TRUE(before.contains(QStringLiteral("TESTE"))) << "the record was there to be read";
    const QString all = locked.join(u'\n') + desktop.window().windowTitle();
    EXPECT_GT(locked.size(), 10);
    for (const auto& patient : app::demoPatients()) {
        const auto& details = patient.details;
        for (const std::string& secret : {details.name.family, details.clinicNumber})
            EXPECT_FALSE(all.contains(ui::toQt(secret), Qt::CaseInsensitive)) << secret;
    }
    EXPECT_FALSE(all.contains(QStringLiteral("1988"))) << "the birth date of the open record";
}

TEST(LockedScreen, ComesByItselfWhenNobodyTouchesItAndReturnsToTheFieldThatWasTyped) {
    const base::SystemTimeZone zone;
    app::TourClock clock(app::demoMoment(zone));
    QTemporaryDir folder;
    app::Options options;
    options.demo = true;
    options.data = folder.filePath(QStringLiteral("clinic")).toStdString();
    app::Desktop desktop(options, &clock);
    app::KeyScript script(desktop.window());
    QObject::connect(&desktop, &app::Desktop::ready, &script, &app::KeyScript::start);
    const auto& nurse = app::demoAccounts().front();
    signIn(script, nurse);
    script.press(Qt::Key_F, Qt::ControlModifier);
    script.waitFor(QStringLiteral("find"));
    script.type(QStringLiteral("teste"));
    script.settle();
    script.run([&clock] { clock.advance(std::chrono::seconds(160)); });
    script.waitFor(QStringLiteral("lockStrip"));
    script.type(QStringLiteral(" "));
    script.waitForGone(QStringLiteral("lockStrip"));
    script.type(QStringLiteral("m"));
    script.settle();
    script.run([&clock] { clock.advance(std::chrono::minutes(4)); });
    script.waitFor(QStringLiteral("unlock_password"));
    script.type(ui::toQt(nurse.password));
    script.press(Qt::Key_Return);
    script.waitForText(QStringLiteral("find"), QStringLiteral("teste m"));
    script.type(QStringLiteral("i"));
    script.waitForText(QStringLiteral("find"), QStringLiteral("teste mi"));
    const auto [succeeded, failure] = played(desktop, script);
    EXPECT_TRUE(succeeded) << qPrintable(failure);
}

} // namespace
} // namespace chairside::test
