// Internal to core/exchange/import: what a FHIR R4 resource of the kinds that are read may hold.
#pragma once

#include <string>

#include "core/exchange/json/json_reader.h"

namespace chairside::exchange::fhir_in {

// The first member that R4 (4.0.1) does not know, or one that changes what the others mean ("modifierExtension",
// "implicitRules"); empty if there is none. Only for Patient, Condition, AllergyIntolerance, MedicationStatement,
// MedicationRequest and Observation.
[[nodiscard]] std::string strangeMember(const JsonValue& resource);

} // namespace chairside::exchange::fhir_in
