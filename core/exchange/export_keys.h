// The words in which exported data say what was chosen. Once exported they never change their meaning.
#pragma once

#include <string_view>

#include "core/domain/infusion/infusion_record.h"
#include "core/domain/patient/patient.h"

namespace chairside::exchange {

[[nodiscard]] std::string_view keyOf(domain::Gender value);
[[nodiscard]] std::string_view keyOf(domain::CourseState value);
[[nodiscard]] std::string_view keyOf(domain::PlanState value);
[[nodiscard]] std::string_view keyOf(domain::AssessmentKind value);
[[nodiscard]] std::string_view keyOf(domain::RecallFrame value);
[[nodiscard]] std::string_view keyOf(domain::MissingReason value);
[[nodiscard]] std::string_view keyOf(domain::InfusionState value);
[[nodiscard]] std::string_view keyOf(domain::StepKind value);
[[nodiscard]] std::string_view keyOf(domain::PainMoment value);
[[nodiscard]] std::string_view keyOf(domain::SedationScale value);
[[nodiscard]] std::string_view keyOf(domain::DissociationScale value);
[[nodiscard]] std::string_view keyOf(domain::TenderScale value);
[[nodiscard]] std::string_view keyOf(domain::TenderCriterion value);
[[nodiscard]] std::string_view keyOf(domain::CirculationVariant value);
[[nodiscard]] std::string_view keyOf(domain::ImpressionDirection value);
[[nodiscard]] std::string_view keyOf(domain::ComparedWith value);
[[nodiscard]] std::string_view keyOf(domain::EnduranceStop value);
[[nodiscard]] std::string_view keyOf(domain::EventAction value);
[[nodiscard]] std::string_view keyOf(domain::EventOutcome value);
[[nodiscard]] std::string_view keyOf(domain::EventRelation value);
[[nodiscard]] std::string_view keyOf(domain::DrugRoute value);
[[nodiscard]] std::string_view keyOf(domain::MovementKind value);

} // namespace chairside::exchange
