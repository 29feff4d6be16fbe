#include "ui/infusion/run_step.h"

#include <QApplication>
#include <QLineEdit>
#include <QVBoxLayout>

#include "ui/charts/vitals_chart_view.h"
#include "ui/format/date_text.h"
#include "ui/infusion/infusion_words.h"
#include "ui/infusion/run_controls.h"
#include "ui/infusion/vitals_panel.h"
#include "ui/theme/metrics.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

// So long nobody must have typed before the focus may go to a row that has become due.
constexpr std::chrono::seconds kQuiet{5};
constexpr int kTableShare = 2;
constexpr int kChartShare = 3;
constexpr int kChartHeight = 182;

} // namespace

RunStep::RunStep(InfusionPresenter& presenter, QWidget* parent)
    : SessionStep(presenter, u"run"_s, tr("Infusion"), parent) {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(scaled(space::kRelated));
    m_controls = new RunControls(presenter, this);
    m_vitals = new VitalsPanel(presenter, this);
    m_chart = new VitalsChartView(this);
    m_chart->setPreferredHeight(kChartHeight);
    m_chart->setMinimumHeight(scaled(kChartHeight));
    outer->addWidget(m_controls);
    outer->addWidget(m_vitals, kTableShare);
    outer->addWidget(m_chart, kChartShare);
    connect(m_controls, &RunControls::said, this, &SessionStep::said);
    connect(m_controls, &RunControls::commandsChanged, this, &SessionStep::commandsChanged);
    connect(m_controls, &RunControls::answered, this, [this] {
        if (isVisible()) m_vitals->firstFocus()->setFocus(Qt::OtherFocusReason);
    });
    connect(m_vitals, &VitalsPanel::said, this, &SessionStep::said);
    connect(m_vitals, &VitalsPanel::eventsWanted, this, [this] { Q_EMIT stepWanted(u"after"_s); });
    qApp->installEventFilter(this);
}

bool RunStep::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) m_lastKey = presenter().bench().clock().monotonic();
    return SessionStep::eventFilter(watched, event);
}

void RunStep::showRecord(const services::InfusionView& view) {
    m_controls->showRecord(view);
    m_vitals->showRecord(view);
    showChart(presenter().now());
}

void RunStep::showChart(const base::Instant& now) {
    const auto& view = presenter().view();
    if (!view) return;
    m_chartMinute = now.utcMs() / 60'000;
    m_chart->setVisible(!domain::standing(view->record.vitals).empty());
    m_chart->setData(vitalsChartData(view->record, view->protocol.rules, view->order.minutes, now));
}

StepProgress RunStep::progressOf(const services::InfusionView& view) const {
    const auto& delivery = view.delivery;
    if (delivery.stoppedAt) return {StepState::Done, tr("stopped %1").arg(timeText(*delivery.stoppedAt))};
    if (delivery.startedAt) return {StepState::ToDo, tr("started %1").arg(timeText(*delivery.startedAt))};
    return {};
}

QWidget* RunStep::firstFocus() {
    return m_vitals->firstFocus();
}

// A typed row is saved, and the step stays: there will be more rows.
void RunStep::complete() {
    if (m_vitals->hasEntry()) return m_vitals->save();
    Q_EMIT finished();
}

void RunStep::tick(const base::Instant& now) {
    m_vitals->tick(now);
    if (isVisible() && now.utcMs() / 60'000 != m_chartMinute) showChart(now);
    noticeDue(now);
}

bool RunStep::isQuiet() const {
    const auto* line = qobject_cast<const QLineEdit*>(QApplication::focusWidget());
    const bool isTyping = line != nullptr && !line->text().isEmpty();
    return !isTyping && presenter().bench().clock().monotonic() - m_lastKey >= kQuiet;
}

void RunStep::noticeDue(const base::Instant& now) {
    const auto& view = presenter().view();
    if (!view || !presenter().mayRecord()) return;
    const auto due = domain::nextDueVitals(view->record, now, view->protocol.rules.monitoring);
    if (!due || now < due->dueAt || m_noticedDue == due->dueAt) return;
    m_noticedDue = due->dueAt;
    Q_EMIT said(tr("Vitals due, %1").arg(timeText(due->dueAt)));
    if (isVisible() && isQuiet() && !m_vitals->hasEntry()) m_vitals->firstFocus()->setFocus(Qt::OtherFocusReason);
}

bool RunStep::can(Command command) const {
    return m_controls->can(command);
}

void RunStep::perform(Command command) {
    m_controls->perform(command);
}

EntryDraft RunStep::draft() const {
    EntryDraft draft = m_vitals->draft();
    m_controls->addDraft(draft);
    return draft;
}

void RunStep::restore(const EntryDraft& draft) {
    m_controls->restore(draft);
    m_noticedDue.reset();
    m_vitals->restore(draft);
    showChart(presenter().now());
}

} // namespace chairside::ui
