#include "ui/infusion/dose_step.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <utility>

#include "ui/format/date_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"
#include "ui/infusion/columns_box.h"
#include "ui/infusion/dose_card.h"
#include "ui/infusion/fact_list.h"
#include "ui/infusion/infusion_words.h"
#include "ui/infusion/meanwhile_words.h"
#include "ui/infusion/pain_card.h"
#include "ui/infusion/second_check_card.h"
#include "ui/infusion/second_check_words.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice_row.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/quantity_edit.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kInitialsLength = 4;
constexpr int kYearLength = 4;

const QString kPainBefore = u"pain_before"_s;
const QString kCorrectingDose = u"correcting_dose"_s;
const QString kDoseAgainst = u"dose_against"_s;

std::optional<domain::EntryId> preparedId(const services::InfusionView& view) {
    const auto prepared = domain::preparedDose(view.record);
    return prepared ? std::optional(prepared->head.id) : std::nullopt;
}

// Cards below one another, at the top.
QWidget* cardColumn(std::initializer_list<QWidget*> cards) {
    auto* column = new QWidget;
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(12));
    for (QWidget* card : cards)
        layout->addWidget(card);
    layout->addStretch(1);
    return column;
}

QLineEdit* shortLine(int characters) {
    auto* line = new QLineEdit;
    line->setMaxLength(characters);
    line->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    line->setFixedWidth(scaled(88));
    return line;
}

} // namespace

DoseStep::DoseStep(InfusionPresenter& presenter, QWidget* parent)
    : SessionStep(presenter, u"dose"_s, tr("Identity, dose"), parent) {
    build();
    connectPresenter();
}

void DoseStep::build() {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(scaled(12));
    auto* head = new QVBoxLayout;
    head->setSpacing(0);
    m_order = new TextLabel({}, TextRole::Strong, this);
    m_order->setObjectName(u"dose_order"_s);
    m_order->setWordWrap(true);
    m_orderSigned = new TextLabel({}, TextRole::Hint, this);
    head->addWidget(m_order);
    head->addWidget(m_orderSigned);
    outer->addLayout(head);
    buildForm();
    buildPrepared();
    m_result = new DoseCard(this);
    m_check = new SecondCheckCard(presenter(), this);
    m_pain = new PainCard(presenter(), domain::PainMoment::Before, kPainBefore, this);
    outer->addWidget(
        new ColumnsBox(cardColumn({m_entry, m_prepared}), 1, cardColumn({m_result, m_check, m_pain}), 1, this), 1);
}

void DoseStep::buildForm() {
    m_entry = new Card(tr("Ask, read, type"), this);
    m_form = new FormBuilder(m_entry, 2);
    m_initials = m_form->row(tr("&Initials"), shortLine(kInitialsLength),
                             {.name = u"initials"_s, .help = tr("Given name, then family name.")});
    m_birthYear = m_form->row(tr("Birth &year"), shortLine(kYearLength), {.name = u"birth_year"_s});
    m_weight = m_form->row(tr("&Weight today"), new QuantityEdit({.wholeDigits = 3, .decimals = 1, .unit = u"kg"_s}),
                           {.name = u"weight"_s, .unit = u"kg"_s});
    m_strength =
        m_form->row(tr("Stock stren&gth"), new QuantityEdit({.wholeDigits = 3, .decimals = 1, .unit = u"mg per mL"_s}),
                    {.name = u"strength"_s, .unit = u"mg per mL"_s, .help = tr("On the vial: usually 10, 50 or 100.")});
    m_bag = m_form->row(tr("B&ag volume"), new QuantityEdit({.wholeDigits = 4, .decimals = 1, .unit = u"mL"_s}),
                        {.name = u"bag"_s, .unit = u"mL"_s});
    m_form->endLine();
    m_convention = m_form->row(tr("The bag volu&me is"), new ChoiceRow, {.name = u"convention"_s, .span = 2});
    m_convention->add(tr("the final volume"), static_cast<int>(domain::VolumeConvention::QsTotal));
    m_convention->add(tr("plus the drug on top"), static_cast<int>(domain::VolumeConvention::Added));
    m_form->row(tr("Reason for the correction"), new QLineEdit, {.name = u"correction_reason"_s, .span = 2});
    m_form->setFieldVisible(u"correction_reason"_s, false);
    connect(m_form, &FormBuilder::edited, this, &DoseStep::calculate);
    connect(m_convention, &ChoiceRow::decided, this, [this] {
        QWidget* pain = m_correcting ? nullptr : m_pain->firstFocus();
        (pain != nullptr ? pain : m_save)->setFocus(Qt::TabFocusReason);
    });
    m_entry->body()->addWidget(m_form);
    buildButtons();
}

