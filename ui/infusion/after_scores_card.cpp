#include "ui/infusion/after_scores_card.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "core/domain/infusion/after_rules.h"
#include "ui/a11y/tab_stops.h"
#include "ui/format/to_qt.h"
#include "ui/infusion/after_words.h"
#include "ui/infusion/fact_list.h"
#include "ui/infusion/infusion_words.h"
#include "ui/infusion/meanwhile_words.h"
#include "ui/infusion/saving_link.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/choice_row.h"
#include "ui/widgets/digit_cell.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/quantity_edit.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kCorrectingAfter = u"correcting_after"_s;

bool hasPart(const std::vector<domain::AfterAssessment>& entries, auto part) {
    return std::ranges::any_of(entries,
                               [part](const domain::AfterAssessment& each) { return (each.*part).has_value(); });
}

// A refusal of the record's field in the words of this form.
base::Error asTyped(base::Error error) {
    for (auto& problem : error.problems) {
        if (problem.field == "correction_reason") problem.field = "after_reason";
    }
    return error;
}

} // namespace

AfterScoresCard::AfterScoresCard(InfusionPresenter& presenter, QWidget* parent)
    : Card(tr("Change and endurance after the infusion"), parent), m_presenter(presenter) {
    build();
    connectForm();
    connectPresenter();
}

void AfterScoresCard::build() {
    m_facts = new FactList(tr("Change and endurance as recorded"), this);
    m_facts->setObjectName(u"after_facts"_s);
    body()->addWidget(m_facts);
    m_form = new FormBuilder(this, 6);
    m_impression =
        m_form->row(tr("&Impression of change"),
                    new DigitCell(tr("Impression"), {domain::kImpressionRange.low, domain::kImpressionRange.high}),
                    {.name = u"impression"_s, .span = 6});
    m_relief =
        m_form->row(tr("&Relief"), new DigitCell(tr("Relief"), {domain::kReliefRange.low, domain::kReliefRange.high}),
                    {.name = u"relief"_s, .unit = u"%"_s, .span = 2});
    buildEndurance();
    m_reason = m_form->row(tr("Reason for the correction"), new QLineEdit, {.name = u"after_reason"_s, .span = 6});
    body()->addWidget(m_form);
    m_save = makeButton(tr("Save these scores"), ButtonKind::Secondary, u"after_save"_s, this);
    m_cancel = makeButton(tr("Cancel"), ButtonKind::Secondary, u"after_cancel"_s, this);
    m_cancel->setAccessibleName(tr("Cancel the correction of the scores"));
    m_correct = makeButton(tr("Correct…"), ButtonKind::Secondary, u"after_correct"_s, this);
    m_correct->setAccessibleName(tr("Correct the scores after the infusion"));
    auto* line = new QHBoxLayout;
    line->addWidget(m_save);
    line->addWidget(m_cancel);
    line->addWidget(m_correct);
    line->addStretch(1);
    body()->addLayout(line);
}

void AfterScoresCard::buildEndurance() {
    using domain::BodySide;
    using domain::EnduranceStop;
    m_seconds = m_form->row(tr("Endur&ance, held"), new QuantityEdit({.wholeDigits = 4, .decimals = 0, .unit = u"s"_s}),
                            {.name = u"held_seconds"_s, .unit = u"s"_s, .span = 2});
    m_load =
        m_form->row(tr("Endurance, load in &kg"), new QuantityEdit({.wholeDigits = 3, .decimals = 3, .unit = u"kg"_s}),
                    {.name = u"load"_s, .span = 2});
    m_side = new ChoiceRow;
    for (const auto side : {BodySide::Right, BodySide::Left})
        m_side->add(AfterWords::side(side), static_cast<int>(side));
    m_form->row(tr("Side"), m_side, {.name = u"side"_s, .span = 2});
    m_stop = new ChoiceRow;
    for (const auto stop :
         {EnduranceStop::Exhausted, EnduranceStop::Pain, EnduranceStop::TimeLimit, EnduranceStop::Other})
        m_stop->add(AfterWords::stop(stop), static_cast<int>(stop));
    m_form->row(tr("Why it stopped"), m_stop, {.name = u"stop"_s, .span = 4});
    m_words = m_form->row(tr("In words"), new QLineEdit, {.name = u"stop_words"_s, .span = 6});
}

