#include "core/domain/protocol/protocol_fields.h"

namespace chairside::domain::detail {

namespace {

constexpr auto kMonitoring = &ProtocolRules::monitoring;
constexpr auto kDischarge = &ProtocolRules::discharge;
constexpr auto kStart = &ProtocolRules::start;

template <auto Range>
constexpr ProtocolField lowest(std::string_view key, std::string_view unit, std::int64_t high) {
    return field<kMonitoring, Range, &EntryRange::low>(key, unit, 0, high);
}

template <auto Range>
constexpr ProtocolField highest(std::string_view key, std::string_view unit, std::int64_t high) {
    return field<kMonitoring, Range, &EntryRange::high>(key, unit, 0, high);
}

template <auto Member>
constexpr ProtocolField number(std::string_view key, std::string_view unit, std::int64_t low, std::int64_t high) {
    return field<kMonitoring, Member>(key, unit, low, high);
}

using Rules = MonitoringRules;

constexpr ProtocolField kMonitoringFields[] = {
    number<&Rules::intervalMinutes>("monitoring.interval_minutes", "min", 1, 240),
    number<&Rules::graceMinutes>("monitoring.grace_minutes", "min", 0, 60),
    lowest<&Rules::systolic>("monitoring.systolic_possible_low", "mmHg", 350),
    highest<&Rules::systolic>("monitoring.systolic_possible_high", "mmHg", 350),
    lowest<&Rules::diastolic>("monitoring.diastolic_possible_low", "mmHg", 250),
    highest<&Rules::diastolic>("monitoring.diastolic_possible_high", "mmHg", 250),
    lowest<&Rules::heartRate>("monitoring.heart_rate_possible_low", "per min", 350),
    highest<&Rules::heartRate>("monitoring.heart_rate_possible_high", "per min", 350),
    lowest<&Rules::spo2>("monitoring.spo2_possible_low", "%", 100),
    highest<&Rules::spo2>("monitoring.spo2_possible_high", "%", 100),
    lowest<&Rules::respiration>("monitoring.respiration_possible_low", "per min", 120),
    highest<&Rules::respiration>("monitoring.respiration_possible_high", "per min", 120),
    limit(number<&Rules::startSystolicMax>("monitoring.start_systolic_max", "mmHg", 90, 250), LimitKind::HardAtStart),
    limit(number<&Rules::startDiastolicMax>("monitoring.start_diastolic_max", "mmHg", 40, 200), LimitKind::HardAtStart),
    number<&Rules::runSystolicMax>("monitoring.run_systolic_max", "mmHg", 90, 300),
    number<&Rules::runDiastolicMax>("monitoring.run_diastolic_max", "mmHg", 40, 200),
    number<&Rules::systolicLow>("monitoring.systolic_low", "mmHg", 40, 150),
    number<&Rules::heartRateLow>("monitoring.heart_rate_low", "per min", 20, 150),
    number<&Rules::heartRateHigh>("monitoring.heart_rate_high", "per min", 60, 250),
    number<&Rules::respirationLow>("monitoring.respiration_low", "per min", 4, 30),
    number<&Rules::respirationHigh>("monitoring.respiration_high", "per min", 10, 80),
    number<&Rules::spo2Notify>("monitoring.spo2_notify", "%", 50, 100),
    number<&Rules::spo2Act>("monitoring.spo2_act", "%", 50, 100),
    number<&Rules::sedationScale>("monitoring.sedation_scale", "scale", 0, 3),
    number<&Rules::dissociationScale>("monitoring.dissociation_scale", "scale", 0, 1),
    number<&Rules::tenderScale>("monitoring.tender_scale", "scale", 0, 3),
    number<&Rules::tenderPositiveFrom>("monitoring.tender_positive_from", "points", 1, 10),
    number<&Rules::tenderCriterion>("monitoring.tender_criterion", "sites", 1, 18),
    number<&Rules::tenderNoiseBand>("monitoring.tender_noise_band", "sites", 0, 18),
    number<&Rules::algometerPositive>("monitoring.algometer_positive", "kgf per cm2", 100, 20'000),
    number<&Rules::algometerDeviceMax>("monitoring.algometer_device_max", "kgf per cm2", 1'000, 50'000),

    limit(laterField<kStart, &StartRules::systolicMin>("start.systolic_min", "mmHg", 0, 150, 0),
          LimitKind::HardAtStart),
    limit(laterField<kStart, &StartRules::heartRateMin>("start.heart_rate_min", "per min", 0, 150, 0),
          LimitKind::HardAtStart),
    limit(laterField<kStart, &StartRules::heartRateMax>("start.heart_rate_max", "per min", 0, 250, 0),
          LimitKind::HardAtStart),
    limit(laterField<kStart, &StartRules::spo2Min>("start.spo2_min", "%", 0, 100, 0), LimitKind::HardAtStart),
    limit(laterField<kStart, &StartRules::respirationMin>("start.respiration_min", "per min", 0, 30, 0),
          LimitKind::HardAtStart),
    limit(laterField<kStart, &StartRules::respirationMax>("start.respiration_max", "per min", 0, 80, 0),
          LimitKind::HardAtStart),
    limit(laterField<kStart, &StartRules::hardStop>("start.hard_stop", "", 0, 1, 0)),

    laterField<kDischarge, &DischargeRules::required>("discharge.required", "", 0, 1, 0),
    laterField<kDischarge, &DischargeRules::minMinutes>("discharge.min_minutes", "min", 0, 480, 0),
    laterField<kDischarge, &DischargeRules::vitalsPercent>("discharge.vitals_percent", "%", 0, 100, 0),
    laterField<kDischarge, &DischargeRules::vitalsRows>("discharge.vitals_rows", "", 0, 10, 0),
    laterField<kDischarge, &DischargeRules::aldreteRequired>("discharge.aldrete_required", "", 0, 1, 0),
    laterField<kDischarge, &DischargeRules::aldretePass>("discharge.aldrete_pass", "points", 0, 10, 0),
    laterField<kDischarge, &DischargeRules::circulation>("discharge.circulation_scale", "scale", 0, 1, 0),
};

} // namespace

std::span<const ProtocolField> monitoringFields() {
    return kMonitoringFields;
}

} // namespace chairside::domain::detail
