#include "core/exchange/fhir/fhir_course.h"

#include <algorithm>

#include "core/exchange/export_keys.h"
#include "core/exchange/fhir/fhir_observations.h"

namespace chairside::exchange::fhir {
namespace {

std::string clinicUrn(const Resources& out) {
    return urnOf(out.head().document, "clinic");
}

const char* genderCode(domain::Gender gender) {
    switch (gender) {
    case domain::Gender::Female:
        return "female";
    case domain::Gender::Male:
        return "male";
    case domain::Gender::Other:
        return "other";
    case domain::Gender::NotKnown:
        break;
    }
    return "unknown";
}

Json namesOf(const domain::PersonName& name) {
    Json official{{"use", "official"}};
    set(official, "family", text(name.family));
    if (const auto given = text(name.given); !given.is_null()) official["given"] = Json::array({given});
    if (const auto title = text(name.title); !title.is_null()) official["prefix"] = Json::array({title});
    Json names = Json::array({std::move(official)});
    if (const auto preferred = text(name.preferred); !preferred.is_null()) {
        Json usual{{"use", "usual"}};
        usual["text"] = preferred;
        names.push_back(std::move(usual));
    }
    return names;
}

Json periodOf(const services::ExportedCourse& course) {
    Json period = Json::object();
    if (!course.orders.empty()) period["start"] = course.orders.front().order.orderedAt.localDate().iso();
    if (course.course.closedOn) period["end"] = course.course.closedOn->iso();
    return period;
}

void addCondition(Resources& out, const services::ExportedCourse& course) {
    Json condition{{"resourceType", "Condition"}};
    condition["clinicalStatus"] = hl7("condition-clinical", "active");
    condition["category"] = Json::array({hl7("condition-category", "encounter-diagnosis")});
    Json code = conceptOf(coding(kSnomed, "203082005", "Fibromyalgia"));
    code["coding"].push_back(coding(kIcd10Cm, "M79.7", "Fibromyalgia"));
    condition["code"] = std::move(code);
    condition["subject"] = reference(urnOf(course.patient.id));
    if (!course.orders.empty()) {
        condition["recordedDate"] = course.orders.front().order.orderedAt.iso();
        condition["recorder"] = out.person(course.orders.front().order.orderedBy);
    }
    out.add(conditionOf(course.course), std::move(condition));
}

void addEpisode(Resources& out, const services::ExportedCourse& course) {
    Json episode{{"resourceType", "EpisodeOfCare"}};
    const auto state = course.course.state;
    episode["status"] = state == domain::CourseState::Active   ? "active"
                        : state == domain::CourseState::OnHold ? "onhold"
                                                               : "finished";
    Json diagnosis;
    diagnosis["condition"] = reference(conditionOf(course.course));
    episode["diagnosis"] = Json::array({std::move(diagnosis)});
    episode["patient"] = reference(urnOf(course.patient.id));
    episode["managingOrganization"] = reference(clinicUrn(out));
    set(episode, "period", periodOf(course));
    out.add(episodeOf(course.course), std::move(episode));
}

const char* activityStatus(domain::PlanState state) {
    switch (state) {
    case domain::PlanState::Planned:
        return "scheduled";
    case domain::PlanState::Open:
        return "in-progress";
    case domain::PlanState::Given:
        return "completed";
    case domain::PlanState::NotGiven:
    case domain::PlanState::Missed:
    case domain::PlanState::Declined:
    case domain::PlanState::Cancelled:
        break;
    }
    return "cancelled";
}

Json activityOf(const domain::PlannedInfusion& planned) {
    Json detail{{"kind", "ServiceRequest"}};
    detail["code"] = infusionConcept();
    detail["status"] = activityStatus(planned.state);
    if (detail["status"] == "cancelled") {
        auto reason = local("plan-state", keyOf(planned.state));
        set(reason, "text", text(planned.reason));
        detail["statusReason"] = std::move(reason);
    }
    Json day{{"start", planned.date.iso()}};
    day["end"] = planned.date.iso();
    detail["scheduledPeriod"] = std::move(day);
    Json activity;
    activity["detail"] = std::move(detail);
    return activity;
}

void addCarePlan(Resources& out, const services::ExportedCourse& course) {
    const auto state = course.course.state;
    Json plan{{"resourceType", "CarePlan"}};
    plan["status"] = state == domain::CourseState::Active      ? "active"
                     : state == domain::CourseState::OnHold    ? "on-hold"
                     : state == domain::CourseState::Completed ? "completed"
                                                               : "revoked";
    plan["intent"] = "plan";
    set(plan, "title", text(course.protocol->name));
    set(plan, "description", text(course.course.goal));
    plan["subject"] = reference(urnOf(course.patient.id));
    set(plan, "period", periodOf(course));
    plan["addresses"] = Json::array({reference(conditionOf(course.course))});
    Json activities = Json::array();
    for (const auto& planned : course.planned)
        activities.push_back(activityOf(planned));
    set(plan, "activity", std::move(activities));
    if (const auto why = text(course.course.stopReason); !why.is_null()) {
        Json note;
        note["text"] = why;
        plan["note"] = Json::array({std::move(note)});
    }
    out.add(urnOf(course.course.id), std::move(plan));
}

// An order that is not the newest has been replaced by the one after it.
const char* orderStatus(const services::ExportedCourse& course, const domain::CourseOrder& order) {
    if (order.id != course.orders.back().order.id || order.kind == domain::OrderKind::Stop) return "stopped";
    switch (course.course.state) {
    case domain::CourseState::Active:
        return "active";
    case domain::CourseState::OnHold:
        return "on-hold";
    case domain::CourseState::Completed:
        return "completed";
    case domain::CourseState::Stopped:
        break;
    }
    return "stopped";
}

Json dosageOf(const domain::CourseOrder& order) {
    Json repeat{{"duration", order.minutes}};
    repeat["durationUnit"] = "min";
    Json dosage;
    dosage["timing"]["repeat"] = std::move(repeat);
    dosage["route"] = intravenous();
    Json dose;
    dose["doseQuantity"] = quantity(order.perKg, "mg/kg");
    dosage["doseAndRate"] = Json::array({std::move(dose)});
    return dosage;
}

void addOrder(Resources& out, const services::ExportedCourse& course, std::size_t index) {
    const auto& [order, signatures] = course.orders[index];
    Json request{{"resourceType", "MedicationRequest"}};
    request["meta"] = metaOf({"us-core-medicationrequest"});
    request["status"] = orderStatus(course, order);
    if (const auto why = text(order.reason); !why.is_null()) {
        Json note;
        note["text"] = why;
        request["note"] = Json::array({std::move(note)});
    }
    request["intent"] = "order";
    request["medicationCodeableConcept"] = drugConcept(course.protocol->drug);
    request["subject"] = reference(urnOf(course.patient.id));
    request["authoredOn"] = order.orderedAt.iso();
    request["requester"] = out.person(order.orderedBy);
    request["reasonReference"] = Json::array({reference(conditionOf(course.course))});
    request["basedOn"] = Json::array({reference(urnOf(course.course.id))});
    request["dosageInstruction"] = Json::array({dosageOf(order)});
    if (index > 0) request["priorPrescription"] = reference(urnOf(course.orders[index - 1].order.id));
    out.add(urnOf(order.id), std::move(request));
    for (const auto& signature : signatures)
        addSignature(out, signature, Json::array({reference(urnOf(order.id))}));
}

Json signatureType(const std::string& meaning) {
    constexpr std::string_view kAstm = "urn:iso-astm:E1762-95:2013";
    Json type = meaning == "review" ? coding(kAstm, "1.2.840.10065.1.12.1.6", "Validation Signature")
                                    : coding(kAstm, "1.2.840.10065.1.12.1.1", "Author's Signature");
    return Json::array({std::move(type)});
}

} // namespace

std::string conditionOf(const domain::Course& course) {
    return urnOf(course.id, "condition");
}

std::string episodeOf(const domain::Course& course) {
    return urnOf(course.id, "episode");
}

Json drugConcept(const std::string& drug) {
    Json result = drug == "ketamine" ? conceptOf(coding(kRxNorm, "6130", "ketamine")) : Json::object();
    set(result, "text", text(drug));
    return result;
}

Json intravenous() {
    return conceptOf(coding(kSnomed, "47625008", "Intravenous route"));
}

Json infusionConcept() {
    return conceptOf(coding(kSnomed, "14152002", "Intravenous infusion"));
}

void addClinic(Resources& out) {
    Json clinic{{"resourceType", "Organization"}};
    clinic["active"] = true;
    const auto name = text(out.head().clinicName);
    clinic["name"] = name.is_null() ? Json("Clinic") : name;
    out.add(clinicUrn(out), std::move(clinic));
}

void addPatient(Resources& out, const domain::Patient& patient) {
    const auto& details = patient.details;
    Json result{{"resourceType", "Patient"}};
    result["meta"] = metaOf({"us-core-patient"});
    Json identifier{{"system", "urn:chairside:clinic-number"}};
    set(identifier, "value", text(details.clinicNumber));
    result["identifier"] = Json::array({std::move(identifier)});
    result["active"] = true;
    result["name"] = namesOf(details.name);
    if (const auto phone = text(details.phone); !phone.is_null()) {
        Json telecom{{"system", "phone"}};
        telecom["value"] = phone;
        result["telecom"] = Json::array({std::move(telecom)});
    }
    result["gender"] = genderCode(details.gender);
    result["birthDate"] = details.born.iso();
    result["managingOrganization"] = reference(clinicUrn(out));
    out.add(urnOf(patient.id), std::move(result));
}

void addPractitioner(Resources& out, const domain::Account& account) {
    Json result{{"resourceType", "Practitioner"}};
    result["active"] = !account.closed;
    Json name;
    set(name, "text", text(account.printedName));
    result["name"] = Json::array({std::move(name)});
    out.add(urnOf(account.id), std::move(result));
}

void addCourse(Resources& out, const services::ExportedCourse& course) {
    addCondition(out, course);
    addEpisode(out, course);
    addCarePlan(out, course);
    for (std::size_t i = 0; i < course.orders.size(); ++i)
        addOrder(out, course, i);
    for (const auto& followUp : course.followUps)
        addFollowUp(out, course.patient, followUp);
}

void addSignature(Resources& out, const domain::Signature& signature, Json targets) {
    Json provenance{{"resourceType", "Provenance"}};
    provenance["target"] = std::move(targets);
    provenance["occurredDateTime"] = signature.at.iso();
    provenance["recorded"] = signature.at.iso();
    Json agent;
    agent["type"] = hl7("provenance-participant-type", "author");
    agent["role"] = Json::array({local("role", signature.role)});
    agent["who"] = out.person(signature.account);
    provenance["agent"] = Json::array({std::move(agent)});
    Json signedBy;
    signedBy["extension"] = Json::array({extension("content-hash", "valueString", signature.contentHash),
                                         extension("meaning", "valueCode", signature.meaning),
                                         extension("printed-name", "valueString", text(signature.printedName))});
    signedBy["type"] = signatureType(signature.meaning);
    signedBy["when"] = signature.at.iso();
    signedBy["who"] = out.person(signature.account);
    provenance["signature"] = Json::array({std::move(signedBy)});
    out.add(urnOf(signature.id), std::move(provenance));
}

} // namespace chairside::exchange::fhir
