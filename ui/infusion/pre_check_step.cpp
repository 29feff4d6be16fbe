#include "ui/infusion/pre_check_step.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/infusion/check_item_row.h"
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
    connectPresenter();
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
    buildBaseline();
    outer->addWidget(m_baseline);
    m_next = makeButton(tr("Go on  Ctrl+Enter"), ButtonKind::Primary, u"pre_check_next"_s, this);
    outer->addWidget(m_next, 0, Qt::AlignLeft);
    outer->addStretch(1);
    connect(m_next, &QPushButton::clicked, this, &PreCheckStep::complete);
}

void PreCheckStep::buildBaseline() {
    m_baseline = new Card(tr("Baseline blood pressure"), this);
    m_pressure = new TextLabel({}, TextRole::Body, m_baseline);
    m_pressure->setObjectName(u"pre_check_baseline"_s);
    m_pressure->setWordWrap(true);
    m_toRow = makeButton(tr("&Type the baseline row"), ButtonKind::Secondary, u"pre_check_to_row"_s, m_baseline);
    auto* line = new QHBoxLayout;
    line->addWidget(m_pressure, 1);
    line->addWidget(m_toRow);
    m_baseline->body()->addLayout(line);
    connect(m_toRow, &QPushButton::clicked, this, [this] { Q_EMIT stepWanted(u"run"_s); });
}

void PreCheckStep::connectPresenter() {
    connect(&presenter(), &InfusionPresenter::failed, this, [this](SessionFact fact) {
        if (fact == SessionFact::Answer) m_finishing = false;
    });
    connect(m_rows, &CheckRows::rowsMade, this, &PreCheckStep::makeDecision);
    connect(m_rows, &CheckRows::said, this, &SessionStep::said);
    connect(m_rows, &CheckRows::answered, this, [this] {
        m_strip->clear();
        if (m_finishing) return complete();
        // The focus goes to the next question.
        QWidget* next = isVisible() ? firstFocus() : nullptr;
        if (next != nullptr) next->setFocus(Qt::OtherFocusReason);
    });
}

void PreCheckStep::makeDecision() {
    m_decision = new CheckItemRow(presenter(), CheckWords::startPressureItem(*presenter().view()),
                                  CheckItemRow::Kind::Decision, m_baseline);
    m_baseline->body()->addWidget(m_decision);
    m_rows->join(m_decision);
    m_none->setVisible(m_rows->isEmpty());
    m_list->setVisible(!m_rows->isEmpty());
}

void PreCheckStep::showRecord(const services::InfusionView& view) {
    const bool mayAnswer = presenter().mayRecord() && !view.delivery.startedAt;
    m_rows->showRecord(view, mayAnswer);
    showBaseline(view, mayAnswer);
    m_next->setVisible(presenter().mayRecord());
}

void PreCheckStep::showBaseline(const services::InfusionView& view, bool mayAnswer) {
    const auto row = domain::pressureBy(view.record, view.delivery.startedAt.value_or(presenter().now()));
    const auto& rules = view.protocol.rules.monitoring;
    const bool above = row && domain::aboveStartLimit(*row, rules);
    const QString limit = CheckWords::startLimit(rules);
    if (!row) {
        m_pressure->setText(tr("Not taken yet. It is the first row of the vital signs (step 3)."));
    } else if (above) {
        m_pressure->setText(
            tr("▲ %1 is above the start limit of %2. Starting needs a reason and the prescriber who was asked.")
                .arg(CheckWords::pressure(*row), limit));
    } else {
        m_pressure->setText(tr("✔ %1 is within the start limit of %2.").arg(CheckWords::pressure(*row), limit));
    }
    m_pressure->setRole(above ? TextRole::Warning : TextRole::Body);
    m_toRow->setVisible(!row && mayAnswer);
    m_decision->setVisible(above);
    const auto answer = above ? domain::startPressureAnswer(view.record, *row) : std::nullopt;
    m_decision->showAnswer(view, answer, mayAnswer && above);
}

StepProgress PreCheckStep::progressOf(const services::InfusionView& view) const {
    using domain::CheckGapKind;
    const auto gaps = startGapsOf(view, presenter().now());
    const auto count = [&gaps](CheckGapKind kind) {
        return std::ranges::count(gaps, kind, &domain::CheckGap::kind);
    };
    if (count(CheckGapKind::HardStop) > 0) return {StepState::Problem, tr("start not allowed")};
    if (count(CheckGapKind::AboveStartLimit) > 0) return {StepState::Problem, tr("baseline above limit")};
    if (const auto open = count(CheckGapKind::Unanswered) + count(CheckGapKind::ReasonMissing); open > 0)
        return {StepState::ToDo, open == 1 ? tr("1 open") : tr("%1 open").arg(open)};
    if (count(CheckGapKind::BaselineMissing) > 0) return {StepState::ToDo, tr("baseline missing")};
    const bool asks = !domain::itemsOf(view.protocol.items, ChecklistKind::PreCheck).empty();
    return {StepState::Done, asks ? QString() : tr("no checklist")};
}

QWidget* PreCheckStep::firstFocus() {
    if (QWidget* open = m_rows->firstOpen()) return open;
    return m_next->isHidden() ? nullptr : m_next;
}

void PreCheckStep::complete() {
    m_strip->clear();
    if (m_rows->hasEntry()) {
        m_finishing = m_rows->saveEntry();
        return;
    }
    m_finishing = false;
    const int open = m_rows->openCount();
    if (open == 0) return Q_EMIT finished();
    m_strip->say(Tier::HardStop,
                 open == 1 ? tr("One question is not answered.") : tr("%1 questions are not answered.").arg(open));
    m_rows->firstOpen()->setFocus(Qt::OtherFocusReason);
}

EntryDraft PreCheckStep::draft() const {
    EntryDraft draft;
    m_rows->addDraft(draft);
    return draft;
}

void PreCheckStep::restore(const EntryDraft& draft) {
    m_finishing = false;
    m_strip->clear();
    m_rows->restore(draft);
}

} // namespace chairside::ui
