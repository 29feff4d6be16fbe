#include "core/domain/protocol/protocol_fields.h"

namespace chairside::domain::detail {

namespace {

constexpr auto kTitration = &ProtocolRules::titration;
constexpr auto kRetreatment = &ProtocolRules::retreatment;
constexpr auto kResponse = &ProtocolRules::response;
constexpr auto kAfter = &ProtocolRules::after;
constexpr auto kExposure = &ProtocolRules::exposure;

constexpr ProtocolField kOutcomeFields[] = {
    field<kTitration, &TitrationRules::step>("titration.step", "mg per kg", 10, 1'000),
    field<kTitration, &TitrationRules::maxPerKg>("titration.max_per_kg", "mg per kg", 10, 5'000),
    field<kTitration, &TitrationRules::goodResponsePercent>("titration.good_response_percent", "%", 1, 100),
    field<kTitration, &TitrationRules::noBenefitPercent>("titration.no_benefit_percent", "%", 1, 100),
    field<kTitration, &TitrationRules::noBenefitInfusions>("titration.no_benefit_infusions", "", 1, 60),
    field<kTitration, &TitrationRules::decreaseFromGrade>("titration.decrease_from_grade", "grade", 1, 5),
    field<kTitration, &TitrationRules::stopFromGrade>("titration.stop_from_grade", "grade", 1, 5),
    field<kTitration, &TitrationRules::toleratedDissociation>("titration.tolerated_dissociation", "points", 0, 24),
    field<kTitration, &TitrationRules::minScores>("titration.min_scores", "", 1, 20),

    field<kRetreatment, &RetreatmentRules::openDays>("retreatment.open_days", "days", 1, 366),
    field<kRetreatment, &RetreatmentRules::closeDays>("retreatment.close_days", "days", 1, 366),
    field<kRetreatment, &RetreatmentRules::relapsePercent>("retreatment.relapse_percent", "%", 1, 100),

    field<kResponse, &ResponseRules::baselineDays>("response.baseline_days", "days", 1, 90),
    field<kResponse, &ResponseRules::substantialPercent>("response.substantial_percent", "%", 1, 100),
    field<kResponse, &ResponseRules::moderatePercent>("response.moderate_percent", "%", 1, 100),
    field<kResponse, &ResponseRules::minimalPercent>("response.minimal_percent", "%", 1, 100),
    field<kResponse, &ResponseRules::trialPercent>("response.trial_percent", "%", 1, 100),
    field<kResponse, &ResponseRules::meaningfulPoints>("response.meaningful_points", "points", 100, 10'000),
    field<kResponse, &ResponseRules::lateHours>("response.late_hours", "hours", 1, 168),

    laterField<kAfter, &AfterRules::impression>("after.ask_impression", "", 0, 1, 0),
    laterField<kAfter, &AfterRules::impressionDirection>("after.impression_direction", "", 0, 1, 0),
    laterField<kAfter, &AfterRules::impressionSince>("after.impression_since", "", 0, 1, 0),
    laterField<kAfter, &AfterRules::impressionResponder>("after.impression_responder", "answers", 0, 6, 0),
    laterField<kAfter, &AfterRules::relief>("after.ask_relief", "", 0, 1, 0),
    laterField<kAfter, &AfterRules::reliefSince>("after.relief_since", "", 0, 1, 0),
    laterField<kAfter, &AfterRules::endurance>("after.ask_endurance", "", 0, 1, 0),
    laterField<kAfter, &AfterRules::enduranceMaxSeconds>("after.endurance_max_seconds", "s", 0, 9'999, 0),
    laterField<kAfter, &AfterRules::enduranceMaxLoad>("after.endurance_max_load", "kg", 0, 300'000, 0),

    laterField<kExposure, &ExposureRules::liverInfusions>("exposure.liver_infusions", "infusions", 0, 366, 0),
    laterField<kExposure, &ExposureRules::liverDays>("exposure.liver_days", "days", 0, 3'660, 0),
    laterField<kExposure, &ExposureRules::urinaryInfusions>("exposure.urinary_infusions", "infusions", 0, 366, 0),
    laterField<kExposure, &ExposureRules::urinaryDays>("exposure.urinary_days", "days", 0, 3'660, 0),
    laterField<kExposure, &ExposureRules::graceDays>("exposure.grace_days", "days", 0, 366, 0),
};

} // namespace

std::span<const ProtocolField> outcomeFields() {
    return kOutcomeFields;
}

} // namespace chairside::domain::detail
