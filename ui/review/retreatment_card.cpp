#include "ui/review/retreatment_card.h"

#include <QPushButton>

#include "core/domain/course/course_state.h"
#include "ui/retreatment/retreatment_text.h"
#include "ui/review/review_text.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;
using domain::WindowState;

namespace {

Tone toneOf(WindowState state) {
    if (state == WindowState::InWindow) return Tone::Active;
    if (state == WindowState::AfterWindow || state == WindowState::LastInfusionInFuture) return Tone::Caution;
    return Tone::Neutral;
}

} // namespace

RetreatmentCard::RetreatmentCard(QWidget* parent) : Card(tr("Re-treatment"), parent) {
    setObjectName(u"retreatment_card"_s);
    // With a long banner above and a decision to tell it has little height.
    body()->setSpacing(scaled(space::kLabel));
    m_state = new Badge({}, Tone::Neutral, this);
    m_state->setObjectName(u"window_state"_s);
    addToHeading(m_state);
    m_window = line(u"window_dates"_s, true);
    m_responder = line(u"responder"_s, false);
    m_relapse = line(u"relapse"_s, false);
    m_next = line(u"next_decision"_s, true);
    m_last = line(u"last_decision"_s, false);
    body()->addStretch(1);
    auto* buttons = new FlowLayout(scaled(space::kRelated));
    m_decide = makeButton(tr("&Decide…"), ButtonKind::Secondary, u"decide_retreatment"_s, this);
    m_score = makeButton(tr("Add follow-&up score…"), ButtonKind::Secondary, u"add_score"_s, this);
    buttons->addWidget(m_decide);
    buttons->addWidget(m_score);
    body()->addLayout(buttons);
    connect(m_decide, &QPushButton::clicked, this, &RetreatmentCard::decisionWanted);
    connect(m_score, &QPushButton::clicked, this, &RetreatmentCard::scoreWanted);
}

TextLabel* RetreatmentCard::line(const QString& objectName, bool strong) {
    auto* label = new TextLabel({}, strong ? TextRole::Strong : TextRole::Body, this);
    label->setObjectName(objectName);
    label->setWordWrap(true);
    body()->addWidget(label);
    return label;
}

void RetreatmentCard::show(const services::CourseReview& review, bool mayDecide, bool mayRecordScores) {
    const bool active = domain::isRunning(review.course.state);
    m_state->set(windowStateText(review.window.state), toneOf(review.window.state));
    // While infusions are still planned the dates would move with each of them.
    const bool dated = !active && review.window.opens.has_value();
    m_window->setText(dated ? tr("Window %1, %2").arg(windowText(review.window), windowDayText(review.window))
                            : tr("The window is known when the course is complete."));
    m_window->setRole(dated ? TextRole::Strong : TextRole::Body);
    m_responder->setText(responderText(review));
    m_relapse->setText(relapseText(review));
    m_relapse->setVisible(!active);
    m_next->setText(nextDecisionText(review));
    m_last->setText(review.decisions.empty() ? QString() : decisionLine(review.decisions.back()));
    m_last->setVisible(!review.decisions.empty());
    m_decide->setVisible(mayDecide && !active);
    m_score->setVisible(mayRecordScores);
}

} // namespace chairside::ui
