#include <cstdlib>
#include <string>

#include "core/domain/infusion/vitals_rules.h"
#include "core/domain/outcome/aldrete.h"
#include "core/domain/outcome/pressure_grade.h"
#include "core/exchange/calc_rules.h"

namespace chairside::exchange::calc {

namespace {

// Far beyond any pressure; products with it still fit.
constexpr int kHighestPressure = 1'000;

int readPressure(Inputs& in, std::string_view key, int lowest) {
    const int value = in.whole(key);
    if (in.ok() && (value < lowest || value > kHighestPressure)) in.refuse("invalid", key);
    return value;
}

} // namespace

Outcome aldrete(Inputs& in, const domain::ProtocolRules& rules) {
    domain::AldreteItems items;
    items.activity = in.whole("activity");
    items.respiration = in.whole("respiration");
    items.circulation = in.whole("circulation");
    items.consciousness = in.whole("consciousness");
    items.spo2 = in.whole("spo2");
    if (!in.ok()) return std::unexpected(in.error());
    for (const auto& problem : domain::check(items))
        in.refuse("invalid", problem.field);
    if (!in.ok()) return std::unexpected(in.error());
    const int total = domain::totalOf(items);
    const bool passes = total >= rules.discharge.aldretePass;
    const bool anyZero = domain::hasZero(items);
    Answer answer;
    answer.whole("total", total)
        .flag("pass", passes)
        .flag("any_zero", anyZero)
        .flag("pass_strict_no_zero", passes && !anyZero);
    return answer;
}

Outcome aldreteCirculation(Inputs& in, const domain::ProtocolRules&) {
    using domain::CirculationVariant;
    const int baseline = readPressure(in, "baseline_sbp", 1);
    const int now = readPressure(in, "now_sbp", 0);
    if (!in.ok()) return std::unexpected(in.error());
    Answer answer;
    answer.ratio("percent", base::Wide{std::abs(now - baseline)} * 100, baseline, 1)
        .whole("score_percent_variant", domain::circulationScore(CirculationVariant::Percent, baseline, now))
        .whole("score_mmhg_variant", domain::circulationScore(CirculationVariant::Mmhg, baseline, now))
        .flag("ambiguous_mmhg", domain::isCirculationAmbiguous(baseline, now));
    return answer;
}

Outcome bpGrade(Inputs& in, const domain::ProtocolRules& rules) {
    const int systolic = in.whole("systolic");
    const int diastolic = in.whole("diastolic");
    if (!in.ok()) return std::unexpected(in.error());
    const auto& limits = rules.monitoring;
    const bool isPossible = domain::possibleRange(domain::VitalKind::Systolic, limits).contains(systolic) &&
                            domain::possibleRange(domain::VitalKind::Diastolic, limits).contains(diastolic);
    Answer answer;
    if (!isPossible || diastolic > systolic) return answer.null("ctcae_numeric_grade").flag("invalid", true);
    const int highest = limits.runSystolicMax;
    const int highestDiastolic = limits.runDiastolicMax;
    const std::string pair = std::to_string(highest) + '_' + std::to_string(highestDiastolic);
    return answer.whole("ctcae_numeric_grade", domain::pressureGrade(systolic, diastolic))
        .flag("over_" + pair, systolic > highest || diastolic > highestDiastolic)
        .flag("ge_" + pair, systolic >= highest || diastolic >= highestDiastolic)
        .flag("invalid", false);
}

} // namespace chairside::exchange::calc
