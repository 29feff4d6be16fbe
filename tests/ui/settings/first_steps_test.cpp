// What a new installation has to finish, by keys.
#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <filesystem>

#include "tests/ui/settings/settings_bench.h"

namespace chairside::test {

using namespace Qt::Literals::StringLiterals;

namespace {

class FirstSteps : public SettingsBench {
protected:
    QTabWidget& tabs() { return *findByName<QTabWidget>(*page, u"settings_tabs"_s); }
    QListWidget* steps() { return page->findChild<QListWidget*>(u"first_steps"_s); }
    bool listed() { return steps() != nullptr && steps()->isVisible(); }
    // Enter on a line, from the list.
    void choose(int row) {
        for (int at = 0; at < tabs().count(); ++at) {
            if (tabs().widget(at)->isAncestorOf(steps())) tabs().setCurrentIndex(at);
        }
        steps()->setFocus();
        steps()->setCurrentRow(row);
        key(Qt::Key_Return);
        settle();
    }
    QString line(int row) { return steps()->item(row)->text(); }
};

TEST_F(FirstSteps, aNewClinicFindsThemFirstAndEnterLeadsToEachSection) {
    showPage(clinic.administrator);
    ASSERT_TRUE(listed());
    EXPECT_EQ(tabs().tabText(0), u"To finish (4)"_s);
    ASSERT_EQ(steps()->count(), 5);
    EXPECT_TRUE(line(0).startsWith(u"▲ to do   Name and address"_s)) << qPrintable(line(0));
    EXPECT_TRUE(line(3).startsWith(u"✔ done   Second person"_s)) << qPrintable(line(3));
    EXPECT_EQ(page->firstFocus(), steps());
    EXPECT_EQ(crawl(*page), std::vector<std::string>{});
    picture(*page, u"first_steps"_s);
    choose(0);
    EXPECT_EQ(QApplication::focusWidget(), findWidget(*page, u"clinic_name"_s));
    choose(2);
    EXPECT_EQ(QApplication::focusWidget(), findWidget(*page, u"protocol_list"_s));
    for (const int row : {1, 3, 4}) {
        choose(row);
        EXPECT_FALSE(listed()) << row;
        EXPECT_TRUE(tabs().currentWidget()->isAncestorOf(QApplication::focusWidget())) << row;
    }
}

TEST_F(FirstSteps, aLineIsDoneAsSoonAsItIsSavedAndTheListGoesAwayWithTheLast) {
    showPage(clinic.administrator);
    choose(0);
    auto* address = findByName<QPlainTextEdit>(*page, u"clinic_address"_s);
    address->setFocus();
    keys(u"1 Hill Street"_s);
    findWidget(*page, u"save_clinic"_s)->setFocus();
    key(Qt::Key_Space);
    settle();
    EXPECT_TRUE(line(0).startsWith(u"✔ done"_s)) << qPrintable(line(0));
    need(clinic.services.chairs.setChairs(clinic.administrator, {"1"}));
    (void)clinic.signedProtocol();
    settle();
    EXPECT_EQ(tabs().tabText(0), u"To finish (1)"_s);
    const auto folder = std::filesystem::temp_directory_path().string();
    need(clinic.services.backups.setPlan(clinic.administrator, folder, std::chrono::hours(24)));
    page->open(placeOf(ui::PageKind::Settings));
    settle();
    EXPECT_FALSE(tabs().tabText(0).startsWith(u"To finish"_s));
    EXPECT_FALSE(listed());
}

TEST_F(FirstSteps, withPatientsTheyStandThereAndDoNotLead) {
    (void)clinic.patient();
    showPage(clinic.administrator);
    EXPECT_EQ(tabs().tabText(0), u"To finish (4)"_s);
    EXPECT_FALSE(listed());
}

TEST_F(FirstSteps, aNurseIsNotAskedToFinishThem) {
    showPage(clinic.nurse);
    EXPECT_EQ(steps(), nullptr);
}

} // namespace
} // namespace chairside::test
