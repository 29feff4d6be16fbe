#include "ui/infusion/discharge_step.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/format/date_text.h"
#include "ui/infusion/aldrete_card.h"
#include "ui/infusion/check_rows.h"
#include "ui/infusion/columns_box.h"
#include "ui/infusion/discharge_card.h"
#include "ui/infusion/discharge_words.h"
#include "ui/infusion/fact_list.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

DischargeStep::DischargeStep(InfusionPresenter& presenter, QWidget* parent)
    : SessionStep(presenter, u"discharge"_s, tr("Discharge"), parent) {
    build();
    connectParts();
}

void DischargeStep::build() {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(scaled(12));
    m_strip = new MessageStrip(this);
    outer->addWidget(m_strip);
    m_none = new TextLabel(tr("This protocol version asks for no discharge."), TextRole::Strong, this);
    m_none->setObjectName(u"discharge_none"_s);
    m_none->setWordWrap(true);
    outer->addWidget(m_none);
    buildQuestions();
    auto* right = new QWidget(this);
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(scaled(12));
    m_discharge = new DischargeCard(presenter(), right);
    column->addWidget(buildMeasured());
    column->addWidget(m_discharge);
    column->addStretch(1);
    m_parts = new ColumnsBox(m_questions, 1, right, 1, this);
    outer->addWidget(m_parts, 1);
    outer->addStretch(0);
}

void DischargeStep::buildQuestions() {
    m_questions = new Card(tr("Before the patient leaves"), this);
    auto* keys =
        new TextLabel(tr("Space gives the first answer, / the second one with a note."), TextRole::Hint, m_questions);
    keys->setWordWrap(true);
    m_rows = new CheckRows(presenter(), domain::ChecklistKind::Discharge, m_questions);
    m_questions->body()->addWidget(keys);
    m_questions->body()->addWidget(m_rows);
    m_questions->body()->addStretch(1);
}

QWidget* DischargeStep::buildMeasured() {
    auto* card = new Card(tr("Time and values"), this);
    m_measured = new FactList(tr("Time and vital signs"), card);
    m_measured->setObjectName(u"discharge_measured"_s);
    m_toRow = makeButton(tr("&Type a vitals row"), ButtonKind::Secondary, u"discharge_to_row"_s, card);
    m_aldrete = new AldreteCard(presenter(), card);
    card->addToHeading(m_toRow);
    card->body()->addWidget(m_measured);
    card->body()->addWidget(m_aldrete);
    return card;
}

void DischargeStep::connectParts() {
    connect(m_rows, &CheckRows::said, this, &SessionStep::said);
    connect(m_rows, &CheckRows::answered, this, &DischargeStep::goOnAfterEntry);
    connect(m_aldrete, &AldreteCard::said, this, &SessionStep::said);
    connect(m_aldrete, &AldreteCard::assessed, this, &DischargeStep::goOnAfterEntry);
    connect(m_discharge, &DischargeCard::said, this, &SessionStep::said);
    connect(m_discharge, &DischargeCard::completeWanted, this, &DischargeStep::complete);
    connect(m_discharge, &DischargeCard::discharged, this, [this] {
        m_strip->clear();
        if (isVisible()) Q_EMIT finished();
    });
    connect(m_toRow, &QPushButton::clicked, this, [this] { Q_EMIT detourWanted(u"run"_s, SessionFact::Vitals); });
    connect(&presenter(), &InfusionPresenter::failed, this, [this] { m_finishing = false; });
}

// The focus goes to what is asked next.
void DischargeStep::goOnAfterEntry() {
    m_strip->clear();
    if (m_finishing) return complete();
    QWidget* next = isVisible() ? firstFocus() : nullptr;
    if (next != nullptr) next->setFocus(Qt::OtherFocusReason);
}

void DischargeStep::showRecord(const services::InfusionView& view) {
    const bool asked = view.protocol.rules.discharge.required != 0;
    m_none->setVisible(!asked);
    m_parts->setVisible(asked);
    const bool isOver = view.delivery.stoppedAt.has_value();
    const bool mayEnter = presenter().mayRecord() && isOver && !domain::dischargeOf(view.record);
    m_rows->showRecord(view, mayEnter);
    m_questions->setVisible(!m_rows->isEmpty());
    m_aldrete->setVisible(view.protocol.rules.discharge.aldreteRequired != 0);
    m_aldrete->showRecord(view, mayEnter);
    m_discharge->showRecord(view);
    m_discharge->setVisible(isOver);
    m_toRow->setVisible(mayEnter && view.protocol.rules.discharge.vitalsRows > 0);
    showMeasured(view, presenter().now());
}

// After the discharge: as it was when the patient left.
void DischargeStep::showMeasured(const services::InfusionView& view, const base::Instant& now) {
    const auto discharge = domain::dischargeOf(view.record);
    const base::Instant at = discharge ? discharge->head.observedAt : now;
    std::vector<FactLine> lines{DischargeWords::time(view, at)};
    if (view.delivery.stoppedAt && view.protocol.rules.discharge.vitalsRows > 0) {
        lines.push_back(DischargeWords::vitals(view, at));
        lines.push_back(DischargeWords::baseline(view, at));
    }
    m_measured->setLines(lines);
}

