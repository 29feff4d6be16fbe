#include "ui/infusion/run_controls.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/format/date_text.h"
#include "ui/format/problem_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"
#include "ui/infusion/check_words.h"
#include "ui/infusion/infusion_words.h"
#include "ui/infusion/meanwhile_words.h"
#include "ui/infusion/reason_line.h"
#include "ui/infusion/second_check_words.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/quantity_edit.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kOpenQuestion = u"run_question"_s;

// "10:00 Started, 66.7 mL per hour", "10:31 Paused: line checked".
QString stepLine(const domain::InfusionStep& step) {
    QString line = u"%1 %2"_s.arg(timeText(step.head.observedAt), InfusionWords::step(step.kind));
    if (step.rate) line += u", "_s + amountText(*step.rate, u"mL per hour");
    if (!step.reason.empty()) line += u": "_s + toQt(step.reason);
    return line;
}

QString stepSaid(domain::StepKind kind) {
    switch (kind) {
    case domain::StepKind::Start:
        return RunControls::tr("Start recorded");
    case domain::StepKind::RateChange:
        return RunControls::tr("New rate recorded");
    case domain::StepKind::Pause:
        return RunControls::tr("Pause recorded");
    case domain::StepKind::Resume:
        return RunControls::tr("Resumption recorded");
    case domain::StepKind::Stop:
        return RunControls::tr("Stop recorded");
    }
    return {};
}

} // namespace

RunControls::RunControls(InfusionPresenter& presenter, QWidget* parent) : QWidget(parent), m_presenter(presenter) {
    build();
    connectPresenter();
}

void RunControls::build() {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(scaled(space::kLabel));
    m_strip = new MessageStrip(this);
    outer->addWidget(m_strip);
    m_start = makeButton(tr("Start  Alt+F9"), ButtonKind::Primary, u"run_start"_s, this);
    m_pause = makeButton(tr("Pause  Alt+F10"), ButtonKind::Secondary, u"run_pause"_s, this);
    m_stop = makeButton(tr("Stop  Alt+F11"), ButtonKind::Danger, u"run_stop"_s, this);
    m_rate = makeButton(tr("&Change rate…"), ButtonKind::Secondary, u"run_rate"_s, this);
    m_hint = new TextLabel({}, TextRole::Hint, this);
    m_hint->setObjectName(u"run_hint"_s);
    auto* line = new QHBoxLayout;
    line->setSpacing(scaled(space::kRelated));
    for (QPushButton* button : {m_start, m_pause, m_rate})
        line->addWidget(button);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    m_history = new TextLabel({}, TextRole::Hint, this);
    m_history->setObjectName(u"run_history"_s);
    words->addWidget(m_hint);
    words->addWidget(m_history);
    line->addLayout(words, 1);
    line->addWidget(m_stop);
    outer->addLayout(line);
    m_reason = new ReasonLine(u"run_reason"_s, this);
    m_rateValue = new QuantityEdit({.wholeDigits = 4, .decimals = 1, .unit = u"mL per hour"_s});
    m_rateValue->setObjectName(u"run_rate_value"_s);
    m_rateValue->setFixedWidth(scaled(96));
    m_reason->addEditor(tr("New rate, mL per hour"), m_rateValue);
    outer->addWidget(m_reason);
    connect(m_start, &QPushButton::clicked, this, [this] { perform(Command::StartInfusion); });
    connect(m_pause, &QPushButton::clicked, this, [this] { perform(Command::PauseInfusion); });
    connect(m_stop, &QPushButton::clicked, this, [this] { perform(Command::StopInfusion); });
    connect(m_rate, &QPushButton::clicked, this, [this] { ask(domain::StepKind::RateChange); });
    connect(m_reason, &ReasonLine::answered, this, &RunControls::record);
    connect(m_reason, &ReasonLine::cancelled, this, [this] {
        m_reason->close();
        Q_EMIT answered();
    });
}

void RunControls::connectPresenter() {
    connect(&m_presenter, &InfusionPresenter::saving, this, [this](SessionFact fact) {
        if (fact == SessionFact::PumpStep) arrange();
    });
    connect(&m_presenter, &InfusionPresenter::saved, this, [this](SessionFact fact) {
        if (fact != SessionFact::PumpStep) return;
        m_reason->close();
        m_strip->clear();
        arrange();
        Q_EMIT said(stepSaid(m_asked));
        Q_EMIT answered();
    });
    connect(&m_presenter, &InfusionPresenter::failed, this, [this](SessionFact fact, const base::Error& error) {
        if (fact != SessionFact::PumpStep) return;
        showFailure(error);
        arrange();
    });
}