void DoseStep::buildButtons() {
    m_save = makeButton(tr("Save &dose"), ButtonKind::Primary, u"dose_save"_s, m_entry);
    m_cancel = makeButton(tr("Cancel"), ButtonKind::Secondary, u"dose_cancel"_s, m_entry);
    m_cancel->setAccessibleName(tr("Cancel the correction of the dose"));
    m_close = makeButton(tr("&Close record"), ButtonKind::Secondary, u"dose_close_record"_s, m_entry);
    m_close->hide();
    auto* line = new QHBoxLayout;
    for (QPushButton* button : {m_save, m_cancel, m_close})
        line->addWidget(button);
    line->addStretch(1);
    m_entry->body()->addLayout(line);
    connect(m_save, &QPushButton::clicked, this, &DoseStep::save);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        endCorrection();
        m_correct->setFocus();
    });
    connect(m_close, &QPushButton::clicked, this, &DoseStep::closeWanted);
}

void DoseStep::buildPrepared() {
    m_prepared = new Card(tr("Prepared"), this);
    m_facts = new FactList(tr("What was prepared"), m_prepared);
    m_facts->setObjectName(u"dose_prepared"_s);
    m_correct = makeButton(tr("C&orrect the dose…"), ButtonKind::Secondary, u"dose_correct"_s, m_prepared);
    m_correct->setAccessibleName(tr("Correct the dose"));
    m_prepared->body()->addWidget(m_facts);
    m_prepared->body()->addWidget(m_correct, 0, Qt::AlignLeft);
    connect(m_correct, &QPushButton::clicked, this, &DoseStep::beginCorrection);
}

void DoseStep::connectPresenter() {
    connect(&presenter(), &InfusionPresenter::saving, this, [this](SessionFact fact) {
        if (fact == SessionFact::Dose) m_save->setEnabled(false);
    });
    connect(&presenter(), &InfusionPresenter::saved, this, [this](SessionFact fact) {
        if (fact == SessionFact::Dose) {
            m_save->setEnabled(true);
            clearEntries(*m_form);
            endCorrection();
            Q_EMIT said(tr("Dose saved"));
        }
        if (fact == SessionFact::SecondCheck) return afterSecondCheck();
        const bool done = fact == SessionFact::Dose || fact == SessionFact::Pain;
        if (done && m_finishing) return goOn();
        // The field that was just saved is gone; the focus goes to what is next.
        if (done && isVisible()) goToNext();
    });
    connect(&presenter(), &InfusionPresenter::failed, this, [this](SessionFact fact, const base::Error& error) {
        const bool mine = fact == SessionFact::Dose || fact == SessionFact::SecondCheck || fact == SessionFact::Pain;
        if (mine) m_finishing = false;
        if (fact != SessionFact::Dose) return;
        m_save->setEnabled(true);
        showFailure(error);
    });
    connect(m_pain, &PainCard::said, this, &SessionStep::said);
    connect(m_check, &SecondCheckCard::completed, this, &DoseStep::completeCheck);
}

void DoseStep::showRecord(const services::InfusionView& view) {
    m_order->setText(tr("ORDER %1").arg(orderLine(view)));
    m_orderSigned->setText(tr("Signed %1, %2. %3")
                               .arg(InfusionWords::person(view.people, view.order.orderedBy),
                                    dateText(view.order.orderedAt.localDate()), yearLine(view)));
    m_form->setFieldHelp(u"weight"_s, earlierWeightLine(view));
    m_facts->setLines(preparedLines(view));
    if (!domain::preparedDose(view.record)) m_correcting = false;
    followOthers(view);
    m_pain->showRecord(view);
    m_check->showRecord(view);
    arrange();
    calculate();
}

bool DoseStep::isFormOpen() const {
    const auto& view = presenter().view();
    return view && presenter().mayRecord() && (!domain::preparedDose(view->record) || m_correcting);
}

void DoseStep::arrange() {
    const auto& view = presenter().view();
    if (!view) return;
    const bool prepared = domain::preparedDose(view->record).has_value();
    const bool started = view->delivery.startedAt.has_value();
    m_entry->setVisible(isFormOpen());
    m_prepared->setVisible(!isFormOpen());
    if (!prepared && !isFormOpen()) m_facts->setLines({{{}, tr("No dose has been prepared."), TextRole::Body}});
    m_correct->setVisible(prepared && !started && presenter().mayRecord());
    const auto check = checkStateOf(*view);
    const bool differs = check == domain::CheckState::Differs;
    m_correct->setText(differs ? tr("Prepare the d&ose again…") : tr("C&orrect the dose…"));
    m_correct->setAccessibleName(differs ? tr("Prepare the dose again") : tr("Correct the dose"));
    m_prepared->setTitle(check == domain::CheckState::NotNeeded ? tr("Prepared") : tr("1. Prepared"));
    m_check->setVisible(check != domain::CheckState::NotNeeded && !isFormOpen());
    // Beside a second column the first one says it all, and while that is open nothing.
    m_result->setVisible(isFormOpen() || check == domain::CheckState::NotNeeded);
    m_form->setFieldVisible(u"correction_reason"_s, m_correcting);
    m_cancel->setVisible(m_correcting);
}

