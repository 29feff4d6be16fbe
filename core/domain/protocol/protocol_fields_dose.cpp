// Ranges are what a protocol may contain at all; they keep out slips of a decimal place, not clinical
// choices.
#include "core/domain/protocol/protocol_fields.h"

namespace chairside::domain::detail {

namespace {

constexpr auto kRegimen = &ProtocolRules::regimen;
constexpr auto kDose = &ProtocolRules::dose;
constexpr auto kCheck = &ProtocolRules::secondCheck;

constexpr ProtocolField kDoseFields[] = {
    field<kRegimen, &RegimenRules::startDose>("regimen.start_per_kg", "mg per kg", 10, 5'000),
    field<kRegimen, &RegimenRules::minutes>("regimen.minutes", "min", 1, 1'440),
    field<kRegimen, &RegimenRules::infusions>("regimen.infusions", "", 1, 60),
    field<kRegimen, &RegimenRules::minGapDays>("regimen.min_gap_days", "days", 0, 90),
    field<kRegimen, &RegimenRules::maxGapDays>("regimen.max_gap_days", "days", 0, 90),
    field<kRegimen, &RegimenRules::minSpanDays>("regimen.min_span_days", "days", 0, 366),
    field<kRegimen, &RegimenRules::maxSpanDays>("regimen.max_span_days", "days", 0, 366),
    field<kRegimen, &RegimenRules::clinicDays>("regimen.clinic_days", "weekdays", 1, 127),

    limit(field<kDose, &DoseRules::minWeight>("dose.min_weight", "kg", 10'000, 500'000)),
    limit(field<kDose, &DoseRules::maxWeight>("dose.max_weight", "kg", 10'000, 500'000)),
    limit(field<kDose, &DoseRules::minPerKg>("dose.min_per_kg", "mg per kg", 10, 5'000)),
    limit(field<kDose, &DoseRules::maxPerKg>("dose.max_per_kg", "mg per kg", 10, 5'000)),
    field<kDose, &DoseRules::softPerKg>("dose.soft_per_kg", "mg per kg", 10, 5'000),
    limit(field<kDose, &DoseRules::maxDose>("dose.max_dose", "mg", 1'000, 1'000'000)),
    limit(field<kDose, &DoseRules::maxRate>("dose.max_rate", "mL per hour", 1'000, 2'000'000)),
    limit(field<kDose, &DoseRules::minMinutes>("dose.min_minutes", "min", 1, 1'440)),
    limit(field<kDose, &DoseRules::maxMinutes>("dose.max_minutes", "min", 1, 1'440)),
    field<kDose, &DoseRules::doseStep>("dose.dose_step", "mg", 1, 10'000),
    field<kDose, &DoseRules::volumeStep>("dose.volume_step", "mL", 1, 1'000),
    field<kDose, &DoseRules::rateStep>("dose.rate_step", "mL per hour", 1, 10'000),
    field<kDose, &DoseRules::deliveredStep>("dose.delivered_step", "mL", 1, 1'000),
    field<kDose, &DoseRules::weightMaxAgeDays>("dose.weight_max_age_days", "days", 0, 366),
    field<kDose, &DoseRules::weightChangePercent>("dose.weight_change_percent", "%", 1, 100),
    field<kDose, &DoseRules::guidelineFloor>("dose.guideline_floor", "mg", 0, 1'000'000),
    field<kDose, &DoseRules::yearlyInfusions>("dose.yearly_infusions", "", 1, 366),

    laterField<kCheck, &SecondCheckRules::required>("second_check.required", "", 0, 1, 0),
    laterField<kCheck, &SecondCheckRules::weightTolerance>("second_check.weight_tolerance", "kg", 0, 5'000, 0),
    laterField<kCheck, &SecondCheckRules::doseTolerance>("second_check.dose_tolerance", "mg", 0, 5'000, 0),
    laterField<kCheck, &SecondCheckRules::volumeTolerance>("second_check.volume_tolerance", "mL", 0, 1'000, 0),
    laterField<kCheck, &SecondCheckRules::rateTolerance>("second_check.rate_tolerance", "mL per hour", 0, 10'000, 0),
};

} // namespace

std::span<const ProtocolField> regimenAndDoseFields() {
    return kDoseFields;
}

} // namespace chairside::domain::detail
