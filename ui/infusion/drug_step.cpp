#include "ui/infusion/drug_step.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <tuple>

#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"
#include "ui/infusion/columns_box.h"
#include "ui/infusion/drug_lines.h"
#include "ui/infusion/meanwhile_words.h"
#include "ui/infusion/saving_link.h"
#include "ui/infusion/second_check_words.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/date_edit.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/quantity_edit.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

const QuantityFormat kMilligrams{.wholeDigits = 5, .decimals = 1, .unit = u"mg"_s};
const QuantityFormat kMillilitres{.wholeDigits = 3, .decimals = 1, .unit = u"mL"_s};

} // namespace

DrugStep::DrugStep(InfusionPresenter& presenter, QWidget* parent)
    : SessionStep(presenter, u"drug"_s, tr("Drug and waste"), parent) {
    build();
    connectPresenter();
}

void DrugStep::build() {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(scaled(12));
    buildForm();
    auto* left = new QWidget(this);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    m_waiting = new Card(tr("Not yet"), left);
    m_notYet = new TextLabel({}, TextRole::Body, m_waiting);
    m_notYet->setObjectName(u"drug_not_yet"_s);
    m_notYet->setWordWrap(true);
    m_waiting->body()->addWidget(m_notYet);
    column->addWidget(m_waiting);
    column->addWidget(m_entry);
    m_booked = new Card(tr("Booked"), left);
    m_bookedFacts = new FactList(tr("Controlled-drug book of this infusion"), m_booked);
    m_bookedFacts->setObjectName(u"drug_booked"_s);
    m_booked->body()->addWidget(m_bookedFacts);
    m_meanwhile = new TextLabel({}, TextRole::Warning, m_booked);
    m_meanwhile->setObjectName(u"drug_meanwhile"_s);
    m_meanwhile->setWordWrap(true);
    m_booked->body()->addWidget(m_meanwhile);
    column->addWidget(m_booked);
    column->addStretch(1);
    outer->addWidget(new ColumnsBox(left, 3, buildSide(), 2, this), 1);
}

void DrugStep::buildForm() {
    m_entry = new Card(tr("Vial, waste, witness"), this);
    m_form = new FormBuilder(m_entry, 3);
    m_vialVolume =
        m_form->row(tr("Via&l volume"), new QuantityEdit(kMillilitres), {.name = u"vial_volume"_s, .unit = u"mL"_s});
    m_lot = m_form->row(tr("Lo&t"), new QLineEdit, {.name = u"lot"_s});
    m_expires = m_form->row(tr("E&xpires"), new DateEdit(presenter().bench().clock(), DateExpected::Expiry),
                            {.name = u"expires"_s, .help = tr("As on the vial: 7/26 is its last day.")});
    m_wastedBag = m_form->row(tr("Wasted from the ba&g"), new QuantityEdit(kMilligrams),
                              {.name = u"wasted_bag"_s, .unit = u"mg"_s});
    m_wastedVial = m_form->row(tr("Wasted fro&m the vial"), new QuantityEdit(kMilligrams),
                               {.name = u"wasted_vial"_s, .unit = u"mg"_s});
    m_form->endLine();
    m_difference = new TextLabel({}, TextRole::Strong, m_form);
    m_difference->setObjectName(u"drug_difference"_s);
    m_form->wide(m_difference);
    m_reason =
        m_form->row(tr("Reason for the &difference"), new QLineEdit, {.name = u"difference_reason"_s, .span = 3});
    m_witness = m_form->row(tr("&Witness, user name"), new QLineEdit, {.name = u"witness"_s});
    m_password = m_form->row(tr("Witness, passw&ord"), new QLineEdit, {.name = u"witness_password"_s});
    m_password->setEchoMode(QLineEdit::Password);
    m_entry->body()->addWidget(m_form);
    m_save = makeButton(tr("Save drug &account"), ButtonKind::Primary, u"drug_save"_s, m_entry);
    m_entry->body()->addWidget(m_save, 0, Qt::AlignLeft);
    connect(m_form, &FormBuilder::edited, this, &DrugStep::showAmounts);
    connect(m_save, &QPushButton::clicked, this, &DrugStep::save);
}

