// Contacts, allergies, medicines, therapies and conditions: entries with history.
#include <algorithm>
#include <map>

#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using base::Code;
using base::Rule;
using domain::AllergyStatus;
using domain::HistoryAct;
using domain::HistoryDetails;
using domain::HistoryKind;
using domain::MedicineGroup;
using ::testing::AllOf;

HistoryDetails medicine(const std::string& name, const char* since = "2024-11-02") {
    return {.kind = HistoryKind::Medicine,
            .text = name,
            .dose = "50 mg twice a day",
            .route = "oral",
            .since = date(since)};
}

class History : public ServiceTest {
protected:
    domain::PatientId patient = clinic.patient();

    base::Result<domain::EntryId> add(const HistoryDetails& details) {
        return clinic.services.histories.add(clinic.nurse, patient, details);
    }
    services::PatientHistory read() {
        return need(clinic.services.histories.of(clinic.nurse, patient, services::Reading::Refresh));
    }
    std::vector<services::HistoryLine> lines(HistoryKind kind) {
        auto all = read().lines;
        std::erase_if(all, [&](const auto& line) { return line.entry.details.kind != kind; });
        return all;
    }
    domain::PatientDetails row() { return read().patient.details; }
};

TEST_F(History, StartsWithWhatTheRegistrationSaid) {
    ASSERT_EQ(lines(HistoryKind::Allergy).size(), 1U);
    EXPECT_EQ(lines(HistoryKind::Allergy).front().entry.details.text, "penicillin");
    EXPECT_EQ(lines(HistoryKind::Phone).front().entry.details.text, "555 0100");
    EXPECT_EQ(lines(HistoryKind::Phone).front().recordedBy, clinic.nurse.printedName);
}

TEST_F(History, AnEntrySaysWhoAndWhenAndIsInTheTrail) {
    const auto id = need(add(medicine("Amitriptyline")));
    const auto found = lines(HistoryKind::Medicine);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().entry.id, id);
    EXPECT_EQ(found.front().recordedBy, clinic.nurse.printedName);
    EXPECT_EQ(found.front().entry.recordedAt, clinic.clock.now());
    EXPECT_EQ(found.front().entry.details, medicine("Amitriptyline"));
    const auto& event = clinic.store.events().back();
    EXPECT_EQ(event.action, services::AuditAction::Record);
    EXPECT_EQ(event.subjectId, id.text());
    EXPECT_EQ(event.patient, patient);
    EXPECT_EQ(event.detail, "added");
}

TEST_F(History, ACorrectionLeavesTheOldEntryReadable) {
    const auto first = need(add(medicine("Amitryptiline")));
    need(clinic.services.histories.correct(clinic.nurse, patient, first, medicine("Amitriptyline"), "spelling"));
    const auto found = lines(HistoryKind::Medicine);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_TRUE(found[0].current);
    EXPECT_EQ(found[0].entry.details.text, "Amitriptyline");
    EXPECT_EQ(found[0].entry.reason, "spelling");
    EXPECT_TRUE(found[1].replaced);
    EXPECT_FALSE(found[1].current);
    EXPECT_EQ(found[1].entry.details.text, "Amitryptiline");
}

TEST_F(History, AnEntryIsReplacedOnce) {
    const auto first = need(add(medicine("Duloxetine")));
    const services::HistoryTarget target{first, HistoryKind::Medicine};
    need(clinic.services.histories.end(clinic.nurse, patient, target, date("2025-01-05"), "no effect"));
    expectRefused(
        clinic, [&] { return clinic.services.histories.withdraw(clinic.nurse, patient, target, "wrong person"); },
        FailsWith(Code::Conflict));
    ASSERT_EQ(lines(HistoryKind::Medicine).size(), 2U);
    EXPECT_FALSE(lines(HistoryKind::Medicine).front().current);
}

TEST_F(History, ChangesNeedAReason) {
    const auto id = need(add(medicine("Duloxetine")));
    const services::HistoryTarget target{id, HistoryKind::Medicine};
    auto& histories = clinic.services.histories;
    expectRefused(
        clinic, [&] { return histories.correct(clinic.nurse, patient, id, medicine("Duloxetin"), " "); },
        HasProblem("reason", Rule::Required));
    expectRefused(
        clinic, [&] { return histories.withdraw(clinic.nurse, patient, target, ""); },
        HasProblem("reason", Rule::Required));
    expectRefused(
        clinic, [&] { return histories.end(clinic.nurse, patient, target, date("2025-01-07"), ""); },
        AllOf(HasProblem("reason", Rule::Required), HasProblem("until", Rule::InFuture)));
    expectRefused(
        clinic, [&] { return histories.end(clinic.nurse, patient, target, date("2024-11-01"), "x"); },
        HasProblem("until", Rule::OutOfOrder));
}

