#include "core/exchange/fhir/fhir_observations.h"

#include "core/domain/outcome/aldrete.h"
#include "core/exchange/export_keys.h"

namespace chairside::exchange::fhir {
namespace {

// The profiles stand before everything else.
Json vitalSign(Resources& out, const Measured& what, std::initializer_list<std::string_view> profiles, Json code) {
    auto result = observation(out, what, "vital-signs", std::move(code));
    result["meta"] = metaOf(profiles);
    return result;
}

Json pressure(std::string_view code, std::string_view display, const std::optional<int>& value) {
    const auto what = conceptOf(coding(kLoinc, code, display));
    if (!value) return component(what, "dataAbsentReason", absent("not-performed"));
    return component(what, "valueQuantity", quantity(*value, "mmHg", "mm[Hg]"));
}

void addPressure(Resources& out, const Measured& what, const domain::VitalSigns& row) {
    auto result = vitalSign(out, what, {"bp", "us-core-blood-pressure"},
                            conceptOf(coding(kLoinc, "85354-9", "Blood pressure panel with all children optional")));
    result["component"] = Json::array({pressure("8480-6", "Systolic blood pressure", row.systolic),
                                       pressure("8462-4", "Diastolic blood pressure", row.diastolic)});
    if (!row.systolic && !row.diastolic) result["dataAbsentReason"] = absent("not-performed");
    out.add(urnOf(row.head.id, "bp"), std::move(result));
}

struct Sign {
    std::string_view profile, part, loinc, display, unit, ucum;
};

void addSign(Resources& out, const Measured& what, const domain::EntryHead& head, const Sign& sign,
             const std::optional<int>& value) {
    Json code = conceptOf(coding(kLoinc, sign.loinc, sign.display));
    if (sign.profile == "oxygensat") {
        code["coding"].push_back(coding(kLoinc, "59408-5", "Oxygen saturation in Arterial blood by Pulse oximetry"));
    }
    auto result = vitalSign(out, what, {sign.profile}, std::move(code));
    if (value) result["valueQuantity"] = quantity(*value, sign.unit, sign.ucum);
    if (!value) result["dataAbsentReason"] = absent("not-performed");
    out.add(urnOf(head.id, sign.part), std::move(result));
}

void addVitals(Resources& out, const services::ExportedInfusion& infusion) {
    constexpr Sign kHeart{"heartrate", "hr", "8867-4", "Heart rate", "/min", "/min"};
    constexpr Sign kOxygen{"oxygensat", "spo2", "2708-6", "Oxygen saturation in Arterial blood", "%", "%"};
    constexpr Sign kBreath{"resprate", "rr", "9279-1", "Respiratory rate", "/min", "/min"};
    for (const auto& row : domain::standing(infusion.record.vitals)) {
        const auto what = measuredAt(infusion, row.head);
        addPressure(out, what, row);
        addSign(out, what, row.head, kHeart, row.heartRate);
        addSign(out, what, row.head, kOxygen, row.spo2);
        addSign(out, what, row.head, kBreath, row.respiration);
    }
}

void addWeight(Resources& out, const services::ExportedInfusion& infusion) {
    const auto prepared = domain::preparedDose(infusion.record);
    if (!prepared) return;
    auto what = measuredAt(infusion, prepared->head);
    what.when = prepared->weighedOn.iso();
    auto result = vitalSign(out, what, {"bodyweight"}, conceptOf(coding(kLoinc, "29463-7", "Body weight")));
    result["valueQuantity"] = quantity(prepared->inputs.weight, "kg");
    out.add(urnOf(prepared->head.id, "weight"), std::move(result));
}

// 72514-3 asks about the present; a longer time has the general code and says which.
Json painCode(domain::RecallFrame frame) {
    if (frame == domain::RecallFrame::Now) {
        return conceptOf(coding(kLoinc, "72514-3", "Pain severity - 0-10 verbal numeric rating [Score] - Reported"));
    }
    return conceptOf(coding(kLoinc, "38208-5", "Pain severity - Reported"));
}

Json choice(std::string_view part, std::string_view system, std::string_view key) {
    return component(local("component", part), "valueCodeableConcept", local(system, key));
}

Json painObservation(Resources& out, const Measured& what, domain::RecallFrame frame, std::string_view moment,
                     const std::optional<int>& value, const std::optional<domain::MissingReason>& missing) {
    auto result = observation(out, what, "survey", painCode(frame));
    if (value) result["valueQuantity"] = score(*value);
    if (!value) result["dataAbsentReason"] = absent(missing.value_or(domain::MissingReason::NotRecorded));
    result["component"] =
        Json::array({choice("moment", "pain-moment", moment), choice("recall", "recall-frame", keyOf(frame))});
    return result;
}

void addScores(Resources& out, const services::ExportedInfusion& infusion) {
    for (const auto& one : domain::standing(infusion.record.pain)) {
        out.add(urnOf(one.head.id), painObservation(out, measuredAt(infusion, one.head), one.frame, keyOf(one.moment),
                                                    one.value, one.missing));
    }
    for (const auto& one : domain::standing(infusion.record.sedation)) {
        auto code = local("sedation-scale", keyOf(one.scale));
        if (one.scale == domain::SedationScale::Rass) {
            code["coding"].push_back(coding(kLoinc, "54632-5", "Richmond agitation-sedation scale"));
        }
        auto result = observation(out, measuredAt(infusion, one.head), "survey", std::move(code));
        result["valueQuantity"] = score(one.value);
        out.add(urnOf(one.head.id), std::move(result));
    }
    for (const auto& one : domain::standing(infusion.record.dissociation)) {
        auto result =
            observation(out, measuredAt(infusion, one.head), "survey", local("dissociation-scale", keyOf(one.scale)));
        result["valueQuantity"] = score(one.value);
        out.add(urnOf(one.head.id), std::move(result));
    }
}

void addAldrete(Resources& out, const services::ExportedInfusion& infusion) {
    for (const auto& one : domain::standing(infusion.record.aldrete)) {
        auto result =
            observation(out, measuredAt(infusion, one.head), "survey", local("discharge-score", "modified_aldrete"));
        result["valueQuantity"] = score(domain::totalOf(one.items));
        const auto item = [](std::string_view part, int value) {
            return component(local("aldrete-item", part), "valueQuantity", score(value));
        };
        result["component"] =
            Json::array({item("activity", one.items.activity), item("respiration", one.items.respiration),
                         item("circulation", one.items.circulation), item("consciousness", one.items.consciousness),
                         item("spo2", one.items.spo2), choice("variant", "circulation-variant", keyOf(one.variant))});
        out.add(urnOf(one.head.id), std::move(result));
    }
}

Json laterality(domain::BodySide side) {
    return side == domain::BodySide::Right ? conceptOf(coding(kSnomed, "24028007", "Right"))
                                           : conceptOf(coding(kSnomed, "7771000", "Left"));
}

void addEndurance(Resources& out, const Measured& what, const domain::AfterAssessment& one) {
    if (!one.endurance) return;
    const auto& test = *one.endurance;
    auto result = observation(out, what, "exam", local("outcome", "static_endurance"));
    result["valueQuantity"] = quantity(test.seconds, "s", "s");
    auto stop = local("endurance-stop", keyOf(test.stop));
    set(stop, "text", text(test.words));
    result["component"] =
        Json::array({component(local("component", "load"), "valueQuantity", quantity(test.load, "kg")),
                     component(local("component", "laterality"), "valueCodeableConcept", laterality(test.side)),
                     component(local("component", "stop"), "valueCodeableConcept", std::move(stop))});
    out.add(urnOf(one.head.id, "endurance"), std::move(result));
}

void addAfter(Resources& out, const services::ExportedInfusion& infusion) {
    for (const auto& one : domain::standing(infusion.record.after)) {
        const auto what = measuredAt(infusion, one.head);
        if (one.impression) {
            auto result = observation(out, what, "survey", local("outcome", "global_impression_of_change"));
            result["valueQuantity"] = score(*one.impression);
            result["component"] = Json::array({choice("direction", "impression-direction", keyOf(one.direction)),
                                               choice("compared_with", "compared-with", keyOf(one.impressionSince))});
            out.add(urnOf(one.head.id, "impression"), std::move(result));
        }
        if (one.relief) {
            auto result = observation(out, what, "survey", local("outcome", "pain_relief"));
            result["valueQuantity"] = quantity(*one.relief, "%", "%");
            result["component"] = Json::array({choice("compared_with", "compared-with", keyOf(one.reliefSince))});
            out.add(urnOf(one.head.id, "relief"), std::move(result));
        }
        addEndurance(out, what, one);
    }
}

} // namespace

Json component(Json code, const char* valueElement, Json value) {
    Json result;
    result["code"] = std::move(code);
    result[valueElement] = std::move(value);
    return result;
}

Measured measuredAt(const services::ExportedInfusion& infusion, const domain::EntryHead& head) {
    return {.patient = urnOf(infusion.record.infusion.patient),
            .encounter = urnOf(infusion.record.infusion.id),
            .when = head.observedAt.iso(),
            .by = head.recordedBy,
            .corrected = head.corrects.has_value()};
}

void addFollowUp(Resources& out, const domain::Patient& patient, const domain::FollowUp& followUp) {
    const Measured what{.patient = urnOf(patient.id),
                        .encounter = {},
                        .when = followUp.date.iso(),
                        .by = followUp.recordedBy,
                        .corrected = false};
    out.add(urnOf(followUp.id),
            painObservation(out, what, followUp.frame, keyOf(followUp.kind), followUp.pain, followUp.missing));
}

void addObservations(Resources& out, const services::ExportedInfusion& infusion) {
    addWeight(out, infusion);
    addVitals(out, infusion);
    addScores(out, infusion);
    addAldrete(out, infusion);
    addAfter(out, infusion);
}

} // namespace chairside::exchange::fhir