void RunControls::showFailure(const base::Error& error) {
    if (error.code == base::Code::WrongState && error.detail == "order_changed") {
        return m_strip->say(Tier::HardStop,
                            tr("The order has changed since the bag was made. Prepare the dose again in step 1."));
    }
    const auto& view = m_presenter.view();
    if (error.code == base::Code::WrongState && error.field == "pre_check" && view) {
        const QString hint = CheckWords::startHint(*view, m_presenter.now());
        return m_strip->say(Tier::HardStop, hint.isEmpty() ? describe(error) : hint);
    }
    if (view && error.code == base::Code::WrongState && error.detail == "not_checked")
        return m_strip->say(Tier::HardStop, SecondCheckWords::notStartable(checkStateOf(*view)));
    if (error.problems.empty()) return m_strip->say(Tier::HardStop, describe(error));
    const auto& first = error.problems.front();
    if (view && first.field == "step" && !view->record.steps.empty()) {
        const auto theirs = domain::standing(view->record.steps).back();
        const QString sentence = MeanwhileWords::step(*view, theirs, stepLine(theirs));
        return m_reason->isOpen() ? m_reason->setProblem(sentence) : m_strip->say(Tier::HardStop, sentence);
    }
    const bool asksRate = first.field == "rate";
    const FieldWords words{asksRate                  ? tr("Pump rate")
                           : first.field == "reason" ? tr("Reason")
                                                     : tr("Step"),
                           asksRate ? u"mL per hour"_s : QString()};
    if (!m_reason->isOpen()) return m_strip->say(Tier::HardStop, describe(first, words));
    m_reason->setProblem(describe(first, words));
    if (asksRate)
        m_rateValue->setFocus();
    else
        m_reason->focusLine();
}

QString RunControls::startHintOf(const services::InfusionView& view) const {
    if (QString hint = SecondCheckWords::notStartable(checkStateOf(view)); !hint.isEmpty()) return hint;
    return CheckWords::startHint(view, m_presenter.now());
}

void RunControls::showRecord(const services::InfusionView& view) {
    QStringList lines;
    for (const auto& step : domain::standing(view.record.steps))
        lines << stepLine(step);
    m_history->setText(lines.join(u"  ·  "_s));
    m_history->setVisible(!lines.isEmpty());
    followOthers(view);
    arrange();
}

bool RunControls::isStillPossible(const services::InfusionView& view) const {
    const bool running = view.state == domain::InfusionState::Running;
    return running || (m_asked == domain::StepKind::Stop && view.state == domain::InfusionState::Paused);
}

void RunControls::followOthers(const services::InfusionView& view) {
    const auto steps = domain::standing(view.record.steps);
    if (!m_reason->isOpen() || steps.empty() || m_presenter.isSaving(SessionFact::PumpStep) || isStillPossible(view))
        return;
    if (m_reason->text().isEmpty() && m_rateValue->isBlank()) return m_reason->close();
    m_reason->setProblem(MeanwhileWords::step(view, steps.back(), stepLine(steps.back())));
}

bool RunControls::can(Command command) const {
    const auto& view = m_presenter.view();
    if (!view || !m_presenter.mayRecord() || m_presenter.isSaving(SessionFact::PumpStep)) return false;
    const bool moving = view->state == domain::InfusionState::Running || view->state == domain::InfusionState::Paused;
    switch (command) {
    case Command::StartInfusion:
        return view->state == domain::InfusionState::Prepared && startHintOf(*view).isEmpty();
    case Command::PauseInfusion:
    case Command::StopInfusion:
        return moving;
    default:
        return false;
    }
}

