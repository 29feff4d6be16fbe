#include "ui/infusion/emergency_step.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/a11y/tab_stops.h"
#include "ui/format/date_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"
#include "ui/infusion/columns_box.h"
#include "ui/infusion/emergency_words.h"
#include "ui/infusion/fact_list.h"
#include "ui/infusion/infusion_words.h"
#include "ui/infusion/saving_link.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice_row.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/time_edit.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

EmergencyStep::EmergencyStep(InfusionPresenter& presenter, QWidget* parent)
    : SessionStep(presenter, u"emergency"_s, tr("Emergency"), parent) {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(new ColumnsBox(buildText(), 1, buildNotes(), 1, this), 1);
    connectPresenter();
}

QWidget* EmergencyStep::buildText() {
    auto* card = new Card(tr("What the protocol says"), this);
    m_stop = makeButton(tr("Stop the pump now  Alt+F11"), ButtonKind::Danger, u"emergency_stop"_s, card);
    m_pump = new TextLabel({}, TextRole::Strong, card);
    m_pump->setObjectName(u"emergency_pump"_s);
    m_pump->setWordWrap(true);
    auto* line = new QHBoxLayout;
    line->addWidget(m_stop, 0, Qt::AlignLeft);
    line->addWidget(m_pump, 1);
    card->body()->addLayout(line);
    m_text = new TextLabel({}, TextRole::Body, card);
    m_text->setObjectName(u"emergency_text"_s);
    m_text->setWordWrap(true);
    card->body()->addWidget(m_text);
    m_source = new TextLabel({}, TextRole::Hint, card);
    m_source->setWordWrap(true);
    card->body()->addWidget(m_source);
    card->body()->addStretch(1);
    connect(m_stop, &QPushButton::clicked, this, &EmergencyStep::stop);
    return card;
}

QWidget* EmergencyStep::buildNotes() {
    using domain::EmergencyStanding;
    auto* card = new Card(tr("What was done"), this);
    m_lines = new FactList(tr("Lines of this emergency"), card);
    m_lines->setObjectName(u"emergency_lines"_s);
    card->body()->addWidget(m_lines);
    m_form = new FormBuilder(card, 4);
    m_called =
        m_form->row(tr("&Who was called"), new QLineEdit, {.name = u"emergency_called"_s, .optional = true, .span = 3});
    m_at = m_form->row(tr("W&hen"), new TimeEdit(presenter().bench().clock()),
                       {.name = u"emergency_at"_s, .help = tr("10:45 or -5m")});
    m_at->setPlaceholderText(tr("now"));
    m_done =
        m_form->row(tr("What was &done"), new QLineEdit, {.name = u"emergency_done"_s, .optional = true, .span = 4});
    m_standing = new ChoiceRow(Qt::Horizontal);
    for (const auto standing : {EmergencyStanding::Ongoing, EmergencyStanding::Settled, EmergencyStanding::HandedOver})
        m_standing->add(EmergencyWords::standing(standing), static_cast<int>(standing));
    m_form->row(tr("How it &stands"), m_standing, {.name = u"emergency_standing"_s, .span = 4});
    card->body()->addWidget(m_form);
    m_save = makeButton(tr("Save line"), ButtonKind::Primary, u"emergency_save"_s, card);
    card->body()->addWidget(m_save, 0, Qt::AlignLeft);
    card->body()->addStretch(1);
    connect(m_save, &QPushButton::clicked, this, &EmergencyStep::save);
    return card;
}

void EmergencyStep::connectPresenter() {
    linkSaving(presenter(), SessionFact::Emergency,
               {.owner = this,
                .save = m_save,
                .saved =
                    [this] {
                        clearEntries(*m_form);
                        m_form->clearProblems();
                        Q_EMIT said(tr("Line of the emergency saved"));
                        if (isVisible()) m_called->setFocus(Qt::OtherFocusReason);
                    },
                .failed =
                    [this](const base::Error& error) {
                        m_form->failure(error);
                    }});
}

