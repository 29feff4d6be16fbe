#include <algorithm>
#include <iterator>

#include "core/base/decimal_text.h"
#include "core/domain/outcome/impression.h"
#include "core/domain/outcome/response.h"
#include "core/domain/outcome/tender_points.h"
#include "core/exchange/calc_rules.h"

namespace chairside::exchange::calc {

namespace {

using domain::Pressure;
using domain::ResponseCategory;
using domain::Score;
using domain::TenderPointExam;

std::optional<Score> readScore(Inputs& in, std::string_view key) {
    if (const auto raw = in.optionalNumber(key, Precision::Rounded)) return Score::ofRaw(*raw);
    return std::nullopt;
}

std::optional<Pressure> readPressure(Inputs& in, std::string_view key) {
    if (const auto raw = in.optionalNumber(key, Precision::Exact)) return Pressure::ofRaw(*raw);
    return std::nullopt;
}

std::string_view nameOf(ResponseCategory category) {
    switch (category) {
    case ResponseCategory::Substantial:
        return "substantial";
    case ResponseCategory::Moderate:
        return "moderate";
    case ResponseCategory::Minimal:
        return "minimal";
    case ResponseCategory::None:
        return "none";
    case ResponseCategory::Worse:
        return "worse";
    case ResponseCategory::NotEvaluable:
        return "not_evaluable";
    }
    return {};
}

std::string_view nameOf(domain::TenderCriterion criterion) {
    switch (criterion) {
    case domain::TenderCriterion::Met:
        return "met";
    case domain::TenderCriterion::NotMet:
        return "not_met";
    case domain::TenderCriterion::Indeterminate:
        return "indeterminate";
    }
    return {};
}

std::string_view nameOf(domain::Impression impression) {
    switch (impression) {
    case domain::Impression::VeryMuchImproved:
        return "very much improved";
    case domain::Impression::MuchImproved:
        return "much improved";
    case domain::Impression::MinimallyImproved:
        return "minimally improved";
    case domain::Impression::NoChange:
        return "no change";
    case domain::Impression::MinimallyWorse:
        return "minimally worse";
    case domain::Impression::MuchWorse:
        return "much worse";
    case domain::Impression::VeryMuchWorse:
        return "very much worse";
    }
    return {};
}

Answer notEvaluable(const domain::Response& judged) {
    using domain::NotEvaluableReason;
    Answer answer;
    answer.null("percent_change").null("percent_reduction");
    if (judged.reason == NotEvaluableReason::OutOfRange) {
        return answer.text("category", "invalid").text("reason", "out of range");
    }
    answer.text("category", nameOf(judged.category));
    if (judged.reason != NotEvaluableReason::BaselineZero) return answer.text("reason", "missing");
    return answer.text("reason", "baseline 0").flag("worsened_from_zero", judged.worsenedFromZero);
}

struct ExamKind {
    std::string_view name;
    domain::TenderScale scale;
    bool algometer;
};

constexpr ExamKind kKinds[] = {{"acr1990_yes_no", domain::TenderScale::YesNo, false},
                               {"mtps_0_10", domain::TenderScale::Mtps0To10, false},
                               {"graded_0_3", domain::TenderScale::Graded0To3, false},
                               {"graded_0_4", domain::TenderScale::Graded0To4, false},
                               {"algometry_ppt_kg_cm2", domain::TenderScale::YesNo, true}};

// One examined site; false if the value is of the wrong kind.
bool readFinding(const Value& value, bool algometer, domain::TenderSiteFinding& finding) {
    if (value.kind == Value::Kind::Null) return true;
    if (value.kind == Value::Kind::Bool && !algometer) {
        finding.score = value.flag ? 1 : 0;
        return true;
    }
    if (value.kind != Value::Kind::Number) return false;
    const auto raw = thousandthsOf(value.text, Precision::Exact);
    if (!raw) return false;
    if (algometer) {
        finding.threshold = Pressure::ofRaw(*raw);
        return true;
    }
    if (*raw % 1000 != 0 || *raw > 1'000'000 || *raw < -1'000'000) return false;
    finding.score = static_cast<int>(*raw / 1000);
    return true;
}

TenderPointExam readExam(Inputs& in, const ExamKind& kind) {
    TenderPointExam exam;
    exam.scale = kind.scale;
    const auto& sites = in.array("sites");
    const auto& values = in.array("values");
    if (sites.size() != values.size()) in.refuse("invalid", "values");
    for (std::size_t at = 0; at < sites.size() && in.ok(); ++at) {
        const auto site = domain::tenderSiteFromKey(sites[at].value.text);
        if (!site) {
            in.refuse("invalid", "sites");
        } else if (!readFinding(values[at].value, kind.algometer, exam.at(*site))) {
            in.refuse("invalid", "values");
        }
    }
    return exam;
}

Answer algometerAnswer(const TenderPointExam& exam, const domain::TenderSummary& summary,
                       const domain::MonitoringRules& rules) {
    std::int64_t sum = 0;
    int measured = 0;
    for (const auto site : domain::tenderSites()) {
        if (domain::isControl(site) || !exam.at(site).threshold) continue;
        sum += exam.at(site).threshold->raw();
        ++measured;
    }
    const int missing = static_cast<int>(domain::kTenderPointCount) - measured;
    Answer answer;
    answer.whole("positive_le_" + base::toText(rules.algometerPositive), summary.thresholdPositive)
        .whole("missing", missing)
        .text("criterion", nameOf(domain::judgeCriterion(summary.thresholdPositive, missing, rules)));
    if (measured == 0) {
        answer.null("mean_ppt");
    } else {
        answer.ratio("mean_ppt", sum, 1000 * std::int64_t{measured}, 2);
    }
    if (missing > 0) return answer.null("sum");
    return answer.number("sum", sum);
}

Answer scoreAnswer(const domain::TenderSummary& summary, domain::TenderScale scale) {
    Answer answer;
    answer.whole("positive", summary.positive)
        .whole("missing", summary.missing)
        .text("criterion", nameOf(summary.criterion));
    if (scale == domain::TenderScale::YesNo) return answer;
    if (!summary.sum) return answer.null("sum").null("fis_mean18");
    return answer.whole("sum", *summary.sum).ratio("fis_mean18", *summary.sum, domain::kTenderPointCount, 2);
}

} // namespace

Outcome response(Inputs& in, const domain::ProtocolRules& rules) {
    const std::string scale = in.text("scale", "NRS");
    if (scale != "NRS" && scale != "VAS") in.refuse("invalid", "scale");
    const auto baseline = readScore(in, "baseline");
    const auto now = readScore(in, "now");
    if (!in.ok()) return std::unexpected(in.error());
    const auto judged = domain::judgeResponse(baseline, now, scale == "NRS" ? 10 : 100, rules.response);
    if (judged.reason) return notEvaluable(judged);
    Answer answer;
    answer.ratio("percent_change", -*judged.reductionPermille, 10, 1)
        .ratio("percent_reduction", *judged.reductionPermille, 10, 1)
        .text("category", nameOf(judged.category))
        .flag("responder_ge30", judged.atLeastModerate)
        .flag("responder_ge50", judged.atLeastSubstantial)
        .flag("trial_responder_gt50", judged.trialResponder)
        .number("points_reduction_0_10", judged.points.raw())
        .flag("nrs_2_points", judged.meaningfulPoints);
    return answer;
}

Outcome responseRules(Inputs& in, const domain::ProtocolRules& rules) {
    Answer answer;
    if (in.has("percent_reduction")) {
        const std::int64_t percent = in.number("percent_reduction", Precision::Rounded);
        if (!in.ok()) return std::unexpected(in.error());
        return answer.text("category", nameOf(domain::responseBand(percent, 100'000, rules.response)));
    }
    return answer.whole("substantial_from_percent", rules.response.substantialPercent)
        .whole("moderate_from_percent", rules.response.moderatePercent)
        .whole("minimal_from_percent", rules.response.minimalPercent)
        .whole("worse_from_percent", -rules.response.minimalPercent);
}

Outcome tenderPoints(Inputs& in, const domain::ProtocolRules& rules) {
    const std::string name = in.text("kind", "");
    const auto* kind = std::ranges::find(kKinds, name, &ExamKind::name);
    if (kind == std::end(kKinds)) in.refuse(in.has("kind") ? "invalid" : "missing", "kind");
    if (!in.ok()) return std::unexpected(in.error());
    domain::MonitoringRules monitoring = rules.monitoring;
    monitoring.tenderScale = kind->scale;
    // The protocol's threshold belongs to its own scale. On the graded ones grade 1 is pain on asking, which
    // counts.
    if (kind->scale != rules.monitoring.tenderScale) monitoring.tenderPositiveFrom = 1;
    const TenderPointExam exam = readExam(in, *kind);
    if (!in.ok()) return std::unexpected(in.error());
    if (!domain::check(exam, monitoring).empty()) {
        return std::unexpected(kind->algometer ? "pressure_out_of_range" : "rating_out_of_range");
    }
    const auto summary = domain::summarize(exam, monitoring);
    if (kind->algometer) return algometerAnswer(exam, summary, monitoring);
    return scoreAnswer(summary, kind->scale);
}

Outcome pgic(Inputs& in, const domain::ProtocolRules& rules) {
    const int value = in.whole("value");
    const std::string direction = in.text("direction", "low_is_improved");
    const bool reversed = direction == "high_is_improved";
    if (!reversed && direction != "low_is_improved") in.refuse("invalid", "direction");
    if (!in.ok()) return std::unexpected(in.error());
    const auto impression = domain::impressionOf(value, reversed ? domain::ImpressionDirection::HighIsImproved
                                                                 : domain::ImpressionDirection::LowIsImproved);
    if (!impression) return std::unexpected("invalid_value");
    Answer answer;
    return answer.text("label", nameOf(*impression)).flag("responder", domain::isResponder(*impression, rules.after));
}

Outcome pressureValidation(Inputs& in, const domain::ProtocolRules& rules) {
    TenderPointExam exam;
    auto& finding = exam.at(domain::tenderSites()[1]);
    finding.threshold = readPressure(in, "threshold");
    finding.tolerance = readPressure(in, "tolerance");
    if (!in.ok()) return std::unexpected(in.error());
    Answer answer;
    for (const auto& problem : domain::check(exam, rules.monitoring)) {
        return answer.text("expected", problem.rule == base::Rule::ToleranceBelowThreshold
                                           ? "invalid_tolerance_below_threshold"
                                           : "invalid_negative_pressure");
    }
    for (const auto& pressure : {finding.threshold, finding.tolerance}) {
        if (!pressure || !domain::beyondDevice(*pressure, rules.monitoring)) continue;
        return answer.text("expected", "warn_over_device_range_" + base::toText(rules.monitoring.algometerDeviceMax));
    }
    if (!finding.threshold && !finding.tolerance) return answer.text("expected", "missing");
    return answer.text("expected", finding.threshold && finding.tolerance ? "ok" : "ok_partial");
}

} // namespace chairside::exchange::calc