void AfterScoresCard::connectForm() {
    connect(m_impression, &DigitCell::changed, this, &AfterScoresCard::explainImpression);
    connect(m_impression, &DigitCell::done, this, [] { moveFocus(true); });
    // A relief that could be longer is ended with Enter, which arrives here.
    connect(m_relief, &DigitCell::done, this, [this] {
        if (m_seconds->isVisible()) return m_seconds->setFocus(Qt::TabFocusReason);
        if (m_relief->value() && !complete(m_relief->range(), m_relief->text())) save();
    });
    connect(m_stop, &ChoiceRow::chosen, this, &AfterScoresCard::arrange);
    connect(m_relief, &DigitCell::back, this, [this] {
        if (m_impression->isVisible()) m_impression->setFocus(Qt::BacktabFocusReason);
    });
    connect(m_save, &QPushButton::clicked, this, &AfterScoresCard::save);
    connect(m_correct, &QPushButton::clicked, this, &AfterScoresCard::beginCorrection);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        endCorrection();
        m_correct->setFocus();
    });
}

void AfterScoresCard::connectPresenter() {
    linkSaving(m_presenter, SessionFact::After,
               {.owner = this,
                .save = m_save,
                .saved =
                    [this] {
                        endCorrection();
                        Q_EMIT said(tr("Scores after the infusion saved"));
                    },
                .failed =
                    [this](const base::Error& error) {
                        if (isOvertaken(error)) return m_presenter.refresh();
                        m_form->failure(asTyped(error));
                    }});
}

void AfterScoresCard::showRecord(const services::InfusionView& view) {
    std::vector<FactLine> lines;
    if (const QString stands = AfterWords::summary(view); !stands.isEmpty())
        lines.push_back({{}, stands, TextRole::Strong});
    for (const auto& old : view.record.after) {
        if (!domain::isCorrected(view.record.after, old)) continue;
        const QStringList parts{AfterWords::impressionLine(old), AfterWords::reliefLine(old),
                                AfterWords::enduranceLine(old)};
        QStringList said;
        std::ranges::copy_if(parts, std::back_inserter(said), [](const QString& part) { return !part.isEmpty(); });
        const QString before = u"%1, %2"_s.arg(said.join(u"; "_s), InfusionWords::written(view.people, old.head));
        lines.push_back({{}, tr("Corrected, before: %1").arg(before), TextRole::Hint});
    }
    m_facts->setLines(lines);
    followOthers(view);
    arrange();
}

// Somebody else was faster with a part that is typed here, or corrected what is being corrected: theirs is said, and
// what is typed can replace it only with a reason.
void AfterScoresCard::followOthers(const services::InfusionView& view) {
    if (m_presenter.isSaving(SessionFact::After) || !m_presenter.mayRecord() || !hasEntry()) return;
    const domain::AfterAssessment* theirs = nullptr;
    if (m_correcting) {
        theirs = standingFor(view.record.after, *m_correcting);
    } else {
        for (const auto& entry : view.record.after) {
            if (!domain::isCorrected(view.record.after, entry) && isTypedToo(entry)) theirs = &entry;
        }
    }
    if (theirs == nullptr) return;
    if (!m_correcting) fillBlanks(*theirs);
    m_correcting = theirs->head.id;
    m_form->clearProblems();
    m_form->strip().say(Tier::Caution, MeanwhileWords::after(view, *theirs));
}

bool AfterScoresCard::isTypedToo(const domain::AfterAssessment& theirs) const {
    const auto typed = entry();
    const bool test = typed.heldSeconds || typed.load || typed.side || typed.stop;
    return (theirs.impression && typed.impression) || (theirs.relief && typed.relief) || (theirs.endurance && test);
}

// A correction replaces the whole entry: what is not typed here is kept as they have it.
void AfterScoresCard::fillBlanks(const domain::AfterAssessment& theirs) {
    if (!m_impression->value()) m_impression->setValue(theirs.impression);
    if (!m_relief->value()) m_relief->setValue(theirs.relief);
    const bool test = m_seconds->thousandths() || m_load->thousandths() || m_side->value() || m_stop->value();
    if (!test) showEndurance(theirs);
}

void AfterScoresCard::showEndurance(const domain::AfterAssessment& entry) {
    const auto& test = entry.endurance;
    if (!test) return;
    m_seconds->setThousandths(std::int64_t{test->seconds} * 1000);
    m_load->setValue(std::optional(test->load));
    m_side->setValue(static_cast<int>(test->side));
    m_stop->setValue(static_cast<int>(test->stop));
    m_words->setText(toQt(test->words));
}

void AfterScoresCard::arrange() {
    const auto& view = m_presenter.view();
    if (!view) return;
    const auto& rules = view->protocol.rules.after;
    const auto stands = domain::standing(view->record.after);
    const bool may = m_presenter.mayRecord() && view->state == domain::InfusionState::Ended;
    const bool correcting = m_correcting.has_value();
    const bool impression =
        rules.impression != 0 && (correcting || !hasPart(stands, &domain::AfterAssessment::impression));
    const bool relief = rules.relief != 0 && (correcting || !hasPart(stands, &domain::AfterAssessment::relief));
    const bool endurance =
        rules.endurance != 0 && (correcting || !hasPart(stands, &domain::AfterAssessment::endurance));
    const bool open = may && (impression || relief || endurance);
    showFields(impression, relief, endurance);
    m_form->setFieldHelp(u"relief"_s, AfterWords::since(rules.reliefSince));
    explainImpression();
    m_form->setVisible(open);
    m_save->setVisible(open);
    m_cancel->setVisible(open && correcting);
    m_correct->setVisible(may && !stands.empty() && !correcting);
    m_facts->setVisible(!view->record.after.empty());
    setVisible(domain::asksAfter(rules) && (open || !view->record.after.empty()));
}

