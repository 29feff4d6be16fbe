#include "ui/infusion/baseline_card.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/infusion/check_item_row.h"
#include "ui/infusion/check_rows.h"
#include "ui/infusion/check_words.h"
#include "ui/infusion/vitals_entry_row.h"
#include "ui/infusion/vitals_form.h"
#include "ui/infusion/vitals_heading.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

BaselineCard::BaselineCard(InfusionPresenter& presenter, QWidget* parent)
    : Card(tr("Baseline vital signs"), parent), m_presenter(presenter) {
    build();
    connectPresenter();
}

void BaselineCard::build() {
    m_words = new TextLabel({}, TextRole::Body, this);
    m_words->setObjectName(u"pre_check_baseline"_s);
    m_words->setWordWrap(true);
    m_measure = makeButton(tr("&Measure again"), ButtonKind::Secondary, u"baseline_again"_s, this);
    m_form = new VitalsForm(m_presenter, u"baseline"_s, this);
    auto* line = new QHBoxLayout;
    line->addWidget(m_words, 1);
    line->addWidget(m_measure, 0, Qt::AlignTop);
    body()->addLayout(line);
    body()->addWidget(m_form);
    connect(m_measure, &QPushButton::clicked, this, &BaselineCard::measureAgain);
    connect(m_form, &VitalsForm::rowMade, this, &BaselineCard::connectRow);
}

void BaselineCard::connectRow() {
    connect(m_form->row(), &VitalsEntryRow::saveWanted, this, &BaselineCard::save);
    connect(m_form->row(), &VitalsEntryRow::eventsWanted, this, &BaselineCard::eventsWanted);
}

void BaselineCard::connectPresenter() {
    connect(&m_presenter, &InfusionPresenter::saving, this, [this](SessionFact fact) {
        if (fact == SessionFact::Baseline) m_form->row()->setBusy(true);
    });
    connect(&m_presenter, &InfusionPresenter::saved, this, [this](SessionFact fact) {
        if (fact != SessionFact::Baseline) return;
        m_form->row()->setBusy(false);
        m_form->clear();
        m_again = false;
        showForm();
        Q_EMIT said(tr("Baseline saved"));
        Q_EMIT saved();
    });
    connect(&m_presenter, &InfusionPresenter::failed, this, [this](SessionFact fact, const base::Error& error) {
        if (fact != SessionFact::Baseline) return;
        m_form->row()->setBusy(false);
        m_form->showFailure(error);
    });
}

void BaselineCard::joinDecision(CheckRows& rows) {
    m_decision = new CheckItemRow(m_presenter, CheckWords::startPressureItem(), CheckItemRow::Kind::Decision, this);
    body()->insertWidget(body()->indexOf(m_form), m_decision);
    rows.join(m_decision);
}

void BaselineCard::showRecord(const services::InfusionView& view, bool mayAnswer) {
    m_form->showRules(view.protocol);
    if (const auto heading = headingOf(VitalsRowKind::Baseline, view, m_presenter.now()))
        m_form->row()->setHeading(heading->time, heading->detail, false);
    const auto baseline = domain::baselineBy(view.record, view.delivery.startedAt.value_or(m_presenter.now()));
    const bool isHeld = baseline && !domain::startBreaches(*baseline, view.protocol.rules).empty();
    const bool asksReason = isHeld && view.protocol.rules.start.hardStop == 0;
    m_words->setText(baseline ? CheckWords::baselineJudged(*baseline, view.protocol.rules) : tr("Not taken yet."));
    m_words->setRole(isHeld ? TextRole::Warning : TextRole::Body);
    m_mayAnswer = mayAnswer;
    m_isTaken = baseline.has_value();
    showForm();
    m_decision->setVisible(asksReason);
    const auto answer = asksReason ? domain::startPressureAnswer(view.record, *baseline) : std::nullopt;
    m_decision->showAnswer(view, answer, mayAnswer && asksReason);
}

void BaselineCard::showForm() {
    const bool isOpen = m_mayAnswer && (!m_isTaken || m_again || m_form->hasEntry());
    m_form->setVisible(isOpen);
    m_measure->setVisible(m_mayAnswer && !isOpen);
}

void BaselineCard::measureAgain() {
    m_again = true;
    showForm();
    m_form->row()->firstCell()->setFocus(Qt::OtherFocusReason);
}

bool BaselineCard::hasEntry() const {
    return !m_form->isHidden() && m_form->hasEntry();
}

bool BaselineCard::save() {
    if (!m_mayAnswer || m_presenter.isSaving(SessionFact::Baseline) || !m_form->isReady()) return false;
    m_form->say({});
    m_presenter.recordBaseline(m_form->entry());
    return true;
}

QWidget* BaselineCard::firstOpen() const {
    const bool isOpen = !m_form->isHidden() && (!m_isTaken || hasEntry());
    return isOpen ? m_form->row()->firstCell() : nullptr;
}

void BaselineCard::addDraft(EntryDraft& draft) const {
    draft.insert(draftOf(*m_form));
}

void BaselineCard::restore(const EntryDraft& draft) {
    m_again = false;
    m_form->clear();
    restoreDraft(*m_form, draft);
    showForm();
}

} // namespace chairside::ui
