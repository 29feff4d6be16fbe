// What a colleague's program finds in a FHIR bundle, point by point.
#include "core/exchange/fhir_bundle.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>
#include <set>

#include "core/base/decimal_text.h"
#include "core/exchange/import/fhir_reader.h"
#include "core/exchange/outside_measures.h"
#include "tests/exchange/export_sample.h"
#include "tests/support/core/matchers.h"

namespace chairside::exchange {
namespace {

using Json = nlohmann::json;
using test::ExportSample;
using test::exportSample;

class Bundle : public ::testing::Test {
protected:
    ExportSample sample = exportSample();

    Json bundle() { return Json::parse(test::exported<FhirBundleSink>(sample)); }
    std::vector<Json> all(const std::string& type) {
        std::vector<Json> found;
        const auto whole = bundle();
        for (const auto& entry : whole.at("entry")) {
            if (entry.at("resource").at("resourceType") == type) found.push_back(entry.at("resource"));
        }
        return found;
    }
    Json one(const std::string& type) {
        const auto found = all(type);
        EXPECT_EQ(found.size(), 1U) << type;
        return found.empty() ? Json{} : found.front();
    }
    // The Observations with this code.
    std::vector<Json> measured(const std::string& code) {
        std::vector<Json> found;
        for (const auto& observation : all("Observation")) {
            if (observation.at("code").at("coding").at(0).at("code") == code) found.push_back(observation);
        }
        return found;
    }
    Json only(const std::string& code) {
        const auto found = measured(code);
        EXPECT_EQ(found.size(), 1U) << code;
        return found.empty() ? Json{} : found.front();
    }
};

void collectReferences(const Json& value, std::set<std::string>& into) {
    if (value.is_object() && value.contains("reference")) into.insert(value.at("reference").get<std::string>());
    if (!value.is_structured()) return;
    for (const auto& part : value)
        collectReferences(part, into);
}

std::string absence(const Json& value) {
    return value.at("dataAbsentReason").at("coding").at(0).at("code");
}

TEST_F(Bundle, IsACollectionWhoseReferencesAllStandInIt) {
    const auto whole = bundle();
    EXPECT_EQ(whole.at("type"), "collection");
    EXPECT_EQ(whole.at("timestamp"), "2025-01-06T13:00:00.000+01:00");
    std::set<std::string> urns, references;
    for (const auto& entry : whole.at("entry")) {
        const std::string urn = entry.at("fullUrl");
        EXPECT_TRUE(urn.starts_with("urn:uuid:")) << urn;
        EXPECT_TRUE(urns.insert(urn).second) << urn << " stands twice";
        collectReferences(entry.at("resource"), references);
    }
    for (const auto& reference : references)
        EXPECT_TRUE(urns.contains(reference)) << reference;
}

TEST_F(Bundle, IsTheSameWhenTheSameRecordIsExportedAgain) {
    EXPECT_EQ(bundle(), bundle());
}

// Only those that a checker has confirmed.
TEST_F(Bundle, NamesTheUsCoreProfilesItKeepsTo) {
    const std::string home = "http://hl7.org/fhir/us/core/StructureDefinition/";
    const auto claims = [](const Json& resource, const std::string& profile) {
        const auto& named = resource.at("meta").at("profile");
        return std::ranges::find(named, Json(profile)) != named.end();
    };
    EXPECT_TRUE(claims(one("Patient"), home + "us-core-patient"));
    for (const auto& order : all("MedicationRequest"))
        EXPECT_TRUE(claims(order, home + "us-core-medicationrequest"));
    const auto pressure = only("85354-9");
    EXPECT_TRUE(claims(pressure, home + "us-core-blood-pressure"));
    EXPECT_TRUE(claims(pressure, "http://hl7.org/fhir/StructureDefinition/bp"));
}

TEST_F(Bundle, SaysThatItIsTestDataWhereThePatientsAreInvented) {
    EXPECT_FALSE(bundle().contains("meta"));
    sample.head.invented = true;
    EXPECT_EQ(bundle().at("meta").at("security").at(0).at("code"), "HTEST");
}

TEST_F(Bundle, NamesThePatientAndOnlyPeopleTheRecordsName) {
    const auto patient = one("Patient");
    EXPECT_EQ(patient.at("name").at(0).at("family"), "Testpatient");
    EXPECT_EQ(patient.at("birthDate"), "1979-03-14");
    EXPECT_EQ(patient.at("identifier").at(0).at("value"), "KC 0412");
    EXPECT_EQ(all("Practitioner").size(), 2U);
}

TEST_F(Bundle, KeepsNamesOfEveryScriptAndLeavesOutWhatFhirForbids) {
    auto& name = sample.course.patient.details.name;
    name.given = "Zo\u00eb \u05e9\u05e8\u05d4 \u674e \U0001F600";
    name.family = std::string("Nul\0l\x01", 6);
    EXPECT_EQ(one("Patient").at("name").at(0).at("given").at(0), name.given);
    EXPECT_EQ(one("Patient").at("name").at(0).at("family"), "Null");
    name.family = "bro\xff"
                  "ken";
    EXPECT_EQ(one("Patient").at("name").at(0).at("family"), "bro\uFFFDken");
}

TEST_F(Bundle, TellsWhatIsKnownOfThePatientBesideTheCourse) {
    const auto migraine = all("Condition").front();
    EXPECT_EQ(migraine.at("code").at("text"), "Migraine");
    EXPECT_EQ(migraine.at("code").at("coding").at(0).at("code"), "G43.9");
    EXPECT_EQ(migraine.at("clinicalStatus").at("coding").at(0).at("code"), "resolved");
    EXPECT_EQ(migraine.at("abatementDateTime"), "2012-01-01");
    EXPECT_EQ(one("AllergyIntolerance").at("reaction").at(0).at("manifestation").at(0).at("text"), "hives");
    const auto medicine = one("MedicationStatement");
    EXPECT_EQ(medicine.at("status"), "active");
    EXPECT_EQ(medicine.at("effectivePeriod").dump(), R"({"start":"2024-01-02"})");
    EXPECT_EQ(medicine.at("dosage").at(0).at("text"), "300 mg at night");
    EXPECT_EQ(all("Procedure").front().at("code").at("text"), "Warm water");
}

TEST_F(Bundle, SaysOfAllergiesWhatTheRegistrationKnewWhereNoEntryTells) {
    sample.record.history.clear();
    sample.course.patient.details.allergyStatus = domain::AllergyStatus::NoneKnown;
    EXPECT_EQ(one("AllergyIntolerance").at("code").at("coding").at(0).at("code"), "716186003");
    sample.course.patient.details.allergyStatus = domain::AllergyStatus::NotRecorded;
    EXPECT_TRUE(all("AllergyIntolerance").empty());
}

TEST_F(Bundle, GivesAnswersAndScoresOfAQuestionnaireAndWhyOneIsMissing) {
    const auto filled = one("QuestionnaireResponse");
    EXPECT_EQ(filled.at("questionnaire"), "urn:chairside:instrument:gad7|1");
    EXPECT_EQ(filled.at("authored"), "2025-01-05");
    const auto& items = filled.at("item");
    EXPECT_EQ(items.at(0).at("answer").at(0).at("valueInteger"), 2);
    EXPECT_FALSE(items.at(1).contains("answer"));
    EXPECT_EQ(items.at(1).at("extension").at(0).at("valueCodeableConcept").at("coding").at(0).at("code"),
              "asked-declined");
    EXPECT_EQ(items.at(2).at("item").at(0).at("answer").at(0).at("valueDecimal").dump(), "2");
    EXPECT_FALSE(items.at(2).at("item").at(1).contains("answer")) << "too many answers were missing";
}

TEST_F(Bundle, ComesInAgainAsItWentOut) {
    const auto measures = shippedOutsideMeasures();
    ASSERT_THAT(measures, test::IsOk());
    const auto file = readBundle(test::exported<FhirBundleSink>(sample), *measures);
    ASSERT_THAT(file, test::IsOk());
    ASSERT_EQ(file->records.size(), 1U);
    const auto& record = file->records.front();
    EXPECT_TRUE(record.patient.problems.empty());
    EXPECT_EQ(record.patient.details.name, sample.course.patient.details.name);
    EXPECT_EQ(record.patient.details.born, sample.course.patient.details.born);
    EXPECT_EQ(record.patient.details.clinicNumber, sample.course.patient.details.clinicNumber);
    std::vector<domain::HistoryDetails> back;
    for (const auto& entry : record.history) {
        EXPECT_TRUE(entry.problems.empty()) << entry.details.text;
        back.push_back(entry.details);
    }
    EXPECT_THAT(back, ::testing::IsSupersetOf({sample.record.history[0].details, sample.record.history[1].details,
                                               sample.record.history[2].details}));
    std::vector<std::string> values;
    for (const auto& one : record.observations) {
        EXPECT_TRUE(one.problems.empty()) << one.loinc;
        if (one.loinc == "72514-3") values.push_back(base::toText(one.value));
    }
    EXPECT_THAT(values, ::testing::IsSupersetOf({std::string("3.429"), std::string("7"), std::string("0")}));
}

TEST_F(Bundle, SaysWhatTheCourseIsForAndWhatBecameOfItsDates) {
    EXPECT_EQ(all("Condition").back().at("code").at("coding").at(1).at("code"), "M79.7");
    EXPECT_EQ(one("EpisodeOfCare").at("status"), "active");
    const auto plan = one("CarePlan");
    EXPECT_EQ(plan.at("description"), "walk the dog");
    ASSERT_EQ(plan.at("activity").size(), 2U);
    EXPECT_EQ(plan.at("activity").at(0).at("detail").at("status"), "completed");
    const auto missed = plan.at("activity").at(1).at("detail");
    EXPECT_EQ(missed.at("status"), "cancelled");
    EXPECT_EQ(missed.at("statusReason").at("coding").at(0).at("code"), "missed");
    EXPECT_EQ(missed.at("statusReason").at("text"), "snow");
}

TEST_F(Bundle, OrdersTheDosePerKilogramOverItsMinutes) {
    const auto order = one("MedicationRequest");
    EXPECT_EQ(order.at("status"), "active");
    const auto dosage = order.at("dosageInstruction").at(0);
    EXPECT_EQ(dosage.at("doseAndRate").at(0).at("doseQuantity").at("value").dump(), "0.5");
    EXPECT_EQ(dosage.at("doseAndRate").at(0).at("doseQuantity").at("code"), "mg/kg");
    EXPECT_EQ(dosage.at("timing").at("repeat").at("duration"), 90);
}

TEST_F(Bundle, GivesTheDeliveredDoseWithRateInterruptionsAndWaste) {
    const auto given = all("MedicationAdministration").front();
    EXPECT_EQ(given.at("status"), "stopped");
    EXPECT_EQ(given.at("statusReason").at(0).at("text"), "asked to stop");
    EXPECT_EQ(given.at("effectivePeriod").at("start"), "2025-01-06T10:00:00.000+01:00");
    EXPECT_EQ(given.at("effectivePeriod").at("end"), "2025-01-06T11:30:00.000+01:00");
    EXPECT_EQ(given.at("dosage").at("dose").at("value"), 30);
    EXPECT_EQ(given.at("dosage").at("dose").at("code"), "mg");
    EXPECT_EQ(given.at("dosage").at("rateQuantity").at("value").dump(), "66.7");
    EXPECT_EQ(given.at("dosage").at("rateQuantity").at("code"), "mL/h");
    const auto& details = given.at("extension");
    ASSERT_EQ(details.size(), 4U);
    EXPECT_EQ(details.at(0).at("extension").at(0).at("valueCode"), "pause");
    EXPECT_EQ(details.at(0).at("extension").at(2).at("valueString"), "nausea");
    EXPECT_EQ(details.at(1).at("extension").at(0).at("valueCode"), "resume");
    EXPECT_EQ(details.at(2).at("extension").at(1).at("valueQuantity").at("value"), 465);
    EXPECT_EQ(details.at(3).at("extension").at(0).at("valueCode"), "wasted_bag");
    EXPECT_EQ(one("Medication").at("batch").at("lotNumber"), "KM42");
}

TEST_F(Bundle, HasTheDrugGivenAgainstAnEventAsAnAdministrationOfItsOwn) {
    const auto drugs = all("MedicationAdministration");
    ASSERT_EQ(drugs.size(), 2U);
    EXPECT_EQ(drugs.at(1).at("medicationCodeableConcept").at("text"), "ondansetron");
    EXPECT_EQ(drugs.at(1).at("dosage").at("dose").at("value"), 4);
}

TEST_F(Bundle, SaysThatAVitalSignWasNotTakenInsteadOfInventingOne) {
    const auto pressure = only("85354-9");
    EXPECT_EQ(pressure.at("meta").at("profile").at(0), "http://hl7.org/fhir/StructureDefinition/bp");
    EXPECT_EQ(pressure.at("component").at(0).at("valueQuantity").at("value"), 128);
    EXPECT_EQ(absence(pressure.at("component").at(1)), "not-performed");
    EXPECT_FALSE(pressure.at("component").at(1).contains("valueQuantity"));
    EXPECT_EQ(only("8867-4").at("valueQuantity").at("value"), 74);
    EXPECT_EQ(only("2708-6").at("valueQuantity").at("value"), 97);
    EXPECT_EQ(only("2708-6").at("code").at("coding").at(1).at("code"), "59408-5");
    EXPECT_EQ(absence(only("9279-1")), "not-performed");
    EXPECT_EQ(only("29463-7").at("valueQuantity").at("value"), 70);
}

TEST_F(Bundle, TellsNoPainFromPainThatNobodyKnows) {
    const auto scores = measured("72514-3");
    ASSERT_EQ(scores.size(), 3U);
    EXPECT_EQ(scores.at(0).at("identifier").at(0).at("value"), "urn:uuid:x") << "measured elsewhere";
    EXPECT_EQ(scores.at(0).at("valueQuantity").at("value").dump(), "3.429");
    EXPECT_EQ(scores.at(1).at("valueQuantity").at("value"), 7);
    EXPECT_EQ(scores.at(2).at("valueQuantity").at("value"), 0);
    EXPECT_EQ(scores.at(2).at("status"), "corrected");
    const auto followUp = only("38208-5");
    EXPECT_FALSE(followUp.contains("valueQuantity"));
    EXPECT_EQ(absence(followUp), "temp-unknown");
    EXPECT_EQ(followUp.at("effectiveDateTime"), "2025-02-10");
    sample.infusion.record.pain.pop_back();
    EXPECT_EQ(absence(measured("72514-3").at(2)), "asked-declined");
}

TEST_F(Bundle, HasEveryTenderPointWithItsSideAndWhetherItWasExamined) {
    const auto sites = measured("mtps_0_to_10");
    ASSERT_EQ(sites.size(), domain::kTenderSiteCount);
    const auto& right = sites.at(1);
    EXPECT_EQ(right.at("bodySite").at("coding").at(0).at("code"), "occiput_r");
    EXPECT_EQ(right.at("component").at(0).at("valueCodeableConcept").at("coding").at(0).at("code"), "24028007");
    EXPECT_EQ(right.at("valueQuantity").at("value"), 4);
    EXPECT_EQ(right.at("component").at(1).at("valueQuantity").at("value").dump(), "2.5");
    EXPECT_EQ(sites.at(2).at("valueQuantity").at("value"), 0);
    EXPECT_EQ(absence(sites.at(3)), "not-performed");
    const auto panel = only("tender_point_count");
    EXPECT_EQ(panel.at("hasMember").size(), domain::kTenderSiteCount);
    EXPECT_EQ(panel.at("valueInteger"), 1);
    EXPECT_EQ(panel.at("component").at(1).at("valueInteger"), 16);
}

TEST_F(Bundle, HasSedationDissociationChangeReliefAndEndurance) {
    EXPECT_EQ(only("moaas").at("valueQuantity").at("value"), 5);
    EXPECT_EQ(only("moaas").at("code").at("coding").at(0).at("system"), "urn:chairside:codes:sedation-scale");
    EXPECT_EQ(only("item_0_to_4").at("valueQuantity").at("value"), 0);
    EXPECT_EQ(only("global_impression_of_change").at("valueQuantity").at("value"), 2);
    EXPECT_EQ(only("pain_relief").at("valueQuantity").at("value"), 0);
    const auto endurance = only("static_endurance");
    EXPECT_EQ(endurance.at("valueQuantity").at("value"), 45);
    EXPECT_EQ(endurance.at("component").at(0).at("valueQuantity").at("value"), 2);
    EXPECT_EQ(endurance.at("component").at(1).at("valueCodeableConcept").at("coding").at(0).at("code"), "7771000");
}

TEST_F(Bundle, HasTheEventWithItsGradeAndWhatWasDone) {
    const auto event = one("AdverseEvent");
    EXPECT_EQ(event.at("actuality"), "actual");
    EXPECT_EQ(event.at("event").at("coding").at(0).at("code"), "nausea");
    EXPECT_EQ(event.at("severity").at("coding").at(0).at("code"), "moderate");
    EXPECT_EQ(event.at("extension").at(0).at("valueInteger"), 2);
    EXPECT_EQ(event.at("suspectEntity").at(0).at("causality").at(0).at("assessment").at("coding").at(0).at("code"),
              "probable");
    sample.infusion.record.events.front().serious.reset();
    EXPECT_FALSE(one("AdverseEvent").contains("seriousness"));
}

TEST_F(Bundle, HasWhoSignedWhatWithItsHashAndTheNotesWithTheirWriters) {
    const auto signatures = all("Provenance");
    ASSERT_EQ(signatures.size(), 2U);
    EXPECT_EQ(signatures.at(0).at("signature").at(0).at("extension").at(0).at("valueString"), std::string(64, 'b'));
    EXPECT_EQ(signatures.at(1).at("target").size(), 3U);
    EXPECT_EQ(signatures.at(1).at("recorded"), "2025-01-06T12:10:00.000+01:00");
    const auto notes = all("Procedure").back().at("note");
    ASSERT_EQ(notes.size(), 2U);
    EXPECT_EQ(notes.at(0).at("text"), "slept well");
    EXPECT_EQ(notes.at(1).at("text"), "called the family");
}

TEST_F(Bundle, HasNoAdministrationOfAnInfusionThatWasNotStarted) {
    sample.infusion.delivery = {};
    sample.infusion.record.steps.clear();
    sample.infusion.record.rescueDrugs.clear();
    EXPECT_TRUE(all("MedicationAdministration").empty());
    EXPECT_EQ(all("Procedure").back().at("status"), "preparation");
    EXPECT_FALSE(one("AdverseEvent").contains("suspectEntity"));
}

TEST_F(Bundle, StopsWhereTheFileCannotBeWritten) {
    int pieces = 0;
    FhirBundleSink sink([&pieces](std::string_view) -> base::Done {
        if (++pieces > 3) return base::fail(base::Code::StorageFull, "output");
        return {};
    });
    EXPECT_THAT(sink.begin(sample.head), test::FailsWith(base::Code::StorageFull));
}

} // namespace
} // namespace chairside::exchange
