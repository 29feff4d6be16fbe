// Internal to core/exchange/fhir: what was measured, counted and asked.
#pragma once

#include "core/exchange/fhir/fhir_values.h"

namespace chairside::exchange::fhir {

void addFollowUp(Resources& out, const domain::Patient& patient, const domain::FollowUp& followUp);
// Body weight, vital signs, pain, sedation, dissociation, Aldrete score, impression, relief, endurance. Only entries
// that stand; one that replaces another is marked corrected.
void addObservations(Resources& out, const services::ExportedInfusion& infusion);
// Of each examination a panel and one Observation a site; a site that was not examined says so.
void addTenderPoints(Resources& out, const services::ExportedInfusion& infusion, const domain::MonitoringRules& rules);

[[nodiscard]] Measured measuredAt(const services::ExportedInfusion& infusion, const domain::EntryHead& head);
[[nodiscard]] Json component(Json code, const char* valueElement, Json value);

} // namespace chairside::exchange::fhir
