// The trail read back: by whom, about whom, what and when; what leaves with it; and the accounting of disclosures.
#include <set>

#include "core/services/export_service.h"
#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using base::Code;
using services::AuditAction;
using services::AuditPage;
using services::AuditQuery;
using services::Reading;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class AuditTrail : public ServiceTest {
protected:
    domain::PatientId anna = clinic.patient();
    domain::CourseId course = clinic.orderedCourse(anna);
    domain::InfusionId infusion = clinic.openInfusion(course);
    std::string annasNumber =
        need(clinic.services.patients.overview(clinic.nurse, anna, Reading::Refresh)).patient.details.clinicNumber;

    AuditPage read(const AuditQuery& query) {
        return need(clinic.services.audit.read(clinic.auditor, query, Reading::Refresh));
    }
    // All of it, part after part: most of it by the lookup, the last events, which are not in it yet, past it.
    std::vector<services::AuditLine> whole(const AuditQuery& query) {
        need(clinic.services.audit.read(clinic.auditor, {.action = AuditAction::Setup}, Reading::Open));
        auto page = read(query);
        auto lines = page.lines;
        while (page.next) {
            page = need(clinic.services.audit.read(clinic.auditor, query, Reading::Refresh, page.next));
            lines.insert(lines.end(), page.lines.begin(), page.lines.end());
        }
        return lines;
    }
    std::string exported(const AuditQuery& query) {
        std::string text;
        need(clinic.services.audit.exportTrail(clinic.auditor, query, [&text](std::string_view piece) {
            text += piece;
            return base::Done{};
        }));
        return text;
    }
};

TEST_F(AuditTrail, IsReadInPartsWithoutALineLostOrTwice) {
    for (int i = 0; i < 50; ++i)
        need(clinic.services.infusions.recordNote(clinic.nurse, infusion, "text"));
    const auto lines = whole({});
    std::int64_t expected = clinic.count().events;
    for (const auto& line : lines)
        EXPECT_EQ(line.row.sequence, expected--);
    EXPECT_EQ(expected, 0);
    EXPECT_GT(lines.size(), 2U * static_cast<unsigned>(clinic.context.policy.auditRows));
}

TEST_F(AuditTrail, TellsWhoAsWhatFromWhereAndForWhom) {
    const auto line = read({}).lines.front();
    EXPECT_EQ(line.person, "R. Khan, RN");
    EXPECT_EQ(line.role, domain::Role::Nurse);
    EXPECT_EQ(line.row.event.workstation, "chair-1");
    EXPECT_EQ(line.row.event.action, AuditAction::Create);
    EXPECT_EQ(line.row.event.subjectKind, "infusion");
    EXPECT_EQ(line.patientNumber, annasNumber);
    EXPECT_EQ(line.row.hash.size(), 64U);
}

TEST_F(AuditTrail, IsFilteredByEachAndByAllTogether) {
    const auto robin = clinic.patient(aPatient("Robin", "Sample", "KC 9"));
    need(clinic.services.patients.overview(clinic.physician, robin, Reading::Open));
    need(clinic.services.patients.overview(clinic.nurse, robin, Reading::Open));
    for (const auto& line : whole({.who = clinic.physician.account}))
        EXPECT_EQ(line.row.event.who, clinic.physician.account);
    for (const auto& line : whole({.action = AuditAction::View}))
        EXPECT_EQ(line.row.event.action, AuditAction::View);
    const auto robins = whole({.patientNumber = " kc 9 "});
    EXPECT_EQ(robins.size(), 3U);
    for (const auto& line : robins)
        EXPECT_EQ(line.row.event.patient, robin);
    const AuditQuery one{.who = clinic.nurse.account, .patientNumber = "KC 9", .action = AuditAction::View};
    EXPECT_EQ(whole(one).size(), 1U);
    EXPECT_TRUE(whole({.who = clinic.auditor.account, .patientNumber = "KC 9"}).empty());
}

TEST_F(AuditTrail, APeriodHasBothItsDays) {
    clinic.goTo(date("2025-01-07"));
    need(clinic.services.infusions.recordNote(clinic.nurse, infusion, "one"));
    clinic.goTo(date("2025-01-08"));
    need(clinic.services.infusions.recordNote(clinic.nurse, infusion, "two"));
    const auto on = [this](const char* from, const char* to) {
        return whole({.action = AuditAction::Record, .from = date(from), .to = date(to)}).size();
    };
    EXPECT_EQ(on("2025-01-07", "2025-01-07"), 1U);
    EXPECT_EQ(on("2025-01-07", "2025-01-08"), 2U);
    EXPECT_EQ(on("2025-01-08", "2025-01-09"), 1U);
    EXPECT_EQ(on("2025-01-09", "2025-01-31"), 0U);
    EXPECT_THAT(clinic.services.audit.read(clinic.auditor, {.from = date("2025-01-08"), .to = date("2025-01-07")},
                                           Reading::Open),
                FailsWith(Code::Invalid));
}

