// How the courses of a period turned out: counts with their denominators and definitions, four charts with tables, and
// the courses that cannot be judged.
#pragma once

#include <vector>

#include "core/domain/ids.h"
#include "ui/shell/page.h"

class QComboBox;
class QHBoxLayout;
class QPushButton;
class QTabWidget;

namespace chairside::base {
struct Error;
}
namespace chairside::domain {
struct ProtocolVersion;
}
namespace chairside::services {
struct Outcomes;
struct OutcomeQuery;
} // namespace chairside::services

namespace chairside::ui {

class DateEdit;
class FormBuilder;
class MessageStrip;
class OutcomePanel;
class OutcomesPresenter;
class TextLabel;
class Workbench;

// Opens on the last 365 days. Enter in a date reads that period, Alt+T changes between charts and tables, Enter on a
// course opens its review.
class OutcomesPage : public Page {
    Q_OBJECT

public:
    OutcomesPage(Workbench& bench, QWidget* parent);

    [[nodiscard]] QString title() const override;
    void open(const Place& place) override;
    [[nodiscard]] QWidget* firstFocus() override;
    [[nodiscard]] QString help() const override;
    [[nodiscard]] bool can(Command command) const override;
    void perform(Command command) override;

private:
    QWidget* makeHeading();
    QWidget* makeFilter();
    QWidget* makeTabs();
    OutcomePanel* addPanel(const QString& name, const QString& tab, const QString& accessibleName, bool chart);
    void connectPresenter();
    void showPeriod(int daysBefore);
    void readPeriod();
    void show(const services::Outcomes& outcomes);
    void showVersions(const std::vector<domain::ProtocolVersion>& versions);
    void showTables(bool tables);
    void openJudged(int point);
    void openLane(int point);
    void openUnjudged(int point);
    void openReview(const domain::PatientId& patient, const domain::CourseId& course);
    [[nodiscard]] OutcomePanel* shownPanel() const;
    void chooseFile();
    void saveAs(const QString& path, const OutcomePanel& panel);
    void say(Tier tier, const QString& sentence);

    Workbench& m_bench;
    OutcomesPresenter* m_presenter = nullptr;
    TextLabel* m_responders = nullptr;
    TextLabel* m_counts = nullptr;
    TextLabel* m_definition = nullptr;
    QPushButton* m_tables = nullptr;
    QPushButton* m_save = nullptr;
    MessageStrip* m_strip = nullptr;
    FormBuilder* m_form = nullptr;
    DateEdit* m_from = nullptr;
    DateEdit* m_to = nullptr;
    QComboBox* m_version = nullptr;
    std::vector<domain::ProtocolVersionId> m_versions; // of the choices after the first
    QTabWidget* m_tabs = nullptr;
    OutcomePanel* m_response = nullptr;
    OutcomePanel* m_lanes = nullptr;
    OutcomePanel* m_infusions = nullptr;
    OutcomePanel* m_gain = nullptr;
    OutcomePanel* m_adverse = nullptr;
    OutcomePanel* m_unjudged = nullptr;
    std::vector<OutcomePanel*> m_panels;
};

} // namespace chairside::ui