void AfterScoresCard::showFields(bool impression, bool relief, bool endurance) {
    m_form->setFieldVisible(u"impression"_s, impression);
    m_form->setFieldVisible(u"relief"_s, relief);
    for (const QString& field : {u"held_seconds"_s, u"load"_s, u"side"_s, u"stop"_s})
        m_form->setFieldVisible(field, endurance);
    const bool other = m_stop->valueAs<domain::EnduranceStop>() == domain::EnduranceStop::Other;
    m_form->setFieldVisible(u"stop_words"_s, endurance && other);
    m_form->setFieldVisible(u"after_reason"_s, m_correcting.has_value());
}

// The seven answers stand on the screen in words, whatever is typed.
void AfterScoresCard::explainImpression() {
    const auto& view = m_presenter.view();
    if (!view) return;
    const auto& rules = view->protocol.rules.after;
    m_form->setFieldHelp(u"impression"_s, tr("%1: %2").arg(AfterWords::since(rules.impressionSince),
                                                           AfterWords::impressionScale(rules.impressionDirection)));
}

bool AfterScoresCard::hasEntry() const {
    return !draftOf(*m_form).isEmpty();
}

QWidget* AfterScoresCard::firstFocus() const {
    if (m_form->isHidden() || isHidden()) return nullptr;
    for (QWidget* editor :
         {static_cast<QWidget*>(m_impression), static_cast<QWidget*>(m_relief), static_cast<QWidget*>(m_seconds)}) {
        if (editor->isVisibleTo(m_form)) return editor;
    }
    return nullptr;
}

services::AfterEntry AfterScoresCard::entry() const {
    services::AfterEntry entry{.infusion = *m_presenter.infusion()};
    entry.impression = m_impression->value();
    entry.relief = m_relief->value();
    if (const auto held = m_seconds->thousandths()) entry.heldSeconds = static_cast<int>(*held / 1000);
    entry.load = m_load->value<domain::Weight>();
    entry.side = m_side->valueAs<domain::BodySide>();
    entry.stop = m_stop->valueAs<domain::EnduranceStop>();
    if (entry.stop == domain::EnduranceStop::Other) entry.stopWords = toStd(m_words->text().trimmed());
    if (m_correcting) entry.corrects = services::Correction{*m_correcting, toStd(m_reason->text().trimmed())};
    return entry;
}

bool AfterScoresCard::isReady() {
    m_form->clearProblems();
    const auto wrong = m_form->unreadable();
    if (!wrong.empty()) m_form->problems(wrong);
    return wrong.empty();
}

bool AfterScoresCard::save() {
    if (!m_presenter.mayRecord() || m_presenter.isSaving(SessionFact::After) || !isReady()) return false;
    if (!hasEntry()) {
        m_form->problem(u"after"_s, tr("Type what was asked or measured, or leave it and go on."));
        return false;
    }
    m_presenter.record(entry());
    return true;
}

void AfterScoresCard::beginCorrection() {
    const auto stands = domain::standing(m_presenter.view()->record.after);
    if (stands.empty()) return;
    const auto& last = stands.back();
    m_correcting = last.head.id;
    m_form->clearProblems();
    m_impression->setValue(last.impression);
    m_relief->setValue(last.relief);
    showEndurance(last);
    m_reason->clear();
    arrange();
    m_reason->setFocus(Qt::OtherFocusReason);
}

void AfterScoresCard::endCorrection() {
    m_correcting.reset();
    clearEntries(*m_form);
    m_form->clearProblems();
    arrange();
}

EntryDraft AfterScoresCard::draft() const {
    EntryDraft draft = draftOf(*m_form);
    if (m_correcting) draft.insert(kCorrectingAfter, toQt(m_correcting->text()));
    return draft;
}

void AfterScoresCard::restore(const EntryDraft& draft) {
    endCorrection();
    m_correcting = domain::EntryId::fromText(toStd(draft.value(kCorrectingAfter).toString()));
    arrange();
    restoreDraft(*m_form, draft);
    if (const auto& view = m_presenter.view()) followOthers(*view);
    arrange();
}

void AfterScoresCard::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !event->modifiers().testFlag(Qt::ControlModifier) && !m_form->isHidden()) {
        save();
        return;
    }
    Card::keyPressEvent(event);
}

} // namespace chairside::ui
