// What is kept for the re-treatment list: never older than the records, whoever writes them.
#include <functional>
#include <random>
#include <set>

#include "core/services/retreatment_standing.h"
#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using services::RetreatmentGroup;
using services::StoredStanding;
using services::Transaction;

class KeptRetreatment : public ServiceTest {
protected:
    domain::PatientId anna = clinic.patient();
    domain::CourseId course = clinic.orderedCourse(anna);

    StoredStanding stored(const domain::PatientId& patient) {
        std::optional<StoredStanding> found;
        need(clinic.context.store.read([&](Transaction& tx) -> base::Done {
            found = need(tx.retreatments().of(patient));
            return {};
        }));
        return found.value_or(StoredStanding{.patient = patient, .course = {}, .standing = {}});
    }
    // Past the services, as another program or an import would.
    void write(const std::function<base::Done(Transaction&)>& work) {
        need(clinic.context.store.write([&](Transaction& tx) -> base::Done {
            tx.audit({.action = services::AuditAction::Record,
                      .who = clinic.nurse.account,
                      .role = "nurse",
                      .workstation = "test",
                      .patient = {},
                      .subjectKind = "course",
                      .subjectId = {},
                      .detail = {}});
            return work(tx);
        }));
    }
    void pretend(StoredStanding standing) {
        write([&](Transaction& tx) { return tx.retreatments().put(standing); });
    }
    services::RetreatmentPart part(std::optional<RetreatmentGroup> group, int from, int most) {
        return need(clinic.services.reviews.retreatmentPart(clinic.physician, {group, from, most}));
    }
    std::vector<services::RetreatmentRow> everybody() {
        return need(clinic.services.reviews.retreatmentList(clinic.physician));
    }
    // So many more patients, every third with a first infusion and a course that was then stopped.
    void addPatients(int count) {
        for (int at = 0; at < count; ++at) {
            const auto number = std::to_string(at);
            const auto other =
                clinic.orderedCourse(clinic.patient(aPatient("Pat" + number, "Random", "KC 9" + number, "1970-01-01")));
            if (at % 3 != 0) continue;
            need(clinic.services.courses.decideDose(clinic.physician,
                                                    {other, domain::OrderKind::Stop, {}, "moved", kPassword}));
        }
    }
};

TEST_F(KeptRetreatment, EveryActThroughAServiceLeavesACurrentRow) {
    EXPECT_EQ(stored(anna).madeBy, services::kStandingMaker);
    EXPECT_EQ(stored(anna).standing.stage, domain::RetreatmentStage::Running);
    clinic.giveAll(course, {8, 7, 6, 5, 4, 4});
    EXPECT_EQ(stored(anna).madeBy, services::kStandingMaker);
    EXPECT_EQ(stored(anna).course, course);
    EXPECT_EQ(stored(anna).standing, (domain::RetreatmentStanding{.stage = domain::RetreatmentStage::Waiting,
                                                                  .postponedUntil = {},
                                                                  .opens = date("2025-02-20"),
                                                                  .closes = date("2025-03-06"),
                                                                  .followedUp = false,
                                                                  .relapsed = false,
                                                                  .latestOn = date("2025-01-23")}));
}

// A kind of record, and how it is written.
struct Written {
    const char* what;
    std::function<base::Done(Transaction&)> work;
};

// What belongs to a course.
std::vector<Written> courseWrites(TestClinic& clinic, const domain::CourseId& course) {
    return {
        {"a course",
         [=](Transaction& tx) {
             return tx.courses().update(need(tx.courses().get(course)));
         }},
        {"a date",
         [=](Transaction& tx) {
             return tx.courses().updatePlanned(need(tx.courses().planned(course)).back());
         }},
        {"another date",
         [=, &clinic](Transaction& tx) {
             auto one = need(tx.courses().planned(course)).back();
             one.id = domain::PlannedInfusionId(clinic.ids.next());
             ++one.ordinal;
             return tx.courses().addPlanned(one);
         }},
        {"a follow-up",
         [=, &clinic](Transaction& tx) {
             return tx.courses().addFollowUp({.id = domain::FollowUpId(clinic.ids.next()),
                                              .course = course,
                                              .kind = domain::AssessmentKind::FollowUp,
                                              .date = date("2025-01-06"),
                                              .frame = domain::RecallFrame::Average24h,
                                              .pain = 5,
                                              .missing = {},
                                              .recordedAt = clinic.clock.now(),
                                              .recordedBy = clinic.nurse.account});
         }},
        {"a decision",
         [=, &clinic](Transaction& tx) {
             return tx.courses().addDecision({.id = domain::DecisionId(clinic.ids.next()),
                                              .course = course,
                                              .kind = domain::DecisionKind::Discharge,
                                              .until = {},
                                              .reason = "moved",
                                              .decidedBy = clinic.physician.account,
                                              .decidedAt = clinic.clock.now()});
         }},
    };
}

