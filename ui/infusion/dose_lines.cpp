#include "ui/infusion/dose_lines.h"

#include <QCoreApplication>
#include <cstdlib>

#include "core/base/decimal_text.h"
#include "core/domain/dosing/weight_entry.h"
#include "ui/format/counted_text.h"
#include "ui/format/date_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"
#include "ui/infusion/infusion_words.h"
#include "ui/infusion/second_check_words.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct DoseText {
    Q_DECLARE_TR_FUNCTIONS(DoseText)

public:
    static QString rounding(const domain::DoseCalculation& result, const domain::DoseRules& rules);
    static QString total(const domain::DoseInputs& inputs, const domain::DoseCalculation& result);
    static void minutes(const domain::DoseInputs& inputs, const domain::DoseCalculation& result, DoseLines& lines);
};

constexpr std::int64_t kNanogramsPerMicrogram = 1000;

// The product before rounding, to the last digit: 35,035,000 ng -> "35.035".
QString exactMilligrams(std::int64_t nanograms) {
    const std::int64_t micrograms = nanograms / kNanogramsPerMicrogram;
    const std::int64_t rest = nanograms % kNanogramsPerMicrogram;
    if (rest == 0) return numberText(micrograms);
    QString tail = u"%1"_s.arg(rest, 3, 10, QLatin1Char('0'));
    while (tail.endsWith(u'0'))
        tail.chop(1);
    const QString whole = u"%1.%2"_s.arg(micrograms / 1000).arg(micrograms % 1000, 3, 10, QLatin1Char('0'));
    return whole + tail;
}

QString signedPercent(int permille) {
    if (permille == 0) return DoseText::tr("less than 0.1 %");
    const QString sign = permille > 0 ? u"+"_s : u"−"_s;
    return sign + toQt(base::textFromThousandths(std::int64_t{std::abs(permille)} * 100)) + u" %";
}

QString DoseText::rounding(const domain::DoseCalculation& result, const domain::DoseRules& rules) {
    if (result.exactNanograms == result.dose.raw() * kNanogramsPerMicrogram) return {};
    const QString percent = signedPercent(domain::roundingPermille(result));
    const QString raw = exactMilligrams(result.exactNanograms);
    const QString rounded = amountText(result.dose, u"mg");
    if (rules.doseStep == domain::Dose::ofWhole(1))
        return tr("%1 → %2, rounded to whole mg, %3").arg(raw, rounded, percent);
    return tr("%1 → %2, rounded to %3, %4").arg(raw, rounded, amountText(rules.doseStep, u"mg"), percent);
}

QString DoseText::total(const domain::DoseInputs& inputs, const domain::DoseCalculation& result) {
    const QString total = amountText(result.totalVolume, u"mL");
    if (inputs.convention == domain::VolumeConvention::QsTotal) {
        return tr("%1: take out %2 of diluent, then add the drug").arg(total, amountText(result.drugVolume, u"mL"));
    }
    return tr("%1 = %2 bag and %3 drug")
        .arg(total, amountText(inputs.bag, u"mL"), amountText(result.drugVolume, u"mL"));
}

void DoseText::minutes(const domain::DoseInputs& inputs, const domain::DoseCalculation& result, DoseLines& lines) {
    if (result.rate <= domain::FlowRate{}) return;
    const auto needed = base::divideRounded(base::Wide{result.totalVolume.raw()} * 60, result.rate.raw());
    lines.minutesAgree = std::abs(needed - inputs.minutes) <= 1;
    const QString sum = tr("%1 at %2 = %3")
                            .arg(amountText(result.totalVolume, u"mL"), amountText(result.rate, u"mL per hour"),
                                 minutesText(std::chrono::minutes(needed)));
    lines.minutes = lines.minutesAgree
                        ? tr("%1, as ordered").arg(sum)
                        : tr("%1, but %2 are ordered").arg(sum, minutesText(std::chrono::minutes(inputs.minutes)));
}

} // namespace

