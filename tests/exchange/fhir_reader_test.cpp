// Bundles of other systems: what is taken from them, and what is refused.
#include "core/exchange/import/fhir_reader.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/base/decimal_text.h"
#include "core/exchange/outside_measures.h"

namespace chairside::exchange {
namespace {

using base::Rule;
using domain::HistoryKind;
using services::LeftOut;
using services::LeftOutReason;

std::vector<domain::OutsideMeasure> measures() {
    auto all = shippedOutsideMeasures();
    if (all) return *std::move(all);
    ADD_FAILURE() << all.error().detail;
    return {};
}

const std::string kPatient = R"({"fullUrl":"urn:uuid:p","resource":{"resourceType":"Patient","name":[
    {"family":"Old","given":["Anna"],"use":"old"},{"family":"Sample","given":["Zo\u00eb","M"],"prefix":["Ms"]}],
    "gender":"female","birthDate":"1979-02-28","telecom":[{"system":"email","value":"x"},
    {"system":"phone","value":"555 0101"}]}})";

std::string bundle(const std::string& entries, const std::string& type = "collection") {
    return R"({"resourceType":"Bundle","type":")" + type + R"(","entry":[)" + entries + "]}";
}

std::string about(const std::string& resource, const std::string& url = "urn:uuid:r") {
    return bundle(kPatient + R"(,{"fullUrl":")" + url + R"(","resource":{)" + resource +
                  R"(,"subject":{"reference":"urn:uuid:p"}}})");
}

services::RecordFile read(const std::string& text) {
    auto file = readBundle(text, measures());
    if (file) return *std::move(file);
    ADD_FAILURE() << ::testing::PrintToString(file.error().problems.size()) << " problems, first "
                  << (file.error().problems.empty() ? "" : file.error().problems.front().value);
    return {};
}

// Why the file as a whole is refused.
std::string refusalOf(const std::string& text) {
    const auto file = readBundle(text, measures());
    return file || file.error().problems.empty() ? "" : file.error().problems.front().value;
}

services::HistoryCandidate entryOf(const std::string& resource) {
    const auto file = read(about(resource));
    if (file.records.empty() || file.records[0].history.size() != 1) {
        ADD_FAILURE() << "not one entry";
        return {};
    }
    return file.records[0].history[0];
}

std::string firstProblem(const base::Problems& problems) {
    return problems.empty() ? "" : problems.front().field;
}

TEST(FhirReader, APatientComesWithTheNameThatCountsNow) {
    const auto file = read(bundle(kPatient));
    ASSERT_EQ(file.records.size(), 1U);
    const auto& patient = file.records[0].patient;
    EXPECT_EQ(patient.place, "entry 1");
    EXPECT_TRUE(patient.problems.empty());
    EXPECT_EQ(patient.details.name.family, "Sample");
    EXPECT_EQ(patient.details.name.given, "Zo\xC3\xAB M");
    EXPECT_EQ(patient.details.name.title, "Ms");
    EXPECT_EQ(patient.details.born.iso(), "1979-02-28");
    EXPECT_EQ(patient.details.phone, "555 0101");
    EXPECT_TRUE(patient.details.clinicNumber.empty()) << "numbers of other houses are not this clinic's";
}

TEST(FhirReader, WhatIsWrongWithAPatientIsAProblemOfThePatient) {
    const auto with = [](const std::string& members) {
        const auto file = read(bundle(R"({"resource":{"resourceType":"Patient","id":"p",)" + members + "}}"));
        return file.records.empty() ? "" : firstProblem(file.records[0].patient.problems);
    };
    const std::string name = R"("name":[{"family":"A","given":["B"]}])";
    EXPECT_EQ(with(name + R"(,"birthDate":"1979-02-28")"), "");
    EXPECT_EQ(with(name + R"(,"birthDate":"1979-02-30")"), "born");
    EXPECT_EQ(with(name + R"(,"birthDate":"1979")"), "born");
    EXPECT_EQ(with(name), "born");
    EXPECT_EQ(with(name + R"(,"birthDate":"1979-02-28","gender":"F")"), "gender");
    EXPECT_EQ(with(name + R"(,"birthDate":"1979-02-28","favouriteColour":"blue")"), "element");
    EXPECT_EQ(with(name + R"(,"birthDate":"1979-02-28","modifierExtension":[])"), "element");
    EXPECT_EQ(with(name + R"(,"birthDate":"1979-02-28","deceasedBoolean":true)"), "deceased");
    EXPECT_EQ(with(R"("name":[{"family":"A\u202Eb","given":["B"]}],"birthDate":"1979-02-28")"), "family");
}