std::optional<domain::DoseInputs> DoseStep::typedInputs() const {
    const auto& view = presenter().view();
    const auto weight = m_weight->value<domain::Weight>();
    const auto strength = m_strength->value<domain::Concentration>();
    const auto bag = m_bag->value<domain::Volume>();
    const auto convention = m_convention->valueAs<domain::VolumeConvention>();
    if (!view || !weight || !strength || !bag || !convention) return std::nullopt;
    return domain::DoseInputs{*weight, view->order.perKg, view->order.minutes, *strength, *bag, *convention};
}

void DoseStep::calculate() {
    const auto& view = presenter().view();
    if (!view) return;
    const auto prepared = domain::preparedDose(view->record);
    const bool live = isFormOpen();
    auto inputs = live || !prepared ? typedInputs() : std::optional(prepared->inputs);
    if (!live && checkStateOf(*view) != domain::CheckState::NotNeeded) inputs.reset();
    m_result->setTitle(live || !prepared ? tr("Dose, worked out") : tr("Dose in the bag"));
    if (inputs)
        m_result->showLines(doseLines(*inputs, view->protocol.rules.dose));
    else
        m_result->showWaiting();
    m_result->showRemarks(live ? weightChangeLine(*view, m_weight->value<domain::Weight>()) : QString(), {});
}

StepProgress DoseStep::progressOf(const services::InfusionView& view) const {
    const auto prepared = domain::preparedDose(view.record);
    if (!prepared) return {};
    const auto check = checkStateOf(view);
    if (check == domain::CheckState::Differs) return {StepState::Problem, tr("calculations differ")};
    if (hidesFirstNumbers(view)) return {StepState::ToDo, tr("second check open")};
    const bool pain = PainCard::scoreOf(view, domain::PainMoment::Before).has_value();
    return {pain ? StepState::Done : StepState::ToDo,
            pain ? amountText(prepared->dose, u"mg") : tr("pain before missing")};
}

QWidget* DoseStep::firstFocus() {
    if (isFormOpen()) return m_initials;
    if (QWidget* check = m_check->firstFocus()) return check;
    const auto& view = presenter().view();
    const bool differs = view && checkStateOf(*view) == domain::CheckState::Differs;
    if (differs && !m_correct->isHidden()) return m_correct;
    if (QWidget* pain = m_pain->firstFocus()) return pain;
    return m_correct->isHidden() ? nullptr : m_correct;
}

void DoseStep::goToNext() {
    if (QWidget* next = firstFocus()) next->setFocus(Qt::OtherFocusReason);
}

// What this step was asked to complete is saved; an open second check is another person's turn and waits for them.
void DoseStep::goOn() {
    const bool painTyped = m_pain->hasEntry() && m_pain->firstFocus() != nullptr;
    if (painTyped || !m_check->isOpen() || m_check->hasEntry()) return complete();
    m_finishing = false;
    goToNext();
}

void DoseStep::completeCheck() {
    m_finishing = true;
    if (!m_check->save()) m_finishing = false;
}

void DoseStep::afterSecondCheck() {
    const auto& view = presenter().view();
    if (!view) return;
    const bool agrees = checkStateOf(*view) == domain::CheckState::Agrees;
    Q_EMIT said(agrees ? tr("Second check saved: both agree") : tr("Second check saved: the two calculations differ"));
    const bool painMissing = !PainCard::scoreOf(*view, domain::PainMoment::Before) && !m_pain->hasEntry();
    const bool goesOn = std::exchange(m_finishing, false) && agrees && !painMissing;
    if (goesOn) return complete();
    if (isVisible()) goToNext();
}

bool DoseStep::hasEntry() const {
    return isFormOpen() && !draftOf(*m_form).isEmpty();
}

void DoseStep::complete() {
    const auto& view = presenter().view();
    if (!view) return;
    const bool needed = presenter().mayRecord() && !domain::preparedDose(view->record);
    const bool doseOpen = hasEntry() || needed;
    const bool painTyped = m_pain->hasEntry() && m_pain->firstFocus() != nullptr;
    const bool checkOpen = !isFormOpen() && m_check->isOpen();
    m_finishing = doseOpen || painTyped || checkOpen;
    if (!m_finishing) return Q_EMIT finished();
    const bool isUnderWay = doseOpen ? save() : painTyped ? m_pain->save() : m_check->save();
    if (!isUnderWay) m_finishing = false;
}

