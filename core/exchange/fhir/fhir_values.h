// Internal to core/exchange/fhir: the small pieces FHIR R4 resources are made of.
#pragma once

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/decimal_text.h"
#include "core/domain/missing.h"
#include "core/services/export_service.h"

namespace chairside::exchange::fhir {

using Json = nlohmann::ordered_json;

inline constexpr std::string_view kSnomed = "http://snomed.info/sct";
inline constexpr std::string_view kLoinc = "http://loinc.org";
inline constexpr std::string_view kRxNorm = "http://www.nlm.nih.gov/research/umls/rxnorm";
inline constexpr std::string_view kIcd10Cm = "http://hl7.org/fhir/sid/icd-10-cm";

// "urn:uuid:..." of a record.
template <class Id>
[[nodiscard]] std::string urnOf(const Id& id) {
    return "urn:uuid:" + id.text();
}
// Of one of several resources that a record becomes; the same record and part always give the same one.
[[nodiscard]] std::string urnOf(const base::Uuid& record, std::string_view part);
template <class Id>
[[nodiscard]] std::string urnOf(const Id& id, std::string_view part) {
    return urnOf(id.uuid(), part);
}
[[nodiscard]] Json reference(const std::string& urn);

// Text without the control characters that FHIR forbids; null when nothing is left, so that set() leaves it out.
[[nodiscard]] Json text(std::string_view words);
// Sets the element unless the value is null or empty: FHIR knows neither.
void set(Json& target, const char* element, Json value);

// The meta of a resource that keeps to these profiles, each by the end of its address: "bp" of HL7, "us-core-patient"
// of US Core 5.0.1.
[[nodiscard]] Json metaOf(std::initializer_list<std::string_view> profiles);
[[nodiscard]] Json coding(std::string_view system, std::string_view code, std::string_view display = {});
[[nodiscard]] Json conceptOf(Json coding);
// A code of the program's own system of that name, for what no public one has a code for.
[[nodiscard]] std::string localSystem(std::string_view name);
[[nodiscard]] Json local(std::string_view name, std::string_view code);
// A code of HL7's own system of that name.
[[nodiscard]] Json hl7(std::string_view system, std::string_view code);
[[nodiscard]] Json words(std::string_view words); // a concept that is text alone

// The number as people read it, exact to the last digit.
[[nodiscard]] Json number(std::int64_t thousandths);
[[nodiscard]] Json quantity(Json value, std::string_view unit, std::string_view ucum);
template <class Tag>
[[nodiscard]] Json quantity(base::Scaled<Tag> value, std::string_view ucum) {
    return quantity(number(value.raw()), ucum, ucum);
}
[[nodiscard]] Json score(int value);
[[nodiscard]] Json absent(std::string_view reason); // dataAbsentReason
[[nodiscard]] Json absent(domain::MissingReason reason);
[[nodiscard]] Json extension(std::string_view name, const char* valueElement, Json value);

// The resources of one export as they are made, and the people they name.
class Resources {
public:
    explicit Resources(const services::ExportHead& head) : m_head(head) {}

    [[nodiscard]] const services::ExportHead& head() const { return m_head; }
    void add(const std::string& urn, Json resource);
    [[nodiscard]] Json person(const domain::AccountId& account);
    [[nodiscard]] const std::set<domain::AccountId>& people() const { return m_people; }
    // What was added since the last call, as entries of a bundle.
    [[nodiscard]] std::vector<Json> take() { return std::exchange(m_entries, {}); }

private:
    const services::ExportHead& m_head;
    std::set<domain::AccountId> m_people;
    std::vector<Json> m_entries;
};

// What is measured of a patient, with the parts every Observation has.
struct Measured {
    std::string patient;   // urn
    std::string encounter; // urn, may be empty
    Json when;             // date or time
    std::optional<domain::AccountId> by;
    bool corrected = false;
};
[[nodiscard]] Json observation(Resources& out, const Measured& what, std::string_view category, Json code);

} // namespace chairside::exchange::fhir
