#include "ui/infusion/pain_card.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/format/date_text.h"
#include "ui/format/problem_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"
#include "ui/infusion/entry_draft.h"
#include "ui/infusion/fact_list.h"
#include "ui/infusion/infusion_words.h"
#include "ui/infusion/meanwhile_words.h"
#include "ui/infusion/reason_line.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/choice_row.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/score_edit.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

PainCard::PainCard(InfusionPresenter& presenter, domain::PainMoment moment, const QString& prefix, QWidget* parent)
    : Card({}, parent), m_presenter(presenter), m_moment(moment) {
    setTitle(moment == domain::PainMoment::Before ? tr("Pain before the infusion, now")
                                                  : tr("Pain after the infusion, now"));
    build(prefix);
    connectEntry();
    connectPresenter();
}

void PainCard::build(const QString& prefix) {
    m_strip = new MessageStrip(this);
    body()->addWidget(m_strip);
    buildEntry(prefix);
    m_facts = new FactList(tr("Pain as recorded"), this);
    m_correct = makeButton(tr("Correct…"), ButtonKind::Secondary, prefix + u"_correct"_s, this);
    m_correct->setAccessibleName(tr("Correct the pain score"));
    auto* shown = new QHBoxLayout;
    shown->addWidget(m_facts, 1);
    shown->addWidget(m_correct);
    body()->addLayout(shown);
}

void PainCard::buildEntry(const QString& prefix) {
    const bool before = m_moment == domain::PainMoment::Before;
    m_entry = new QWidget(this);
    auto* column = new QVBoxLayout(m_entry);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(scaled(space::kLabel));
    m_score = new ScoreEdit(tr("Pain"), 0, 10, m_entry);
    m_score->setObjectName(prefix);
    const QString label = before ? tr("Pai&n before: 0 no pain to 10 worst imaginable")
                                 : tr("Pai&n after: 0 no pain to 10 worst imaginable");
    auto* caption = new TextLabel(label, TextRole::Label, m_entry);
    caption->setBuddy(m_score);
    m_score->setAccessibleName(spokenName(label));
    column->addWidget(caption);
    m_missing = new ChoiceRow(Qt::Horizontal, m_entry);
    m_missing->setObjectName(prefix + u"_missing"_s);
    m_missing->setAccessibleName(tr("Why there is no score"));
    m_missing->add(tr("declined"), static_cast<int>(domain::MissingReason::Declined));
    m_missing->add(tr("not done"), static_cast<int>(domain::MissingReason::NotDone));
    m_save = makeButton(tr("Save pain"), ButtonKind::Secondary, prefix + u"_save"_s, m_entry);
    auto* line = new QHBoxLayout;
    line->setSpacing(scaled(12));
    line->addWidget(m_score);
    line->addWidget(new TextLabel(tr("or"), TextRole::Label, m_entry));
    line->addWidget(m_missing);
    line->addStretch(1);
    column->addLayout(line);
    column->addWidget(m_save, 0, Qt::AlignLeft);
    m_reason = new ReasonLine(prefix + u"_reason"_s, m_entry);
    column->addWidget(m_reason);
    body()->addWidget(m_entry);
}

void PainCard::connectEntry() {
    connect(m_score, &DigitCell::changed, this, [this] {
        if (m_score->value()) m_missing->setValue(std::nullopt);
        if (m_score->isNotDone()) m_missing->setValue(static_cast<int>(domain::MissingReason::NotDone));
        m_strip->clear();
    });
    // A one-digit score is complete at the key and waits for Enter; "1" might become "10", so its Enter
    // arrives here.
    connect(m_score, &DigitCell::done, this, [this] {
        if (m_score->value() && !complete(m_score->range(), m_score->text())) save();
    });
    connect(m_score, &DigitCell::refused, this, [this](const QString& why) { m_strip->say(Tier::Caution, why); });
    connect(m_missing, &ChoiceRow::chosen, this, [this] {
        const auto chosen = m_missing->value();
        m_score->setValue(std::nullopt);
        m_missing->setValue(chosen);
    });
    connect(m_save, &QPushButton::clicked, this, &PainCard::save);
    connect(m_correct, &QPushButton::clicked, this, &PainCard::beginCorrection);
    connect(m_reason, &ReasonLine::answered, this, &PainCard::save);
    connect(m_reason, &ReasonLine::cancelled, this, [this] {
        clearEntries(*m_entry);
        endCorrection();
        m_correct->setFocus();
    });
}

void PainCard::connectPresenter() {
    connect(&m_presenter, &InfusionPresenter::saved, this, [this](SessionFact fact) {
        if (fact != SessionFact::Pain || !std::exchange(m_mine, false)) return;
        m_score->setValue(std::nullopt);
        m_missing->setValue(std::nullopt);
        endCorrection();
        Q_EMIT said(m_moment == domain::PainMoment::Before ? tr("Pain before saved") : tr("Pain after saved"));
    });
    connect(&m_presenter, &InfusionPresenter::failed, this, [this](SessionFact fact, const base::Error& error) {
        if (fact != SessionFact::Pain || !std::exchange(m_mine, false)) return;
        if (isOvertaken(error)) {
            m_stands.reset(); // theirs may have been shown while this one was on its way
            return m_presenter.refresh();
        }
        showProblem(error);
    });
}

