#include "app/script/infusion_keys.h"

#include <QApplication>
#include <QLabel>
#include <chrono>
#include <memory>

namespace chairside::app {

namespace {

using namespace std::chrono_literals;

// Types into the field that has the focus and goes to the next one.
void fill(KeyScript& script, const QString& text) {
    script.type(text);
    script.press(Qt::Key_Tab);
}

void addDose(KeyScript& script, const InfusionKeys& keys) {
    script.waitFor(QStringLiteral("initials"));
    script.tabTo(QStringLiteral("initials"));
    for (const QString& text : {keys.initials, keys.birthYear, keys.weight, keys.strength, keys.bag})
        fill(script, text);
    script.press(Qt::Key_Space);
    script.tabTo(QStringLiteral("pain_before")); // where the focus already is
    script.type(QString::number(keys.painBefore));
    script.run([keys] { keys.picture(QStringLiteral("dose")); });
    script.press(Qt::Key_Return, Qt::ControlModifier);
}

// Enter goes from field to field and, after the password, on to the next step.
void addSecondCheck(KeyScript& script, const InfusionKeys& keys) {
    script.waitFor(QStringLiteral("second_weight"));
    script.settle();
    script.tabTo(QStringLiteral("second_weight"));
    for (const QString& text : {keys.weight, keys.secondDose, keys.secondVolume, keys.secondRate, keys.witness}) {
        script.type(text);
        script.press(Qt::Key_Return);
    }
    script.type(keys.witnessPassword);
    script.run([keys] { keys.picture(QStringLiteral("second-check")); });
    script.press(Qt::Key_Return);
}

// The focus goes on by itself after each answer.
void addAnswer(KeyScript& script, const char* item, Qt::Key key = Qt::Key_Space) {
    const QString name = QStringLiteral("check_%1").arg(QLatin1String(item));
    script.waitUntil(name, [&script, name] {
        const QWidget* choice = script.visibleChild(name);
        return choice != nullptr && choice->isAncestorOf(QApplication::focusWidget());
    });
    script.press(key);
}

// Counts the keys from the moment the row may be typed.
void addRow(KeyScript& script, const InfusionKeys& keys, const QString& digits,
            const QString& row = QStringLiteral("vitals")) {
    const QString first = row + QStringLiteral("_systolic");
    const auto before = std::make_shared<int>(0);
    script.run([&script, before] { *before = script.keysPressed(); });
    script.tabTo(first);
    script.type(digits);
    script.press(Qt::Key_Return);
    if (row == QStringLiteral("vitals"))
        script.waitForText(first, {});
    else
        script.waitForGone(first);
    script.run([&script, before, keys] { keys.rowTyped(script.keysPressed() - *before); });
}

// The questions of the shipped protocols, and the baseline below them.
void addPreCheck(KeyScript& script, const InfusionKeys& keys) {
    for (const char* item : {"last_meal", "news", "escort", "rescue"})
        addAnswer(script, item);
    addAnswer(script, "pregnancy", Qt::Key_N);
    script.waitForGone(QStringLiteral("check_pregnancy"));
    script.settle();
    addRow(script, keys, QStringLiteral("1247270985"), QStringLiteral("baseline"));
    script.settle();
    script.run([keys] { keys.picture(QStringLiteral("pre-check")); });
    script.press(Qt::Key_Return, Qt::ControlModifier);
    script.waitFor(QStringLiteral("vitals_systolic"));
}

// The page notices within a second that a row has come due.
void waitForDueRow(KeyScript& script) {
    script.waitUntil(QStringLiteral("wait for the due row"), [&script] {
        const auto* detail = qobject_cast<QLabel*>(script.visibleChild(QStringLiteral("vitals_row_detail")));
        return detail != nullptr &&
               detail->text() != QCoreApplication::translate("chairside::ui::VitalsPanel", "extra row");
    });
}

void addRun(KeyScript& script, TourClock& clock, const InfusionKeys& keys) {
    script.press(Qt::Key_F9, Qt::AltModifier);
    script.waitForEnabled(QStringLiteral("run_pause"));
    for (const QString& row :
         {QStringLiteral("1287672981"), QStringLiteral("1368478974"), QStringLiteral("1428680974")}) {
        script.passTime([&clock] { clock.advance(15min); });
        waitForDueRow(script);
        addRow(script, keys, row);
    }
    script.press(Qt::Key_F10, Qt::AltModifier);
    script.waitFor(QStringLiteral("run_reason"));
    script.type(QStringLiteral("1"));
    script.press(Qt::Key_Return);
    script.waitForGone(QStringLiteral("run_reason"));
    script.passTime([&clock] { clock.advance(2min); });
    script.press(Qt::Key_F10, Qt::AltModifier);
    script.settle();
    for (const QString& row :
         {QStringLiteral("1348278984"), QStringLiteral("1307876984"), QStringLiteral("1267674985")}) {
        script.passTime([&clock] { clock.advance(15min); });
        waitForDueRow(script);
        addRow(script, keys, row);
    }
    script.run([keys] { keys.picture(QStringLiteral("vitals")); });
    script.passTime([&clock] { clock.advance(3min); });
    script.press(Qt::Key_F11, Qt::AltModifier);
    script.waitFor(QStringLiteral("run_reason"));
    script.press(Qt::Key_Return);
    script.waitForGone(QStringLiteral("run_reason"));
}

void addAfter(KeyScript& script, const InfusionKeys& keys) {
    script.press(Qt::Key_Tab, Qt::ControlModifier);
    script.tabTo(QStringLiteral("pain_after"));
    script.type(QString::number(keys.painAfter));
    script.press(Qt::Key_Return);
    script.waitForGone(QStringLiteral("pain_after"));
    if (keys.event) {
        script.press(Qt::Key_N, Qt::ControlModifier);
        script.type(QStringLiteral("nau"));
        script.press(Qt::Key_Return);
        script.type(QStringLiteral("1"));
        script.press(Qt::Key_Space);
        script.press(Qt::Key_Return);
        script.settle();
    }
    script.run([keys] { keys.picture(QStringLiteral("after")); });
    script.press(Qt::Key_Tab, Qt::ControlModifier);
    script.waitFor(QStringLiteral("tender_map"));
    if (!keys.tenderPoints) return script.press(Qt::Key_Tab, Qt::ControlModifier);
    script.type(QStringLiteral("156473655461734526541"));
    script.run([keys] { keys.picture(QStringLiteral("tender-points")); });
    script.press(Qt::Key_Return);
}

// Enter after the examination has gone on to this step.
void addDrug(KeyScript& script, const InfusionKeys& keys) {
    script.waitFor(QStringLiteral("vial_volume"));
    for (const QString& text :
         {QStringLiteral("10"), keys.lot, keys.expires, QStringLiteral("0"), keys.wastedVial, keys.witness}) {
        fill(script, text);
    }
    script.type(keys.witnessPassword);
    script.run([keys] { keys.picture(QStringLiteral("drug")); });
    script.press(Qt::Key_Return);
    script.waitForGone(QStringLiteral("vial_volume"));
}

// A row of vital signs is typed in the step that holds them, which the discharge goes to and comes back from.
// The first digit opens it where its button has the focus.
void addRecoveryRow(KeyScript& script, const QString& digits) {
    script.type(digits);
    script.press(Qt::Key_Return);
    script.waitFor(QStringLiteral("discharge_save"));
    script.settle();
}

void addDischarge(KeyScript& script, TourClock& clock, const InfusionKeys& keys) {
    script.passTime([&clock] { clock.advance(16min); });
    script.waitFor(QStringLiteral("discharge_to_row"));
    script.settle();
    script.tabTo(QStringLiteral("discharge_to_row")); // where the focus already is
    addRecoveryRow(script, QStringLiteral("1267674985"));
    for (const char* item : {"awake", "dizziness", "dissociation", "steps", "nausea", "escort"})
        addAnswer(script, item);
    script.waitFor(QStringLiteral("escort_note"));
    script.type(keys.escort);
    script.press(Qt::Key_Return);
    addAnswer(script, "instructions");
    script.waitForGone(QStringLiteral("check_instructions"));
    script.settle();
    script.type(QStringLiteral("2222"));
    script.press(Qt::Key_Return);
    script.waitForGone(QStringLiteral("aldrete_activity"));
    script.passTime([&clock] { clock.advance(15min); });
    script.alt(u't');
    script.waitFor(QStringLiteral("vitals_systolic"));
    addRecoveryRow(script, QStringLiteral("1247472985"));
    script.run([keys] { keys.picture(QStringLiteral("discharge")); });
    script.press(Qt::Key_Return, Qt::ControlModifier);
}

void addSignature(KeyScript& script, const InfusionKeys& keys) {
    script.waitFor(QStringLiteral("sign_password"));
    script.run([keys] { keys.picture(QStringLiteral("summary")); });
    script.type(keys.password);
    script.press(Qt::Key_Return);
    script.waitFor(QStringLiteral("signed_by"));
    script.run([keys] { keys.picture(QStringLiteral("signed")); });
}

} // namespace

void addInfusionKeys(KeyScript& script, TourClock& clock, const InfusionKeys& keys) {
    addDose(script, keys);
    addSecondCheck(script, keys);
    addPreCheck(script, keys);
    addRun(script, clock, keys);
    addAfter(script, keys);
    addDrug(script, keys);
    addDischarge(script, clock, keys);
    addSignature(script, keys);
}

} // namespace chairside::app
