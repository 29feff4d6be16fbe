// Internal to core/exchange/fhir: people, the course, its orders and what was measured outside infusions.
#pragma once

#include "core/exchange/fhir/fhir_values.h"

namespace chairside::exchange::fhir {

void addClinic(Resources& out);
void addPatient(Resources& out, const domain::Patient& patient);
void addPractitioner(Resources& out, const domain::Account& account);
// Condition, EpisodeOfCare, CarePlan, a MedicationRequest an order, Provenance of their signatures, pain scores.
void addCourse(Resources& out, const services::ExportedCourse& course);

// What was signed, by whom, when and with what meaning; the hash is of the content as signed.
void addSignature(Resources& out, const domain::Signature& signature, Json targets);

[[nodiscard]] std::string conditionOf(const domain::Course& course);
[[nodiscard]] std::string episodeOf(const domain::Course& course);
[[nodiscard]] Json drugConcept(const std::string& drug);
[[nodiscard]] Json intravenous();
[[nodiscard]] Json infusionConcept();

} // namespace chairside::exchange::fhir