void PainCard::showProblem(const base::Error& error) {
    if (error.problems.empty()) return m_strip->say(Tier::HardStop, describe(error));
    const FieldWords words{error.field == "correction_reason" ? tr("Reason") : tr("Pain"), {}};
    m_strip->say(Tier::HardStop, describe(error.problems.front(), words));
}

std::optional<domain::PainScore> PainCard::scoreOf(const services::InfusionView& view, domain::PainMoment moment) {
    for (const auto& score : domain::standing(view.record.pain)) {
        if (score.moment == moment) return score;
    }
    return std::nullopt;
}

void PainCard::showRecord(const services::InfusionView& view) {
    const auto score = scoreOf(view, m_moment);
    std::vector<FactLine> lines;
    if (score) lines.push_back({{}, painScoreLine(view, *score), TextRole::Strong});
    for (const auto& old : view.record.pain) {
        if (old.moment != m_moment || !domain::isCorrected(view.record.pain, old)) continue;
        lines.push_back({{}, tr("Corrected, before: %1").arg(painScoreLine(view, old)), TextRole::Hint});
    }
    m_facts->setLines(lines);
    const bool isNew = score && m_stands != score->head.id;
    m_stands = score ? std::optional(score->head.id) : std::nullopt;
    if (isNew && hasEntry() && !m_mine && m_presenter.mayRecord()) followOthers(*score);
    arrange();
}

// Somebody else was faster: theirs is said beside what is typed here, which can replace it only with a reason.
void PainCard::followOthers(const domain::PainScore& theirs) {
    if (!std::exchange(m_correcting, true)) openReason();
    m_strip->say(Tier::Caution, MeanwhileWords::pain(*m_presenter.view(), theirs));
}

void PainCard::arrange() {
    const auto& view = m_presenter.view();
    const bool recorded = view && scoreOf(*view, m_moment).has_value();
    const bool may = m_presenter.mayRecord();
    if (!recorded) m_correcting = false;
    m_entry->setVisible(may && (!recorded || m_correcting));
    m_facts->setVisible(recorded);
    m_correct->setVisible(may && recorded && !m_correcting);
    if (!may && !recorded) m_facts->setLines({{{}, tr("not recorded"), TextRole::Body}});
    if (!may) m_facts->show();
}

void PainCard::openReason() {
    m_reason->ask(tr("Reason for the correction"), {});
}

void PainCard::beginCorrection() {
    m_correcting = true;
    openReason();
    arrange();
    m_score->setFocus();
}

void PainCard::restore(const EntryDraft& draft) {
    clearEntries(*this);
    endCorrection();
    if (draft.contains(m_reason->objectName())) {
        m_correcting = true;
        openReason();
    }
    restoreDraft(*this, draft);
    const auto& view = m_presenter.view();
    const auto theirs = view ? scoreOf(*view, m_moment) : std::nullopt;
    if (theirs && !m_correcting && hasEntry() && m_presenter.mayRecord()) followOthers(*theirs);
    arrange();
}

void PainCard::endCorrection() {
    m_correcting = false;
    m_reason->close();
    m_strip->clear();
    arrange();
}

bool PainCard::hasEntry() const {
    return m_score->value() || m_missing->value();
}

QWidget* PainCard::firstFocus() const {
    return m_entry->isHidden() ? nullptr : m_score;
}

bool PainCard::save() {
    const auto& view = m_presenter.view();
    if (!view || m_presenter.isSaving(SessionFact::Pain)) return false;
    if (!hasEntry()) {
        m_strip->say(Tier::HardStop, tr("Type a score from 0 to 10, or choose why there is none."));
        m_score->setFocus();
        return false;
    }
    services::PainEntry entry{.infusion = view->record.infusion.id, .moment = m_moment};
    entry.value = m_score->value();
    if (!entry.value) entry.missing = m_missing->valueAs<domain::MissingReason>();
    if (const auto old = scoreOf(*view, m_moment); old && m_correcting) {
        if (m_reason->text().isEmpty()) {
            m_reason->setProblem(tr("Say why the score is corrected."));
            m_reason->focusLine();
            return false;
        }
        entry.corrects = services::Correction{old->head.id, toStd(m_reason->text())};
    }
    m_mine = true;
    m_presenter.record(entry);
    return true;
}

void PainCard::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !event->modifiers().testFlag(Qt::ControlModifier) && !m_entry->isHidden()) {
        save();
        return;
    }
    Card::keyPressEvent(event);
}

QString painScoreLine(const services::InfusionView& view, const domain::PainScore& score) {
    const QString value = score.value
                              ? scoreText(*score.value, domain::kNrsRange.low, domain::kNrsRange.high)
                              : InfusionWords::missing(score.missing.value_or(domain::MissingReason::NotRecorded));
    const QString line = u"%1, %2"_s.arg(value, InfusionWords::written(view.people, score.head));
    if (score.head.correctionReason.empty()) return line;
    return PainCard::tr("%1 (corrected: %2)").arg(line, toQt(score.head.correctionReason));
}

} // namespace chairside::ui