QWidget* DrugStep::buildSide() {
    auto* card = new Card(tr("From the record"), this);
    m_basis = new FactList(tr("Drug given and left"), card);
    m_basis->setObjectName(u"drug_basis"_s);
    m_vials = new TextLabel({}, TextRole::Body, card);
    m_vials->setObjectName(u"drug_vials"_s);
    m_vials->setWordWrap(true);
    card->body()->addWidget(m_basis);
    card->body()->addWidget(m_vials);
    card->body()->addWidget(
        new TextLabel(tr("The witness is another person and sees the waste."), TextRole::Hint, card));
    card->body()->addStretch(1);
    return card;
}

void DrugStep::connectPresenter() {
    linkSaving(presenter(), SessionFact::Drug,
               {.owner = this,
                .save = m_save,
                .saved =
                    [this] {
                        clearEntries(*m_form);
                        m_form->clearProblems();
                        showMeanwhile();
                        Q_EMIT said(tr("Drug account saved"));
                        if (std::exchange(m_finishing, false)) Q_EMIT finished();
                    },
                .failed =
                    [this](const base::Error& error) {
                        m_finishing = false;
                        showFailure(error);
                    }});
}

// A refused witness keeps everything but the password.
void DrugStep::showFailure(const base::Error& error) {
    m_password->clear();
    if (error.code == base::Code::SignInFailed) {
        m_form->clearProblems();
        m_form->problem(u"witness_password"_s, tr("User name or password of the witness is not right."));
        return m_password->setFocus();
    }
    if (error.code == base::Code::Denied && error.field == "witness") {
        m_form->clearProblems();
        m_form->problem(u"witness"_s, tr("This person may not witness waste. Ask someone who may."));
        return m_witness->setFocus();
    }
    if (error.code == base::Code::WrongState && error.detail == "already_booked") return presenter().refresh();
    m_form->failure(error);
    showAmounts();
}

bool DrugStep::isOpen() const {
    const auto& view = presenter().view();
    return view && presenter().mayRecord() && view->delivery.stoppedAt && view->record.movements.empty();
}

void DrugStep::showRecord(const services::InfusionView& view) {
    const bool booked = !view.record.movements.empty();
    m_entry->setVisible(isOpen());
    m_booked->setVisible(booked);
    m_bookedFacts->setLines(bookedLines(view));
    const auto basis = drugBasis(view);
    if (hidesFirstNumbers(view))
        m_basis->setLines({{tr("Drawn"), SecondCheckWords::hidden(), TextRole::Body}});
    else
        m_basis->setLines(basis ? drugBasisLines(view, *basis)
                                : std::vector<FactLine>{{{}, tr("No dose has been prepared."), TextRole::Body}});
    m_waiting->setVisible(!booked && !isOpen());
    m_notYet->setText(tr("The drug is accounted for after the stop: what was given is only known then."));
    showMeanwhile();
    showAmounts();
}

void DrugStep::showMeanwhile() {
    const auto& view = presenter().view();
    const bool booked = view && !view->record.movements.empty() && !presenter().isSaving(SessionFact::Drug);
    QStringList typed;
    for (const auto& [label, edit, unit] :
         {std::tuple(tr("vial"), static_cast<const QLineEdit*>(m_vialVolume), u" mL"_s),
          std::tuple(tr("lot"), static_cast<const QLineEdit*>(m_lot), QString()),
          std::tuple(tr("expires"), static_cast<const QLineEdit*>(m_expires), QString()),
          std::tuple(tr("wasted from the bag"), static_cast<const QLineEdit*>(m_wastedBag), u" mg"_s),
          std::tuple(tr("wasted from the vial"), static_cast<const QLineEdit*>(m_wastedVial), u" mg"_s),
          std::tuple(tr("reason"), static_cast<const QLineEdit*>(m_reason), QString())}) {
        if (!edit->text().isEmpty()) typed << label + u' ' + edit->text() + unit;
    }
    const bool isOvertaken = booked && presenter().mayRecord() && !typed.isEmpty();
    m_meanwhile->setVisible(isOvertaken);
    const QString text = isOvertaken ? u"▲ "_s + MeanwhileWords::drug(*view, typed.join(u", "_s)) : QString();
    if (m_meanwhile->text() != text) m_meanwhile->announce(text);
}