void RunControls::arrange() {
    const auto& view = m_presenter.view();
    if (!view) return;
    const bool may = m_presenter.mayRecord();
    const auto state = view->state;
    const bool before = state == domain::InfusionState::Opened || state == domain::InfusionState::Prepared;
    const bool moving = state == domain::InfusionState::Running || state == domain::InfusionState::Paused;
    m_start->setVisible(may && before);
    m_start->setEnabled(can(Command::StartInfusion));
    m_pause->setVisible(may && moving);
    m_pause->setText(state == domain::InfusionState::Paused ? tr("Resume  Alt+F10") : tr("Pause  Alt+F10"));
    m_pause->setAccessibleName(m_pause->text());
    m_pause->setEnabled(can(Command::PauseInfusion));
    m_rate->setVisible(may && state == domain::InfusionState::Running);
    m_stop->setVisible(may && moving);
    m_stop->setEnabled(can(Command::StopInfusion));
    QString hint;
    if (state == domain::InfusionState::Opened)
        hint = tr("Start is possible when the dose is saved (step 1).");
    else if (before)
        hint = startHintOf(*view);
    m_hint->setText(may ? hint : QString());
    Q_EMIT commandsChanged();
}

void RunControls::perform(Command command) {
    const auto& view = m_presenter.view();
    if (!view || !can(command)) return;
    if (command == Command::StopInfusion) return ask(domain::StepKind::Stop);
    if (command == Command::PauseInfusion && view->state == domain::InfusionState::Running)
        return ask(domain::StepKind::Pause);
    m_asked = command == Command::StartInfusion ? domain::StepKind::Start : domain::StepKind::Resume;
    m_reason->close();
    m_presenter.record({.infusion = view->record.infusion.id, .kind = m_asked});
}

void RunControls::ask(domain::StepKind kind) {
    const auto& view = m_presenter.view();
    if (!view) return;
    openQuestion(kind, *view);
    if (kind == domain::StepKind::RateChange)
        m_rateValue->setFocus();
    else
        m_reason->focusLine();
}

void RunControls::openQuestion(domain::StepKind kind, const services::InfusionView& view) {
    m_asked = kind;
    const bool rate = kind == domain::StepKind::RateChange;
    if (kind == domain::StepKind::Pause) {
        m_reason->ask(tr("Reason for the pause"), tr("Record pause"));
        m_reason->offer({tr("line checked"), tr("side effect"), tr("blood pressure"), tr("pump alarm"),
                         tr("the patient asked for it")});
    }
    if (kind == domain::StepKind::Stop) {
        const auto delivery = domain::deliveryOf(view.record, m_presenter.now(), view.protocol.rules.dose);
        const bool isEmpty = delivery.bagVolume == domain::Volume{};
        m_reason->ask(isEmpty ? tr("Reason for the stop (the bag is empty: may be left out)")
                              : tr("Reason for the stop"),
                      tr("Record stop"));
    }
    if (rate) m_reason->ask(tr("Reason (may be left out)"), tr("Record rate"));
    m_reason->setEditorVisible(rate);
    m_rateValue->setValue(std::optional<domain::FlowRate>());
}

void RunControls::record() {
    const auto& view = m_presenter.view();
    if (!view || m_presenter.isSaving(SessionFact::PumpStep)) return;
    if (m_asked == domain::StepKind::Pause && m_reason->text().isEmpty()) {
        m_reason->setProblem(tr("Say why the infusion is paused."));
        return m_reason->focusLine();
    }
    services::StepEntry entry{.infusion = view->record.infusion.id, .kind = m_asked};
    entry.reason = toStd(m_reason->text());
    if (m_asked == domain::StepKind::RateChange) {
        entry.rate = m_rateValue->value<domain::FlowRate>();
        if (!entry.rate) {
            m_reason->setProblem(tr("Type the new rate in mL per hour."));
            return m_rateValue->setFocus();
        }
    }
    m_presenter.record(entry);
}

void RunControls::addDraft(EntryDraft& draft) const {
    if (!m_reason->isOpen()) return;
    draft.insert(kOpenQuestion, static_cast<int>(m_asked));
    draft.insert(draftOf(*m_reason));
}

void RunControls::restore(const EntryDraft& draft) {
    m_reason->close();
    m_strip->clear();
    const auto& view = m_presenter.view();
    const auto asked = draft.constFind(kOpenQuestion);
    if (!view || asked == draft.constEnd() || !m_presenter.mayRecord()) return;
    openQuestion(static_cast<domain::StepKind>(asked->toInt()), *view);
    restoreDraft(*m_reason, draft);
    followOthers(*view);
}

} // namespace chairside::ui
