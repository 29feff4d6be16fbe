// Patients of another system: compared first, then all or none.
#include "core/services/import_service.h"

#include <gtest/gtest.h>

#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using base::Code;
using base::Rule;
using services::ImportVerdict;
using services::PatientCandidate;

PatientCandidate candidate(const std::string& place, domain::PatientDetails details) {
    return {place, std::move(details), {}};
}

class Imports : public ServiceTest {
protected:
    Imports() : anna(clinic.patient()) {}

    [[nodiscard]] services::ImportRow judged(const domain::PatientDetails& details) {
        return need(clinic.services.imports.preview(clinic.nurse, {candidate("line 2", details)})).rows.front();
    }
    [[nodiscard]] auto patients() { return need(clinic.services.patients.search(clinic.nurse, "", 100)).total; }

    domain::PatientId anna; // Anna Testpatient, KC 0412, 14-Mar-1979
};

TEST_F(Imports, WhoeverIsNotKnownIsNew) {
    const auto row = judged(aPatient("Robin", "Sample", "KC 9", "1980-01-02"));
    EXPECT_EQ(row.verdict, ImportVerdict::New);
    EXPECT_TRUE(row.known.empty());
    EXPECT_EQ(patients(), 1) << "looking changes nothing";
}

TEST_F(Imports, TheSamePersonIsFoundByNumberOrByNameAndBirthDate) {
    EXPECT_EQ(judged(aPatient()).verdict, ImportVerdict::Matched);
    auto details = aPatient();
    details.clinicNumber = "kc-0412";
    EXPECT_EQ(judged(details).verdict, ImportVerdict::Conflicting) << "the number is written otherwise";
    details.clinicNumber.clear();
    EXPECT_EQ(judged(details).verdict, ImportVerdict::Matched);
    details.name.family = "TESTPATIENT";
    EXPECT_EQ(judged(details).differences, std::vector<std::string>{"family"});
    details.name.family = "T\xC3\xA9stpatient";
    EXPECT_EQ(judged(details).verdict, ImportVerdict::Conflicting) << "an accent is a difference, not another person";
}

TEST_F(Imports, WhatAFileLeavesOutIsNoDifferenceAndWhatItAddsIsOne) {
    domain::PatientDetails little{.name = {"Testpatient", "Anna", "", ""}, .born = aPatient().born};
    EXPECT_EQ(judged(little).verdict, ImportVerdict::Matched);
    little.phone = "555 0199";
    const auto row = judged(little);
    EXPECT_EQ(row.verdict, ImportVerdict::Conflicting);
    EXPECT_EQ(row.differences, std::vector<std::string>{"phone"});
    EXPECT_EQ(row.known.front().id, anna);
}

TEST_F(Imports, SomebodyLikeAPatientIsNewAndNamed) {
    const auto row = judged(aPatient("Anna", "Otherwise", "KC 9"));
    EXPECT_EQ(row.verdict, ImportVerdict::New);
    ASSERT_EQ(row.known.size(), 1U);
    EXPECT_EQ(row.known.front().id, anna);
}

TEST_F(Imports, ANumberOfSomebodyElseIsRefused) {
    const auto row = judged(aPatient("Robin", "Sample", "KC0412", "1980-01-02"));
    EXPECT_EQ(row.verdict, ImportVerdict::Refused);
    ASSERT_EQ(row.problems.size(), 1U);
    EXPECT_EQ(row.problems.front().field, "clinic_number");
    EXPECT_EQ(row.problems.front().rule, Rule::Duplicate);
}

TEST_F(Imports, TheSamePersonTwiceInAFileNamesBothPlaces) {
    const auto preview = need(clinic.services.imports.preview(
        clinic.nurse, {candidate("line 2", aPatient("Robin", "Sample", "", "1980-01-02")),
                       candidate("line 3", aPatient("Lee", "Other", "KC 7", "1981-01-02")),
                       candidate("line 4", aPatient("ROBIN", "sample", "KC 8", "1980-01-02")),
                       candidate("line 5", aPatient("Kim", "Third", "KC 07", "1982-01-02")),
                       candidate("line 6", aPatient("Kit", "Fourth", "kc7", "1983-01-02"))}));
    EXPECT_EQ(preview.count(ImportVerdict::New), 3);
    EXPECT_EQ(preview.rows[2].problems.front().low, "line 2");
    EXPECT_EQ(preview.rows[4].problems.front().low, "line 3");
}

TEST_F(Imports, OneBadLineKeepsEverybodyOut) {
    auto late = aPatient("Robin", "Sample", "KC 9", "2031-01-01");
    const std::vector<PatientCandidate> file{candidate("line 2", aPatient("Lee", "Other", "KC 7", "1981-01-02")),
                                             candidate("line 3", late),
                                             {"line 4", aPatient("Kim", "", "KC 8", "1981-01-02"), {}}};
    const auto before = clinic.count();
    const auto done = clinic.services.imports.apply(clinic.nurse, file);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, Code::Invalid);
    ASSERT_EQ(done.error().problems.size(), 2U);
    EXPECT_EQ(done.error().problems[0].field, "line 3 born");
    EXPECT_EQ(done.error().problems[1].field, "line 4 family");
    EXPECT_EQ(clinic.count(), before) << "nothing is half imported";
}

TEST_F(Imports, ASecondImportOfTheSameFileChangesNothing) {
    std::vector<PatientCandidate> file{candidate("line 2", aPatient("Lee", "Other", "", "1981-01-02")),
                                       candidate("line 3", aPatient("Robin", "Sample", "KC 9", "1980-01-02")),
                                       candidate("line 4", aPatient())};
    clinic.store.forget();
    const auto first = need(clinic.services.imports.apply(clinic.nurse, file));
    EXPECT_EQ(first.count(ImportVerdict::New), 2);
    EXPECT_EQ(first.rows[0].candidate.details.clinicNumber, "KC 0413") << "the next number of the clinic";
    EXPECT_EQ(patients(), 3);
    EXPECT_EQ(clinic.store.events().size(), 2U) << "one event for each new patient";
    const auto before = clinic.count();
    const auto second = need(clinic.services.imports.apply(clinic.nurse, file));
    EXPECT_EQ(second.count(ImportVerdict::Matched), 3);
    EXPECT_EQ(clinic.count(), before);
    EXPECT_EQ(patients(), 3);
}

TEST_F(Imports, WhatTheReaderCouldNotTakeIsARefusal) {
    const auto preview = need(clinic.services.imports.preview(
        clinic.nurse,
        {{"line 2", aPatient("Lee", "Other", "KC 7", "1981-01-02"), {{"born", Rule::NotADate, {}, {}, "31.02.81"}}}}));
    EXPECT_EQ(preview.rows.front().verdict, ImportVerdict::Refused);
    ASSERT_EQ(preview.rows.front().problems.size(), 1U);
    EXPECT_EQ(preview.rows.front().problems.front().rule, Rule::NotADate);
}

} // namespace
} // namespace chairside::test
