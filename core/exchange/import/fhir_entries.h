// Internal to core/exchange/import: single FHIR resources as entries of a patient's record.
#pragma once

#include <functional>
#include <optional>
#include <variant>
#include <vector>

#include "core/exchange/json/json_reader.h"
#include "core/services/record_file.h"

namespace chairside::exchange::fhir_in {

// The resource of a reference, within the bundle or contained; null where there is none.
using Resolve = std::function<const JsonValue&(const JsonValue& reference)>;

struct NotTaken {
    services::LeftOutReason reason;
    std::string what{}; // empty: the kind of the resource
};

template <class Candidate>
using Taken = std::variant<Candidate, NotTaken>;

[[nodiscard]] services::PatientCandidate patientFrom(const JsonValue& resource, const std::string& place);
[[nodiscard]] Taken<services::HistoryCandidate> conditionFrom(const JsonValue& resource, const std::string& place);
[[nodiscard]] Taken<services::HistoryCandidate> allergyFrom(const JsonValue& resource, const std::string& place);
[[nodiscard]] Taken<services::HistoryCandidate> medicineFrom(const JsonValue& resource, const std::string& place,
                                                             const Resolve& resolve);
// One for each value: a blood pressure has two.
[[nodiscard]] std::vector<Taken<services::ObservationCandidate>>
observationsFrom(const JsonValue& resource, const std::string& place, const std::string& source,
                 const std::vector<domain::OutsideMeasure>& measures);

} // namespace chairside::exchange::fhir_in
