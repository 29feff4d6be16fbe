#include "ui/settings/protocol_number_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

#include "core/domain/protocol/protocol_changes.h"
#include "ui/format/problem_text.h"
#include "ui/format/protocol_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/quantity_edit.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kFormColumns = 8;
constexpr int kValueSpan = 2; // twice: of the number and the choice only one is shown
constexpr int kWhySpan = kFormColumns - 2 * kValueSpan;
constexpr std::int64_t kMostChoices = 7;

QString wordsOf(const domain::ProtocolField& field, domain::ProtocolRules rules, std::int64_t value) {
    field.set(rules, value);
    return protocolFieldValue(field, rules);
}

QString rangeHelp(const domain::ProtocolField& field) {
    const auto text = [&field](std::int64_t value) {
        return field.thousandths ? numberText(value) : countText(value);
    };
    return ProtocolNumberForm::tr("A protocol may say %1 to %2 %3.")
        .arg(text(field.low), text(field.high), toQt(field.unit))
        .replace(u" ."_s, u"."_s);
}

QString whyHelp() {
    return ProtocolNumberForm::tr("A source, or the clinic’s reason. Everybody who signs reads it.");
}

} // namespace

WeekdayRow::WeekdayRow(QWidget* parent) : QWidget(parent) {
    const std::array<QString, 7> names{tr("Mon"), tr("Tue"), tr("Wed"), tr("Thu"), tr("Fri"), tr("Sat"), tr("Sun")};
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    for (std::size_t day = 0; day < names.size(); ++day) {
        m_boxes[day] = new QCheckBox(names[day], this);
        m_boxes[day]->setObjectName(u"weekday_%1"_s.arg(day + 1));
        m_boxes[day]->setAccessibleName(names[day]);
        layout->addWidget(m_boxes[day]);
    }
    layout->addStretch(1);
    setFocusProxy(m_boxes.front());
}

int WeekdayRow::days() const {
    int days = 0;
    for (std::size_t day = 0; day < m_boxes.size(); ++day) {
        if (m_boxes[day]->isChecked()) days |= 1 << day;
    }
    return days;
}

void WeekdayRow::setDays(int days) {
    for (std::size_t day = 0; day < m_boxes.size(); ++day)
        m_boxes[day]->setChecked((days >> day & 1) != 0);
}

ProtocolNumberForm::ProtocolNumberForm(Workbench& bench, QWidget* parent) : QWidget(parent), m_bench(bench) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    m_form = new FormBuilder(this, kFormColumns);
    m_number = m_form->row(tr("&Value"), new QuantityEdit({.wholeDigits = 7, .decimals = 3, .unit = {}}),
                           {.name = u"number_value"_s, .unit = {}, .help = {}, .span = kValueSpan});
    m_choice = m_form->row(tr("&Value"), new QComboBox,
                           {.name = u"number_choice"_s, .unit = {}, .help = {}, .span = kValueSpan});
    m_why = m_form->row(tr("Why &it is so"), new QLineEdit,
                        {.name = u"number_why"_s, .unit = {}, .help = whyHelp(), .span = kWhySpan});
    m_days = m_form->row(tr("&Days"), new WeekdayRow,
                         {.name = u"number_days"_s, .unit = {}, .help = {}, .span = kFormColumns});
    row->addWidget(m_form, 1);
    m_save = makeButton(tr("Save the n&umber"), ButtonKind::Secondary, u"save_number"_s, this);
    row->addWidget(m_save, 0, Qt::AlignBottom);
    connect(m_save, &QPushButton::clicked, this, &ProtocolNumberForm::save);
    connect(m_why, &QLineEdit::returnPressed, this, &ProtocolNumberForm::save);
    connect(m_number, &QLineEdit::returnPressed, this, &ProtocolNumberForm::save);
    showEditor(std::nullopt);
}

ProtocolNumberForm::Kind ProtocolNumberForm::kindOf(const domain::ProtocolField& field) const {
    if (field.unit == "weekdays") return Kind::Days;
    if (field.thousandths || field.high - field.low >= kMostChoices) return Kind::Number;
    const bool plain = wordsOf(field, m_draft->rules, field.low).startsWith(countText(field.low));
    const bool named = wordsOf(field, m_draft->rules, field.low) != countText(field.low) && field.unit.empty();
    return named || !plain ? Kind::Choice : Kind::Number;
}

