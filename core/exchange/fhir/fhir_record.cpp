#include "core/exchange/fhir/fhir_record.h"

#include <algorithm>

#include "core/exchange/outside_measures.h"

namespace chairside::exchange::fhir {
namespace {

using domain::HistoryAct;
using domain::HistoryEntry;
using domain::HistoryKind;

// Over, as far as the record tells.
bool isOver(const HistoryEntry& entry) {
    return entry.act == HistoryAct::Ended || entry.details.until.has_value();
}

Json periodOf(const domain::HistoryDetails& details) {
    Json period = Json::object();
    if (details.since) period["start"] = details.since->iso();
    if (details.until) period["end"] = details.until->iso();
    return period;
}

void addNote(Json& resource, const std::string& note) {
    const auto words = text(note);
    if (words.is_null()) return;
    Json annotation = Json::object();
    annotation["text"] = words;
    resource["note"] = Json::array({std::move(annotation)});
}

void addCondition(Resources& out, const HistoryEntry& entry) {
    const auto& details = entry.details;
    Json condition{{"resourceType", "Condition"}};
    condition["clinicalStatus"] = hl7("condition-clinical", isOver(entry) ? "resolved" : "active");
    condition["category"] = Json::array({hl7("condition-category", "problem-list-item")});
    Json code = words(details.text);
    if (!details.code.empty()) code["coding"] = Json::array({coding(kIcd10Cm, details.code, details.text)});
    condition["code"] = std::move(code);
    condition["subject"] = reference(urnOf(entry.patient));
    if (details.since) condition["onsetDateTime"] = details.since->iso();
    if (details.until) condition["abatementDateTime"] = details.until->iso();
    condition["recordedDate"] = entry.recordedAt.iso();
    condition["recorder"] = out.person(entry.recordedBy);
    addNote(condition, details.note);
    out.add(urnOf(entry.id), std::move(condition));
}

// What was told about allergies, or that there are none.
Json allergyOf(const domain::PatientId& patient, bool noneKnown, const std::string& told, const char* status) {
    Json allergy{{"resourceType", "AllergyIntolerance"}};
    allergy["clinicalStatus"] = hl7("allergyintolerance-clinical", status);
    allergy["verificationStatus"] = hl7("allergyintolerance-verification", "unconfirmed");
    allergy["code"] = noneKnown ? conceptOf(coding(kSnomed, "716186003", "No known allergy")) : words(told);
    allergy["patient"] = reference(urnOf(patient));
    return allergy;
}

void addAllergy(Resources& out, const HistoryEntry& entry) {
    const auto& details = entry.details;
    Json allergy = allergyOf(entry.patient, details.kind == HistoryKind::NoKnownAllergies, details.text,
                             isOver(entry) ? "resolved" : "active");
    if (details.since) allergy["onsetDateTime"] = details.since->iso();
    allergy["recordedDate"] = entry.recordedAt.iso();
    allergy["recorder"] = out.person(entry.recordedBy);
    if (!text(details.note).is_null()) {
        Json reaction = Json::object();
        reaction["manifestation"] = Json::array({words(details.note)});
        allergy["reaction"] = Json::array({std::move(reaction)});
    }
    out.add(urnOf(entry.id), std::move(allergy));
}

void addMedicine(Resources& out, const HistoryEntry& entry) {
    const auto& details = entry.details;
    Json statement{{"resourceType", "MedicationStatement"}, {"status", isOver(entry) ? "completed" : "active"}};
    statement["medicationCodeableConcept"] = words(details.text);
    statement["subject"] = reference(urnOf(entry.patient));
    set(statement, "effectivePeriod", periodOf(details));
    statement["dateAsserted"] = entry.recordedAt.iso();
    addNote(statement, details.note);
    Json dosage = Json::object();
    set(dosage, "text", text(details.dose));
    if (!text(details.route).is_null()) dosage["route"] = words(details.route);
    if (!dosage.empty()) statement["dosage"] = Json::array({std::move(dosage)});
    out.add(urnOf(entry.id), std::move(statement));
}

const char* therapyKey(domain::TherapyKind kind) {
    constexpr const char* kKeys[] = {"physiotherapy", "psychotherapy", "exercise", "sleep", "other"};
    return kKeys[static_cast<std::size_t>(kind)];
}

void addTherapy(Resources& out, const HistoryEntry& entry) {
    const auto& details = entry.details;
    Json procedure{{"resourceType", "Procedure"}, {"status", isOver(entry) ? "completed" : "in-progress"}};
    Json code = local("therapy", therapyKey(details.therapy.value_or(domain::TherapyKind::Other)));
    set(code, "text", text(details.text));
    procedure["code"] = std::move(code);
    procedure["subject"] = reference(urnOf(entry.patient));
    set(procedure, "performedPeriod", periodOf(details));
    addNote(procedure, details.note);
    out.add(urnOf(entry.id), std::move(procedure));
}

void addEntry(Resources& out, const HistoryEntry& entry) {
    switch (entry.details.kind) {
    case HistoryKind::Diagnosis:
    case HistoryKind::Comorbidity:
        return addCondition(out, entry);
    case HistoryKind::Allergy:
        return addAllergy(out, entry);
    case HistoryKind::NoKnownAllergies:
        if (!isOver(entry)) addAllergy(out, entry);
        return;
    case HistoryKind::Medicine:
        return addMedicine(out, entry);
    case HistoryKind::Therapy:
        return addTherapy(out, entry);
    default:
        return; // contacts stand with the patient
    }
}

Json itemOf(const domain::QuestionnaireAnswer& answer) {
    Json item{{"linkId", answer.item}};
    if (answer.value) {
        item["answer"] = Json::array({Json{{"valueInteger", *answer.value}}});
    } else if (answer.missing) {
        item["extension"] =
            Json::array({extension("data-absent-reason", "valueCodeableConcept", absent(*answer.missing))});
    }
    return item;
}

// What was scored, as the record has it: readers that do not know the instrument need not score again.
Json scoresOf(const domain::QuestionnaireResponse& response) {
    Json group{{"linkId", "scores"}};
    Json items = Json::array();
    for (const auto& scale : response.scores) {
        Json item{{"linkId", "scores." + scale.scale}};
        if (scale.score) item["answer"] = Json::array({Json{{"valueDecimal", number(scale.score->raw())}}});
        items.push_back(std::move(item));
    }
    set(group, "item", std::move(items));
    return group;
}

void addResponse(Resources& out, const domain::QuestionnaireResponse& response) {
    Json result{{"resourceType", "QuestionnaireResponse"}};
    result["questionnaire"] = "urn:chairside:instrument:" + response.instrument + '|' + response.version;
    result["status"] = response.corrects ? "amended" : "completed";
    result["subject"] = reference(urnOf(response.patient));
    result["authored"] = response.date.iso();
    result["author"] = out.person(response.recordedBy);
    result["source"] = reference(urnOf(response.patient));
    Json items = Json::array();
    for (const auto& answer : response.answers)
        items.push_back(itemOf(answer));
    if (!response.scores.empty()) items.push_back(scoresOf(response));
    set(result, "item", std::move(items));
    out.add(urnOf(response.id), std::move(result));
}

void addMeasured(Resources& out, const domain::OutsideObservation& seen,
                 const std::vector<domain::OutsideMeasure>& measures) {
    const auto measure = std::ranges::find(measures, seen.loinc, &domain::OutsideMeasure::loinc);
    if (measure == measures.end()) return;
    const bool score = measure->units.front() == "{score}";
    Json result{{"resourceType", "Observation"}, {"status", "final"}};
    result["identifier"] = Json::array({Json{{"system", "urn:chairside:measured-elsewhere"}, {"value", seen.source}}});
    result["category"] = Json::array({hl7("observation-category", score ? "survey" : "vital-signs")});
    result["code"] = conceptOf(coding(kLoinc, seen.loinc, measure->name));
    result["subject"] = reference(urnOf(seen.patient));
    result["effectiveDateTime"] = seen.at.iso();
    result["valueQuantity"] = quantity(seen.value, measure->units.front());
    out.add(urnOf(seen.id), std::move(result));
}

} // namespace

void addAllergyWords(Resources& out, const domain::Patient& patient) {
    const auto& details = patient.details;
    if (details.allergyStatus == domain::AllergyStatus::NotRecorded) return;
    const bool none = details.allergyStatus == domain::AllergyStatus::NoneKnown;
    out.add(urnOf(patient.id, "allergies"), allergyOf(patient.id, none, details.allergies, "active"));
}

void addRecord(Resources& out, const services::ExportedRecord& record) {
    for (const auto& entry : record.history)
        addEntry(out, entry);
    for (const auto& response : record.responses)
        addResponse(out, response);
    const auto measures = shippedOutsideMeasures();
    for (const auto& seen : record.measuredElsewhere) {
        if (measures) addMeasured(out, seen, *measures);
    }
}

} // namespace chairside::exchange::fhir
