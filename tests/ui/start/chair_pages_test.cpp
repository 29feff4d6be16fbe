// Chairs on the board, on the locked screen, in the settings and beside the record, by keys.
#include <QLabel>
#include <QLineEdit>

#include "tests/ui/infusion/infusion_bench.h"
#include "ui/settings/settings_page.h"
#include "ui/sign_in/lock_page.h"
#include "ui/today/today_page.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/table_view.h"

namespace chairside::test {
namespace {

using namespace Qt::Literals::StringLiterals;

class ChairPages : public InfusionBench {
protected:
    void name(const std::vector<std::string>& chairs) {
        need(clinic.services.chairs.setChairs(clinic.administrator, chairs));
    }
    void seat(const domain::InfusionId& whom, const std::string& chair) {
        need(clinic.services.infusions.placeOnChair(clinic.nurse, {whom, chair}));
    }
    domain::InfusionId another() {
        const auto berta = clinic.patient(aPatient("Berta", "Beispiel", "KC 0777", "1966-02-02"));
        return clinic.runningInfusion(clinic.orderedCourse(berta));
    }
    void expectSound(QWidget& shown) {
        for (const auto& fault : crawl(shown))
            ADD_FAILURE() << fault;
    }
};

TEST_F(ChairPages, AnAdministratorNamesTheChairs) {
    signIn(clinic.administrator);
    ui::SettingsPage settings(bench);
    show(settings, placeOf(ui::PageKind::Settings));
    key(Qt::Key_H, Qt::AltModifier);
    findWidget(settings, u"chairs"_s)->setFocus();
    keys(u"1, 2, two, 2"_s);
    key(Qt::Key_Return);
    settle();
    EXPECT_EQ(settings.findChild<ui::FormBuilder*>()->isVisible(), false);
    EXPECT_EQ(textOf(settings, u"chairs"_s), u"1, 2, two, 2"_s) << "what was typed stays";
    findWidget(settings, u"chairs"_s)->setFocus();
    key(Qt::Key_End);
    key(Qt::Key_Backspace);
    keys(u"3"_s);
    key(Qt::Key_Return);
    settle();
    EXPECT_EQ(need(clinic.services.chairs.chairs(clinic.administrator)),
              (std::vector<std::string>{"1", "2", "two", "3"}));
    expectSound(settings);
}

TEST_F(ChairPages, AnAdministratorChoosesWhenTheScreenLocks) {
    signIn(clinic.administrator);
    ui::SettingsPage settings(bench);
    show(settings, placeOf(ui::PageKind::Settings));
    key(Qt::Key_L, Qt::AltModifier);
    findWidget(settings, u"idle_lock_minutes"_s)->setFocus();
    EXPECT_EQ(textOf(settings, u"idle_lock_minutes"_s), u"3"_s);
    keys(u"0"_s);
    key(Qt::Key_Return);
    settle();
    EXPECT_EQ(textOf(settings, u"idle_lock_minutes"_s), u"30"_s) << "what was typed stays";
    EXPECT_EQ(need(clinic.services.screenLock.rule()).after, std::chrono::minutes(3));
    picture(settings, u"screen_lock_refused"_s);
    findWidget(settings, u"idle_lock_minutes"_s)->setFocus();
    key(Qt::Key_End);
    key(Qt::Key_Backspace);
    key(Qt::Key_Backspace);
    keys(u"5"_s);
    key(Qt::Key_Return);
    settle();
    EXPECT_EQ(need(clinic.services.screenLock.rule()).after, std::chrono::minutes(5));
    expectSound(settings);
}

TEST_F(ChairPages, ADigitOnTheBoardGoesToTheChair) {
    name({"1", "2", "11"});
    run();
    const auto berta = another();
    seat(infusion, "1");
    seat(berta, "11");
    ui::TodayPage today(bench);
    show(today, placeOf(ui::PageKind::Today));
    auto* table = findByName<ui::TableView>(today, u"today_table"_s);
    table->setFocus();
    const auto chairShown = [&] {
        return table->model()->index(table->currentRow(), 0).data().toString();
    };
    key(Qt::Key_1);
    const QString first = chairShown();
    key(Qt::Key_1);
    EXPECT_NE(chairShown(), first) << "again goes on to the next one that begins so";
    key(Qt::Key_9);
    EXPECT_NE(chairShown(), first) << "no such chair: nothing moves";
    expectSound(today);
}

TEST_F(ChairPages, TwoPatientsOnAChairAreSaidInBothRows) {
    name({"1"});
    run();
    seat(infusion, "1");
    seat(another(), "1");
    ui::TodayPage today(bench);
    show(today, placeOf(ui::PageKind::Today));
    auto* table = findByName<ui::TableView>(today, u"today_table"_s);
    for (int row = 0; row < 2; ++row) {
        EXPECT_TRUE(table->model()->index(row, 5).data().toString().contains(u"two patients on chair 1"_s)) << row;
    }
}

TEST_F(ChairPages, TheLockedScreenSaysWhichChairIsOverdueAndNoName) {
    name({"3"});
    run();
    seat(infusion, "3");
    ui::LockPage lock(bench);
    present(lock);
    settle();
    EXPECT_EQ(textOf(lock, u"pump_1"_s), u"Chair 3: vitals due now"_s);
    clinic.clock.advance(std::chrono::minutes(20));
    lock.showPumps();
    EXPECT_EQ(textOf(lock, u"pump_1"_s), u"▲ Chair 3: vitals 20min overdue"_s);
    for (const auto* label : lock.findChildren<QLabel*>()) {
        EXPECT_FALSE(label->text().contains(u"Tester"_s)) << qPrintable(label->text());
        EXPECT_FALSE(label->text().contains(u"Anna"_s)) << qPrintable(label->text());
    }
    picture(lock, u"lock_overdue"_s);
    expectSound(lock);
}

TEST_F(ChairPages, TheChairIsTypedBesideTheRecord) {
    name({"1", "Window"});
    openPage();
    EXPECT_TRUE(visible(*page, u"chair"_s));
    findWidget(*page, u"chair"_s)->setFocus();
    keys(u"9"_s);
    key(Qt::Key_Return);
    settle();
    EXPECT_EQ(textOf(*page, u"chair"_s), u"9"_s) << "what was typed stays";
    EXPECT_EQ(domain::chairOf(view().record), "");
    key(Qt::Key_Backspace);
    keys(u"window"_s);
    key(Qt::Key_Return);
    settle();
    EXPECT_EQ(textOf(*page, u"chair"_s), u"Window"_s);
    EXPECT_EQ(domain::chairOf(view().record), "Window");
    expectSound(*page);
}

TEST_F(ChairPages, WithoutChairsNothingIsAsked) {
    openPage();
    EXPECT_FALSE(visible(*page, u"chair"_s));
}

} // namespace
} // namespace chairside::test
