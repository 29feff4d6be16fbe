#include "ui/infusion/pre_check_step.h"

#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/infusion/baseline_card.h"
#include "ui/infusion/check_rows.h"
#include "ui/infusion/check_words.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;
using domain::ChecklistKind;

PreCheckStep::PreCheckStep(InfusionPresenter& presenter, QWidget* parent)
    : SessionStep(presenter, u"pre_check"_s, tr("Pre-check"), parent) {
    build();
    connectParts();
}

void PreCheckStep::build() {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(scaled(12));
    m_strip = new MessageStrip(this);
    outer->addWidget(m_strip);
    m_none = new TextLabel(tr("This session has no checklist in this protocol version – ask the physician."),
                           TextRole::Strong, this);
    m_none->setObjectName(u"pre_check_none"_s);
    m_none->setWordWrap(true);
    outer->addWidget(m_none);
    m_list = new Card(tr("Before the start"), this);
    auto* keys = new TextLabel(
        tr("One by one: Space gives the first answer, / the second one with a note, N where it does not apply."),
        TextRole::Hint, m_list);
    m_list->body()->addWidget(keys);
    m_rows = new CheckRows(presenter(), ChecklistKind::PreCheck, m_list);
    m_list->body()->addWidget(m_rows);
    outer->addWidget(m_list);
    m_baseline = new BaselineCard(presenter(), this);
    outer->addWidget(m_baseline);
    m_next = makeButton(tr("Go on  Ctrl+Enter"), ButtonKind::Primary, u"pre_check_next"_s, this);
    outer->addWidget(m_next, 0, Qt::AlignLeft);
    outer->addStretch(1);
    connect(m_next, &QPushButton::clicked, this, &PreCheckStep::complete);
}

void PreCheckStep::connectParts() {
    connect(&presenter(), &InfusionPresenter::failed, this, [this](SessionFact fact) {
        if (fact == SessionFact::Answer || fact == SessionFact::Baseline) m_finishing = false;
    });
    connect(m_rows, &CheckRows::rowsMade, this, [this] {
        m_baseline->joinDecision(*m_rows);
        m_none->setVisible(m_rows->isEmpty());
        m_list->setVisible(!m_rows->isEmpty());
    });
    connect(m_rows, &CheckRows::said, this, &SessionStep::said);
    connect(m_rows, &CheckRows::answered, this, &PreCheckStep::goOnFrom);
    connect(m_baseline, &BaselineCard::said, this, &SessionStep::said);
    connect(m_baseline, &BaselineCard::saved, this, &PreCheckStep::goOnFrom);
    connect(m_baseline, &BaselineCard::eventsWanted, this, [this] { Q_EMIT stepWanted(u"after"_s); });
}

// Something was saved: the focus goes to what is asked next.
void PreCheckStep::goOnFrom() {
    m_strip->clear();
    if (m_finishing) return complete();
    QWidget* next = isVisible() ? firstFocus() : nullptr;
    if (next != nullptr) next->setFocus(Qt::OtherFocusReason);
}

void PreCheckStep::showRecord(const services::InfusionView& view) {
    const bool mayAnswer = presenter().mayRecord() && !view.delivery.startedAt;
    m_rows->showRecord(view, mayAnswer);
    m_baseline->showRecord(view, mayAnswer);
    m_next->setVisible(presenter().mayRecord());
}

StepProgress PreCheckStep::progressOf(const services::InfusionView& view) const {
    using domain::CheckGapKind;
    const auto gaps = startGapsOf(view, presenter().now());
    const auto count = [&gaps](CheckGapKind kind) {
        return std::ranges::count(gaps, kind, &domain::CheckGap::kind);
    };
    if (count(CheckGapKind::HardStop) > 0) return {StepState::Problem, tr("start not allowed")};
    if (count(CheckGapKind::OutsideStartLimits) > 0) return {StepState::Problem, tr("baseline held")};
    if (const auto open = count(CheckGapKind::Unanswered) + count(CheckGapKind::ReasonMissing); open > 0)
        return {StepState::ToDo, open == 1 ? tr("1 open") : tr("%1 open").arg(open)};
    if (count(CheckGapKind::BaselineMissing) > 0) return {StepState::ToDo, tr("baseline missing")};
    const bool asks = !domain::itemsOf(view.protocol.items, ChecklistKind::PreCheck).empty();
    return {StepState::Done, asks ? QString() : tr("no checklist")};
}

QWidget* PreCheckStep::firstFocus() {
    if (QWidget* open = m_rows->firstOpen()) return open;
    if (QWidget* cell = m_baseline->firstOpen()) return cell;
    return m_next->isHidden() ? nullptr : m_next;
}

void PreCheckStep::complete() {
    m_strip->clear();
    if (m_rows->hasEntry()) {
        m_finishing = true;
        if (!m_rows->saveEntry()) m_finishing = false;
        return;
    }
    if (m_baseline->hasEntry()) {
        m_finishing = true;
        if (!m_baseline->save()) m_finishing = false;
        return;
    }
    m_finishing = false;
    const int open = m_rows->openCount();
    if (open == 0 && !asksBaseline()) return Q_EMIT finished();
    if (open == 0) {
        m_strip->say(Tier::HardStop, tr("The baseline is not taken: the start waits for its blood pressure."));
        return m_baseline->firstOpen()->setFocus(Qt::OtherFocusReason);
    }
    m_strip->say(Tier::HardStop,
                 open == 1 ? tr("One question is not answered.") : tr("%1 questions are not answered.").arg(open));
    m_rows->firstOpen()->setFocus(Qt::OtherFocusReason);
}

// A version without questions starts without a baseline.
bool PreCheckStep::asksBaseline() const {
    const auto gaps = startGapsOf(*presenter().view(), presenter().now());
    const bool isMissing = std::ranges::count(gaps, domain::CheckGapKind::BaselineMissing, &domain::CheckGap::kind) > 0;
    return isMissing && m_baseline->firstOpen() != nullptr;
}

EntryDraft PreCheckStep::draft() const {
    EntryDraft draft;
    m_rows->addDraft(draft);
    m_baseline->addDraft(draft);
    return draft;
}

void PreCheckStep::restore(const EntryDraft& draft) {
    m_finishing = false;
    m_strip->clear();
    m_rows->restore(draft);
    m_baseline->restore(draft);
}

} // namespace chairside::ui
