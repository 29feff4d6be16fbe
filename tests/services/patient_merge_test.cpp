// Two records of one person: everything of both is read under the one that is kept, and comes apart again.
#include <algorithm>

#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using base::Code;
using base::Rule;
using domain::HistoryKind;
using domain::PatientState;
using services::Reading;

class PatientMerges : public ServiceTest {
protected:
    domain::PatientId anna = clinic.patient();
    domain::PatientId double_ = clinic.patient(duplicateDetails());

    static domain::PatientDetails duplicateDetails() {
        auto details = aPatient("Ana", "Testpatient", "KC 0999");
        details.phone = "555 0199";
        details.allergies = "latex";
        return details;
    }
    base::Result<domain::EntryId> merge(const std::string& reason = "same identity card") {
        return clinic.services.merges.merge(clinic.administrator,
                                            {.survivor = anna, .duplicate = double_, .reason = reason});
    }
    base::Done undo(const domain::EntryId& id) {
        return clinic.services.merges.undo(clinic.administrator, id, "two sisters");
    }
    services::PatientOverview overview(const domain::PatientId& id) {
        return need(clinic.services.patients.overview(clinic.nurse, id, Reading::Refresh));
    }
    std::vector<std::string> medicines(const domain::PatientId& id) {
        std::vector<std::string> names;
        for (const auto& line : need(clinic.services.histories.of(clinic.nurse, id, Reading::Refresh)).lines) {
            if (line.entry.details.kind == HistoryKind::Medicine && line.current)
                names.push_back(line.entry.details.text);
        }
        std::ranges::sort(names);
        return names;
    }
    domain::EntryId addMedicine(const domain::PatientId& id, const std::string& name) {
        return need(clinic.services.histories.add(clinic.nurse, id, {.kind = HistoryKind::Medicine, .text = name}));
    }
    std::vector<domain::PatientId> found(const std::string& text) {
        std::vector<domain::PatientId> ids;
        for (const auto& row : need(clinic.services.patients.search(clinic.nurse, text, 50)).rows)
            ids.push_back(row.patient.id);
        return ids;
    }
};

TEST_F(PatientMerges, ShowEverythingOfBothUnderTheSurvivor) {
    addMedicine(anna, "Tramadol");
    addMedicine(double_, "Diazepam");
    const auto course = clinic.orderedCourse(double_);
    clinic.give(course, 1, 8, 5);
    need(merge());
    const auto shown = overview(anna);
    EXPECT_EQ(shown.patient.id, anna);
    ASSERT_EQ(shown.courses.size(), 1U);
    EXPECT_EQ(shown.courses.front().course.id, course);
    EXPECT_EQ(shown.courses.front().course.patient, anna);
    EXPECT_FALSE(shown.pain.empty());
    EXPECT_EQ(medicines(anna), (std::vector<std::string>{"Diazepam", "Tramadol"}));
    EXPECT_EQ(shown.patient.markedMedicines.size(), 2U);
    EXPECT_EQ(shown.patient.details.allergies, "penicillin, latex");
    EXPECT_EQ(clinic.view(clinic.planned(course, 1).infusion.value()).patient.id, anna);
    // Whoever still knows the duplicate is led to the survivor.
    EXPECT_EQ(overview(double_).patient.id, anna);
}

TEST_F(PatientMerges, TheDuplicateIsFoundAsTheSurvivorAndOnlyOnce) {
    need(merge());
    EXPECT_EQ(found("testpatient"), std::vector{anna});
    EXPECT_EQ(found("999"), std::vector{anna});
    EXPECT_EQ(need(clinic.services.patients.search(clinic.nurse, "testpatient", 50)).total, 1);
    EXPECT_EQ(
        need(clinic.services.patients.similarTo(clinic.nurse, duplicateDetails().name, duplicateDetails().born)).size(),
        1U);
}

TEST_F(PatientMerges, AreUndoneAndBothStandAgainWithWhatWasTheirs) {
    addMedicine(anna, "Tramadol");
    const auto theirs = addMedicine(double_, "Diazepam");
    const auto course = clinic.orderedCourse(double_);
    clinic.give(course, 1, 8, 5);
    const auto before = overview(double_);
    const auto merged = need(merge());
    addMedicine(anna, "Pregabalin");
    need(clinic.services.histories.correct(clinic.nurse, anna, theirs,
                                           {.kind = HistoryKind::Medicine, .text = "Diazepam 1 mg"}, "strength"));
    need(undo(merged));
    EXPECT_EQ(medicines(anna), (std::vector<std::string>{"Pregabalin", "Tramadol"}));
    EXPECT_EQ(medicines(double_), std::vector<std::string>{"Diazepam 1 mg"});
    const auto after = overview(double_);
    EXPECT_EQ(after.patient.id, double_);
    EXPECT_EQ(after.patient.details.allergies, before.patient.details.allergies);
    EXPECT_EQ(after.patient.details.phone, "555 0199");
    ASSERT_EQ(after.courses.size(), 1U);
    EXPECT_EQ(after.courses.front().course.patient, double_);
    EXPECT_TRUE(overview(anna).courses.empty());
    EXPECT_EQ(overview(anna).patient.details.allergies, "penicillin");
    EXPECT_EQ(found("999"), std::vector{double_});
}

