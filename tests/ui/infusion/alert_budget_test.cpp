// The alert budget: over thirty sessions, most of them with mistakes that are refused, nothing stands in the way more
// than once in a session, and never the same thing twice.
#include <QApplication>
#include <QEvent>
#include <QLineEdit>
#include <QStringList>

#include "tests/ui/infusion/infusion_bench.h"

namespace chairside::test {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using ui::Command;

constexpr int kSessions = 30;
constexpr int kMostAlerts = 1;

// Windows that have to be answered before anything else can be done. A question to the prompter fails the test by
// itself.
class Alerts : public QObject {
public:
    Alerts() { qApp->installEventFilter(this); }
    ~Alerts() override { qApp->removeEventFilter(this); }
    bool eventFilter(QObject* watched, QEvent* event) override {
        const auto* widget = qobject_cast<const QWidget*>(watched);
        if (event->type() == QEvent::Show && widget != nullptr && widget->isWindow() && widget->isModal())
            m_shown << widget->windowTitle();
        return false;
    }
    QStringList m_shown;
};

class AlertBudget : public InfusionBench, public testing::WithParamInterface<int> {
protected:
    // Each session makes its own mistakes, so that every one of them is made in several sessions and combinations.
    [[nodiscard]] bool errs(int mistake) const {
        return (((static_cast<unsigned>(GetParam()) * 2654435761U) >> (8 + mistake)) & 1U) != 0;
    }
    void enter() {
        key(Qt::Key_Return);
        settle();
    }
    void type(const QString& field, const QString& text) {
        focus(field);
        key(Qt::Key_A, Qt::ControlModifier);
        keys(text);
    }
    void complete() {
        perform(Command::Complete);
        settle();
    }
    void prepare() {
        page->showStep(u"dose"_s);
        if (errs(0)) complete(); // nothing is typed
        fillDose(errs(1) ? u"300"_s : u"70"_s);
        if (errs(1)) {
            complete();
            type(u"weight"_s, u"70"_s);
        }
        if (errs(2)) {
            type(u"initials"_s, u"BX"_s);
            complete();
            type(u"initials"_s, u"AT"_s);
        }
        type(u"pain_before"_s, u"7"_s);
        complete();
        ASSERT_EQ(view().record.doseChecks.size(), 1U);
    }
    void row(const QString& digits, bool late) {
        focus(u"vitals_systolic"_s);
        keys(digits);
        if (late) {
            type(u"vitals_time"_s, u"+1h"_s);
            enter();
            type(u"vitals_time"_s, u"now"_s);
        }
        enter();
    }
    void infuse() {
        page->showStep(u"run"_s);
        row(u"1267470985"_s, false);
        perform(Command::StartInfusion);
        settle();
        for (int at = 0; at < 5; ++at) {
            pass(15min);
            row(errs(3) ? u"19599118855"_s : u"1287672985"_s, errs(4) && at == 2);
        }
        perform(Command::PauseInfusion);
        if (errs(5)) enter(); // no reason yet
        keys(u"1"_s);
        enter();
        pass(1min);
        perform(Command::PauseInfusion);
        pass(20min);
        perform(Command::StopInfusion);
        if (view().delivery.bagDose > domain::Dose{}) keys(u"asked to stop"_s);
        enter();
        ASSERT_EQ(view().state, domain::InfusionState::Ended);
    }
    void account() {
        page->showStep(u"drug"_s);
        settle();
        ASSERT_EQ(view().delivery.bagDose, domain::Dose{});
        for (const auto& [field, text] : {std::pair(u"vial_volume"_s, u"10"_s), std::pair(u"lot"_s, u"KM42"_s),
                                          std::pair(u"expires"_s, u"31-jul-2026"_s), std::pair(u"wasted_bag"_s, u"0"_s),
                                          std::pair(u"wasted_vial"_s, errs(6) ? u"46"_s : u"465"_s),
                                          std::pair(u"witness"_s, errs(7) ? u"khan"_s : u"osei"_s)})
            type(field, text);
        type(u"witness_password"_s, QString::fromLatin1(kPassword));
        enter();
        if (errs(6)) type(u"wasted_vial"_s, u"465"_s);
        if (errs(7)) type(u"witness"_s, u"osei"_s);
        if (errs(6) || errs(7)) {
            type(u"witness_password"_s, QString::fromLatin1(kPassword));
            enter();
        }
        ASSERT_FALSE(view().record.movements.empty());
    }
    void sign() {
        page->showStep(u"sign"_s);
        if (errs(8)) {
            type(u"sign_password"_s, u"wrong"_s);
            enter();
        }
        type(u"sign_password"_s, QString::fromLatin1(kPassword));
        enter();
        ASSERT_TRUE(view().record.signature);
    }
};

TEST_P(AlertBudget, AtMostOneInterruptionInASessionAndNoneTwice) {
    Alerts alerts;
    prepare();
    infuse();
    account();
    sign();
    EXPECT_LE(alerts.m_shown.size(), kMostAlerts);
    EXPECT_EQ(alerts.m_shown.removeDuplicates(), 0);
}

INSTANTIATE_TEST_SUITE_P(Sessions, AlertBudget, testing::Range(0, kSessions));

} // namespace
} // namespace chairside::test