// What belongs to an infusion that runs.
std::vector<Written> infusionWrites(TestClinic& clinic, const domain::InfusionRecord& record) {
    const auto headOf = [&clinic](domain::EntryHead head) {
        head.id = domain::EntryId(clinic.ids.next());
        return head;
    };
    return {
        {"an infusion",
         [=, &clinic](Transaction& tx) {
             auto one = record.infusion;
             one.id = domain::InfusionId(clinic.ids.next());
             one.planned = need(tx.courses().planned(one.course))[1].id;
             one.ordinal = 2;
             return tx.infusions().add(one);
         }},
        {"a dose",
         [=](Transaction& tx) {
             auto dose = record.doseChecks.front();
             dose.head = headOf(dose.head);
             return tx.infusions().add(dose);
         }},
        {"a pump step",
         [=](Transaction& tx) {
             auto step = record.steps.front();
             step.head = headOf(step.head);
             step.kind = domain::StepKind::Pause;
             step.rate = {};
             return tx.infusions().add(step);
         }},
        {"a pain score",
         [=](Transaction& tx) {
             return tx.infusions().add(
                 domain::PainScore{.head = headOf(record.steps.front().head), .row = {}, .value = 4, .missing = {}});
         }},
    };
}

// What belongs to a patient.
std::vector<Written> patientWrites(TestClinic& clinic, const domain::PatientId& patient) {
    const auto twin = clinic.patient(aPatient("Robin", "Sample", "KC 2", "1966-02-02"));
    return {
        {"a state",
         [=, &clinic](Transaction& tx) {
             return tx.patientRecords().addState({domain::EntryId(clinic.ids.next()), patient, clinic.clock.now(),
                                                  clinic.physician.account, domain::PatientState::Withdrawn,
                                                  date("2025-01-06"), "asked"});
         }},
        {"a merge",
         [=, &clinic](Transaction& tx) {
             return tx.patientRecords().addMerge({domain::EntryId(clinic.ids.next()),
                                                  twin,
                                                  patient,
                                                  clinic.clock.now(),
                                                  clinic.administrator.account,
                                                  "one person",
                                                  {}});
         }},
    };
}

TEST_F(KeptRetreatment, WhateverIsWrittenPastTheServicesMarksTheRowInTheSameTransaction) {
    const auto infusion = clinic.runningInfusion(course);
    auto writes = infusionWrites(clinic, clinic.view(infusion).record);
    for (auto& more : {courseWrites(clinic, course), patientWrites(clinic, anna)})
        writes.insert(writes.end(), more.begin(), more.end());
    for (const auto& [what, work] : writes) {
        ASSERT_EQ(stored(anna).madeBy, services::kStandingMaker) << what;
        write(work);
        EXPECT_EQ(stored(anna).madeBy, 0) << what;
        // Read from the records as long as it is outdated, and the same once it is made anew.
        const auto outdated = part({}, 0, 10);
        ASSERT_EQ(outdated.rows.size(), 1U) << what;
        EXPECT_GE(need(clinic.services.reviews.keepRetreatment(clinic.physician, 10)), 1) << what;
        EXPECT_EQ(part({}, 0, 10).counts, outdated.counts) << what;
        EXPECT_TRUE(clinic.verify().clean()) << what;
    }
}

TEST_F(KeptRetreatment, ANewCourseOfAnybodyHasARowAtOnce) {
    write([&](Transaction& tx) -> base::Done {
        auto another = need(tx.courses().get(course));
        another.id = domain::CourseId(clinic.ids.next());
        another.patient = domain::PatientId(clinic.ids.next());
        need(tx.patients().add({.id = another.patient, .details = aPatient("Robin", "Sample", "KC 2", "1966-02-02")}));
        return tx.courses().add(another);
    });
    EXPECT_EQ(part({}, 0, 10).total, 2);
}

