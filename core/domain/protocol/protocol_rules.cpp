#include "core/domain/protocol/protocol_rules.h"

#include <algorithm>
#include <string>
#include <vector>

#include "core/base/decimal_text.h"
#include "core/domain/protocol/protocol_fields.h"

namespace chairside::domain {

namespace {

using base::Rule;

std::string textOf(const ProtocolField& field, std::int64_t value) {
    return field.thousandths ? base::textFromThousandths(value) : std::to_string(value);
}

// Compares one field with another number in its own stored unit.
class PairCheck {
public:
    PairCheck(const ProtocolRules& rules, base::Problems& problems) : m_rules(rules), m_problems(problems) {}

    [[nodiscard]] std::int64_t valueOf(std::string_view key) const { return protocolField(key)->get(m_rules); }

    void atMost(std::string_view key, std::int64_t limit) {
        const ProtocolField& field = *protocolField(key);
        if (const auto value = field.get(m_rules); value > limit) {
            m_problems.push_back({std::string(key), Rule::AboveLimit, {}, textOf(field, limit), textOf(field, value)});
        }
    }
    void atMost(std::string_view key, std::string_view other) { atMost(key, valueOf(other)); }

    void atLeast(std::string_view key, std::int64_t limit) {
        const ProtocolField& field = *protocolField(key);
        if (const auto value = field.get(m_rules); value < limit) {
            m_problems.push_back({std::string(key), Rule::BelowLimit, textOf(field, limit), {}, textOf(field, value)});
        }
    }
    void atLeast(std::string_view key, std::string_view other) { atLeast(key, valueOf(other)); }

