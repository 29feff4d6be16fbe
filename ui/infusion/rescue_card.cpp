#include "ui/infusion/rescue_card.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <utility>

#include "ui/a11y/tab_stops.h"
#include "ui/format/to_qt.h"
#include "ui/infusion/event_words.h"
#include "ui/infusion/fact_list.h"
#include "ui/infusion/infusion_words.h"
#include "ui/infusion/meanwhile_words.h"
#include "ui/infusion/saving_link.h"
#include "ui/infusion/term_picker.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/quantity_edit.h"
#include "ui/widgets/time_edit.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kCorrectingRescue = u"correcting_rescue"_s;

constexpr domain::DrugRoute kRoutes[] = {domain::DrugRoute::Intravenous,  domain::DrugRoute::Intramuscular,
                                         domain::DrugRoute::Subcutaneous, domain::DrugRoute::Oral,
                                         domain::DrugRoute::Sublingual,   domain::DrugRoute::Inhaled,
                                         domain::DrugRoute::Intranasal};

std::vector<PickerTerm> routeTerms() {
    std::vector<PickerTerm> terms;
    for (const auto route : kRoutes)
        terms.push_back({toStd(EventWords::route(route)), EventWords::route(route)});
    return terms;
}

std::optional<domain::DrugRoute> routeOf(const TermPicker& picker) {
    const auto key = picker.key();
    for (const auto route : kRoutes) {
        if (key == toStd(EventWords::route(route))) return route;
    }
    return std::nullopt;
}

// A replaced line follows the one that replaces it.
void addWithReplaced(std::vector<FactLine>& lines, const services::InfusionView& view, const domain::RescueDrug& drug) {
    lines.push_back({{}, EventWords::rescueLine(view, drug), TextRole::Body});
    for (const auto& old : view.record.rescueDrugs) {
        if (drug.head.corrects != old.head.id) continue;
        lines.push_back({{},
                         RescueCard::tr("Corrected by %1: %2. Before: %3")
                             .arg(InfusionWords::written(view.people, drug.head), toQt(drug.head.correctionReason),
                                  EventWords::rescue(old)),
                         TextRole::Hint});
    }
}

} // namespace

RescueCard::RescueCard(InfusionPresenter& presenter, QWidget* parent)
    : Card(tr("Rescue drug"), parent), m_presenter(presenter) {
    setObjectName(u"rescue"_s);
    build();
    connectPresenter();
}

void RescueCard::build() {
    m_given = new FactList(tr("Rescue drugs of this infusion"), this);
    m_given->setObjectName(u"rescue_given"_s);
    body()->addWidget(m_given);
    buildForm();
    m_save = makeButton(tr("Save rescue drug"), ButtonKind::Primary, u"rescue_save"_s, this);
    m_correct = makeButton(tr("Correct the last one…"), ButtonKind::Secondary, u"rescue_correct"_s, this);
    m_correct->setAccessibleName(tr("Correct the last rescue drug"));
    m_cancel = makeButton(tr("Cancel"), ButtonKind::Secondary, u"rescue_cancel"_s, this);
    m_cancel->setAccessibleName(tr("Cancel the correction of the rescue drug"));
    addToHeading(m_save);
    auto* line = new QHBoxLayout;
    line->addWidget(m_cancel);
    line->addWidget(m_correct);
    line->addStretch(1);
    body()->addLayout(line);
    connect(m_route, &TermPicker::picked, this, [this] { m_witness->setFocus(Qt::TabFocusReason); });
    connect(m_save, &QPushButton::clicked, this, &RescueCard::save);
    connect(m_correct, &QPushButton::clicked, this, &RescueCard::beginCorrection);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        endCorrection();
        m_drug->setFocus();
    });
    showCorrecting();
}

void RescueCard::buildForm() {
    m_form = new FormBuilder(this, 4);
    m_drug = m_form->row(tr("Drug given"), new QLineEdit, {.name = u"rescue_drug"_s, .span = 4});
    m_dose = m_form->row(tr("Dose given"), new QuantityEdit({.wholeDigits = 4, .decimals = 3, .unit = u"mg"_s}),
                         {.name = u"rescue_dose"_s, .unit = u"mg"_s, .span = 2});
    m_at = m_form->row(tr("Given at"), new TimeEdit(m_presenter.bench().clock()),
                       {.name = u"rescue_at"_s, .help = tr("10:45 or -5m"), .span = 2});
    m_at->setPlaceholderText(tr("now"));
    m_route = m_form->row(tr("Route"), new TermPicker(routeTerms()), {.name = u"rescue_route"_s, .span = 4});
    m_reason = m_form->row(tr("Reason for the correction"), new QLineEdit, {.name = u"rescue_reason"_s, .span = 4});
    m_witness = m_form->row(tr("Witness, user name"), new QLineEdit, {.name = u"rescue_witness"_s, .span = 2});
    m_password = m_form->row(tr("Witness, password"), new QLineEdit, {.name = u"rescue_password"_s, .span = 2});
    m_password->setEchoMode(QLineEdit::Password);
    body()->addWidget(m_form);
}

void RescueCard::connectPresenter() {
    linkSaving(m_presenter, SessionFact::Rescue,
               {.owner = this,
                .save = m_save,
                .saved =
                    [this] {
                        endCorrection();
                        Q_EMIT said(tr("Rescue drug saved"));
                    },
                .failed =
                    [this](const base::Error& error) {
                        showFailure(error);
                    }});
}

