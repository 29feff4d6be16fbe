#include "app/pages.h"

#include "ui/assessment/assessment_page.h"
#include "ui/drug_book/drug_book_page.h"
#include "ui/exports/export_page.h"
#include "ui/history/history_page.h"
#include "ui/imports/import_page.h"
#include "ui/infusion/infusion_page.h"
#include "ui/order/order_page.h"
#include "ui/outcomes/outcomes_page.h"
#include "ui/overview/overview_page.h"
#include "ui/patients/patients_page.h"
#include "ui/registration/register_page.h"
#include "ui/reports/reports_page.h"
#include "ui/retreatment/retreatment_page.h"
#include "ui/review/review_page.h"
#include "ui/settings/settings_page.h"
#include "ui/today/today_page.h"

namespace chairside::app {

namespace {

template <class SomePage>
void add(ui::MainWindow& window, ui::Workbench& bench, ui::PageKind kind) {
    window.addPage(kind, [&bench](QWidget* parent) -> ui::Page* { return new SomePage(bench, parent); });
}

} // namespace

void addPages(ui::MainWindow& window, ui::Workbench& bench) {
    using ui::PageKind;
    add<ui::TodayPage>(window, bench, PageKind::Today);
    add<ui::PatientsPage>(window, bench, PageKind::Patients);
    add<ui::ReviewPage>(window, bench, PageKind::Review);
    add<ui::RetreatmentPage>(window, bench, PageKind::Retreatment);
    add<ui::OutcomesPage>(window, bench, PageKind::Outcomes);
    add<ui::ReportsPage>(window, bench, PageKind::Reports);
    add<ui::DrugBookPage>(window, bench, PageKind::Ledger);
    add<ui::SettingsPage>(window, bench, PageKind::Settings);
    add<ui::OverviewPage>(window, bench, PageKind::Overview);
    add<ui::RegisterPage>(window, bench, PageKind::Register);
    add<ui::ImportPage>(window, bench, PageKind::Import);
    add<ui::ExportPage>(window, bench, PageKind::Export);
    add<ui::OrderPage>(window, bench, PageKind::Order);
    add<ui::AssessmentPage>(window, bench, PageKind::Assessment);
    add<ui::HistoryPage>(window, bench, PageKind::History);
    add<ui::InfusionPage>(window, bench, PageKind::Infusion);
}

} // namespace chairside::app
