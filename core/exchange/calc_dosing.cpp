#include <algorithm>

#include "core/domain/dosing/dose.h"
#include "core/domain/dosing/drug_balance.h"
#include "core/domain/infusion/delivered.h"
#include "core/exchange/calc_rules.h"

namespace chairside::exchange::calc {

namespace {

using base::Wide;
using domain::Dose;
using domain::FlowRate;
using domain::Volume;

constexpr std::int64_t kMsPerThousandthMinute = 60;
// A million mL, mg or minutes: far beyond any infusion, and products of two still fit the exact arithmetic.
constexpr std::int64_t kHighest = 1'000'000'000;

bool isPlausible(std::int64_t thousandths) {
    return thousandths >= 0 && thousandths <= kHighest;
}

domain::DoseInputs readDose(Inputs& in) {
    domain::DoseInputs inputs;
    inputs.weight = domain::Weight::ofRaw(in.number("weight_kg"));
    inputs.perKg = domain::DosePerKg::ofRaw(in.number("mg_per_kg"));
    inputs.minutes = in.whole("minutes");
    inputs.strength = domain::Concentration::ofRaw(in.number("vial_mg_per_ml"));
    inputs.bag = Volume::ofRaw(in.number("bag_ml"));
    const std::string convention = in.text("volume_convention", "qs_total");
    if (convention == "added") {
        inputs.convention = domain::VolumeConvention::Added;
    } else if (convention != "qs_total") {
        in.refuse("invalid", "volume_convention");
    }
    return inputs;
}

// The case's name of a refused input; empty for a result above its limit, which is an answer with a flag.
std::string_view inputName(std::string_view field) {
    if (field == "weight") return "weight_kg";
    if (field == "dose_per_kg") return "mg_per_kg";
    if (field == "strength") return "vial_mg_per_ml";
    if (field == "bag") return "bag_ml";
    return field == "minutes" ? field : std::string_view{};
}

void addVials(Answer& answer, const domain::DoseInputs& inputs, Volume drug, Volume vial) {
    const domain::VialUse use = domain::vialUse(drug, vial, inputs.strength);
    answer.whole("vials_needed", use.vials)
        .number("residual_vial_ml", use.residualVolume.raw())
        .number("residual_vial_mg", use.residualDose.raw());
}

Answer doseAnswer(const domain::DoseInputs& inputs, const domain::DoseRules& rules) {
    const domain::DoseCalculation result = domain::calculateDose(inputs, rules);
    Answer answer;
    answer.text("mg_exact", decimalText(result.exactNanograms, 6))
        .number("mg", result.dose.raw())
        .number("ml", result.drugVolume.raw())
        .number("total_ml", result.totalVolume.raw())
        .number("rate_ml_h", result.rate.raw())
        .ratio("rate_ml_h_whole", Wide{result.totalVolume.raw()} * 60, 1000 * std::int64_t{inputs.minutes}, 0)
        .ratio("bag_mg_per_ml", result.dose.raw(), result.totalVolume.raw(), 4)
        .ratio("mg_per_kg_per_h", Wide{inputs.perKg.raw()} * 60, 1000 * std::int64_t{inputs.minutes}, 4)
        .ratio("mg_per_min", result.dose.raw(), 1000 * std::int64_t{inputs.minutes}, 4)
        .flag("below_asra_80mg_total", result.belowGuidelineFloor)
        .flag("over_1_mg_per_kg", inputs.perKg > rules.softPerKg)
        .flag("over_max_dose", result.dose > rules.maxDose)
        .flag("over_max_rate", result.rate > rules.maxRate);
    return answer;
}

// Steps of a pump that runs the segments one after the other from the given moment on.
std::vector<domain::InfusionStep> stepsOf(Inputs& in, std::optional<std::int64_t> elapsedMs) {
    const base::Uuid nobody{base::Uuid::Bytes{}};
    std::vector<domain::InfusionStep> steps;
    std::int64_t ms = 0;
    const auto add = [&](domain::StepKind kind, std::int64_t at, std::optional<FlowRate> rate) {
        const auto when = base::Instant::of(at, 0);
        steps.push_back(
            {{domain::EntryId(nobody), domain::InfusionId(nobody), when, when, domain::AccountId(nobody), {}, {}},
             kind,
             rate,
             {}});
    };
    for (const auto& [name, value] : in.array("segments")) {
        Inputs segment(value);
        const std::int64_t minutes = segment.number("minutes", Precision::Rounded);
        const std::int64_t rate = segment.number("rate_ml_h", Precision::Rounded);
        if (!segment.ok() || !isPlausible(minutes) || !isPlausible(rate)) {
            in.refuse("invalid", "segments");
            break;
        }
        add(steps.empty() ? domain::StepKind::Start : domain::StepKind::RateChange, ms, FlowRate::ofRaw(rate));
        ms += minutes * kMsPerThousandthMinute;
    }
    const std::int64_t end = std::min(ms, elapsedMs.value_or(ms));
    std::erase_if(steps, [&](const auto& step) { return step.head.observedAt.utcMs() > end; });
    add(domain::StepKind::Stop, end, std::nullopt);
    return steps;
}

} // namespace

Outcome dose(Inputs& in, const domain::ProtocolRules& rules) {
    const domain::DoseInputs inputs = readDose(in);
    const auto vial = in.optionalNumber("vial_volume_ml", Precision::Exact);
    if (vial && *vial <= 0) in.refuse("invalid", "vial_volume_ml");
    if (!in.ok()) return std::unexpected(in.error());
    for (const auto& problem : domain::check(inputs, rules.dose)) {
        if (const auto name = inputName(problem.field); !name.empty()) in.refuse("invalid", name);
    }
    if (!in.ok()) return std::unexpected(in.error());
    Answer answer = doseAnswer(inputs, rules.dose);
    if (vial) {
        const Volume drug = domain::calculateDose(inputs, rules.dose).drugVolume;
        addVials(answer, inputs, drug, Volume::ofRaw(*vial));
    }
    return answer;
}

Outcome delivered(Inputs& in, const domain::ProtocolRules& rules) {
    const domain::Preparation bag{Dose::ofRaw(in.number("prepared_mg")), Volume::ofRaw(in.number("total_ml"))};
    if (in.ok() && !isPlausible(bag.dose.raw())) in.refuse("invalid", "prepared_mg");
    if (in.ok() && (!isPlausible(bag.totalVolume.raw()) || bag.totalVolume == Volume{}))
        in.refuse("invalid", "total_ml");
    auto elapsed = in.optionalNumber("elapsed_minutes", Precision::Rounded);
    if (elapsed && !isPlausible(*elapsed)) in.refuse("invalid", "elapsed_minutes");
    if (elapsed) *elapsed *= kMsPerThousandthMinute;
    const auto steps = stepsOf(in, elapsed);
    if (!in.ok()) return std::unexpected(in.error());
    const auto result = domain::foldDelivery(steps, bag, steps.back().head.observedAt, rules.dose);
    Answer answer;
    answer.number("delivered_ml", result.volume.raw())
        .number("delivered_mg", result.dose.raw())
        .number("bag_residual_ml", result.bagVolume.raw())
        .number("bag_residual_mg", result.bagDose.raw());
    return answer;
}

Outcome wasteBalance(Inputs& in, const domain::ProtocolRules&) {
    domain::WasteInputs inputs;
    inputs.vialTotal = Dose::ofRaw(in.number("vial_total_mg"));
    inputs.given = Dose::ofRaw(in.number("administered_mg"));
    inputs.wastedVial = Dose::ofRaw(in.number("wasted_vial_mg"));
    inputs.wastedBag = Dose::ofRaw(in.number("wasted_bag_mg"));
    if (!in.ok()) return std::unexpected(in.error());
    const Dose rest = domain::unaccounted(inputs);
    Answer answer;
    answer.number("unaccounted_mg", rest.raw())
        .text("expected", rest == Dose{} ? "balanced" : "discrepancy")
        .flag("witness_required", inputs.wastedVial + inputs.wastedBag > Dose{});
    return answer;
}

Outcome weightConversion(Inputs& in, const domain::ProtocolRules&) {
    const std::int64_t pounds = in.number("lb");
    if (in.ok() && pounds <= 0) in.refuse("invalid", "lb");
    if (!in.ok()) return std::unexpected(in.error());
    Answer answer;
    answer.number("kg_1dp", domain::weightFromPounds(pounds, domain::Weight::ofRaw(100)).raw())
        .number("kg_2dp", domain::weightFromPounds(pounds, domain::Weight::ofRaw(10)).raw());
    return answer;
}

} // namespace chairside::exchange::calc