TEST_F(KeptRetreatment, RowsMadeInAnotherWayAreMadeAnew) {
    auto old = stored(anna);
    old.madeBy = services::kStandingMaker + 1;
    old.standing.stage = domain::RetreatmentStage::Decided;
    pretend(old);
    EXPECT_EQ(part({}, 0, 1).rows.front().group, RetreatmentGroup::CourseRunning);
    EXPECT_EQ(part({}, 0, 1).count(RetreatmentGroup::CourseRunning), 1);
    EXPECT_EQ(need(clinic.services.reviews.keepRetreatment(clinic.physician, 10)), 1);
    EXPECT_EQ(need(clinic.services.reviews.keepRetreatment(clinic.physician, 10)), 0);
    EXPECT_EQ(stored(anna).standing.stage, domain::RetreatmentStage::Running);
}

TEST_F(KeptRetreatment, ARowThatDoesNotFitTheRecordsIsFoundByVerify) {
    auto wrong = stored(anna);
    const auto right = wrong;
    wrong.standing.stage = domain::RetreatmentStage::Decided;
    pretend(wrong);
    const auto report = need(clinic.services.audit.verify(clinic.administrator));
    ASSERT_EQ(report.findings.size(), 1U);
    EXPECT_EQ(report.findings.front().check, "standing");
    EXPECT_EQ(report.findings.front().place, "retreatment_standing " + anna.text());
    pretend(right);
    EXPECT_TRUE(need(clinic.services.audit.verify(clinic.administrator)).clean());
}

TEST_F(KeptRetreatment, PartsPutTogetherAreTheWholeListAndEveryGroupIsReached) {
    clinic.give(course, 1, 8, 5);
    addPatients(13);
    clinic.goTo(date("2025-02-14"));
    const auto all = everybody();
    ASSERT_EQ(all.size(), 14U);
    std::vector<domain::PatientId> scrolled;
    for (int from = 0; from < 14; from += 5) {
        const auto some = part({}, from, 5);
        EXPECT_EQ(some.total, 14);
        EXPECT_EQ(some.rows.size(), from == 10 ? 4U : 5U);
        for (const auto& row : some.rows)
            scrolled.push_back(row.patient.id);
    }
    std::multiset<domain::PatientId> grouped;
    int counted = 0;
    for (std::size_t group = 0; group < domain::kRetreatmentGroups; ++group) {
        const auto of = static_cast<RetreatmentGroup>(group);
        const auto some = part(of, 0, 100);
        EXPECT_EQ(some.total, some.count(of));
        EXPECT_EQ(some.rows.size(), static_cast<std::size_t>(some.total));
        counted += some.count(of);
        for (const auto& row : some.rows) {
            EXPECT_EQ(row.group, of);
            grouped.insert(row.patient.id);
        }
    }
    EXPECT_EQ(counted, 14);
    std::vector<domain::PatientId> whole;
    for (const auto& row : all)
        whole.push_back(row.patient.id);
    EXPECT_EQ(scrolled, whole);
    EXPECT_EQ(grouped, std::multiset<domain::PatientId>(whole.begin(), whole.end()));
    EXPECT_TRUE(part({}, 14, 5).rows.empty());
    EXPECT_TRUE(part({}, -3, 0).rows.empty());
}

TEST_F(KeptRetreatment, AMergedRecordHasNoRowOfItsOwnUntilTheyComeApart) {
    const auto twin = clinic.patient(aPatient("Anna", "Testpatient", "KC 0413", "1979-03-14"));
    need(clinic.services.courses.decideDose(clinic.physician,
                                            {course, domain::OrderKind::Stop, {}, "moved", kPassword}));
    const auto merge = need(clinic.services.merges.merge(
        clinic.administrator, {.survivor = twin, .duplicate = anna, .reason = "one person"}));
    const auto merged = part({}, 0, 10);
    ASSERT_EQ(merged.total, 1);
    EXPECT_EQ(merged.rows.front().patient.id, twin);
    EXPECT_EQ(stored(anna).course, std::nullopt);
    need(clinic.services.merges.undo(clinic.administrator, merge, "two persons"));
    const auto apart = part({}, 0, 10);
    ASSERT_EQ(apart.total, 1);
    EXPECT_EQ(apart.rows.front().patient.id, anna);
}

} // namespace
} // namespace chairside::test