TEST_F(History, AnEntryOfSomebodyElseIsNotFound) {
    const auto other = clinic.patient(aPatient("Berta", "Example", "KC 0900"));
    const auto id = need(add(medicine("Duloxetine")));
    expectRefused(
        clinic,
        [&] {
            return clinic.services.histories.withdraw(clinic.nurse, other, {id, HistoryKind::Medicine}, "x");
        },
        FailsWith(Code::NotFound));
}

TEST_F(History, AllergiesInTheRowFollowTheEntries) {
    need(add({.kind = HistoryKind::Allergy, .text = "latex", .note = "rash"}));
    EXPECT_EQ(row().allergies, "penicillin, latex (rash)");
    for (const auto& line : lines(HistoryKind::Allergy)) {
        need(
            clinic.services.histories.withdraw(clinic.nurse, patient, {line.entry.id, HistoryKind::Allergy}, "tested"));
    }
    EXPECT_EQ(row().allergyStatus, AllergyStatus::NotRecorded);
    EXPECT_EQ(row().allergies, "");
    need(add({.kind = HistoryKind::NoKnownAllergies}));
    EXPECT_EQ(row().allergyStatus, AllergyStatus::NoneKnown);
    expectRefused(
        clinic, [&] { return add({.kind = HistoryKind::NoKnownAllergies}); }, HasProblem("kind", Rule::NotAllowed));
    need(add({.kind = HistoryKind::Allergy, .text = "morphine"}));
    EXPECT_EQ(row().allergyStatus, AllergyStatus::Known);
    EXPECT_EQ(row().allergies, "morphine");
    EXPECT_FALSE(lines(HistoryKind::NoKnownAllergies).front().current);
    expectRefused(
        clinic, [&] { return add({.kind = HistoryKind::NoKnownAllergies}); }, HasProblem("kind", Rule::NotAllowed));
}

TEST_F(History, TheNewestPhoneIsTheOneThePatientIsFoundBy) {
    need(add({.kind = HistoryKind::Phone, .text = "0049 171 555 7788"}));
    EXPECT_EQ(row().phone, "0049 171 555 7788");
    EXPECT_EQ(need(clinic.services.patients.search(clinic.nurse, "7788", 10)).rows.size(), 1U);
    const auto newest = lines(HistoryKind::Phone).front().entry.id;
    need(clinic.services.histories.end(clinic.nurse, patient, {newest, HistoryKind::Phone}, date("2025-01-06"),
                                       "moved"));
    EXPECT_EQ(row().phone, "555 0100");
}

TEST_F(History, MarksOpioidsBenzodiazepinesAndMaoInhibitors) {
    need(add(medicine("Tramadol retard 100")));
    need(add(medicine("DIAZEPAM")));
    need(add(medicine("moclobemide")));
    need(add(medicine("Tramadolum")));
    auto byHand = medicine("Brandname");
    byHand.group = MedicineGroup::Opioid;
    need(add(byHand));
    std::map<std::string, MedicineGroup> groups;
    for (const auto& line : lines(HistoryKind::Medicine))
        groups[line.entry.details.text] = line.group;
    EXPECT_EQ(groups["Tramadol retard 100"], MedicineGroup::Opioid);
    EXPECT_EQ(groups["DIAZEPAM"], MedicineGroup::Benzodiazepine);
    EXPECT_EQ(groups["moclobemide"], MedicineGroup::MaoInhibitor);
    EXPECT_EQ(groups["Tramadolum"], MedicineGroup::None);
    EXPECT_EQ(groups["Brandname"], MedicineGroup::Opioid);
}

TEST_F(History, TreatmentsAreReadWithTheirDatesForDrawing) {
    need(add(medicine("Tramadol", "2024-12-01")));
    const auto exercise = need(add({.kind = HistoryKind::Therapy,
                                    .text = "aqua training",
                                    .therapy = domain::TherapyKind::Exercise,
                                    .since = date("2024-10-01")}));
    need(clinic.services.histories.end(clinic.nurse, patient, {exercise, HistoryKind::Therapy}, date("2025-01-02"),
                                       "finished"));
    need(add({.kind = HistoryKind::Comorbidity, .text = "Migraine"}));
    const auto treatments = need(clinic.services.histories.treatments(clinic.nurse, patient));
    ASSERT_EQ(treatments.size(), 2U);
    EXPECT_EQ(treatments[0].kind, services::TreatmentKind::Exercise);
    EXPECT_EQ(treatments[0].from, date("2024-10-01"));
    EXPECT_EQ(treatments[0].until, date("2025-01-02"));
    EXPECT_EQ(treatments[1].kind, services::TreatmentKind::Medicine);
    EXPECT_EQ(treatments[1].group, MedicineGroup::Opioid);
    EXPECT_EQ(treatments[1].until, std::nullopt);
}

} // namespace
} // namespace chairside::test