void ProtocolNumberForm::showEditor(std::optional<Kind> kind) {
    m_form->setFieldVisible(u"number_value"_s, kind == Kind::Number);
    m_form->setFieldVisible(u"number_choice"_s, kind == Kind::Choice);
    m_form->setFieldVisible(u"number_days"_s, kind == Kind::Days);
    m_form->setFieldVisible(u"number_why"_s, kind.has_value());
    // The days take the line that the hint has otherwise.
    m_form->setFieldHelp(u"number_why"_s, kind == Kind::Days ? QString() : whyHelp());
    m_save->setVisible(kind.has_value());
}

void ProtocolNumberForm::show(const domain::ProtocolVersion& draft, const domain::ProtocolField* field) {
    const bool same = m_draft && m_draft->id == draft.id && m_field == field && field != nullptr &&
                      field->get(m_draft->rules) == field->get(draft.rules);
    m_draft = draft;
    m_field = field;
    if (!same) fill();
}

void ProtocolNumberForm::fill() {
    m_form->clearProblems();
    if (m_field == nullptr) return showEditor(std::nullopt);
    const std::int64_t value = m_field->get(m_draft->rules);
    const Kind kind = kindOf(*m_field);
    if (kind == Kind::Number) m_number->setThousandths(m_field->thousandths ? value : value * 1000);
    if (kind == Kind::Choice) fillChoice(*m_field);
    if (kind == Kind::Days) m_days->setDays(static_cast<int>(value));
    m_why->setText(toQt(domain::whyOf(*m_draft, m_field->key)));
    m_form->setFieldHelp(u"number_value"_s, rangeHelp(*m_field));
    showEditor(kind);
}

void ProtocolNumberForm::fillChoice(const domain::ProtocolField& field) {
    m_choice->clear();
    for (std::int64_t value = field.low; value <= field.high; ++value)
        m_choice->addItem(wordsOf(field, m_draft->rules, value), QVariant::fromValue(static_cast<qlonglong>(value)));
    m_choice->setCurrentIndex(static_cast<int>(field.get(m_draft->rules) - field.low));
}

QString ProtocolNumberForm::valueName() const {
    const Kind kind = kindOf(*m_field);
    return kind == Kind::Number ? u"number_value"_s : kind == Kind::Choice ? u"number_choice"_s : u"number_days"_s;
}

std::optional<std::int64_t> ProtocolNumberForm::typed() const {
    switch (kindOf(*m_field)) {
    case Kind::Choice:
        return m_choice->currentData().toLongLong();
    case Kind::Days:
        return m_days->days();
    case Kind::Number:
        break;
    }
    const auto thousandths = m_number->thousandths();
    if (!thousandths || m_field->thousandths) return thousandths;
    return *thousandths % 1000 == 0 ? std::optional(*thousandths / 1000) : std::nullopt;
}

void ProtocolNumberForm::save() {
    if (m_field == nullptr) return;
    m_form->clearProblems();
    const auto value = typed();
    if (!value) {
        m_form->problem(valueName(), m_field->thousandths ? tr("Type a number.") : tr("Type a whole number."));
        for (const auto& problem : m_form->missing({m_why->objectName()}))
            m_form->problem(m_why->objectName(), describe(problem, {m_why->accessibleName(), {}}));
        return;
    }
    m_bench.askAs(
        this,
        [id = m_draft->id, change = services::NumberChange{std::string(m_field->key), *value, toStd(m_why->text())}](
            services::Services& all, const services::Actor& actor) {
            return all.protocols.changeNumbers(actor, id, {change});
        },
        [this, name = protocolFieldLabel(m_field->key)](const base::Done& done) {
            if (!done) return refuse(done.error());
            Q_EMIT status(tr("“%1” is saved in the draft.").arg(name));
        });
}

void ProtocolNumberForm::refuse(const base::Error& error) {
    if (error.problems.empty()) return m_form->failure(error);
    const std::string key(m_field->key);
    auto problems = error.problems;
    for (auto& problem : problems) {
        if (problem.field == key + ".why")
            problem.field = "number_why";
        else if (problem.field == key)
            problem.field = toStd(valueName());
    }
    // A pair that contradicts itself is reported at the other number too.
    for (const auto& problem : problems) {
        if (m_form->editor(toQt(problem.field)) != nullptr) continue;
        m_form->problem(
            valueName(),
            tr("This does not go together with “%1”. Change that one first.").arg(protocolFieldLabel(problem.field)));
    }
    std::erase_if(problems, [this](const auto& one) { return m_form->editor(toQt(one.field)) == nullptr; });
    if (!problems.empty()) m_form->problems(problems);
}

} // namespace chairside::ui
