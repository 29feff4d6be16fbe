// FHIR R4 (4.0.1) bundles from outside: patients with what is known about them and what was measured. Nothing is
// fetched, and no narrative is read.
#pragma once

#include <string_view>
#include <vector>

#include "core/exchange/json/json_reader.h"
#include "core/services/record_file.h"

namespace chairside::exchange {

// Reads Patient, Condition, AllergyIntolerance, MedicationStatement, MedicationRequest and Observations of the given
// measures; everything else is counted as left out. What is broken in a resource is a problem of its candidate.
//
// Invalid, and nothing is read, when it cannot be told what belongs to whom: the codes of readJson on "json"; on
// "bundle" the values "not_a_bundle" (or one of a type that holds no records), "no_patient", "resource" (low: the
// entry that holds none), "full_url" (low: the entry whose name stands twice) and "subject" (low: the entry that
// speaks of a patient who is not in the bundle).
[[nodiscard]] base::Result<services::RecordFile>
readBundle(std::string_view text, const std::vector<domain::OutsideMeasure>& measures, const JsonLimits& limits = {});

} // namespace chairside::exchange
