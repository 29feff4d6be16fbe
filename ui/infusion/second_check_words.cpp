#include "ui/infusion/second_check_words.h"

#include <QStringList>
#include <algorithm>

#include "ui/format/quantity_text.h"
#include "ui/infusion/infusion_words.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

using domain::CheckState;
using domain::DoseNumber;

QString differenceText(const domain::NumberDifference& one) {
    const auto pair = [&one](const QString& words, const QString& unit) {
        return words.arg(amountText(one.first, unit), amountText(one.second, unit));
    };
    switch (one.number) {
    case DoseNumber::BodyWeight:
        return one.tenTimes ? pair(SecondCheckWords::tr("weight %1 and %2, ten times"), u"kg"_s)
                            : pair(SecondCheckWords::tr("weight %1 and %2"), u"kg"_s);
    case DoseNumber::TotalDose:
        return one.tenTimes ? pair(SecondCheckWords::tr("dose %1 and %2, ten times"), u"mg"_s)
                            : pair(SecondCheckWords::tr("dose %1 and %2"), u"mg"_s);
    case DoseNumber::DrugVolume:
        return one.tenTimes ? pair(SecondCheckWords::tr("volume %1 and %2, ten times"), u"mL"_s)
                            : pair(SecondCheckWords::tr("volume %1 and %2"), u"mL"_s);
    case DoseNumber::PumpRate:
        return one.tenTimes ? pair(SecondCheckWords::tr("pump rate %1 and %2, ten times"), u"mL per hour"_s)
                            : pair(SecondCheckWords::tr("pump rate %1 and %2"), u"mL per hour"_s);
    }
    return {};
}

} // namespace

CheckState checkStateOf(const services::InfusionView& view) {
    return domain::checkStateOf(view.record, view.protocol.rules.secondCheck);
}

bool hidesFirstNumbers(const services::InfusionView& view) {
    return domain::hidesFirstNumbers(view.record, view.protocol.rules.secondCheck);
}

QString SecondCheckWords::hidden() {
    return tr("hidden until both are complete");
}

QString SecondCheckWords::numbers(const domain::DoseNumbers& numbers) {
    return tr("%1, %2, %3")
        .arg(amountText(numbers.dose, u"mg"), amountText(numbers.drugVolume, u"mL"),
             amountText(numbers.rate, u"mL per hour"));
}

QString SecondCheckWords::differences(const std::vector<domain::NumberDifference>& found) {
    QStringList parts;
    for (const auto& one : found)
        parts << differenceText(one);
    return parts.join(u"; "_s);
}

QString SecondCheckWords::differ(const std::vector<domain::NumberDifference>& found) {
    const bool weight =
        std::ranges::find(found, DoseNumber::BodyWeight, &domain::NumberDifference::number) != found.end();
    if (weight) {
        return tr("The two calculations differ: %1. Check the scale and the stock strength, and repeat.")
            .arg(differences(found));
    }
    return tr("The two calculations differ: %1. Check the stock strength and repeat.").arg(differences(found));
}

QString SecondCheckWords::notStartable(CheckState state) {
    if (state == CheckState::Open) return tr("Start is possible when a second person has checked the dose (step 1).");
    if (state == CheckState::Differs)
        return tr("Start is possible when two calculations agree. Prepare the dose again (step 1).");
    return {};
}

QString SecondCheckWords::summary(const services::InfusionView& view) {
    const auto second = domain::secondCheckOf(view.record);
    if (!second) return checkStateOf(view) == CheckState::Open ? tr("not made") : QString();
    const auto found = domain::checkDifferences(view.record, view.protocol.rules.secondCheck);
    const QString who = InfusionWords::written(view.people, second->head);
    if (found.empty()) return tr("agrees: %1, %2").arg(numbers(second->numbers), who);
    return tr("differs: %1, %2").arg(differences(found), who);
}

std::vector<FactLine> secondCheckLines(const services::InfusionView& view) {
    std::vector<FactLine> lines;
    const auto second = domain::secondCheckOf(view.record);
    if (!second || hidesFirstNumbers(view)) return lines;
    const auto& numbers = second->numbers;
    lines.push_back({SecondCheckWords::tr("Weight on the scale"), amountText(numbers.weight, u"kg"), TextRole::Body});
    lines.push_back({SecondCheckWords::tr("Dose"), amountText(numbers.dose, u"mg"), TextRole::Strong});
    lines.push_back({SecondCheckWords::tr("Volume to draw"), amountText(numbers.drugVolume, u"mL"), TextRole::Strong});
    lines.push_back({SecondCheckWords::tr("Pump rate"), amountText(numbers.rate, u"mL per hour"), TextRole::Strong});
    lines.push_back(
        {SecondCheckWords::tr("Checked"), InfusionWords::written(view.people, second->head), TextRole::Body});
    for (const auto& earlier : view.record.secondChecks) {
        if (earlier.head.id == second->head.id) continue;
        const QString line = SecondCheckWords::tr("%1, %2").arg(SecondCheckWords::numbers(earlier.numbers),
                                                                InfusionWords::written(view.people, earlier.head));
        lines.push_back({SecondCheckWords::tr("Before that"), line, TextRole::Hint});
    }
    return lines;
}

} // namespace chairside::ui