// A refused witness keeps everything but the password.
void RescueCard::showFailure(base::Error error) {
    m_password->clear();
    m_form->clearProblems();
    if (error.code == base::Code::SignInFailed) {
        m_form->problem(u"rescue_password"_s, tr("User name or password of the witness is not right."));
        return m_password->setFocus();
    }
    if (error.code == base::Code::Denied && error.field == "witness") {
        m_form->problem(u"rescue_witness"_s, tr("This person may not witness drugs. Ask someone who may."));
        return m_witness->setFocus();
    }
    for (auto& problem : error.problems) {
        if (problem.field == "witness") problem.field = "rescue_witness";
        if (problem.field == "witness_password") problem.field = "rescue_password";
        if (problem.field == "correction_reason") problem.field = "rescue_reason";
    }
    if (isOvertaken(error)) {
        m_known = 0; // theirs may have been shown while this one was on its way
        return m_presenter.refresh();
    }
    m_form->failure(error);
}

void RescueCard::showRecord(const services::InfusionView& view) {
    std::vector<FactLine> lines;
    for (const auto& drug : domain::standing(view.record.rescueDrugs))
        addWithReplaced(lines, view, drug);
    m_given->setLines(lines);
    m_given->setVisible(!lines.empty());
    const bool may = m_presenter.mayRecord();
    m_form->setVisible(may);
    m_save->setVisible(may);
    setVisible(may || !lines.empty());
    followOthers(view);
    showCorrecting();
}

// Somebody else wrote a line while one is typed here: it is said before the same dose stands twice, and a correction of
// what was corrected meanwhile becomes one of theirs.
void RescueCard::followOthers(const services::InfusionView& view) {
    const auto& all = view.record.rescueDrugs;
    const auto known = std::exchange(m_known, all.size());
    const bool isTyping = hasEntry() && !m_presenter.isSaving(SessionFact::Rescue);
    if (!isTyping || all.size() <= known) return;
    if (const auto* theirs = m_correcting ? standingFor(all, *m_correcting) : nullptr) {
        m_correcting = theirs->head.id;
        m_form->clearProblems();
        m_form->strip().say(Tier::Caution, MeanwhileWords::rescueCorrected(view, *theirs));
    } else if (!m_correcting) {
        m_warned = true;
        m_form->strip().say(Tier::Caution, MeanwhileWords::rescue(view, all.back()));
    }
}

void RescueCard::showCorrecting() {
    const auto& view = m_presenter.view();
    const bool may = m_presenter.mayRecord();
    m_form->setFieldVisible(u"rescue_reason"_s, m_correcting.has_value());
    m_cancel->setVisible(may && (m_correcting || m_warned));
    m_correct->setVisible(may && !m_correcting && view && !view->record.rescueDrugs.empty());
    setTitle(m_correcting ? tr("Correction of a rescue drug") : tr("Rescue drug"));
}

void RescueCard::beginCorrection() {
    const auto& view = m_presenter.view();
    if (!view || !m_presenter.mayRecord()) return;
    const auto standing = domain::standing(view->record.rescueDrugs);
    if (standing.empty()) return;
    const auto& last = standing.back();
    m_form->clearProblems();
    m_correcting = last.head.id;
    m_correctedAt = last.head.observedAt;
    m_drug->setText(toQt(last.drug));
    m_dose->setValue(std::optional(last.dose));
    m_at->setMinuteOfDay(last.head.observedAt.localMinuteOfDay());
    m_route->setKey(toStd(EventWords::route(last.route)));
    m_reason->clear();
    showCorrecting();
    m_reason->setFocus(Qt::OtherFocusReason);
}

void RescueCard::endCorrection() {
    m_warned = false;
    m_correcting.reset();
    m_correctedAt.reset();
    clearEntries(*m_form);
    m_password->clear();
    m_form->clearProblems();
    showCorrecting();
}

bool RescueCard::hasEntry() const {
    return m_presenter.mayRecord() && (!draftOf(*m_form).isEmpty() || !m_password->text().isEmpty());
}

services::RescueEntry RescueCard::entry() const {
    services::RescueEntry entry{.infusion = *m_presenter.infusion()};
    entry.drug = toStd(m_drug->text().trimmed());
    entry.dose = m_dose->value<domain::Dose>();
    entry.route = routeOf(*m_route);
    entry.at = m_at->instant();
    // An untouched time stays to the second.
    if (m_correctedAt && entry.at && entry.at->localMinuteOfDay() == m_correctedAt->localMinuteOfDay())
        entry.at = m_correctedAt;
    entry.witnessUserName = toStd(m_witness->text().trimmed());
    entry.witnessPassword = toStd(m_password->text());
    if (m_correcting) entry.corrects = services::Correction{*m_correcting, toStd(m_reason->text().trimmed())};
    return entry;
}

bool RescueCard::save() {
    if (!m_presenter.mayRecord() || m_presenter.isSaving(SessionFact::Rescue)) return false;
    m_form->clearProblems();
    if (const auto wrong = m_form->unreadable(); !wrong.empty()) {
        m_form->problems(wrong);
        return false;
    }
    m_presenter.record(entry());
    return true;
}

EntryDraft RescueCard::draft() const {
    EntryDraft draft = draftOf(*m_form);
    if (m_correcting) draft.insert(kCorrectingRescue, toQt(m_correcting->text()));
    return draft;
}

void RescueCard::restore(const EntryDraft& draft) {
    endCorrection();
    m_correcting = domain::EntryId::fromText(toStd(draft.value(kCorrectingRescue).toString()));
    showCorrecting();
    restoreDraft(*m_form, draft);
}

void RescueCard::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!enter || event->modifiers().testFlag(Qt::ControlModifier)) return Card::keyPressEvent(event);
    if (m_password->hasFocus()) {
        save();
    } else {
        moveFocus(true);
    }
}

} // namespace chairside::ui
