// What leaves as a document: content, state and the record that it left.
#include "core/services/document_service.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using services::CoursePaper;
using services::Reading;
using services::VisitPaper;

class Documents : public ServiceTest {
protected:
    Documents() : anna(clinic.patient()), course(clinic.orderedCourse(anna)) {}

    [[nodiscard]] auto issues() {
        return std::ranges::count(clinic.store.events(), services::AuditAction::Issue, &services::AuditEvent::action);
    }

    domain::PatientId anna;
    domain::CourseId course;
};

TEST_F(Documents, APreviewHasNoIdentityAndIssuesNothing) {
    const auto infusion = clinic.give(course, 1, 7, 3);
    const auto visit = need(clinic.services.documents.previewVisit(clinic.nurse, infusion, Reading::Refresh));
    EXPECT_FALSE(visit.head.document);
    EXPECT_TRUE(visit.head.auditHead.empty());
    EXPECT_EQ(visit.head.state, "signed");
    const auto whole = need(clinic.services.documents.previewCourse(clinic.nurse, course, Reading::Refresh));
    EXPECT_FALSE(whole.head.document);
    EXPECT_EQ(issues(), 0);
}

TEST_F(Documents, EveryPaperIsRecordedUnderItsOwnKind) {
    const auto infusion = clinic.give(course, 1, 7, 3);
    clinic.store.forget();
    need(clinic.services.documents.issueVisit(clinic.nurse, VisitPaper::AfterVisit, infusion));
    need(clinic.services.documents.issueCourse(clinic.physician, CoursePaper::Summary, course));
    const auto letter = need(clinic.services.documents.issueCourse(clinic.physician, CoursePaper::Letter, course));
    const auto& events = clinic.store.events();
    ASSERT_EQ(events.size(), 3U);
    EXPECT_EQ(events[0].detail, "after_visit signed");
    EXPECT_EQ(events[1].detail, "course_summary signed");
    EXPECT_EQ(events[2].detail, "letter signed");
    EXPECT_EQ(events[2].patient, anna);
    EXPECT_EQ(events[2].subjectId, letter.head.document->text());
}

TEST_F(Documents, ACourseIsAsFinishedAsItsLeastFinishedInfusion) {
    const auto first = clinic.give(course, 1, 7, 3);
    const auto state = [this] {
        return need(clinic.services.documents.previewCourse(clinic.physician, course, Reading::Refresh)).head.state;
    };
    EXPECT_EQ(state(), "signed");
    need(clinic.services.infusions.addAddendum(clinic.nurse, first, "called"));
    EXPECT_EQ(state(), "amended");
    static_cast<void>(clinic.openInfusion(course, 2));
    EXPECT_EQ(state(), "draft");
}

TEST_F(Documents, TheCallListNamesWhoIsDueAndNobodyElse) {
    clinic.giveAll(course, {7, 6, 6, 5, 5, 4});
    const auto before = need(clinic.services.documents.issueCallList(clinic.physician));
    EXPECT_TRUE(before.rows.empty());
    EXPECT_EQ(before.others, 1);
    const auto window = clinic.review(course).window;
    clinic.goTo(*window.opens);
    clinic.store.forget();
    const auto due = need(clinic.services.documents.issueCallList(clinic.physician));
    ASSERT_EQ(due.rows.size(), 1U);
    EXPECT_EQ(due.rows.front().patient.id, anna);
    EXPECT_EQ(due.others, 0);
    EXPECT_EQ(clinic.store.events().back().detail, "call_list 1");
}

TEST_F(Documents, VisitsOfAPeriodComeByDateAndShowWhenThereAreMore) {
    const auto first = clinic.give(course, 1, 7, 3);
    const auto second = clinic.give(course, 2, 6, 3);
    const auto from = date("2025-01-06");
    const auto to = clinic.planned(course, 2).date;
    auto& documents = clinic.services.documents;
    EXPECT_EQ(need(documents.visitsBetween(clinic.nurse, from, to, 500)), (std::vector{first, second}));
    EXPECT_EQ(need(documents.visitsBetween(clinic.nurse, from, from, 500)), std::vector{first});
    EXPECT_EQ(need(documents.visitsBetween(clinic.nurse, from, to, 1)).size(), 2U) << "one more than asked for";
    EXPECT_TRUE(need(documents.visitsBetween(clinic.nurse, to.plusDays(1), to.plusDays(9), 500)).empty());
}

TEST_F(Documents, TheClinicsDetailsAreCheckedAndStandOnEveryDocumentFromThenOn) {
    const services::ClinicDetails details{"Hillside", "1 Hill Road\nSampletown", "555 0100", "iVBORw0KGgo="};
    EXPECT_THAT(clinic.services.clinic.change(clinic.nurse, details), FailsWith(base::Code::Denied));
    need(clinic.services.clinic.change(clinic.administrator, details));
    EXPECT_EQ(need(clinic.services.clinic.details()), details);
    const auto visit = need(clinic.services.documents.previewCourse(clinic.nurse, course, Reading::Refresh));
    EXPECT_EQ(visit.head.clinic, details);
    const auto refused = [this](services::ClinicDetails wrong) {
        const auto done = clinic.services.clinic.change(clinic.administrator, wrong);
        return done ? std::string("taken") : done.error().problems.front().field;
    };
    EXPECT_EQ(refused({"", "", "", ""}), "clinic_name");
    EXPECT_EQ(refused({"Hillside", std::string(100'000, 'x'), "", ""}), "clinic_address");
    EXPECT_EQ(refused({"Hillside", "", "", "R0lGODlh"}), "clinic_logo") << "another kind of picture";
    EXPECT_EQ(refused({"Hillside", "", "", "iVBORw0KGgo<"}), "clinic_logo") << "no base64";
    EXPECT_EQ(refused({"Hillside", "", "", "iVBORw0KGgoA" + std::string(400'000, 'A')}), "clinic_logo");
    EXPECT_EQ(need(clinic.services.clinic.details()), details) << "nothing has changed";
}

} // namespace
} // namespace chairside::test
