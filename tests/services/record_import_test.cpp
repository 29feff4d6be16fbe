// Records of another system: compared first, then all or nothing, and never twice.
#include "core/services/record_import_service.h"

#include <gtest/gtest.h>

#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using base::Code;
using domain::HistoryDetails;
using domain::HistoryKind;
using services::ImportVerdict;
using services::RecordFile;
using services::Refused;

services::HistoryCandidate medicine(const std::string& place, const std::string& name, const std::string& since,
                                    const std::string& until = {}) {
    HistoryDetails details{.kind = HistoryKind::Medicine, .text = name, .since = date(since)};
    if (!until.empty()) details.until = date(until);
    return {place, details, {}};
}

services::ObservationCandidate pain(const std::string& source, int value, const std::string& at) {
    return {"entry 9", "72514-3", domain::OutsideValue::ofWhole(value), *base::Instant::fromIso(at), source, {}};
}

class RecordImports : public ServiceTest {
protected:
    RecordImports() : anna(clinic.patient()) {}

    // Anna, whom the clinic knows, with two medicines and a pain score; and Lee, whom it does not.
    [[nodiscard]] static RecordFile twoRecords() {
        return {{{"urn:uuid:a",
                  {"entry 1", aPatient(), {}},
                  {medicine("entry 2", "Gabapentin", "2020-01-01"),
                   medicine("entry 3", "Tramadol", "2019-01-01", "2019-02-01")},
                  {pain("urn:uuid:o1", 7, "2024-05-06T09:30:00Z")}},
                 {"urn:uuid:l",
                  {"entry 5", aPatient("Lee", "Other", "", "1981-01-02"), {}},
                  {{"entry 6", {.kind = HistoryKind::Diagnosis, .text = "Fibromyalgia", .code = "M79.7"}, {}}},
                  {}}},
                {}};
    }
    [[nodiscard]] services::RecordPreview preview(const RecordFile& file) {
        return need(clinic.services.recordImports.preview(clinic.nurse, file));
    }
    services::RecordPreview apply(const RecordFile& file, Refused refused = Refused::StopsAll) {
        return need(clinic.services.recordImports.apply(clinic.nurse, file, refused));
    }
    [[nodiscard]] std::vector<std::string> medicinesOf(const domain::PatientId& id) {
        std::vector<std::string> names;
        for (const auto& line :
             need(clinic.services.histories.of(clinic.nurse, id, services::Reading::Refresh)).lines) {
            if (line.entry.details.kind == HistoryKind::Medicine) names.push_back(line.entry.details.text);
        }
        return names;
    }
    [[nodiscard]] std::size_t measured() {
        return need(clinic.services.recordImports.measuredElsewhere(clinic.nurse, anna)).size();
    }

    domain::PatientId anna;
};

TEST_F(RecordImports, LookingWritesNothing) {
    const auto before = clinic.count();
    const auto found = preview(twoRecords());
    EXPECT_EQ(found.count(ImportVerdict::New), 5);
    EXPECT_EQ(found.count(ImportVerdict::Matched), 1) << "Anna herself";
    EXPECT_EQ(clinic.count(), before);
}

TEST_F(RecordImports, WhatIsNewStandsInTheRecordAndASecondImportChangesNothing) {
    apply(twoRecords());
    EXPECT_THAT(medicinesOf(anna), ::testing::UnorderedElementsAre("Gabapentin", "Tramadol"));
    const auto values = need(clinic.services.recordImports.measuredElsewhere(clinic.nurse, anna));
    ASSERT_EQ(values.size(), 1U);
    EXPECT_EQ(values[0].observation.value, domain::OutsideValue::ofWhole(7));
    EXPECT_EQ(values[0].observation.source, "urn:uuid:o1");
    EXPECT_EQ(values[0].recordedBy, clinic.nurse.printedName);
    const auto denied = clinic.services.recordImports.measuredElsewhere(clinic.administrator, anna);
    ASSERT_FALSE(denied.has_value());
    EXPECT_EQ(denied.error().code, Code::Denied);
    const auto before = clinic.count();
    const auto again = apply(twoRecords());
    EXPECT_EQ(again.count(ImportVerdict::Matched), 6);
    EXPECT_EQ(clinic.count(), before);
    EXPECT_TRUE(need(clinic.services.audit.verify(clinic.administrator)).clean());
}