void DischargeStep::tick(const base::Instant& now) {
    const auto& view = presenter().view();
    if (!view || !isVisible()) return;
    showMeasured(*view, now);
    m_aldrete->tick(*view, now);
    m_discharge->tick(*view, now);
}

StepProgress DischargeStep::progressOf(const services::InfusionView& view) const {
    if (view.protocol.rules.discharge.required == 0) return {StepState::Done, tr("not asked for")};
    if (const auto discharge = domain::dischargeOf(view.record))
        return {StepState::Done, tr("at %1").arg(timeText(discharge->head.observedAt))};
    if (!view.delivery.stoppedAt) return {};
    if (!domain::awaitsDischarge(view.record, view.protocol.rules)) return {StepState::Done, tr("nothing was given")};
    const auto gaps = dischargeGapsOf(view, presenter().now());
    const bool forbidden = std::ranges::any_of(gaps, [&view](const domain::DischargeGap& gap) {
        return gap.kind == domain::DischargeGapKind::ItemForbids && domain::isHard(gap, view.protocol);
    });
    if (forbidden) return {StepState::Problem, tr("may not leave")};
    if (gaps.empty()) return {StepState::ToDo, tr("may leave")};
    return {StepState::ToDo, tr("%1 open").arg(gaps.size())};
}

QWidget* DischargeStep::firstFocus() {
    const auto& view = presenter().view();
    if (!view || m_parts->isHidden()) return nullptr;
    if (m_discharge->isEarly()) return m_discharge->firstFocus();
    if (!m_toRow->isHidden() && isRecoveryRowDue(*view, presenter().now())) return m_toRow;
    if (QWidget* question = m_rows->firstOpen()) return question;
    if (QWidget* item = m_aldrete->isHidden() ? nullptr : m_aldrete->firstFocus()) return item;
    return m_discharge->firstFocus();
}

// The first digit of a row that is due opens the row and is typed into it.
void DischargeStep::keyPressEvent(QKeyEvent* event) {
    const bool digit = event->text().size() == 1 && event->text().front().isDigit();
    if (!digit || !m_toRow->hasFocus()) return SessionStep::keyPressEvent(event);
    Q_EMIT detourWanted(u"run"_s, SessionFact::Vitals);
    QWidget* cell = QApplication::focusWidget();
    if (cell != nullptr && cell != m_toRow) QApplication::sendEvent(cell, event);
}

// True while something typed is on its way to the disk or has to be mended first.
bool DischargeStep::saveEntries() {
    if (m_rows->hasEntry()) {
        m_finishing = m_rows->saveEntry();
        return true;
    }
    if (m_aldrete->hasEntry()) {
        m_finishing = m_aldrete->save();
        return true;
    }
    m_finishing = false;
    return false;
}

void DischargeStep::complete() {
    const auto& view = presenter().view();
    if (!view) return;
    m_strip->clear();
    if (!presenter().mayRecord() || view->protocol.rules.discharge.required == 0) return Q_EMIT finished();
    if (saveEntries()) return;
    if (!m_discharge->isOpen()) {
        if (view->delivery.stoppedAt) return Q_EMIT finished();
        return m_strip->say(Tier::HardStop, tr("The infusion has not been stopped."));
    }
    discharge();
}

void DischargeStep::discharge() {
    const auto& view = *presenter().view();
    const auto gaps = dischargeGapsOf(view, m_discharge->judgedAt(presenter().now()));
    if (domain::dischargeOf(view.record) || gaps.empty()) {
        m_discharge->save();
        return;
    }
    auto hard = gaps;
    std::erase_if(hard, [&view](const auto& gap) { return !domain::isHard(gap, view.protocol); });
    if (!hard.empty() && m_discharge->isEarly()) return sayOpen(view, hard);
    if (m_discharge->isEarly()) {
        m_discharge->save();
        return;
    }
    sayOpen(view, gaps);
}

void DischargeStep::sayOpen(const services::InfusionView& view, const std::vector<domain::DischargeGap>& gaps) {
    m_strip->say(Tier::HardStop, tr("Still needed: %1.").arg(DischargeWords::gaps(gaps, view.protocol)));
    if (QWidget* open = focusFor(gaps)) open->setFocus(Qt::OtherFocusReason);
}

QWidget* DischargeStep::focusFor(const std::vector<domain::DischargeGap>& gaps) {
    for (const auto& gap : gaps) {
        if (QWidget* row = gap.item.empty() ? nullptr : m_rows->focusOf(gap.item)) return row;
    }
    return firstFocus();
}

EntryDraft DischargeStep::draft() const {
    EntryDraft draft;
    m_rows->addDraft(draft);
    m_aldrete->addDraft(draft);
    m_discharge->addDraft(draft);
    return draft;
}

void DischargeStep::restore(const EntryDraft& draft) {
    m_finishing = false;
    m_strip->clear();
    m_rows->restore(draft);
    m_aldrete->restore(draft);
    m_discharge->restore(draft);
}

} // namespace chairside::ui