DoseLines doseLines(const domain::DoseInputs& inputs, const domain::DoseRules& rules) {
    DoseLines lines;
    for (const auto& problem : domain::check(inputs, rules)) {
        lines.problems.push_back(describe(problem, doseFieldWords(problem.field)));
    }
    if (!lines.problems.empty()) return lines;
    const auto result = domain::calculateDose(inputs, rules);
    lines.dose =
        DoseText::tr("DOSE %1 = %2 × %3")
            .arg(amountText(result.dose, u"mg"), amountText(inputs.weight, u"kg"), perText(inputs.perKg, u"mg", u"kg"));
    lines.rounding = DoseText::rounding(result, rules);
    lines.drugVolume =
        DoseText::tr("%1 of %2").arg(amountText(result.drugVolume, u"mL"), perText(inputs.strength, u"mg", u"mL"));
    lines.totalVolume = DoseText::total(inputs, result);
    lines.rate = amountText(result.rate, u"mL per hour");
    DoseText::minutes(inputs, result, lines);
    if (result.belowGuidelineFloor) {
        lines.information = DoseText::tr("For information: the 2018 consensus guideline names a total of at least %1.")
                                .arg(amountText(rules.guidelineFloor, u"mg"));
    }
    return lines;
}

FieldWords doseFieldWords(const std::string& field) {
    if (field == "weight") return {DoseText::tr("Weight"), u"kg"_s};
    if (field == "dose_per_kg") return {DoseText::tr("Dose per kg"), u"mg per kg"_s};
    if (field == "minutes") return {DoseText::tr("Duration"), DoseText::tr("minutes")};
    if (field == "strength") return {DoseText::tr("Stock strength"), u"mg per mL"_s};
    if (field == "bag") return {DoseText::tr("Bag volume"), u"mL"_s};
    if (field == "dose") return {DoseText::tr("Dose"), u"mg"_s};
    if (field == "rate") return {DoseText::tr("Pump rate"), u"mL per hour"_s};
    return {toQt(field), {}};
}

QString earlierWeightLine(const services::InfusionView& view) {
    if (!view.lastWeight || !view.lastWeighedOn) return DoseText::tr("No earlier weight is recorded.");
    const int days = base::daysBetween(*view.lastWeighedOn, view.asOf.localDate());
    const QString weight = amountText(*view.lastWeight, u"kg");
    const QString on = dateText(*view.lastWeighedOn);
    const int limit = view.protocol.rules.dose.weightMaxAgeDays;
    if (days > limit)
        return DoseText::tr("Last %1 on %2: older than %3.").arg(weight, on, countedText(limit, Counted::Day));
    return DoseText::tr("Last %1 on %2.").arg(weight, on);
}

QString weightChangeLine(const services::InfusionView& view, std::optional<domain::Weight> now) {
    const auto& rules = view.protocol.rules.dose;
    if (!now) return {};
    if (const auto meant = domain::looksLikePounds(*now, view.lastWeight, rules)) {
        return DoseText::tr("Was this typed in pounds? %1 lb are %2 (1 lb = 0.45359237 kg). Type kilograms.")
            .arg(numberText(now->raw()), amountText(*meant, u"kg"));
    }
    if (!view.lastWeight || !view.lastWeighedOn) return {};
    if (*now < rules.minWeight || *now > rules.maxWeight) return {};
    if (!domain::weightChangeIsLarge(*view.lastWeight, *now, rules)) return {};
    return DoseText::tr("Weight changed by more than %1 %: %2 on %3, %4 now. Check the scale.")
        .arg(QString::number(rules.weightChangePercent), amountText(*view.lastWeight, u"kg"),
             dateText(*view.lastWeighedOn), amountText(*now, u"kg"));
}

QString yearLine(const services::InfusionView& view) {
    const int count = view.infusionsLast365Days;
    const int named = view.protocol.rules.dose.yearlyInfusions;
    const QString infusions = countedText(count, Counted::Infusion);
    if (named <= 0 || count < named) return DoseText::tr("For information: %1 in the last 365 days.").arg(infusions);
    return DoseText::tr("For information: %1 in the last 365 days; the protocol names %2.").arg(infusions).arg(named);
}

QString orderLine(const services::InfusionView& view) {
    return DoseText::tr("%1 — %2 — over %3 — at most %4")
        .arg(toQt(view.protocol.drug), perText(view.order.perKg, u"mg", u"kg"),
             countedText(view.order.minutes, Counted::Minute), amountText(view.protocol.rules.dose.maxDose, u"mg"));
}

