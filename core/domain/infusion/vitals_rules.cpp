#include "core/domain/infusion/vitals_rules.h"

#include <algorithm>
#include <string>

namespace chairside::domain {

namespace {

using base::Rule;

void checkValue(const char* field, std::optional<int> value, const EntryRange& range, base::Problems& problems) {
    if (!value || range.contains(*value)) return;
    problems.push_back(
        {field, Rule::OutOfRange, std::to_string(range.low), std::to_string(range.high), std::to_string(*value)});
}

void checkPressurePair(const VitalSigns& row, base::Problems& problems) {
    if (row.systolic && !row.diastolic) problems.push_back({"diastolic", Rule::Required, {}, {}, {}});
    if (row.diastolic && !row.systolic) problems.push_back({"systolic", Rule::Required, {}, {}, {}});
    if (row.systolic && row.diastolic && *row.diastolic > *row.systolic) {
        problems.push_back(
            {"diastolic", Rule::Mismatch, {}, std::to_string(*row.systolic), std::to_string(*row.diastolic)});
    }
}

VitalMark mark(int value, int low, int high) {
    if (value < low) return VitalMark::Low;
    return value > high ? VitalMark::High : VitalMark::None;
}

constexpr EntryRange kCtcaeGrades{1, 5};

} // namespace

EntryRange possibleRange(VitalKind kind, const MonitoringRules& rules) {
    switch (kind) {
    case VitalKind::Systolic:
        return rules.systolic;
    case VitalKind::Diastolic:
        return rules.diastolic;
    case VitalKind::HeartRate:
        return rules.heartRate;
    case VitalKind::Spo2:
        return rules.spo2;
    case VitalKind::Respiration:
        return rules.respiration;
    }
    return {};
}

base::Problems check(const VitalSigns& row, const MonitoringRules& rules) {
    base::Problems problems;
    if (!row.systolic && !row.diastolic && !row.heartRate && !row.spo2 && !row.respiration) {
        problems.push_back({"vitals", Rule::Required, {}, {}, {}});
    }
    checkValue("systolic", row.systolic, rules.systolic, problems);
    checkValue("diastolic", row.diastolic, rules.diastolic, problems);
    checkValue("heart_rate", row.heartRate, rules.heartRate, problems);
    checkValue("spo2", row.spo2, rules.spo2, problems);
    checkValue("respiration", row.respiration, rules.respiration, problems);
    checkPressurePair(row, problems);
    return problems;
}

VitalMark markOf(VitalKind kind, int value, const MonitoringRules& rules) {
    switch (kind) {
    case VitalKind::Systolic:
        return mark(value, rules.systolicLow, rules.runSystolicMax);
    case VitalKind::Diastolic:
        return value > rules.runDiastolicMax ? VitalMark::High : VitalMark::None;
    case VitalKind::HeartRate:
        return mark(value, rules.heartRateLow, rules.heartRateHigh);
    case VitalKind::Respiration:
        return mark(value, rules.respirationLow, rules.respirationHigh);
    case VitalKind::Spo2:
        if (value < rules.spo2Act) return VitalMark::VeryLow;
        return value < rules.spo2Notify ? VitalMark::Low : VitalMark::None;
    }
    return VitalMark::None;
}

int sedationDepth(SedationScale scale, int value) {
    constexpr int kMoaaAwake = 5;
    constexpr int kPossAwake = 1;
    constexpr int kRamsayAwake = 2;
    switch (scale) {
    case SedationScale::MoaaS:
        return kMoaaAwake - value;
    case SedationScale::Poss:
        return std::max(value - kPossAwake, 0);
    case SedationScale::Rass:
        return -value;
    case SedationScale::Ramsay:
        return value - kRamsayAwake;
    }
    return 0;
}

std::vector<StartBreach> startBreaches(const VitalSigns& baseline, const ProtocolRules& rules) {
    std::vector<StartBreach> found;
    const auto judge = [&found](VitalKind kind, std::optional<int> value, int low, int high) {
        if (value && low > 0 && *value < low) found.push_back({kind, *value, low, false});
        if (value && high > 0 && *value > high) found.push_back({kind, *value, high, true});
    };
    const StartRules& start = rules.start;
    judge(VitalKind::Systolic, baseline.systolic, start.systolicMin, rules.monitoring.startSystolicMax);
    judge(VitalKind::Diastolic, baseline.diastolic, 0, rules.monitoring.startDiastolicMax);
    judge(VitalKind::HeartRate, baseline.heartRate, start.heartRateMin, start.heartRateMax);
    judge(VitalKind::Spo2, baseline.spo2, start.spo2Min, 0);
    judge(VitalKind::Respiration, baseline.respiration, start.respirationMin, start.respirationMax);
    return found;
}

// What ketamine trials and labels report, commonest first; the last one takes free words.
const std::vector<std::string>& adverseEventTerms() {
    static const std::vector<std::string> kTerms{"nausea",
                                                 "dizziness",
                                                 "drowsiness",
                                                 "headache",
                                                 "dissociation",
                                                 "vomiting",
                                                 "hallucination",
                                                 "anxiety",
                                                 "confusion",
                                                 "agitation",
                                                 "blurred_vision",
                                                 "nystagmus",
                                                 "paraesthesia",
                                                 "hypertension",
                                                 "tachycardia",
                                                 "hypotension",
                                                 "desaturation",
                                                 "laryngospasm",
                                                 "salivation",
                                                 "infusion_site_pain",
                                                 "urinary_symptoms",
                                                 "raised_liver_enzymes",
                                                 "other"};
    return kTerms;
}

base::Problems check(const AdverseEvent& event, base::Instant now) {
    base::Problems problems;
    if (std::ranges::find(adverseEventTerms(), event.term) == adverseEventTerms().end()) {
        problems.push_back({"term", event.term.empty() ? Rule::Required : Rule::NotAllowed, {}, {}, {}});
    }
    if (event.term == "other" && event.words.find_first_not_of(" \t\n") == std::string::npos) {
        problems.push_back({"words", Rule::Required, {}, {}, {}});
    }
    checkValue("grade", event.grade, kCtcaeGrades, problems);
    if (event.head.observedAt > now) problems.push_back({"observed_at", Rule::InFuture, {}, {}, {}});
    const auto& onset = event.head.observedAt;
    const auto& end = event.endedAt;
    if (end && *end > now) problems.push_back({"ended_at", Rule::InFuture, {}, now.iso(), end->iso()});
    if (end && *end < onset.wholeMinute())
        problems.push_back({"ended_at", Rule::OutOfOrder, onset.iso(), {}, end->iso()});
    return problems;
}

} // namespace chairside::domain
