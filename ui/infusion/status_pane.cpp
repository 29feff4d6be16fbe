#include "ui/infusion/status_pane.h"

#include <QPushButton>
#include <QVBoxLayout>

#include "ui/infusion/fact_list.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

void showPaneText(TextLabel& label, const QString& text) {
    if (label.text() != text) label.setText(text);
    label.setVisible(!text.isEmpty());
}

} // namespace

StatusPane::StatusPane(QWidget& chairLine, QWidget* parent) : Card({}, parent) {
    setObjectName(u"infusion_status"_s);
    setAccessibleName(tr("State of the infusion"));
    build(chairLine);
}

TextLabel* StatusPane::add(TextRole role, const QString& name) {
    auto* label = new TextLabel({}, role, this);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->hide();
    body()->addWidget(label);
    return label;
}

void StatusPane::build(QWidget& chairLine) {
    body()->setSpacing(scaled(space::kLabel));
    m_state = new Badge({}, Tone::Neutral, this);
    m_state->setObjectName(u"pane_state"_s);
    body()->addWidget(m_state, 0, Qt::AlignLeft);
    body()->addWidget(&chairLine);
    body()->addSpacing(scaled(space::kRelated));
    m_elapsed = add(TextRole::Timer, u"pane_elapsed"_s);
    m_elapsedWord = add(TextRole::Label, u"pane_elapsed_word"_s);
    m_left = add(TextRole::Strong, u"pane_left"_s);
    body()->addSpacing(scaled(space::kRelated));
    m_bag = new FactList(tr("Bag and pump"), this);
    m_bag->setObjectName(u"pane_bag"_s);
    body()->addWidget(m_bag);
    body()->addSpacing(scaled(space::kGroup));
    m_due = add(TextRole::Strong, u"pane_due"_s);
    m_dueDetail = add(TextRole::Body, u"pane_due_detail"_s);
    body()->addSpacing(scaled(space::kGroup));
    m_latestAt = add(TextRole::Label, u"pane_latest_at"_s);
    m_latest = new FactList(tr("Last values"), this);
    m_latest->setObjectName(u"pane_latest"_s);
    body()->addWidget(m_latest);
    body()->addStretch(1);
    m_event = makeButton(tr("Add event  Ctrl+N"), ButtonKind::Secondary, u"pane_event"_s, this);
    body()->addWidget(m_event);
    connect(m_event, &QPushButton::clicked, this, &StatusPane::eventWanted);
}

void StatusPane::showState(const PaneState& pane) {
    m_state->set(pane.state, pane.tone);
    m_state->setVisible(!pane.state.isEmpty());
    showPaneText(*m_elapsed, pane.elapsed);
    showPaneText(*m_elapsedWord, pane.elapsed.isEmpty() ? QString() : tr("elapsed"));
    showPaneText(*m_left, pane.left);
    m_bag->setLines(pane.bag);
    const TextRole role = pane.overdue ? TextRole::Warning : TextRole::Strong;
    if (m_due->role() != role) m_due->setRole(role);
    showPaneText(*m_due, pane.overdue ? u"▲ "_s + pane.due : pane.due);
    showPaneText(*m_dueDetail, pane.dueDetail);
    showPaneText(*m_latestAt, pane.latestAt);
    m_latest->setLines(pane.latest);
}

void StatusPane::setEventsPossible(bool possible) {
    m_event->setVisible(possible);
}

} // namespace chairside::ui