    void within(std::string_view key, std::string_view low, std::string_view high) {
        atLeast(key, low);
        atMost(key, high);
    }

private:
    const ProtocolRules& m_rules;
    base::Problems& m_problems;
};

void checkRegimen(PairCheck& pairs) {
    pairs.within("regimen.start_per_kg", "dose.min_per_kg", "dose.max_per_kg");
    pairs.within("regimen.minutes", "dose.min_minutes", "dose.max_minutes");
    const std::int64_t gaps = pairs.valueOf("regimen.infusions") - 1;
    pairs.atLeast("regimen.min_gap_days", gaps > 0 ? 1 : 0);
    pairs.atMost("regimen.min_gap_days", "regimen.max_gap_days");
    pairs.atMost("regimen.min_span_days", "regimen.max_span_days");
    // As many infusions as there are have to fit into the span, and to fill it.
    pairs.atLeast("regimen.max_span_days", gaps * pairs.valueOf("regimen.min_gap_days"));
    pairs.atMost("regimen.min_span_days", gaps * pairs.valueOf("regimen.max_gap_days"));
}

void checkDose(PairCheck& pairs) {
    pairs.atMost("dose.min_weight", "dose.max_weight");
    pairs.atMost("dose.min_per_kg", "dose.max_per_kg");
    pairs.within("dose.soft_per_kg", "dose.min_per_kg", "dose.max_per_kg");
    pairs.atMost("dose.min_minutes", "dose.max_minutes");
}

void checkMonitoring(const MonitoringRules& rules, PairCheck& pairs) {
    for (const std::string sign : {"systolic", "diastolic", "heart_rate", "spo2", "respiration"}) {
        const std::string stem = "monitoring." + sign + "_possible_";
        pairs.atMost(stem + "low", stem + "high");
    }
    pairs.atMost("monitoring.start_systolic_max", "monitoring.run_systolic_max");
    pairs.atMost("monitoring.start_diastolic_max", "monitoring.run_diastolic_max");
    pairs.atMost("monitoring.run_systolic_max", "monitoring.systolic_possible_high");
    pairs.atMost("monitoring.run_diastolic_max", "monitoring.diastolic_possible_high");
    pairs.within("monitoring.systolic_low", "monitoring.systolic_possible_low", "monitoring.start_systolic_max");
    pairs.atMost("monitoring.heart_rate_low", "monitoring.heart_rate_high");
    pairs.atMost("monitoring.respiration_low", "monitoring.respiration_high");
    pairs.atMost("monitoring.spo2_act", "monitoring.spo2_notify");
    pairs.atMost("monitoring.tender_positive_from", maxScore(rules.tenderScale));
    pairs.atMost("monitoring.algometer_positive", "monitoring.algometer_device_max");
}

// A limit of 0 is none.
void checkStart(const StartRules& rules, PairCheck& pairs) {
    pairs.atMost("start.systolic_min", "monitoring.start_systolic_max");
    if (rules.heartRateMax > 0) pairs.atMost("start.heart_rate_min", "start.heart_rate_max");
    if (rules.respirationMax > 0) pairs.atMost("start.respiration_min", "start.respiration_max");
}

void checkDischarge(const DischargeRules& rules, PairCheck& pairs) {
    pairs.atLeast("discharge.vitals_percent", rules.vitalsRows > 0 ? 1 : 0);
    pairs.atLeast("discharge.aldrete_pass", rules.aldreteRequired > 0 ? 1 : 0);
}

void checkOutcome(const ProtocolRules& rules, PairCheck& pairs) {
    pairs.within("titration.max_per_kg", "regimen.start_per_kg", "dose.max_per_kg");
    pairs.atMost("titration.no_benefit_percent", "titration.good_response_percent");
    pairs.atMost("titration.decrease_from_grade", "titration.stop_from_grade");
    pairs.atMost("titration.tolerated_dissociation", rangeOf(rules.monitoring.dissociationScale).high);
    pairs.atMost("retreatment.open_days", "retreatment.close_days");
    pairs.atMost("response.minimal_percent", "response.moderate_percent");
    pairs.atMost("response.moderate_percent", "response.substantial_percent");
}

// What is asked for needs its limits.
void checkAfter(const AfterRules& rules, PairCheck& pairs) {
    if (rules.impression != 0) pairs.atLeast("after.impression_responder", 1);
    if (rules.endurance == 0) return;
    pairs.atLeast("after.endurance_max_seconds", 1);
    pairs.atLeast("after.endurance_max_load", 1);
}

// A check that counts for no time at all would be asked for without an end.
void checkExposure(const ExposureRules& rules, PairCheck& pairs) {
    if (rules.liverInfusions > 0) pairs.atLeast("exposure.liver_days", 1);
    if (rules.urinaryInfusions > 0) pairs.atLeast("exposure.urinary_days", 1);
}

} // namespace

std::span<const ProtocolField> protocolFields() {
    static const std::vector<ProtocolField> kAll = [] {
        std::vector<ProtocolField> all;
        for (const auto part : {detail::regimenAndDoseFields(), detail::monitoringFields(), detail::outcomeFields()}) {
            all.insert(all.end(), part.begin(), part.end());
        }
        return all;
    }();
    return kAll;
}

const ProtocolField* protocolField(std::string_view key) {
    const auto fields = protocolFields();
    const auto found = std::ranges::find(fields, key, &ProtocolField::key);
    return found == fields.end() ? nullptr : &*found;
}

base::Problems check(const ProtocolRules& rules) {
    base::Problems problems;
    for (const ProtocolField& field : protocolFields()) {
        const std::int64_t value = field.get(rules);
        if (value >= field.low && value <= field.high) continue;
        problems.push_back({std::string(field.key), Rule::OutOfRange, textOf(field, field.low),
                            textOf(field, field.high), textOf(field, value)});
    }
    // Pairs of numbers mean something only while each of them does.
    if (!problems.empty()) return problems;
    PairCheck pairs(rules, problems);
    checkRegimen(pairs);
    checkDose(pairs);
    checkMonitoring(rules.monitoring, pairs);
    checkStart(rules.start, pairs);
    checkDischarge(rules.discharge, pairs);
    checkOutcome(rules, pairs);
    checkAfter(rules.after, pairs);
    checkExposure(rules.exposure, pairs);
    return problems;
}

} // namespace chairside::domain