namespace {

// The first column while the second person calculates: the bag that hangs there, and nothing that was worked out.
std::vector<FactLine> hiddenLines(const services::InfusionView& view, const domain::DoseCheck& dose) {
    const QString hidden = SecondCheckWords::hidden();
    const QString bag = dose.inputs.convention == domain::VolumeConvention::QsTotal
                            ? DoseText::tr("%1, the final volume").arg(amountText(dose.inputs.bag, u"mL"))
                            : DoseText::tr("%1, plus the drug on top").arg(amountText(dose.inputs.bag, u"mL"));
    return {{DoseText::tr("Bag volume"), bag, TextRole::Body},
            {DoseText::tr("Weight"), hidden, TextRole::Body},
            {DoseText::tr("Stock strength"), hidden, TextRole::Body},
            {DoseText::tr("Dose"), hidden, TextRole::Body},
            {DoseText::tr("Volume to draw"), hidden, TextRole::Body},
            {DoseText::tr("Pump rate"), hidden, TextRole::Body},
            {DoseText::tr("Prepared"), InfusionWords::written(view.people, dose.head), TextRole::Body}};
}

// What was worked out, line by line beside the second person's column.
void addCalculated(std::vector<FactLine>& lines, const services::InfusionView& view, const domain::DoseCheck& dose) {
    const QString sum = DoseText::tr("%1 = %2 × %3")
                            .arg(amountText(dose.dose, u"mg"), amountText(dose.inputs.weight, u"kg"),
                                 perText(dose.inputs.perKg, u"mg", u"kg"));
    lines.push_back({DoseText::tr("Dose"), sum, TextRole::Strong});
    const DoseLines worked = doseLines(dose.inputs, view.protocol.rules.dose);
    if (!worked.rounding.isEmpty()) lines.push_back({DoseText::tr("Rounding"), worked.rounding, TextRole::Body});
    lines.push_back({DoseText::tr("Volume to draw"), amountText(dose.drugVolume, u"mL"), TextRole::Strong});
    lines.push_back({DoseText::tr("Total volume"), worked.totalVolume, TextRole::Body});
    lines.push_back({DoseText::tr("Pump rate"), amountText(dose.rate, u"mL per hour"), TextRole::Strong});
    if (!worked.minutes.isEmpty()) {
        lines.push_back({DoseText::tr("Check"), (worked.minutesAgree ? u"✔ "_s : u"▲ "_s) + worked.minutes,
                         worked.minutesAgree ? TextRole::Body : TextRole::Warning});
    }
}

} // namespace

std::vector<FactLine> preparedLines(const services::InfusionView& view) {
    std::vector<FactLine> lines;
    const auto dose = domain::preparedDose(view.record);
    if (!dose) return lines;
    if (hidesFirstNumbers(view)) return hiddenLines(view, *dose);
    lines.push_back({DoseText::tr("Identity"), DoseText::tr("initials and birth year agreed"), TextRole::Body});
    lines.push_back({DoseText::tr("Weight"), amountText(dose->inputs.weight, u"kg"), TextRole::Body});
    lines.push_back({DoseText::tr("Stock strength"), perText(dose->inputs.strength, u"mg", u"mL"), TextRole::Body});
    lines.push_back({DoseText::tr("Bag volume"), amountText(dose->inputs.bag, u"mL"), TextRole::Body});
    if (checkStateOf(view) != domain::CheckState::NotNeeded) addCalculated(lines, view, *dose);
    lines.push_back({DoseText::tr("Prepared"), InfusionWords::written(view.people, dose->head), TextRole::Body});
    if (!dose->head.correctionReason.empty()) {
        lines.push_back({DoseText::tr("Corrected"), toQt(dose->head.correctionReason), TextRole::Body});
    }
    for (const auto& old : view.record.doseChecks) {
        if (!domain::isCorrected(view.record.doseChecks, old)) continue;
        const QString line = DoseText::tr("%1 at %2, %3")
                                 .arg(amountText(old.dose, u"mg"), amountText(old.inputs.weight, u"kg"),
                                      InfusionWords::written(view.people, old.head));
        lines.push_back({DoseText::tr("Before that"), line, TextRole::Hint});
    }
    return lines;
}

} // namespace chairside::ui
