// Internal to core/exchange/fhir: one infusion as it happened.
#pragma once

#include "core/exchange/fhir/fhir_values.h"

namespace chairside::exchange::fhir {

// Encounter, Procedure, Medication a vial, MedicationAdministration with rate, delivered dose, interruptions and waste,
// drugs given against events, AdverseEvent, observations, Provenance of the signature.
void addInfusion(Resources& out, const services::ExportedCourse& course, const services::ExportedInfusion& infusion);

// DocumentReference of the summary; pdf: the file in base64.
void addDocument(Resources& out, const services::ExportedInfusion& infusion, const std::string& pdf);

} // namespace chairside::exchange::fhir
