#include "core/exchange/import/fhir_entries.h"

#include <algorithm>

#include "core/exchange/fhir/fhir_values.h"
#include "core/exchange/import/fhir_elements.h"
#include "core/exchange/import/fhir_parts.h"

namespace chairside::exchange::fhir_in {
namespace {

using base::Rule;
using domain::HistoryKind;
using services::HistoryCandidate;
using services::LeftOutReason;

constexpr std::string_view kIcd10 = "http://hl7.org/fhir/sid/icd-10";
constexpr std::string_view kNoKnownAllergy = "716186003";
constexpr std::string_view kFibromyalgiaIcd10 = "M79.7";
// "Fibromyalgia" and, inactive but still in use, "Primary fibromyalgia syndrome".
constexpr std::string_view kFibromyalgiaSnomed[] = {"203082005", "95417003"};
constexpr std::string_view kOwnNumber = "urn:chairside:clinic-number";

bool isOneOf(const std::string& word, std::initializer_list<std::string_view> words) {
    return std::ranges::find(words, word) != words.end();
}

void refuse(base::Problems& problems, const char* field, Rule rule, const std::string& value = {}) {
    problems.push_back({field, rule, {}, {}, value.substr(0, 40)});
}

void checkMembers(base::Problems& problems, const JsonValue& resource) {
    if (const auto strange = strangeMember(resource); !strange.empty())
        refuse(problems, "element", Rule::NotAllowed, strange);
}

// The name people go by: the official one, else the usual one, else the first that is not over.
const JsonValue& nameOf(const JsonValue& patient) {
    const auto& names = patient.at("name").items();
    for (const char* use : {"official", "usual"}) {
        const auto found = std::ranges::find_if(names, [use](const JsonValue& name) {
            return name.at("use").text() == use && !name.at("family").text().empty();
        });
        if (found != names.end()) return *found;
    }
    const auto current = std::ranges::find_if(names, [](const JsonValue& name) {
        return !isOneOf(name.at("use").text(), {"old", "maiden", "nickname"});
    });
    return current == names.end() ? patient.at("name").at(std::size_t{0}) : *current;
}

std::string joined(const std::vector<JsonValue>& parts) {
    std::string text;
    for (const auto& part : parts)
        text += (text.empty() ? "" : " ") + part.text();
    return text;
}

void readGender(services::PatientCandidate& candidate, const JsonValue& gender) {
    auto& details = candidate.details;
    const std::string& code = gender.text();
    if (code == "female") details.gender = domain::Gender::Female;
    if (code == "male") details.gender = domain::Gender::Male;
    if (code == "other") details.gender = domain::Gender::Other;
    if (!code.empty() && !isOneOf(code, {"female", "male", "other", "unknown"}))
        refuse(candidate.problems, "gender", Rule::NotAllowed, code);
}

void readBirth(services::PatientCandidate& candidate, const JsonValue& birthDate) {
    const auto born = dayOf(birthDate);
    if (born.day && birthDate.text().size() == 10)
        candidate.details.born = *born.day;
    else
        refuse(candidate.problems, "born", birthDate.kind() == JsonValue::Kind::Null ? Rule::Required : Rule::NotADate,
               birthDate.text());
}

void readNumberAndPhone(domain::PatientDetails& details, const JsonValue& patient) {
    for (const auto& identifier : patient.at("identifier").items()) {
        if (identifier.at("system").text() == kOwnNumber) details.clinicNumber = identifier.at("value").text();
    }
    for (const auto& contact : patient.at("telecom").items()) {
        if (contact.at("system").text() != "phone" || contact.at("use").text() == "old") continue;
        details.phone = contact.at("value").text();
        return;
    }
}

// Day and words of what is known of a condition or medicine.
void readDay(HistoryCandidate& candidate, std::optional<base::CalendarDate>& day, const char* field,
             const JsonValue& value) {
    auto read = dayOf(value);
    if (read.broken) refuse(candidate.problems, field, Rule::NotADate, value.text());
    day = read.day;
    if (!read.partial.empty() && std::string_view(field) == "since") candidate.details.note = std::move(read.partial);
}

const JsonValue& firstOf(const JsonValue& resource, std::initializer_list<std::string_view> paths) {
    for (const auto path : paths) {
        const auto dot = path.find('.');
        const auto& value = dot == std::string_view::npos ? resource.at(path)
                                                          : resource.at(path.substr(0, dot)).at(path.substr(dot + 1));
        if (value.kind() != JsonValue::Kind::Null) return value;
    }
    return resource.at("");
}

void checkPeriod(base::Problems& problems, const JsonValue& period) {
    const auto start = momentOf(period.at("start"));
    const auto end = momentOf(period.at("end"));
    if (start && end && *end < *start)
        problems.push_back({"until", Rule::OutOfOrder, period.at("start").text(), {}, period.at("end").text()});
}

void checkWords(HistoryCandidate& candidate) {
    const auto& details = candidate.details;
    checkText(candidate.problems, "text", details.text);
    checkText(candidate.problems, "note", details.note);
    checkText(candidate.problems, "dose", details.dose);
    checkText(candidate.problems, "route", details.route);
}

std::optional<NotTaken> verification(const JsonValue& resource) {
    const std::string code = firstCode(resource.at("verificationStatus"));
    if (isOneOf(code, {"refuted", "entered-in-error"})) return NotTaken{LeftOutReason::NotTrue};
    if (isOneOf(code, {"provisional", "differential"})) return NotTaken{LeftOutReason::Unconfirmed};
    return std::nullopt;
}

// What is over has a last day: the one that is told, else the last one on which it is known to have been there.
void closeIfOver(HistoryCandidate& candidate, const JsonValue& resource, bool over, const JsonValue& told) {
    auto& details = candidate.details;
    readDay(candidate, details.until, "until", told);
    if (!over || details.until) return;
    const auto last = dayOf(firstOf(resource, {"lastOccurrence", "recordedDate", "authoredOn", "dateAsserted"}));
    details.until = last.day ? last.day : details.since;
    if (!details.until) refuse(candidate.problems, "until", Rule::Required);
}

} // namespace

services::PatientCandidate patientFrom(const JsonValue& resource, const std::string& place) {
    services::PatientCandidate candidate{place, {.name = {}, .born = *base::CalendarDate::of(1900, 1, 1)}, {}};
    checkMembers(candidate.problems, resource);
    const auto& name = nameOf(resource);
    auto& details = candidate.details;
    details.name = {name.at("family").text(), joined(name.at("given").items()), joined(name.at("prefix").items()), {}};
    if (details.name.family.empty() && details.name.given.empty()) details.name.family = name.at("text").text();
    readGender(candidate, resource.at("gender"));
    readBirth(candidate, resource.at("birthDate"));
    readNumberAndPhone(details, resource);
    if (resource.at("deceasedBoolean").isTrue() || resource.at("deceasedDateTime").isString())
        refuse(candidate.problems, "deceased", Rule::NotAllowed);
    checkText(candidate.problems, "family", details.name.family);
    checkText(candidate.problems, "given", details.name.given);
    checkText(candidate.problems, "title", details.name.title);
    checkText(candidate.problems, "phone", details.phone);
    return candidate;
}

Taken<HistoryCandidate> conditionFrom(const JsonValue& resource, const std::string& place) {
    if (const auto not_taken = verification(resource)) return *not_taken;
    HistoryCandidate candidate{place, {.kind = HistoryKind::Comorbidity}, {}};
    checkMembers(candidate.problems, resource);
    auto& details = candidate.details;
    const auto& code = resource.at("code");
    details.text = wordsOf(code);
    details.code = codeIn(code, fhir::kIcd10Cm);
    if (details.code.empty()) details.code = codeIn(code, kIcd10);
    const bool fibromyalgia = details.code == kFibromyalgiaIcd10 ||
                              std::ranges::any_of(kFibromyalgiaSnomed, [&code](std::string_view snomed) {
                                  return hasCode(code, fhir::kSnomed, snomed);
                              });
    if (fibromyalgia) {
        details.kind = HistoryKind::Diagnosis;
        details.code = kFibromyalgiaIcd10;
    }
    readDay(candidate, details.since, "since", firstOf(resource, {"onsetDateTime", "onsetPeriod.start"}));
    const bool over = isOneOf(firstCode(resource.at("clinicalStatus")), {"resolved", "inactive", "remission"});
    closeIfOver(candidate, resource, over, firstOf(resource, {"abatementDateTime", "abatementPeriod.end"}));
    checkPeriod(candidate.problems, resource.at("onsetPeriod"));
    checkWords(candidate);
    return candidate;
}

Taken<HistoryCandidate> allergyFrom(const JsonValue& resource, const std::string& place) {
    if (const auto not_taken = verification(resource)) return *not_taken;
    HistoryCandidate candidate{place, {.kind = HistoryKind::Allergy}, {}};
    checkMembers(candidate.problems, resource);
    auto& details = candidate.details;
    if (hasCode(resource.at("code"), fhir::kSnomed, kNoKnownAllergy)) {
        details.kind = HistoryKind::NoKnownAllergies;
        return candidate;
    }
    details.text = wordsOf(resource.at("code"));
    details.note = wordsOf(resource.at("reaction").at(0).at("manifestation").at(0));
    if (details.text.empty()) details.text = wordsOf(resource.at("reaction").at(0).at("substance"));
    const auto& onset = firstOf(resource, {"onsetDateTime", "onsetPeriod.start"});
    if (dayOf(onset).partial.empty()) readDay(candidate, details.since, "since", onset);
    const bool over = isOneOf(firstCode(resource.at("clinicalStatus")), {"resolved", "inactive"});
    if (over) closeIfOver(candidate, resource, over, resource.at("onsetPeriod").at("end"));
    checkWords(candidate);
    return candidate;
}

Taken<HistoryCandidate> medicineFrom(const JsonValue& resource, const std::string& place, const Resolve& resolve) {
    const std::string& status = resource.at("status").text();
    if (isOneOf(status, {"entered-in-error", "not-taken", "cancelled"}) || resource.at("doNotPerform").isTrue())
        return NotTaken{LeftOutReason::NotTrue};
    if (isOneOf(status, {"draft", "unknown", "intended"}) ||
        isOneOf(resource.at("intent").text(), {"proposal", "plan", "option"})) {
        return NotTaken{LeftOutReason::Unconfirmed};
    }
    HistoryCandidate candidate{place, {.kind = HistoryKind::Medicine}, {}};
    checkMembers(candidate.problems, resource);
    if (!isOneOf(status, {"active", "completed", "stopped", "on-hold"}))
        refuse(candidate.problems, "status", status.empty() ? Rule::Required : Rule::NotAllowed, status);
    auto& details = candidate.details;
    const auto& code = firstOf(resource, {"medicationCodeableConcept"});
    details.text = wordsOf(code.isObject() ? code : resolve(resource.at("medicationReference")).at("code"));
    const auto& dosage = firstOf(resource, {"dosage", "dosageInstruction"}).at(std::size_t{0});
    details.dose = dosage.at("text").text();
    details.route = wordsOf(dosage.at("route"));
    readDay(candidate, details.since, "since",
            firstOf(resource, {"effectivePeriod.start", "effectiveDateTime", "authoredOn"}));
    const bool over = isOneOf(status, {"completed", "stopped"});
    const auto& validity = resource.at("dispenseRequest").at("validityPeriod");
    const auto& told = resource.at("effectivePeriod").at("end");
    closeIfOver(candidate, resource, over, over && told.kind() == JsonValue::Kind::Null ? validity.at("end") : told);
    checkPeriod(candidate.problems, resource.at("effectivePeriod"));
    checkPeriod(candidate.problems, validity);
    checkWords(candidate);
    return candidate;
}

} // namespace chairside::exchange::fhir_in