TEST(FhirReader, FibromyalgiaIsTheDiagnosisInEveryCodeSystemItComesIn) {
    for (const char* coding : {R"({"system":"http://snomed.info/sct","code":"95417003"})",
                               R"({"system":"http://snomed.info/sct","code":"203082005"})",
                               R"({"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"M79.7"})"}) {
        const auto entry = entryOf(R"("resourceType":"Condition","code":{"coding":[)" + std::string(coding) +
                                   R"(],"text":"Fibromyalgia"},"onsetDateTime":"2020-04-27T00:24:54+00:00")");
        EXPECT_EQ(entry.details.kind, HistoryKind::Diagnosis) << coding;
        EXPECT_EQ(entry.details.code, "M79.7");
        EXPECT_EQ(entry.details.since->iso(), "2020-04-27");
    }
}

TEST(FhirReader, AnotherConditionKeepsItsDaysAndWhatIsOverEnds) {
    const std::string head = R"("resourceType":"Condition","code":{"coding":[{"system":"http://snomed.info/sct",
        "code":"72892002","display":"Normal pregnancy"}]},"clinicalStatus":{"coding":[{"code":"resolved"}]},)";
    auto entry = entryOf(head + R"("onsetDateTime":"2010-12-07","abatementDateTime":"2011-07-12T00:24:54.1234+02:00")");
    EXPECT_EQ(entry.details.kind, HistoryKind::Comorbidity);
    EXPECT_EQ(entry.details.text, "Normal pregnancy");
    EXPECT_EQ(entry.details.until->iso(), "2011-07-12");
    entry = entryOf(head + R"("recordedDate":"2011-07-20")");
    EXPECT_EQ(entry.details.until->iso(), "2011-07-20") << "the last day on which it is known";
    entry = entryOf(head + R"("onsetDateTime":"2010")");
    EXPECT_EQ(entry.details.note, "2010") << "a year is no day, and is not lost";
    EXPECT_EQ(firstProblem(entry.problems), "until");
    EXPECT_EQ(firstProblem(entryOf(head + R"("onsetDateTime":"soon")").problems), "since");
}

TEST(FhirReader, MedicinesComeWithDoseRouteAndTheirOwnEnd) {
    const auto entry = entryOf(R"("resourceType":"MedicationStatement","status":"completed",
        "contained":[{"resourceType":"Medication","id":"m","code":{"text":"Gabapentin 300 mg"}}],
        "medicationReference":{"reference":"#m"},"effectivePeriod":{"start":"2019-01-02","end":"2019-03-04"},
        "dosage":[{"text":"one at night","route":{"text":"oral"}}])");
    EXPECT_EQ(entry.details.kind, HistoryKind::Medicine);
    EXPECT_EQ(entry.details.text, "Gabapentin 300 mg");
    EXPECT_EQ(entry.details.dose, "one at night");
    EXPECT_EQ(entry.details.route, "oral");
    EXPECT_EQ(entry.details.since->iso(), "2019-01-02");
    EXPECT_EQ(entry.details.until->iso(), "2019-03-04");
    const auto request = entryOf(R"("resourceType":"MedicationRequest","status":"active","intent":"order",
        "medicationCodeableConcept":{"text":"Duloxetine"},"authoredOn":"2024-05-06")");
    EXPECT_FALSE(request.details.until);
    EXPECT_EQ(firstProblem(entryOf(R"("resourceType":"MedicationStatement","status":"eaten",
        "medicationCodeableConcept":{"text":"A"})")
                               .problems),
              "status");
    EXPECT_EQ(firstProblem(entryOf(R"("resourceType":"MedicationStatement","status":"active",
        "medicationCodeableConcept":{"text":"A"},"effectivePeriod":{"start":"2019-03-04","end":"2019-01-02"})")
                               .problems),
              "until");
}