std::optional<domain::Dose> DrugStep::difference() const {
    const auto& view = presenter().view();
    const auto basis = view ? drugBasis(*view) : std::nullopt;
    const auto volume = m_vialVolume->value<domain::Volume>();
    const auto bag = m_wastedBag->value<domain::Dose>();
    const auto vial = m_wastedVial->value<domain::Dose>();
    if (!basis || !volume || !bag || !vial) return std::nullopt;
    return domain::unaccounted({drugOpened(*basis, *volume).content, basis->given, *vial, *bag});
}

void DrugStep::showAmounts() {
    const auto& view = presenter().view();
    const auto basis = view ? drugBasis(*view) : std::nullopt;
    const auto volume = m_vialVolume->value<domain::Volume>();
    m_vials->setText(isOpen() && basis && volume && *volume > domain::Volume{} ? vialLine(*basis, *volume) : QString());
    const auto left = difference();
    m_difference->setRole(left && *left != domain::Dose{} ? TextRole::Warning : TextRole::Strong);
    m_difference->setText(left ? differenceLine(*left)
                               : tr("Difference: known when volume and both wastes are typed."));
    m_form->setFieldVisible(u"difference_reason"_s, left && *left != domain::Dose{});
}

StepProgress DrugStep::progressOf(const services::InfusionView& view) const {
    if (view.record.movements.empty()) return {};
    const bool open = std::ranges::find(view.gaps, domain::SigningGap::DrugNotAccounted) != view.gaps.end();
    return {open ? StepState::Problem : StepState::Done, open ? tr("does not balance") : tr("balanced")};
}

QWidget* DrugStep::firstFocus() {
    return isOpen() ? m_vialVolume : nullptr;
}

void DrugStep::complete() {
    if (!isOpen()) return Q_EMIT finished();
    m_finishing = true;
    save();
}

void DrugStep::save() {
    const auto& view = presenter().view();
    if (!view || !isOpen() || presenter().isSaving(SessionFact::Drug)) return;
    m_form->clearProblems();
    if (const auto wrong = m_form->unreadable(); !wrong.empty()) {
        m_finishing = false;
        return m_form->problems(wrong);
    }
    services::DrugEntry entry{.infusion = view->record.infusion.id};
    entry.vialVolume = m_vialVolume->value<domain::Volume>();
    entry.lot = toStd(m_lot->text().trimmed());
    entry.expires = m_expires->date();
    entry.wastedVial = m_wastedVial->value<domain::Dose>();
    entry.wastedBag = m_wastedBag->value<domain::Dose>();
    const auto left = difference();
    if (left && *left != domain::Dose{}) entry.differenceReason = toStd(m_reason->text().trimmed());
    entry.witnessUserName = toStd(m_witness->text().trimmed());
    entry.witnessPassword = toStd(m_password->text());
    presenter().account(entry);
}

void DrugStep::restore(const EntryDraft& draft) {
    m_finishing = false;
    m_form->clearProblems();
    m_password->clear();
    SessionStep::restore(draft);
    showMeanwhile();
    showAmounts();
}

void DrugStep::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && m_password->hasFocus() && !event->modifiers().testFlag(Qt::ControlModifier)) return complete();
    SessionStep::keyPressEvent(event);
}

} // namespace chairside::ui