TEST_F(RecordImports, TheSameMedicineWithOtherDaysIsAnotherEpisodeOrADifference) {
    apply(twoRecords());
    RecordFile file{{{"urn:uuid:a",
                      {"entry 1", aPatient(), {}},
                      {medicine("entry 2", "tramadol", "2021-01-01", "2021-02-01"),
                       medicine("entry 3", "GABAPENTIN", "2020-02-01")},
                      {}}},
                    {}};
    const auto rows = preview(file).records[0].history;
    EXPECT_EQ(rows[0].verdict, ImportVerdict::New) << "it was over before this one began";
    EXPECT_EQ(rows[1].verdict, ImportVerdict::Conflicting) << "still taken, so it is the same one";
    EXPECT_EQ(rows[1].differences, (std::vector<std::string>{"text", "since"}));
    apply(file);
    EXPECT_EQ(medicinesOf(anna).size(), 3U) << "what stands here stays";
}

TEST_F(RecordImports, TwoScoresForOneMomentAreAConflictAndBothValuesAreSaid) {
    apply(twoRecords());
    const RecordFile file{
        {{"urn:uuid:a",
          {"entry 1", aPatient(), {}},
          {},
          {pain("urn:uuid:other", 5, "2024-05-06T11:30:00+02:00"), pain("urn:uuid:o1", 7, "2024-05-06T09:30:00Z"),
           pain("urn:uuid:o2", 7, "2031-01-01T00:00:00Z"), pain("urn:uuid:o3", 7, "1970-01-01T00:00:00Z")}}},
        {}};
    const auto rows = preview(file).records[0].observations;
    EXPECT_EQ(rows[0].verdict, ImportVerdict::Conflicting);
    EXPECT_EQ(rows[0].known, domain::OutsideValue::ofWhole(7));
    EXPECT_EQ(rows[1].verdict, ImportVerdict::Matched);
    EXPECT_EQ(rows[2].verdict, ImportVerdict::Refused) << "in the future";
    EXPECT_EQ(rows[3].verdict, ImportVerdict::Refused) << "before the birth";
}

TEST_F(RecordImports, OneRefusedPartKeepsEverythingOutUnlessItIsLeftOut) {
    auto file = twoRecords();
    file.records[0].history[0].details.since = date("1950-01-01");
    const auto before = clinic.count();
    const auto refused = clinic.services.recordImports.apply(clinic.nurse, file, Refused::StopsAll);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Code::Invalid);
    EXPECT_EQ(refused.error().problems.at(0).field, "entry 2 since");
    EXPECT_EQ(clinic.count(), before) << "nothing is half imported";
    apply(file, Refused::IsLeftOut);
    EXPECT_EQ(medicinesOf(anna), std::vector<std::string>{"Tramadol"});
}

TEST_F(RecordImports, WhoCannotBeToldApartGetsNothing) {
    static_cast<void>(
        need(clinic.services.patients.registerPatient(clinic.nurse, aPatient("Anna", "Testpatient", "KC 7"))));
    auto file = twoRecords();
    file.records[0].patient.details.clinicNumber.clear();
    const auto rows = preview(file).records[0];
    EXPECT_EQ(rows.patient.differences, std::vector<std::string>{"several"});
    EXPECT_EQ(rows.history[0].verdict, ImportVerdict::Refused);
    apply(file, Refused::IsLeftOut);
    EXPECT_TRUE(medicinesOf(anna).empty());
    EXPECT_EQ(measured(), 0U);
}

TEST_F(RecordImports, WhatThisClinicWroteOutItselfIsKnown) {
    auto file = twoRecords();
    file.records.pop_back();
    file.records[0].source = "urn:uuid:" + anna.text();
    const auto before = clinic.count();
    const auto done = apply(file);
    EXPECT_EQ(done.count(ImportVerdict::Matched), 4);
    EXPECT_EQ(clinic.count(), before);
}

TEST_F(RecordImports, NobodyImportsWithoutTheRight) {
    for (const auto& actor : {clinic.auditor, clinic.administrator}) {
        EXPECT_EQ(clinic.services.recordImports.preview(actor, twoRecords()).error().code, Code::Denied);
        EXPECT_EQ(clinic.services.recordImports.apply(actor, twoRecords(), Refused::StopsAll).error().code,
                  Code::Denied);
    }
}

} // namespace
} // namespace chairside::test
