#include "core/domain/dosing/dose.h"

#include <cstdlib>
#include <string>

#include "core/base/decimal_text.h"

namespace chairside::domain {

namespace {

using base::divideRounded;
using base::divideToStep;
using base::Rule;
using base::toText;
using base::Wide;

constexpr std::int64_t kMinutesPerHour = 60;
// International pound of 1959: 0.45359237 kg exactly.
constexpr std::int64_t kPoundInTenMicrograms = 45'359'237;

void checkOrder(const DoseInputs& inputs, const DoseRules& rules, base::Problems& problems) {
    if (inputs.weight < rules.minWeight || inputs.weight > rules.maxWeight) {
        problems.push_back(
            {"weight", Rule::OutOfRange, toText(rules.minWeight), toText(rules.maxWeight), toText(inputs.weight)});
    }
    if (inputs.perKg < rules.minPerKg || inputs.perKg > rules.maxPerKg) {
        const Rule rule = inputs.perKg < rules.minPerKg ? Rule::BelowLimit : Rule::AboveLimit;
        problems.push_back({"dose_per_kg", rule, toText(rules.minPerKg), toText(rules.maxPerKg), toText(inputs.perKg)});
    }
    if (inputs.minutes < rules.minMinutes || inputs.minutes > rules.maxMinutes || inputs.minutes < 1) {
        const Rule rule = inputs.minutes > rules.maxMinutes ? Rule::AboveLimit : Rule::BelowLimit;
        problems.push_back({"minutes", rule, std::to_string(rules.minMinutes), std::to_string(rules.maxMinutes),
                            std::to_string(inputs.minutes)});
    }
    if (inputs.strength <= Concentration{}) {
        problems.push_back({"strength", Rule::OutOfRange, {}, {}, toText(inputs.strength)});
    }
    if (inputs.bag <= Volume{}) problems.push_back({"bag", Rule::OutOfRange, {}, {}, toText(inputs.bag)});
}

void checkResult(const DoseInputs& inputs, const DoseRules& rules, base::Problems& problems) {
    const DoseCalculation result = calculateDose(inputs, rules);
    // The drug replaces as much diluent, so it has to fit into the bag.
    if (inputs.convention == VolumeConvention::QsTotal && result.drugVolume > inputs.bag) {
        problems.push_back({"bag", Rule::BelowLimit, toText(result.drugVolume), {}, toText(inputs.bag)});
    }
    if (result.dose > rules.maxDose) {
        problems.push_back({"dose", Rule::AboveLimit, {}, toText(rules.maxDose), toText(result.dose)});
    }
    if (result.rate > rules.maxRate) {
        problems.push_back({"rate", Rule::AboveLimit, {}, toText(rules.maxRate), toText(result.rate)});
    }
}

} // namespace

DoseCalculation calculateDose(const DoseInputs& inputs, const DoseRules& rules) {
    DoseCalculation result;
    result.exactNanograms = inputs.weight.raw() * inputs.perKg.raw();
    result.dose = Dose::ofRaw(divideToStep(result.exactNanograms, 1000, rules.doseStep.raw()));
    // From the rounded dose: it is what is ordered, drawn up and booked.
    result.drugVolume =
        Volume::ofRaw(divideToStep(Wide{result.dose.raw()} * 1000, inputs.strength.raw(), rules.volumeStep.raw()));
    result.totalVolume = inputs.convention == VolumeConvention::QsTotal ? inputs.bag : inputs.bag + result.drugVolume;
    result.rate = FlowRate::ofRaw(
        divideToStep(Wide{result.totalVolume.raw()} * kMinutesPerHour, inputs.minutes, rules.rateStep.raw()));
    result.belowGuidelineFloor = result.dose < rules.guidelineFloor;
    return result;
}

base::Problems check(const DoseInputs& inputs, const DoseRules& rules) {
    base::Problems problems;
    checkOrder(inputs, rules, problems);
    if (problems.empty()) checkResult(inputs, rules, problems);
    return problems;
}

int roundingPermille(const DoseCalculation& calculation) {
    if (calculation.exactNanograms <= 0) return 0;
    const Wide difference = Wide{calculation.dose.raw()} * 1000 - calculation.exactNanograms;
    return static_cast<int>(divideRounded(difference * 1000, calculation.exactNanograms));
}

bool weightChangeIsLarge(Weight earlier, Weight now, const DoseRules& rules) {
    return std::abs((now - earlier).raw()) * 100 > earlier.raw() * rules.weightChangePercent;
}

Weight weightFromPounds(std::int64_t thousandthsOfPound, Weight step) {
    // A thousandth of a pound is 0.45359237 g.
    return Weight::ofRaw(divideToStep(Wide{thousandthsOfPound} * kPoundInTenMicrograms, 100'000'000, step.raw()));
}

VialUse vialUse(Volume drugVolume, Volume vialVolume, Concentration strength) {
    if (vialVolume <= Volume{} || drugVolume <= Volume{}) return {};
    VialUse use;
    const std::int64_t vials = (drugVolume.raw() + vialVolume.raw() - 1) / vialVolume.raw();
    use.vials = static_cast<int>(vials);
    use.residualVolume = Volume::ofRaw(vials * vialVolume.raw() - drugVolume.raw());
    use.residualDose = Dose::ofRaw(divideRounded(Wide{use.residualVolume.raw()} * strength.raw(), 1000));
    return use;
}

} // namespace chairside::domain
