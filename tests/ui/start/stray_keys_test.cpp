// Keys that nobody meant: pressed while no control has the focus, on every screen.
#include <QApplication>
#include <QTest>
#include <random>

#include "tests/ui/infusion/infusion_bench.h"
#include "ui/drug_book/drug_book_page.h"
#include "ui/order/order_page.h"
#include "ui/overview/overview_page.h"
#include "ui/patients/patients_page.h"
#include "ui/registration/register_page.h"
#include "ui/reports/reports_page.h"
#include "ui/retreatment/retreatment_page.h"
#include "ui/review/review_page.h"
#include "ui/settings/settings_page.h"
#include "ui/today/today_page.h"

namespace chairside::test {
namespace {

using namespace Qt::Literals::StringLiterals;
using ui::Command;
using ui::PageKind;

constexpr int kKeys = 200;

class StrayKeys : public InfusionBench {
protected:
    template <class SomePage>
    void openAndStray(PageKind kind) {
        SomePage shown(bench, nullptr);
        show(shown, {kind, patient.text(), course.text(), infusion.text()});
        stray(shown);
        onlyTheSessionStartsAPump(shown);
    }

    // Letters, digits and Enter, the same ones every time.
    void stray(ui::Page& shown) {
        std::mt19937 random(26);
        const QString all = u"abcdefghijklmnopqrstuvwxyz0123456789\r"_s;
        const auto before = clinic.count().records;
        for (int pressed = 0; pressed < kKeys; ++pressed) {
            if (QWidget* focus = QApplication::focusWidget()) focus->clearFocus();
            const QChar typed = all[static_cast<qsizetype>(random() % static_cast<unsigned>(all.size()))];
            const auto code = typed == u'\r' ? Qt::Key_Return : static_cast<Qt::Key>(typed.toUpper().unicode());
            QTest::sendKeyEvent(QTest::Click, &shown, code, QString(typed), Qt::NoModifier);
        }
        settle();
        EXPECT_EQ(clinic.count().records, before) << qPrintable(shown.title());
    }

    void onlyTheSessionStartsAPump(ui::Page& shown) {
        const auto before = clinic.count().records;
        for (const auto command : {Command::StartInfusion, Command::PauseInfusion, Command::StopInfusion}) {
            EXPECT_FALSE(shown.can(command)) << qPrintable(shown.title());
            shown.perform(command);
        }
        settle();
        EXPECT_EQ(clinic.count().records, before) << qPrintable(shown.title());
    }
};

TEST_F(StrayKeys, ChangeNoRecordInAnyStepOfTheSession) {
    run();
    for (const QString& step :
         {u"dose"_s, u"pre_check"_s, u"run"_s, u"after"_s, u"tender"_s, u"drug"_s, u"discharge"_s, u"sign"_s}) {
        page->showStep(step);
        settle();
        stray(*page);
    }
    stop();
    for (const QString& step : {u"after"_s, u"tender"_s, u"drug"_s, u"discharge"_s, u"sign"_s}) {
        page->showStep(step);
        settle();
        stray(*page);
    }
}

TEST_F(StrayKeys, ChangeNoRecordOnAnyOtherScreenAndThePumpKeysDoNothingThere) {
    run();
    openAndStray<ui::TodayPage>(PageKind::Today);
    openAndStray<ui::PatientsPage>(PageKind::Patients);
    openAndStray<ui::RegisterPage>(PageKind::Register);
    openAndStray<ui::OverviewPage>(PageKind::Overview);
    openAndStray<ui::ReportsPage>(PageKind::Reports);
    openAndStray<ui::DrugBookPage>(PageKind::Ledger);
    signIn(clinic.physician);
    openAndStray<ui::OrderPage>(PageKind::Order);
    openAndStray<ui::ReviewPage>(PageKind::Review);
    openAndStray<ui::RetreatmentPage>(PageKind::Retreatment);
    signIn(clinic.administrator);
    openAndStray<ui::SettingsPage>(PageKind::Settings);
}

} // namespace
} // namespace chairside::test