TEST(FhirReader, AllergiesAndThatThereAreNone) {
    const auto of = [](const std::string& members) {
        const auto file = read(bundle(kPatient + R"(,{"resource":{"resourceType":"AllergyIntolerance",
            "patient":{"reference":"urn:uuid:p"},)" +
                                      members + "}}"));
        return file.records.at(0).history;
    };
    const auto known = of(R"("code":{"text":"Penicillin"},"reaction":[{"manifestation":[{"text":"Hives"}]}])");
    ASSERT_EQ(known.size(), 1U);
    EXPECT_EQ(known[0].details.kind, HistoryKind::Allergy);
    EXPECT_EQ(known[0].details.note, "Hives");
    EXPECT_EQ(of(R"("code":{"coding":[{"system":"http://snomed.info/sct","code":"716186003"}]})")[0].details.kind,
              HistoryKind::NoKnownAllergies);
    EXPECT_TRUE(of(R"("code":{"text":"Nuts"},"verificationStatus":{"coding":[{"code":"refuted"}]})").empty());
}

struct ValueCase {
    const char* members;
    const char* expected; // the value, the field of its problem, or empty: left out
};

class FhirValue : public ::testing::TestWithParam<ValueCase> {};

TEST_P(FhirValue, IsReadExactlyOrRefusedOrLeftOut) {
    const auto file = read(about(std::string(R"("resourceType":"Observation","code":{"coding":[{
        "system":"http://loinc.org","code":"72514-3","display":"Pain"}]},)") +
                                 GetParam().members));
    const auto& values = file.records.at(0).observations;
    std::string found;
    if (!values.empty()) {
        found = firstProblem(values[0].problems);
        if (found.empty()) found = base::toText(values[0].value);
    }
    EXPECT_EQ(found, GetParam().expected) << GetParam().members;
    EXPECT_EQ(values.empty(), !file.leftOut.empty());
}

constexpr auto kWhen = R"("status":"final","effectiveDateTime":"2011-12-13T00:24:54+00:00",)";
const std::string kCases[] = {
    std::string(kWhen) + R"("valueQuantity":{"value":7,"code":"{score}"})",
    std::string(kWhen) + R"("valueQuantity":{"value":3.429389311333276,"unit":"{score}"})",
    std::string(kWhen) + R"("valueQuantity":{"value":3.4285,"code":"{score}"})",
    std::string(kWhen) + R"("valueQuantity":{"value":11,"code":"{score}"})",
    std::string(kWhen) + R"("valueQuantity":{"value":-1,"code":"{score}"})",
    std::string(kWhen) + R"("valueQuantity":{"value":7e0,"code":"{score}"})",
    std::string(kWhen) + R"("valueQuantity":{"value":"7","code":"mm"})",
    std::string(kWhen) + R"("dataAbsentReason":{"text":"asleep"})",
    std::string(kWhen) + R"("note":[])",
    R"("status":"final","valueQuantity":{"value":7,"code":"{score}"})",
    R"("effectiveDateTime":"2011-12-13","valueQuantity":{"value":7,"code":"{score}"})",
    R"("status":"final","effectiveDateTime":"13.12.2011","valueQuantity":{"value":7,"code":"{score}"})",
    R"("status":"entered-in-error","valueQuantity":{"value":7,"code":"{score}"})",
    R"("status":"preliminary","valueQuantity":{"value":7,"code":"{score}"})"};

INSTANTIATE_TEST_SUITE_P(Pain, FhirValue,
                         ::testing::Values(ValueCase{kCases[0].c_str(), "7"}, ValueCase{kCases[1].c_str(), "3.429"},
                                           ValueCase{kCases[2].c_str(), "3.429"}, ValueCase{kCases[3].c_str(), "value"},
                                           ValueCase{kCases[4].c_str(), "value"}, ValueCase{kCases[5].c_str(), "value"},
                                           ValueCase{kCases[6].c_str(), ""}, ValueCase{kCases[7].c_str(), ""},
                                           ValueCase{kCases[8].c_str(), "value"}, ValueCase{kCases[9].c_str(), "at"},
                                           ValueCase{kCases[10].c_str(), "status"}, ValueCase{kCases[11].c_str(), "at"},
                                           ValueCase{kCases[12].c_str(), ""}, ValueCase{kCases[13].c_str(), ""}));