TEST_F(AuditTrail, ANumberThatNobodyHasIsSaidToBeOne) {
    const auto read = clinic.services.audit.read(clinic.auditor, {.patientNumber = "KC 99999"}, Reading::Open);
    ASSERT_FALSE(read);
    ASSERT_EQ(read.error().problems.size(), 1U);
    EXPECT_EQ(read.error().problems.front().field, "patient");
}

TEST_F(AuditTrail, LookingAtItIsAnEntryAndLookingOnIsNot) {
    clinic.store.forget();
    need(clinic.services.audit.read(clinic.auditor, {.patientNumber = annasNumber}, Reading::Open));
    ASSERT_EQ(clinic.store.events().size(), 1U);
    const auto& event = clinic.store.events().front();
    EXPECT_EQ(event.action, AuditAction::View);
    EXPECT_EQ(event.subjectKind, "audit_event");
    EXPECT_EQ(event.patient, anna);
    EXPECT_EQ(event.who, clinic.auditor.account);
    clinic.store.forget();
    need(clinic.services.audit.read(clinic.auditor, {}, Reading::Refresh));
    EXPECT_TRUE(clinic.store.events().empty());
}

TEST_F(AuditTrail, NamesNoPatientToWhoeverIsNoClinician) {
    const auto text = exported({});
    EXPECT_THAT(text, HasSubstr(annasNumber));
    EXPECT_THAT(text, Not(HasSubstr(aPatient().name.family)));
}

TEST_F(AuditTrail, LeavesAsCsvWithEveryLineAndAnEntryOfItsOwn) {
    const auto before = clinic.count().events;
    clinic.store.forget();
    const auto text = exported({});
    EXPECT_EQ(std::ranges::count(text, '\r'), before + 2) << "the head, every line, and the export itself";
    ASSERT_EQ(clinic.store.events().size(), 1U);
    EXPECT_EQ(clinic.store.events().front().action, AuditAction::Issue);
    EXPECT_THAT(clinic.store.events().front().detail, StartsWith("csv trail"));
}

TEST_F(AuditTrail, AFileThatCannotBeWrittenIsTold) {
    const auto full = [](std::string_view) -> base::Done {
        return base::fail(Code::StorageFull);
    };
    EXPECT_THAT(clinic.services.audit.exportTrail(clinic.auditor, {}, full), FailsWith(Code::StorageFull));
}

TEST_F(AuditTrail, AUserNameCannotForgeALine) {
    const auto before = clinic.count().events;
    EXPECT_THAT(clinic.services.accounts.signIn("evil\r\n999,forged\x1b[31m,\"=1+1", "no password at all", "pc"),
                FailsWith(Code::SignInFailed));
    EXPECT_EQ(clinic.count().events, before + 1);
    const auto text = exported({.action = AuditAction::SignInFailed});
    EXPECT_THAT(text, Not(HasSubstr("forged"))) << "a name that nobody has is not kept";
    EXPECT_EQ(std::ranges::count(text, '\r'), 2) << "the head and the one line";
}

TEST_F(AuditTrail, AccountsForEveryDisclosureOfThePatientAndNobodyElse) {
    need(clinic.services.patients.registerPatient(clinic.nurse, aPatient("Robin", "Sample", "KC 9")));
    need(clinic.services.documents.issueVisit(clinic.nurse, services::VisitPaper::Summary, infusion));
    clinic.clock.advance(std::chrono::minutes(5));
    need(clinic.services.documents.issueVisit(clinic.physician, services::VisitPaper::Summary, infusion));
    const auto list = need(clinic.services.audit.disclosures(clinic.auditor, annasNumber));
    ASSERT_EQ(list.lines.size(), 2U);
    EXPECT_EQ(list.lines.front().person, "L. Okafor, MD") << "the newest first";
    EXPECT_EQ(list.lines.front().kind, "visit_summary");
    EXPECT_EQ(list.from, date("2019-01-06"));
    EXPECT_TRUE(need(clinic.services.audit.disclosures(clinic.auditor, "KC 9")).lines.empty());
    EXPECT_THAT(clinic.services.audit.disclosures(clinic.auditor, " "), FailsWith(Code::Invalid));
}

TEST_F(AuditTrail, DisclosuresOlderThanSixYearsNeedNotBeAccountedFor) {
    need(clinic.services.documents.issueVisit(clinic.nurse, services::VisitPaper::Summary, infusion));
    clinic.goTo(date("2031-01-06"));
    EXPECT_EQ(need(clinic.services.audit.disclosures(clinic.auditor, annasNumber)).lines.size(), 1U);
    clinic.goTo(date("2031-01-07"));
    EXPECT_TRUE(need(clinic.services.audit.disclosures(clinic.auditor, annasNumber)).lines.empty());
}

TEST_F(AuditTrail, AClockSetBackChangesTheTimeOfALineAndNeverItsNumber) {
    clinic.clock.advance(std::chrono::hours(-24 * 30));
    need(clinic.services.infusions.recordNote(clinic.nurse, infusion, "text"));
    std::set<std::int64_t> numbers;
    for (const auto& line : whole({}))
        numbers.insert(line.row.sequence);
    EXPECT_EQ(std::ssize(numbers), clinic.count().events);
}

} // namespace
} // namespace chairside::test
