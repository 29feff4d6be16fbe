#include "ui/settings/protocol_bench.h"

#include <QVBoxLayout>

#include "core/base/scaled.h"
#include "ui/format/problem_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"
#include "ui/widgets/choice_row.h"
#include "ui/widgets/form_builder.h"
#include "ui/widgets/quantity_edit.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kColumns = 3;
constexpr int kPerWhole = 1000;

QString signedPercent(int permille) {
    if (permille == 0) return ProtocolBench::tr("by less than 0.1 %");
    const QString number = numberText(std::int64_t{std::abs(permille)} * 100);
    return permille < 0 ? ProtocolBench::tr("−%1 %").arg(number) : ProtocolBench::tr("+%1 %").arg(number);
}

QString doseLine(const domain::DoseInputs& inputs, const domain::DoseCalculation& result,
                 const domain::DoseRules& rules) {
    const std::int64_t exact = base::divideRounded(result.exactNanograms, 1000);
    const QString product =
        ProtocolBench::tr("%1 × %2 = %3")
            .arg(amountText(inputs.weight, u"kg"), perText(inputs.perKg, u"mg", u"kg"), amountText(exact, u"mg"));
    if (exact == result.dose.raw()) return product;
    return ProtocolBench::tr("%1 → %2, rounded to %3, %4")
        .arg(product, amountText(result.dose, u"mg"), amountText(rules.doseStep, u"mg"),
             signedPercent(domain::roundingPermille(result)));
}

QStringList resultLines(const domain::DoseInputs& inputs, const domain::DoseRules& rules) {
    const auto result = domain::calculateDose(inputs, rules);
    return {doseLine(inputs, result, rules),
            ProtocolBench::tr("%1 ÷ %2 = %3 of the vial, rounded to %4")
                .arg(amountText(result.dose, u"mg"), perText(inputs.strength, u"mg", u"mL"),
                     amountText(result.drugVolume, u"mL"), amountText(rules.volumeStep, u"mL")),
            ProtocolBench::tr("%1 in the bag over %2 minutes = %3 mL per hour, rounded to %4 mL per hour")
                .arg(amountText(result.totalVolume, u"mL"))
                .arg(inputs.minutes)
                .arg(numberText(result.rate), numberText(rules.rateStep))};
}

QStringList notesOf(const domain::DoseInputs& inputs, const domain::DoseRules& rules) {
    QStringList notes;
    if (inputs.perKg > rules.softPerKg) {
        notes << ProtocolBench::tr("▲ Above %1: the order needs a reason.").arg(perText(rules.softPerKg, u"mg", u"kg"));
    }
    if (domain::calculateDose(inputs, rules).belowGuidelineFloor) {
        notes << ProtocolBench::tr("Information: below the guideline’s %1 total.")
                     .arg(amountText(rules.guidelineFloor, u"mg"));
    }
    return notes.isEmpty() ? QStringList{ProtocolBench::tr("No limit speaks.")} : notes;
}

} // namespace