// False if something has to be entered first; it is said in the form.
bool DoseStep::save() {
    const auto& view = presenter().view();
    if (!view || presenter().isSaving(SessionFact::Dose)) return false;
    m_form->clearProblems();
    m_close->hide();
    base::Problems wrong = m_form->unreadable();
    const auto convention = m_convention->valueAs<domain::VolumeConvention>();
    if (!convention)
        wrong.push_back({.field = "convention", .rule = base::Rule::Required, .low = {}, .high = {}, .value = {}});
    if (!convention || !wrong.empty()) {
        m_form->problems(wrong);
        return false;
    }
    services::DoseEntry entry{.infusion = view->record.infusion.id};
    entry.initials = toStd(m_initials->text().trimmed());
    entry.birthYear = toStd(m_birthYear->text().trimmed());
    entry.weight = m_weight->value<domain::Weight>();
    entry.strength = m_strength->value<domain::Concentration>();
    entry.bag = m_bag->value<domain::Volume>();
    entry.convention = *convention;
    if (m_correcting && m_against) {
        const auto* reason = qobject_cast<const QLineEdit*>(m_form->editor(u"correction_reason"_s));
        entry.corrects = services::Correction{*m_against, toStd(reason->text().trimmed())};
    }
    presenter().record(entry);
    return true;
}

void DoseStep::showFailure(const base::Error& error) {
    base::Problems known;
    base::Problems others;
    bool wrongPerson = false;
    for (const auto& problem : error.problems) {
        const bool identity =
            problem.rule == base::Rule::Mismatch && (problem.field == "initials" || problem.field == "birth_year");
        wrongPerson = wrongPerson || identity;
        if (identity) continue;
        (m_form->editor(toQt(problem.field)) != nullptr ? known : others).push_back(problem);
    }
    if (isOvertaken(error)) {
        // The record is read again, and says what came first.
        const auto& view = presenter().view();
        if (view && preparedId(*view) != m_against) {
            followOthers(*view);
            return arrange();
        }
        return presenter().refresh();
    }
    if (error.problems.empty()) return m_form->failure(error);
    m_form->problems(known);
    for (const auto& problem : others)
        m_form->problem(toQt(problem.field), describe(problem, doseFieldWords(problem.field)));
    if (wrongPerson) {
        m_form->problem(u"initials"_s,
                        tr("These do not match the open record. Close this record and find the patient again."));
    }
    m_close->setVisible(wrongPerson);
}

void DoseStep::beginCorrection() {
    const auto& view = presenter().view();
    const auto prepared = view ? domain::preparedDose(view->record) : std::nullopt;
    if (!prepared) return;
    m_correcting = true;
    m_against = prepared->head.id;
    clearEntries(*m_form);
    m_weight->setValue(std::optional(prepared->inputs.weight));
    m_strength->setValue(std::optional(prepared->inputs.strength));
    m_bag->setValue(std::optional(prepared->inputs.bag));
    m_convention->setValue(static_cast<int>(prepared->inputs.convention));
    if (checkStateOf(*view) == domain::CheckState::Differs) {
        auto* reason = qobject_cast<QLineEdit*>(m_form->editor(u"correction_reason"_s));
        reason->setText(tr("The second check differed."));
    }
    arrange();
    calculate();
    m_initials->setFocus();
}

void DoseStep::endCorrection() {
    if (m_correcting) clearEntries(*m_form);
    m_correcting = false;
    m_form->clearProblems();
    m_close->hide();
    if (const auto& view = presenter().view()) followOthers(*view);
    arrange();
    calculate();
}

void DoseStep::followOthers(const services::InfusionView& view) {
    if (presenter().isSaving(SessionFact::Dose)) return;
    const auto standing = preparedId(view);
    const auto before = std::exchange(m_against, standing);
    if (before == standing || !standing || draftOf(*m_form).isEmpty() || !presenter().mayRecord()) return;
    m_correcting = true;
    m_form->clearProblems();
    m_form->strip().say(Tier::Caution, MeanwhileWords::dose(view, *domain::preparedDose(view.record)));
}

EntryDraft DoseStep::draft() const {
    EntryDraft draft = SessionStep::draft();
    // Identity is asked of the patient each time.
    draft.remove(m_initials->objectName());
    draft.remove(m_birthYear->objectName());
    if (m_correcting) draft.insert(kCorrectingDose, true);
    if (m_against && hasEntry()) draft.insert(kDoseAgainst, toQt(m_against->text()));
    return draft;
}

void DoseStep::restore(const EntryDraft& draft) {
    m_finishing = false;
    m_correcting = draft.contains(kCorrectingDose);
    m_form->clearProblems();
    m_close->hide();
    m_check->reset();
    SessionStep::restore(draft);
    m_pain->restore(draft);
    m_against = domain::EntryId::fromText(toStd(draft.value(kDoseAgainst).toString()));
    if (const auto& view = presenter().view()) followOthers(*view);
    arrange();
    calculate();
}

} // namespace chairside::ui