TEST_F(PatientMerges, AreInTheTrailWithWhoAndWhy) {
    const auto merged = need(merge());
    EXPECT_EQ(clinic.store.events().back().subjectKind, "patient_merge");
    EXPECT_EQ(clinic.store.events().back().detail, "merged");
    need(undo(merged));
    EXPECT_EQ(clinic.store.events().back().detail, "undone");
    const auto lines = need(clinic.services.merges.merges(clinic.administrator));
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0].merge.reason, "two sisters");
    EXPECT_EQ(lines[0].merge.undoes, merged);
    EXPECT_TRUE(lines[1].undone);
    EXPECT_EQ(lines[1].recordedBy, clinic.administrator.printedName);
    EXPECT_EQ(lines[1].duplicate.details.clinicNumber, "KC 0999");
}

TEST_F(PatientMerges, AreRefusedWhileTheyWouldMixWhatIsUnderWay) {
    const auto course = clinic.orderedCourse(anna);
    static_cast<void>(clinic.orderedCourse(double_));
    expectRefused(
        clinic, [&] { return merge(); }, HasProblem("course", Rule::NotAllowed));
    static_cast<void>(clinic.openInfusion(course, 1));
    expectRefused(
        clinic, [&] { return merge(); }, HasProblem("infusion", Rule::NotAllowed));
}

TEST_F(PatientMerges, AreRefusedBetweenSomebodyWhoDiedAndSomebodyWhoDidNot) {
    need(clinic.services.patientStates.set(clinic.nurse, {.patient = double_,
                                                          .state = PatientState::Deceased,
                                                          .since = date("2025-01-03"),
                                                          .reason = "told by the family"}));
    expectRefused(
        clinic, [&] { return merge(); }, HasProblem("state", Rule::Mismatch));
}

TEST_F(PatientMerges, FormNoChainsAndNoCircles) {
    const auto third = clinic.patient(aPatient("Anna", "Testpatint", "KC 0555"));
    need(merge());
    const auto into = [&](const domain::PatientId& survivor, const domain::PatientId& duplicate) {
        return clinic.services.merges.merge(clinic.administrator,
                                            {.survivor = survivor, .duplicate = duplicate, .reason = "x"});
    };
    expectRefused(
        clinic, [&] { return into(third, double_); }, HasProblem("duplicate", Rule::NotAllowed));
    expectRefused(
        clinic, [&] { return into(double_, third); }, HasProblem("survivor", Rule::NotAllowed));
    expectRefused(
        clinic, [&] { return into(third, anna); }, HasProblem("duplicate", Rule::NotAllowed));
    expectRefused(
        clinic, [&] { return into(third, third); }, HasProblem("duplicate", Rule::NotAllowed));
    need(into(anna, third));
    EXPECT_EQ(found("testp"), std::vector{anna});
}

TEST_F(PatientMerges, NeedAReasonAndAreUndoneOnce) {
    expectRefused(
        clinic, [&] { return merge("  "); }, HasProblem("reason", Rule::Required));
    const auto merged = need(merge());
    need(undo(merged));
    expectRefused(
        clinic, [&] { return undo(merged); }, FailsWith(Code::Conflict));
    need(merge());
    EXPECT_EQ(overview(double_).patient.id, anna);
}

TEST_F(PatientMerges, AreComparedByTheNumbersTyped) {
    const auto preview = [&](const char* one, const char* other) {
        return clinic.services.merges.preview(clinic.administrator, one, other);
    };
    addMedicine(double_, "Diazepam");
    const auto both = need(preview("kc 0412", "KC-0999"));
    EXPECT_EQ(both.survivor.patient.id, anna);
    EXPECT_EQ(both.duplicate.patient.id, double_);
    EXPECT_EQ(both.duplicate.historyEntries, both.survivor.historyEntries + 1);
    EXPECT_TRUE(both.obstacles.empty());
    EXPECT_THAT(preview("", "KC 0999"), HasProblem("survivor_number", Rule::Required));
    EXPECT_THAT(preview("KC 0412", "KC 1234"), HasProblem("duplicate_number", Rule::Mismatch));
    EXPECT_THAT(preview("KC 0412", "KC0412"), HasProblem("duplicate_number", Rule::NotAllowed));
}

} // namespace
} // namespace chairside::test