ProtocolBench::ProtocolBench(QWidget* parent) : QWidget(parent) {
    auto* layout = new QVBoxLayout(this);
    auto* about = new TextLabel(tr("A fictitious patient under the numbers of this version. Nothing of it is kept."),
                                TextRole::Hint, this);
    layout->addWidget(about);
    m_form = new FormBuilder(this, kColumns);
    const auto number = [this](const QString& label, const QString& name, const QString& unit, QuantityFormat format) {
        format.unit = unit;
        auto* edit = m_form->row(label, new QuantityEdit(format), {.name = name, .unit = unit, .help = {}});
        connect(edit, &QuantityEdit::valueChanged, this, &ProtocolBench::calculate);
        return edit;
    };
    m_weight = number(tr("Body wei&ght"), u"bench_weight"_s, tr("kg"), {.wholeDigits = 3, .decimals = 1});
    m_perKg = number(tr("&Dose per kg"), u"bench_per_kg"_s, tr("mg per kg"), {.wholeDigits = 2, .decimals = 3});
    m_minutes = number(tr("D&uration"), u"bench_minutes"_s, tr("minutes"), {.wholeDigits = 3, .decimals = 0});
    m_strength = number(tr("&Vial strength"), u"bench_strength"_s, tr("mg per mL"), {.wholeDigits = 3, .decimals = 1});
    m_bag = number(tr("&Bag volume"), u"bench_bag"_s, tr("mL"), {.wholeDigits = 4, .decimals = 1});
    m_convention = m_form->row(tr("The bag volu&me is"), new ChoiceRow(Qt::Vertical), {.name = u"bench_convention"_s});
    m_convention->add(tr("the final volume"), static_cast<int>(domain::VolumeConvention::QsTotal));
    m_convention->add(tr("plus the drug on top"), static_cast<int>(domain::VolumeConvention::Added));
    connect(m_convention, &ChoiceRow::chosen, this, &ProtocolBench::calculate);
    layout->addWidget(m_form);
    m_result = new TextLabel({}, TextRole::Strong, this);
    m_result->setObjectName(u"bench_result"_s);
    m_limits = new TextLabel({}, TextRole::Body, this);
    m_limits->setObjectName(u"bench_limits"_s);
    for (auto* label : {about, m_result, m_limits})
        label->setWordWrap(true);
    layout->addWidget(m_result);
    layout->addWidget(m_limits);
    layout->addStretch(1);
    calculate();
}

void ProtocolBench::setRules(const std::optional<domain::ProtocolRules>& rules) {
    m_rules = rules;
    calculate();
}

std::optional<domain::DoseInputs> ProtocolBench::inputs() const {
    const auto weight = m_weight->value<domain::Weight>();
    const auto perKg = m_perKg->value<domain::DosePerKg>();
    const auto minutes = m_minutes->thousandths();
    const auto strength = m_strength->value<domain::Concentration>();
    const auto bag = m_bag->value<domain::Volume>();
    const auto convention = m_convention->valueAs<domain::VolumeConvention>();
    if (!weight || !perKg || !minutes || !strength || !bag || !convention) return std::nullopt;
    return domain::DoseInputs{*weight, *perKg, static_cast<int>(*minutes / kPerWhole), *strength, *bag, *convention};
}

void ProtocolBench::calculate() {
    const auto typed = inputs();
    if (!m_rules || !typed) {
        m_result->setText({});
        m_limits->setText(tr("Fill in every field to see the dose, the volume and the pump rate."));
        return;
    }
    const auto broken = domain::check(*typed, m_rules->dose);
    if (broken.empty()) {
        m_result->announce(resultLines(*typed, m_rules->dose).join(u'\n'));
        m_limits->setText(notesOf(*typed, m_rules->dose).join(u'\n'));
        return;
    }
    QStringList sentences;
    for (const auto& problem : broken) {
        const QString label = problem.field == "weight"        ? tr("Body weight")
                              : problem.field == "dose_per_kg" ? tr("Dose per kg")
                              : problem.field == "minutes"     ? tr("Duration")
                              : problem.field == "strength"    ? tr("Vial strength")
                              : problem.field == "bag"         ? tr("Bag volume")
                              : problem.field == "rate"        ? tr("The pump rate")
                                                               : tr("The dose");
        const QString unit = problem.field == "weight"        ? tr("kg")
                             : problem.field == "dose_per_kg" ? tr("mg per kg")
                             : problem.field == "minutes"     ? tr("minutes")
                             : problem.field == "strength"    ? tr("mg per mL")
                             : problem.field == "bag"         ? tr("mL")
                             : problem.field == "rate"        ? tr("mL per hour")
                                                              : tr("mg");
        sentences << u"▲ "_s + describe(problem, {label, unit});
    }
    m_result->setText(tr("No dose: a limit of this version forbids it."));
    m_limits->announce(sentences.join(u'\n'));
}

} // namespace chairside::ui
