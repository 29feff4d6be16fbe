#include "core/exchange/import/fhir_elements.h"

#include <algorithm>
#include <span>
#include <string_view>

namespace chairside::exchange::fhir_in {
namespace {

constexpr std::string_view kAny[] = {"resourceType", "id", "meta", "language", "text", "contained", "extension"};

constexpr std::string_view kPatient[] = {"identifier",
                                         "active",
                                         "name",
                                         "telecom",
                                         "gender",
                                         "birthDate",
                                         "deceasedBoolean",
                                         "deceasedDateTime",
                                         "address",
                                         "maritalStatus",
                                         "multipleBirthBoolean",
                                         "multipleBirthInteger",
                                         "photo",
                                         "contact",
                                         "communication",
                                         "generalPractitioner",
                                         "managingOrganization",
                                         "link"};

constexpr std::string_view kCondition[] = {"identifier",
                                           "clinicalStatus",
                                           "verificationStatus",
                                           "category",
                                           "severity",
                                           "code",
                                           "bodySite",
                                           "subject",
                                           "encounter",
                                           "onsetDateTime",
                                           "onsetAge",
                                           "onsetPeriod",
                                           "onsetRange",
                                           "onsetString",
                                           "abatementDateTime",
                                           "abatementAge",
                                           "abatementPeriod",
                                           "abatementRange",
                                           "abatementString",
                                           "recordedDate",
                                           "recorder",
                                           "asserter",
                                           "stage",
                                           "evidence",
                                           "note"};

constexpr std::string_view kAllergy[] = {
    "identifier", "clinicalStatus", "verificationStatus", "type",          "category", "criticality",
    "code",       "patient",        "encounter",          "onsetDateTime", "onsetAge", "onsetPeriod",
    "onsetRange", "onsetString",    "recordedDate",       "recorder",      "asserter", "lastOccurrence",
    "note",       "reaction"};

constexpr std::string_view kStatement[] = {"identifier",
                                           "basedOn",
                                           "partOf",
                                           "status",
                                           "statusReason",
                                           "category",
                                           "medicationCodeableConcept",
                                           "medicationReference",
                                           "subject",
                                           "context",
                                           "effectiveDateTime",
                                           "effectivePeriod",
                                           "dateAsserted",
                                           "informationSource",
                                           "derivedFrom",
                                           "reasonCode",
                                           "reasonReference",
                                           "note",
                                           "dosage"};

constexpr std::string_view kRequest[] = {"identifier",
                                         "status",
                                         "statusReason",
                                         "intent",
                                         "category",
                                         "priority",
                                         "doNotPerform",
                                         "reportedBoolean",
                                         "reportedReference",
                                         "medicationCodeableConcept",
                                         "medicationReference",
                                         "subject",
                                         "encounter",
                                         "supportingInformation",
                                         "authoredOn",
                                         "requester",
                                         "performer",
                                         "performerType",
                                         "recorder",
                                         "reasonCode",
                                         "reasonReference",
                                         "instantiatesCanonical",
                                         "instantiatesUri",
                                         "basedOn",
                                         "groupIdentifier",
                                         "courseOfTherapyType",
                                         "insurance",
                                         "note",
                                         "dosageInstruction",
                                         "dispenseRequest",
                                         "substitution",
                                         "priorPrescription",
                                         "detectedIssue",
                                         "eventHistory"};

constexpr std::string_view kObservation[] = {"identifier",
                                             "basedOn",
                                             "partOf",
                                             "status",
                                             "category",
                                             "code",
                                             "subject",
                                             "focus",
                                             "encounter",
                                             "effectiveDateTime",
                                             "effectivePeriod",
                                             "effectiveTiming",
                                             "effectiveInstant",
                                             "issued",
                                             "performer",
                                             "valueQuantity",
                                             "valueCodeableConcept",
                                             "valueString",
                                             "valueBoolean",
                                             "valueInteger",
                                             "valueRange",
                                             "valueRatio",
                                             "valueSampledData",
                                             "valueTime",
                                             "valueDateTime",
                                             "valuePeriod",
                                             "dataAbsentReason",
                                             "interpretation",
                                             "note",
                                             "bodySite",
                                             "method",
                                             "specimen",
                                             "device",
                                             "referenceRange",
                                             "hasMember",
                                             "derivedFrom",
                                             "component"};

std::span<const std::string_view> elementsOf(std::string_view type) {
    if (type == "Patient") return kPatient;
    if (type == "Condition") return kCondition;
    if (type == "AllergyIntolerance") return kAllergy;
    if (type == "MedicationStatement") return kStatement;
    if (type == "MedicationRequest") return kRequest;
    return kObservation;
}

bool lists(std::span<const std::string_view> names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

} // namespace

std::string strangeMember(const JsonValue& resource) {
    const auto elements = elementsOf(resource.at("resourceType").text());
    for (const auto& [member, value] : resource.members()) {
        std::string_view name = member;
        if (name.starts_with('_')) name.remove_prefix(1); // what belongs to a simple value beside it
        if (!lists(kAny, name) && !lists(elements, name)) return member;
    }
    return {};
}

} // namespace chairside::exchange::fhir_in
