#include "core/exchange/fhir/fhir_infusion.h"

#include <algorithm>

#include "core/exchange/export_keys.h"
#include "core/exchange/fhir/fhir_course.h"
#include "core/exchange/fhir/fhir_observations.h"

namespace chairside::exchange::fhir {
namespace {

using domain::InfusionState;
using services::ExportedCourse;
using services::ExportedInfusion;

std::string encounterOf(const ExportedInfusion& infusion) {
    return urnOf(infusion.record.infusion.id);
}
std::string procedureOf(const ExportedInfusion& infusion) {
    return urnOf(infusion.record.infusion.id, "procedure");
}
std::string administrationOf(const ExportedInfusion& infusion) {
    return urnOf(infusion.record.infusion.id, "administration");
}
bool wasStarted(const ExportedInfusion& infusion) {
    return infusion.delivery.startedAt.has_value();
}

// The reason of an early stop; empty for a bag that ran through.
std::string stopReason(const ExportedInfusion& infusion) {
    for (const auto& step : domain::standing(infusion.record.steps)) {
        if (step.kind == domain::StepKind::Stop) return step.reason;
    }
    return {};
}

Json periodOf(const base::Instant& start, const std::optional<base::Instant>& end) {
    Json period{{"start", start.iso()}};
    if (end && *end >= start) period["end"] = end->iso();
    return period;
}

void addEncounter(Resources& out, const ExportedCourse& course, const ExportedInfusion& infusion) {
    const auto& record = infusion.record;
    const bool over = infusion.state == InfusionState::Discharged || infusion.state == InfusionState::Signed;
    Json encounter{{"resourceType", "Encounter"}};
    encounter["status"] = over ? "finished" : "in-progress";
    encounter["class"] = coding("http://terminology.hl7.org/CodeSystem/v3-ActCode", "AMB", "ambulatory");
    encounter["subject"] = reference(urnOf(record.infusion.patient));
    encounter["episodeOfCare"] = Json::array({reference(episodeOf(course.course))});
    const auto left = domain::dischargeOf(record);
    auto end = left ? std::optional(left->head.observedAt) : infusion.delivery.stoppedAt;
    encounter["period"] = periodOf(record.infusion.openedAt, over ? end : std::nullopt);
    Json participant;
    participant["individual"] = out.person(record.infusion.openedBy);
    encounter["participant"] = Json::array({std::move(participant)});
    encounter["reasonReference"] = Json::array({reference(conditionOf(course.course))});
    out.add(encounterOf(infusion), std::move(encounter));
}

Json annotation(Resources& out, const domain::EntryHead& head, const std::string& words) {
    Json note;
    note["authorReference"] = out.person(head.recordedBy);
    note["time"] = head.observedAt.iso();
    note["text"] = text(words);
    return note;
}

// What people wrote, the addenda behind the notes.
Json notesOf(Resources& out, const domain::InfusionRecord& record) {
    Json notes = Json::array();
    for (const auto& note : domain::standing(record.notes)) {
        if (!text(note.text).is_null()) notes.push_back(annotation(out, note.head, note.text));
    }
    for (const auto& addendum : record.addenda) {
        if (!text(addendum.text).is_null()) notes.push_back(annotation(out, addendum.head, addendum.text));
    }
    return notes;
}

const char* procedureStatus(const ExportedInfusion& infusion) {
    if (!wasStarted(infusion))
        return infusion.planned.state == domain::PlanState::NotGiven ? "not-done" : "preparation";
    if (!infusion.delivery.stoppedAt) {
        return infusion.delivery.state == domain::PumpState::Paused ? "on-hold" : "in-progress";
    }
    return stopReason(infusion).empty() ? "completed" : "stopped";
}

void addProcedure(Resources& out, const ExportedCourse& course, const ExportedInfusion& infusion) {
    const auto& record = infusion.record;
    const std::string status = procedureStatus(infusion);
    Json procedure{{"resourceType", "Procedure"}};
    procedure["basedOn"] = Json::array({reference(urnOf(course.course.id))});
    procedure["status"] = status;
    const auto why = status == "not-done" ? infusion.planned.reason : stopReason(infusion);
    set(procedure, "statusReason", words(why));
    procedure["code"] = infusionConcept();
    procedure["subject"] = reference(urnOf(record.infusion.patient));
    procedure["encounter"] = reference(encounterOf(infusion));
    if (wasStarted(infusion)) {
        procedure["performedPeriod"] = periodOf(*infusion.delivery.startedAt, infusion.delivery.stoppedAt);
    }
    Json performer;
    performer["actor"] = out.person(record.infusion.openedBy);
    procedure["performer"] = Json::array({std::move(performer)});
    procedure["reasonReference"] = Json::array({reference(conditionOf(course.course))});
    set(procedure, "note", notesOf(out, record));
    out.add(procedureOf(infusion), std::move(procedure));
}

void addVials(Resources& out, const ExportedInfusion& infusion) {
    for (const auto& [vial, movements] : infusion.vials) {
        Json medication{{"resourceType", "Medication"}};
        medication["code"] = drugConcept(vial.drug);
        medication["amount"]["numerator"] = quantity(domain::contentOf(vial), "mg");
        medication["amount"]["denominator"] = quantity(vial.volume, "mL");
        Json batch = Json::object();
        set(batch, "lotNumber", text(vial.lot));
        batch["expirationDate"] = vial.expires.iso();
        medication["batch"] = std::move(batch);
        out.add(urnOf(vial.id), std::move(medication));
    }
}

// Pauses, resumes and changes of the rate, as the pump did them.
Json interruption(const domain::InfusionStep& step) {
    Json parts = Json::array({extension("kind", "valueCode", keyOf(step.kind)),
                              extension("at", "valueDateTime", step.head.observedAt.iso())});
    if (step.rate) parts.push_back(extension("rate", "valueQuantity", quantity(*step.rate, "mL/h")));
    if (const auto why = text(step.reason); !why.is_null()) parts.push_back(extension("reason", "valueString", why));
    return extension("pump-step", "extension", std::move(parts));
}

Json administrationExtensions(const ExportedInfusion& infusion) {
    Json result = Json::array();
    for (const auto& step : domain::standing(infusion.record.steps)) {
        const bool between = step.kind != domain::StepKind::Start && step.kind != domain::StepKind::Stop;
        if (between) result.push_back(interruption(step));
    }
    for (const auto& [vial, movements] : infusion.vials) {
        for (const auto& movement : movements) {
            const bool waste =
                movement.kind == domain::MovementKind::WastedVial || movement.kind == domain::MovementKind::WastedBag;
            if (!waste) continue;
            Json parts = Json::array({extension("kind", "valueCode", keyOf(movement.kind)),
                                      extension("amount", "valueQuantity", quantity(movement.amount, "mg"))});
            result.push_back(extension("drug-waste", "extension", std::move(parts)));
        }
    }
    return result;
}

Json dosageOf(const ExportedInfusion& infusion) {
    Json dosage;
    dosage["route"] = intravenous();
    dosage["dose"] = quantity(infusion.delivery.dose, "mg");
    for (const auto& step : domain::standing(infusion.record.steps)) {
        if (step.kind != domain::StepKind::Start || !step.rate) continue;
        dosage["rateQuantity"] = quantity(*step.rate, "mL/h");
        break;
    }
    return dosage;
}

const char* administrationStatus(const ExportedInfusion& infusion) {
    if (!infusion.delivery.stoppedAt) {
        return infusion.delivery.state == domain::PumpState::Paused ? "on-hold" : "in-progress";
    }
    return stopReason(infusion).empty() ? "completed" : "stopped";
}

Json performerOf(Resources& out, const domain::AccountId& account) {
    Json performer;
    performer["actor"] = out.person(account);
    return Json::array({std::move(performer)});
}

void addAdministration(Resources& out, const ExportedCourse& course, const ExportedInfusion& infusion) {
    if (!wasStarted(infusion)) return;
    const auto& record = infusion.record;
    Json given{{"resourceType", "MedicationAdministration"}};
    set(given, "extension", administrationExtensions(infusion));
    given["partOf"] = Json::array({reference(procedureOf(infusion))});
    given["status"] = administrationStatus(infusion);
    if (const auto why = words(stopReason(infusion)); !why.empty()) given["statusReason"] = Json::array({why});
    given["medicationCodeableConcept"] = drugConcept(course.protocol->drug);
    given["subject"] = reference(urnOf(record.infusion.patient));
    given["context"] = reference(encounterOf(infusion));
    Json vials = Json::array();
    for (const auto& one : infusion.vials)
        vials.push_back(reference(urnOf(one.vial.id)));
    set(given, "supportingInformation", std::move(vials));
    given["effectivePeriod"] = periodOf(*infusion.delivery.startedAt, infusion.delivery.stoppedAt);
    const auto steps = domain::standing(record.steps);
    const auto start = std::ranges::find(steps, domain::StepKind::Start, &domain::InfusionStep::kind);
    if (start != steps.end()) given["performer"] = performerOf(out, start->head.recordedBy);
    given["reasonReference"] = Json::array({reference(conditionOf(course.course))});
    given["request"] = reference(urnOf(record.infusion.order));
    given["dosage"] = dosageOf(infusion);
    out.add(administrationOf(infusion), std::move(given));
}

void addRescueDrugs(Resources& out, const ExportedInfusion& infusion) {
    for (const auto& one : domain::standing(infusion.record.rescueDrugs)) {
        Json given{{"resourceType", "MedicationAdministration"}};
        given["status"] = "completed";
        given["medicationCodeableConcept"] = words(one.drug);
        given["subject"] = reference(urnOf(infusion.record.infusion.patient));
        given["context"] = reference(encounterOf(infusion));
        given["effectiveDateTime"] = one.head.observedAt.iso();
        given["performer"] = performerOf(out, one.head.recordedBy);
        given["dosage"]["route"] =
            one.route == domain::DrugRoute::Intravenous ? intravenous() : local("drug-route", keyOf(one.route));
        given["dosage"]["dose"] = quantity(one.dose, "mg");
        out.add(urnOf(one.head.id), std::move(given));
    }
}

const char* outcomeCode(const domain::AdverseEvent& event) {
    constexpr int kDeath = 5; // CTCAE
    if (event.grade == kDeath) return "fatal";
    switch (event.outcome) {
    case domain::EventOutcome::Resolved:
        return "resolved";
    case domain::EventOutcome::Ongoing:
        return "ongoing";
    case domain::EventOutcome::ResolvedWithSequelae:
        return "resolvedWithSequelae";
    case domain::EventOutcome::Unknown:
        break;
    }
    return "unknown";
}

Json suspectOf(const ExportedInfusion& infusion, const domain::AdverseEvent& event) {
    Json suspect;
    suspect["instance"] = reference(administrationOf(infusion));
    if (event.relation) {
        Json causality;
        causality["assessment"] = local("event-relation", keyOf(*event.relation));
        suspect["causality"] = Json::array({std::move(causality)});
    }
    return Json::array({std::move(suspect)});
}

void addEvent(Resources& out, const ExportedInfusion& infusion, const domain::AdverseEvent& event) {
    Json result{{"resourceType", "AdverseEvent"}};
    Json details = Json::array(
        {extension("ctcae-grade", "valueInteger", event.grade), extension("action", "valueCode", keyOf(event.action))});
    if (event.endedAt) details.push_back(extension("ended", "valueDateTime", event.endedAt->iso()));
    result["extension"] = std::move(details);
    result["actuality"] = "actual";
    auto term = local("event-term", event.term);
    set(term, "text", text(event.words));
    result["event"] = std::move(term);
    result["subject"] = reference(urnOf(infusion.record.infusion.patient));
    result["encounter"] = reference(encounterOf(infusion));
    result["date"] = event.head.observedAt.iso();
    result["recordedDate"] = event.head.recordedAt.iso();
    if (event.serious) {
        result["seriousness"] = hl7("adverse-event-seriousness", *event.serious ? "serious" : "non-serious");
    }
    result["severity"] = hl7("adverse-event-severity", event.grade == 1   ? "mild"
                                                       : event.grade == 2 ? "moderate"
                                                                          : "severe");
    result["outcome"] = hl7("adverse-event-outcome", outcomeCode(event));
    result["recorder"] = out.person(event.head.recordedBy);
    if (wasStarted(infusion)) result["suspectEntity"] = suspectOf(infusion, event);
    out.add(urnOf(event.head.id), std::move(result));
}

} // namespace

void addInfusion(Resources& out, const ExportedCourse& course, const ExportedInfusion& infusion) {
    addEncounter(out, course, infusion);
    addProcedure(out, course, infusion);
    addVials(out, infusion);
    addAdministration(out, course, infusion);
    addRescueDrugs(out, infusion);
    addObservations(out, infusion);
    addTenderPoints(out, infusion, course.protocol->rules.monitoring);
    for (const auto& event : domain::standing(infusion.record.events))
        addEvent(out, infusion, event);
    if (!infusion.record.signature) return;
    Json targets = Json::array({reference(encounterOf(infusion)), reference(procedureOf(infusion))});
    if (wasStarted(infusion)) targets.push_back(reference(administrationOf(infusion)));
    addSignature(out, *infusion.record.signature, std::move(targets));
}

} // namespace chairside::exchange::fhir