bool EmergencyStep::isOnPump() const {
    const auto& view = presenter().view();
    return view && presenter().mayRecord() &&
           (view->state == domain::InfusionState::Running || view->state == domain::InfusionState::Paused);
}

void EmergencyStep::showRecord(const services::InfusionView& view) {
    m_text->setText(EmergencyWords::instructions(view.protocol));
    m_source->setText(tr("From “%1”, version %2.").arg(toQt(view.protocol.name)).arg(view.protocol.version));
    m_stop->setVisible(isOnPump());
    m_stop->setEnabled(isOnPump() && !presenter().isSaving(SessionFact::PumpStep));
    const auto& delivery = view.delivery;
    m_pump->setText(
        !delivery.startedAt ? tr("The pump was not started.")
        : delivery.stoppedAt
            ? tr("Stopped %1, given %2.").arg(timeText(*delivery.stoppedAt), amountText(delivery.dose, u"mg"))
            : QString());
    m_pump->setVisible(!m_pump->text().isEmpty());
    std::vector<FactLine> lines;
    for (const auto& note : view.record.emergency)
        lines.push_back(
            {timeText(note.head.observedAt),
             tr("%1, by %2").arg(EmergencyWords::note(note), InfusionWords::person(view.people, note.head.recordedBy)),
             TextRole::Body});
    m_lines->setLines(lines);
    m_lines->setVisible(!lines.empty());
    m_form->setVisible(presenter().mayRecord());
    m_save->setVisible(presenter().mayRecord());
    Q_EMIT commandsChanged();
}

StepProgress EmergencyStep::progressOf(const services::InfusionView& view) const {
    if (view.record.emergency.empty()) return {StepState::ToDo, tr("Alt+F12")};
    return {domain::isOngoing(view.record.emergency) ? StepState::ToDo : StepState::Done,
            EmergencyWords::standing(view.record.emergency.back().standing)};
}

QWidget* EmergencyStep::firstFocus() {
    if (isOnPump()) return m_stop;
    return presenter().mayRecord() ? static_cast<QWidget*>(m_called) : nullptr;
}

bool EmergencyStep::can(Command command) const {
    return command == Command::StopInfusion && isOnPump() && !presenter().isSaving(SessionFact::PumpStep);
}

void EmergencyStep::perform(Command command) {
    if (can(command)) stop();
}

// Nobody is asked anything now; the line itself says why.
void EmergencyStep::stop() {
    if (!can(Command::StopInfusion)) return;
    services::StepEntry entry{.infusion = *presenter().infusion(), .kind = domain::StepKind::Stop};
    entry.reason = toStd(tr("emergency"));
    presenter().record(entry);
    m_called->setFocus(Qt::OtherFocusReason);
}

bool EmergencyStep::hasEntry() const {
    return presenter().mayRecord() && !draftOf(*m_form).isEmpty();
}

bool EmergencyStep::save() {
    if (!presenter().mayRecord() || presenter().isSaving(SessionFact::Emergency)) return false;
    m_form->clearProblems();
    base::Problems wrong = m_form->unreadable();
    const auto standing = m_standing->valueAs<domain::EmergencyStanding>();
    if (!standing) wrong.push_back({"emergency_standing", base::Rule::Required, {}, {}, {}});
    if (!wrong.empty()) {
        m_form->problems(wrong);
        return false;
    }
    presenter().record(services::EmergencyEntry{.infusion = *presenter().infusion(),
                                                .called = toStd(m_called->text().trimmed()),
                                                .done = toStd(m_done->text().trimmed()),
                                                .at = m_at->instant(),
                                                .standing = *standing});
    return true;
}

void EmergencyStep::complete() {
    if (hasEntry()) save();
}

void EmergencyStep::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!enter || event->modifiers().testFlag(Qt::ControlModifier)) return SessionStep::keyPressEvent(event);
    if (m_called->hasFocus() || m_at->hasFocus() || m_done->hasFocus()) {
        moveFocus(true);
    } else {
        save();
    }
}

} // namespace chairside::ui
