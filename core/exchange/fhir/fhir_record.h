// Internal to core/exchange/fhir: what is known of a patient outside of courses.
#pragma once

#include "core/exchange/fhir/fhir_values.h"

namespace chairside::exchange::fhir {

// Condition, AllergyIntolerance, MedicationStatement, Procedure (therapies), QuestionnaireResponse, and Observations
// that came from elsewhere.
void addRecord(Resources& out, const services::ExportedRecord& record);

// Words that say what the registration knew about allergies, for a patient without entries about them.
void addAllergyWords(Resources& out, const domain::Patient& patient);

} // namespace chairside::exchange::fhir