TEST(FhirReader, ABloodPressureIsTwoValuesOrSaysWhichHalfIsMissing) {
    const auto part = [](const char* code, int value) {
        return R"({"code":{"coding":[{"system":"http://loinc.org","code":")" + std::string(code) +
               R"("}]},"valueQuantity":{"value":)" + std::to_string(value) + R"(,"code":"mm[Hg]"}})";
    };
    const auto of = [&](const std::string& parts) {
        return read(about(R"("resourceType":"Observation","status":"final","effectiveDateTime":"2024-05-06T09:30:00Z",
            "code":{"coding":[{"system":"http://loinc.org","code":"85354-9"}]},"component":[)" +
                          parts + "]"))
            .records.at(0)
            .observations;
    };
    const auto both = of(part("8462-4", 74) + "," + part("8480-6", 121));
    ASSERT_EQ(both.size(), 2U);
    EXPECT_EQ(both[0].loinc, "8480-6");
    EXPECT_EQ(base::toText(both[0].value), "121");
    EXPECT_EQ(base::toText(both[1].value), "74");
    EXPECT_EQ(both[0].source, "urn:uuid:r");
    const auto half = of(part("8462-4", 74));
    ASSERT_EQ(half.size(), 2U);
    EXPECT_EQ(firstProblem(half[0].problems), "component");
    EXPECT_TRUE(half[1].problems.empty());
}

TEST(FhirReader, WhatIsNotKeptHereIsCountedByItsReason) {
    const auto file =
        read(bundle(kPatient + R"(,{"resource":{"resourceType":"Claim"}},{"resource":{"resourceType":"Claim"}},
        {"resource":{"resourceType":"Observation","status":"final","subject":{"reference":"urn:uuid:p"},
         "code":{"coding":[{"system":"http://loinc.org","code":"2093-3","display":"Total Cholesterol"}]}}},
        {"resource":{"resourceType":"MedicationRequest","status":"draft","subject":{"reference":"urn:uuid:p"}}})"));
    EXPECT_EQ(file.leftOut, (std::vector<LeftOut>{{"2093-3 Total Cholesterol", LeftOutReason::Measure, 1},
                                                  {"Claim", LeftOutReason::Kind, 2},
                                                  {"MedicationRequest", LeftOutReason::Unconfirmed, 1}}));
}

TEST(FhirReader, AFileThatDoesNotSayWhatBelongsToWhomIsRefusedWhole) {
    EXPECT_EQ(refusalOf("{"), "syntax");
    EXPECT_EQ(refusalOf(R"({"resourceType":"Bundle","resourceType":"Bundle"})"), "duplicate_key");
    EXPECT_EQ(refusalOf(R"({"resourceType":"Patient"})"), "not_a_bundle");
    EXPECT_EQ(refusalOf(bundle(kPatient, "history")), "not_a_bundle");
    EXPECT_EQ(refusalOf(bundle("")), "no_patient");
    EXPECT_EQ(refusalOf(bundle(kPatient + "," + kPatient)), "full_url");
    EXPECT_EQ(refusalOf(bundle(kPatient + R"(,{"resource":{}})")), "resource");
    const auto subject = [](const std::string& reference) {
        return refusalOf(bundle(kPatient + R"(,{"resource":{"resourceType":"Condition","code":{"text":"x"},
            "subject":{"reference":")" +
                                reference + R"("}}})"));
    };
    EXPECT_EQ(subject("urn:uuid:p"), "");
    EXPECT_EQ(subject("urn:uuid:other"), "subject");
    EXPECT_EQ(subject("http://example.org/fhir/Patient/1"), "subject") << "nothing is fetched";
    EXPECT_EQ(subject(""), "subject");
}

TEST(FhirReader, BombsAreRefusedBeforeTheyGrow) {
    EXPECT_EQ(refusalOf(std::string(100'000, '[')), "too_deep");
    std::string many = "[";
    for (int i = 0; i < 1'000'000; ++i)
        many += "1,";
    EXPECT_EQ(refusalOf(many + "1]"), "too_many_values");
    EXPECT_EQ(refusalOf('"' + std::string(64U * 1024 * 1024, 'x') + '"'), "too_large");
}

TEST(OutsideMeasures, ListsThatAreNotWholeAreRefused) {
    EXPECT_TRUE(parseOutsideMeasures(R"({"source":"s","measures":[{"loinc":"1-8","name":"n","units":["kg"],
        "low":"1","high":"2"}]})"));
    for (const char* wrong :
         {"[]", R"({"source":"s","measures":[]})",
          R"({"source":"s","measures":[{"loinc":"1-8","name":"n","units":["kg"],"low":"2","high":"2"}]})",
          R"({"source":"s","measures":[{"loinc":"1-8","name":"n","units":[],"low":"1","high":"2"}]})",
          R"({"measures":[{"loinc":"1-8","name":"n","units":["kg"],"low":"1","high":"2"}]})"}) {
        EXPECT_FALSE(parseOutsideMeasures(wrong)) << wrong;
    }
}

} // namespace
} // namespace chairside::exchange
