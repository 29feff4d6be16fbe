#include "ui/outcomes/outcomes_page.h"
#include "ui/format/protocol_text.h"

#include <QComboBox>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTabWidget>

#include "ui/charts/chart_export.h"
#include "ui/charts/outcome_chart_state.h"
#include "ui/charts/outcome_chart_view.h"
#include "ui/format/problem_text.h"
#include "ui/format/to_qt.h"
#include "ui/outcomes/outcome_panel.h"
#include "ui/outcomes/outcomes_presenter.h"
#include "ui/outcomes/outcomes_text.h"
#include "ui/widgets/date_edit.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/text_label.h"
#include "ui/work/workbench.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kDaysBefore = 364; // with today a year

} // namespace

QString OutcomesPage::title() const {
    return tr("Outcomes");
}

QString OutcomesPage::help() const {
    return tr("A course belongs to the day of its first infusion. Every share stands with its denominator, and courses "
              "that cannot be judged are listed with the reason, never left out. Enter in a date reads that period. "
              "Alt+T changes between charts and tables. The arrow keys walk through a chart; Enter opens the review of "
              "the course. Export writes the shown chart as PNG, SVG or PDF, or its numbers as CSV, without names.");
}

QWidget* OutcomesPage::firstFocus() {
    return m_from;
}

void OutcomesPage::open(const Place&) {
    if (m_versions.empty()) m_presenter->readVersions();
    m_save->setVisible(m_bench.may(domain::Permission::IssueDocument));
    if (!m_from->date() && !m_to->date()) return showPeriod(kDaysBefore);
    readPeriod();
}

bool OutcomesPage::can(Command command) const {
    return command == Command::Save && m_presenter->maySave();
}

void OutcomesPage::perform(Command command) {
    if (can(command)) chooseFile();
}

void OutcomesPage::connectPresenter() {
    connect(m_presenter, &OutcomesPresenter::listed, this, &OutcomesPage::show);
    connect(m_presenter, &OutcomesPresenter::refused, this,
            [this](const base::Error& error) { m_form->failure(error); });
    connect(m_presenter, &OutcomesPresenter::versionsListed, this, &OutcomesPage::showVersions);
    connect(m_presenter, &OutcomesPresenter::saved, this,
            [this](const QString& path) { say(Tier::Information, tr("Saved in %1.").arg(path)); });
    connect(m_presenter, &OutcomesPresenter::notIssued, this,
            [this](const base::Error& error) { say(Tier::HardStop, describe(error)); });
    connect(m_presenter, &OutcomesPresenter::notWritten, this, [this](const QString& path) {
        say(Tier::HardStop, tr("%1 cannot be written; choose another folder.").arg(path));
    });
}

void OutcomesPage::showPeriod(int daysBefore) {
    const auto today = m_bench.now().localDate();
    m_to->setDate(today);
    m_from->setDate(today.plusDays(-daysBefore));
    readPeriod();
}

void OutcomesPage::readPeriod() {
    if (const auto wrong = m_form->unreadable(); !wrong.empty()) return m_form->problems(wrong);
    base::Problems missing;
    for (const auto& [edit, field] : {std::pair{m_from, "from"}, std::pair{m_to, "to"}}) {
        if (!edit->date())
            missing.push_back({.field = field, .rule = base::Rule::Required, .low = {}, .high = {}, .value = {}});
    }
    if (!missing.empty()) return m_form->problems(missing);
    services::OutcomeQuery query{.from = *m_from->date(), .to = *m_to->date(), .version = {}};
    const int chosen = m_version->currentIndex() - 1;
    if (chosen >= 0) query.version = m_versions.at(static_cast<std::size_t>(chosen));
    m_presenter->read(query);
}

void OutcomesPage::show(const services::Outcomes& outcomes) {
    m_form->clearProblems();
    m_strip->clear();
    m_responders->announce(respondersText(outcomes));
    m_counts->setText(courseCountsText(outcomes));
    m_definition->setText(definitionText(outcomes));
    m_response->setChart(waterfallChartData(outcomes));
    m_lanes->setChart(lanesChartData(outcomes));
    m_infusions->setChart(spreadChartData(outcomes));
    m_gain->setChart(gainChartData(outcomes));
    m_adverse->setTable(adverseSentence(outcomes), adverseTable(outcomes), adverseTable(outcomes));
    m_unjudged->setTable(unjudgedSentence(outcomes), unjudgedTable(outcomes, true), unjudgedTable(outcomes, false));
    Q_EMIT commandsChanged();
}

void OutcomesPage::showVersions(const std::vector<domain::ProtocolVersion>& versions) {
    const QSignalBlocker quiet(m_version);
    for (const auto& one : versions) {
        if (one.state == domain::ProtocolState::Draft) continue;
        m_version->addItem(versionTitle(one.name, one.version));
        m_versions.push_back(one.id);
    }
}

void OutcomesPage::showTables(bool tables) {
    for (auto* panel : m_panels)
        panel->showTable(tables);
    shownPanel()->firstFocus()->setFocus(Qt::OtherFocusReason);
}

OutcomePanel* OutcomesPage::shownPanel() const {
    return m_panels.at(static_cast<std::size_t>(m_tabs->currentIndex()));
}

void OutcomesPage::openReview(const domain::PatientId& patient, const domain::CourseId& course) {
    Q_EMIT goTo({.kind = PageKind::Review, .patientId = patient.text(), .courseId = course.text()});
}

void OutcomesPage::openJudged(int point) {
    const auto& one = m_presenter->outcomes()->judged.at(static_cast<std::size_t>(point));
    openReview(one.patient, one.course);
}

void OutcomesPage::openLane(int point) {
    const auto& lane = m_presenter->outcomes()->lanes.at(static_cast<std::size_t>(point));
    openReview(lane.patient, lane.course);
}

void OutcomesPage::openUnjudged(int point) {
    const auto& one = m_presenter->outcomes()->unjudged.at(static_cast<std::size_t>(point));
    openReview(one.patient.id, one.course.id);
}

// The numbers are what most people want, so they are proposed; the ending chooses a drawing instead.
void OutcomesPage::chooseFile() {
    if (!m_presenter->maySave()) return;
    auto* panel = shownPanel();
    m_bench.prompter().saveFile(this, tr("Export the chart or its numbers"),
                                outcomesFileName(panel->name(), m_presenter->outcomes()->query) + u".csv"_s,
                                chartFileFilter(panel->chart() != nullptr),
                                [this, panel](const std::optional<QString>& path) {
                                    if (path && !path->isEmpty()) saveAs(*path, *panel);
                                });
}

void OutcomesPage::saveAs(const QString& path, const OutcomePanel& panel) {
    const auto format = chartFormatOf(path);
    const bool drawing = format && *format != ChartFormat::Csv;
    if (drawing && panel.chart() != nullptr) {
        const QByteArray bytes = chartDrawing(*panel.chart(), *format, panel.chart()->wholeText());
        return m_presenter->save(path, u"%1.%2"_s.arg(panel.name(), chartEnding(*format)), bytes);
    }
    if (drawing) return say(Tier::HardStop, tr("This part has numbers only; choose a name that ends with .csv."));
    m_presenter->save(format ? path : path + u".csv"_s, panel.name(), csvOf(panel.forFile()));
}

void OutcomesPage::say(Tier tier, const QString& sentence) {
    m_strip->say(tier, sentence);
}

} // namespace chairside::ui
