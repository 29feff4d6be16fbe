// What every page says while there is nothing to show: its sentence, and the one thing to do next.
#include <gmock/gmock.h>

#include <QAbstractButton>
#include <QLabel>
#include <QTabWidget>
#include <QTableView>
#include <memory>

#include "tests/ui/patients/page_bench.h"
#include "ui/assessment/assessment_page.h"
#include "ui/drug_book/drug_book_page.h"
#include "ui/history/history_page.h"
#include "ui/imports/import_page.h"
#include "ui/infusion/infusion_page.h"
#include "ui/order/order_page.h"
#include "ui/outcomes/outcomes_page.h"
#include "ui/overview/overview_page.h"
#include "ui/patients/patients_page.h"
#include "ui/reports/reports_page.h"
#include "ui/retreatment/retreatment_page.h"
#include "ui/review/review_page.h"
#include "ui/settings/settings_page.h"
#include "ui/today/today_page.h"

namespace chairside::test {

using namespace Qt::Literals::StringLiterals;
using domain::Role;
using ui::PageKind;

namespace {

enum class Records { None, OnePatient, OneWithoutHistory };
enum class LeadsTo { Nothing, Another };

struct EmptyCase {
    const char* name;
    Role who;
    Records records;
    PageKind kind;
    const char* sentence; // the beginning of it
    const char* action;   // object name of the button; empty: the field or list beside it is what comes next
    LeadsTo leads = LeadsTo::Another;
    const char* section = ""; // of the settings: something on it
};

void PrintTo(const EmptyCase& one, std::ostream* out) {
    *out << one.name;
}

template <class SomePage>
std::unique_ptr<ui::Page> make(ui::Workbench& bench) {
    return std::make_unique<SomePage>(bench, nullptr);
}

std::unique_ptr<ui::Page> pageOf(PageKind kind, ui::Workbench& bench) {
    switch (kind) {
    case PageKind::Today:
        return make<ui::TodayPage>(bench);
    case PageKind::Patients:
        return make<ui::PatientsPage>(bench);
    case PageKind::Review:
        return make<ui::ReviewPage>(bench);
    case PageKind::Retreatment:
        return make<ui::RetreatmentPage>(bench);
    case PageKind::Outcomes:
        return make<ui::OutcomesPage>(bench);
    case PageKind::Reports:
        return make<ui::ReportsPage>(bench);
    case PageKind::Ledger:
        return make<ui::DrugBookPage>(bench);
    case PageKind::Overview:
        return make<ui::OverviewPage>(bench);
    case PageKind::Order:
        return make<ui::OrderPage>(bench);
    case PageKind::Assessment:
        return make<ui::AssessmentPage>(bench);
    case PageKind::Import:
        return make<ui::ImportPage>(bench);
    case PageKind::History:
        return make<ui::HistoryPage>(bench);
    case PageKind::Infusion:
        return make<ui::InfusionPage>(bench);
    default:
        return make<ui::SettingsPage>(bench);
    }
}

class EmptyStates : public PageBench, public ::testing::WithParamInterface<EmptyCase> {
protected:
    const services::Actor& actorOf(Role role) {
        if (role == Role::Physician) return clinic.physician;
        return role == Role::Nurse ? clinic.nurse : clinic.administrator;
    }
    // What is read or heard on the page: labels, and what tables say in the place of their rows.
    static QStringList said(QWidget& page) {
        QStringList all;
        for (const QLabel* label : page.findChildren<QLabel*>()) {
            if (label->isVisible()) all += label->text();
        }
        for (const QTableView* table : page.findChildren<QTableView*>()) {
            if (table->isVisible()) all += table->accessibleDescription();
        }
        return all;
    }
    static void showSection(QWidget& page, const QString& child) {
        auto* tabs = findByName<QTabWidget>(page, u"settings_tabs"_s);
        for (int at = 0; at < tabs->count(); ++at) {
            if (tabs->widget(at)->findChild<QWidget*>(child) != nullptr) tabs->setCurrentIndex(at);
        }
        settle();
    }
};

TEST_P(EmptyStates, SayWhatWillAppearAndTheOneStepThatFollows) {
    const auto& one = GetParam();
    std::optional<std::string> patient;
    auto details = aPatient();
    if (one.records == Records::OneWithoutHistory) {
        details.phone.clear();
        details.allergies.clear();
        details.allergyStatus = domain::AllergyStatus::NotRecorded;
    }
    if (one.records != Records::None) patient = clinic.patient(details).text();
    signIn(actorOf(one.who));
    const auto page = pageOf(one.kind, bench);
    show(*page, placeOf(one.kind, patient));
    settle();
    if (*one.section != '\0') showSection(*page, QString::fromLatin1(one.section));
    const QString sentence = QString::fromUtf8(one.sentence);
    const QStringList all = said(*page);
    EXPECT_TRUE(std::ranges::any_of(all, [&](const QString& text) { return text.contains(sentence); }))
        << qPrintable(all.join(u'|'));
    picture(*page, u"empty_"_s + QString::fromLatin1(one.name));
    if (*one.action == '\0') return;
    auto* action = findByName<QAbstractButton>(*page, QString::fromLatin1(one.action));
    ASSERT_NE(action, nullptr);
    ASSERT_TRUE(action->isVisible() && action->isEnabled());
    const auto before = places.size();
    action->setFocus();
    key(Qt::Key_Space);
    settle();
    if (one.leads == LeadsTo::Another) {
        EXPECT_GT(places.size(), before) << "the action leads on";
    }
}

INSTANTIATE_TEST_SUITE_P(
    EveryPage, EmptyStates,
    ::testing::Values(
        EmptyCase{"today", Role::Nurse, Records::None, PageKind::Today, "No infusion is planned for today.",
                  "today_find"},
        EmptyCase{"patients", Role::Nurse, Records::None, PageKind::Patients, "No patients yet.", "register_first"},
        EmptyCase{"review", Role::Physician, Records::None, PageKind::Review, "No course has been ordered yet.",
                  "review_find"},
        EmptyCase{"review_of_one", Role::Physician, Records::OnePatient, PageKind::Review,
                  "No course has been ordered for this patient.", "review_order"},
        EmptyCase{"retreatment", Role::Physician, Records::None, PageKind::Retreatment,
                  "Nobody is due for a re-treatment decision.", "retreatment_find"},
        EmptyCase{"outcomes", Role::Physician, Records::None, PageKind::Outcomes, "No course belongs to this period.",
                  ""},
        EmptyCase{"documents", Role::Nurse, Records::None, PageKind::Reports, "Documents about one patient are made",
                  ""},
        EmptyCase{"drug_book", Role::Nurse, Records::None, PageKind::Ledger, "No drug was moved on", ""},
        EmptyCase{"overview_to_order", Role::Physician, Records::OnePatient, PageKind::Overview, "No course ordered.",
                  "next_step"},
        EmptyCase{"overview_waiting", Role::Nurse, Records::OnePatient, PageKind::Overview,
                  "Waiting for a physician's order.", ""},
        EmptyCase{"overview_of_nobody", Role::Nurse, Records::None, PageKind::Overview, "", "find_instead"},
        EmptyCase{"order_without_protocol", Role::Physician, Records::OnePatient, PageKind::Order,
                  "A course cannot be ordered until a physician signs a protocol (Settings).", "open_settings"},
        EmptyCase{"order_by_a_nurse", Role::Nurse, Records::OnePatient, PageKind::Order,
                  "Only a physician orders a course.", "denied_to_overview"},
        EmptyCase{"history", Role::Nurse, Records::OneWithoutHistory, PageKind::History,
                  "Nothing is recorded yet. Choose below what you want to add.", "add_5", LeadsTo::Nothing},
        EmptyCase{"history_of_nobody", Role::Nurse, Records::None, PageKind::History, "", "find_instead"},
        EmptyCase{"infusion", Role::Nurse, Records::OnePatient, PageKind::Infusion,
                  "No infusion is open. Open one from today's list.", "infusion_to_today"},
        EmptyCase{"board_without_chairs", Role::Nurse, Records::None, PageKind::Today, "An administrator adds them",
                  ""},
        EmptyCase{"chairs", Role::Administrator, Records::None, PageKind::Settings, "No chairs are set up yet",
                  "save_chairs", LeadsTo::Nothing, "save_chairs"},
        EmptyCase{"assessments", Role::Nurse, Records::OnePatient, PageKind::Assessment,
                  "Nothing has been filled in yet.", ""},
        EmptyCase{"import", Role::Administrator, Records::None, PageKind::Import, "Choose a file and check it", ""},
        EmptyCase{"duplicates", Role::Administrator, Records::None, PageKind::Settings, "No records were merged yet.",
                  "", LeadsTo::Nothing, "merges_table"},
        EmptyCase{"emergency_access", Role::Physician, Records::None, PageKind::Settings,
                  "Nobody has used emergency access.", "", LeadsTo::Nothing, "emergency_table"},
        EmptyCase{"titration", Role::Physician, Records::None, PageKind::Settings,
                  "No suggestion has been answered yet.", "", LeadsTo::Nothing, "titration_counts"}),
    [](const ::testing::TestParamInfo<EmptyCase>& one) { return std::string(one.param.name); });

} // namespace
} // namespace chairside::test
