// Ordering a course: what is written, and everything that is refused.
#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using base::Code;
using base::Rule;

class CourseOrders : public ServiceTest {
protected:
    domain::PatientId anna = clinic.patient();
    domain::ProtocolVersionId protocol = clinic.signedProtocol();
    services::OrderRequest request = anOrder(anna, protocol, date("2025-01-06"));

    base::Result<domain::CourseId> order() { return clinic.services.courses.order(clinic.physician, request); }

    template <class Matcher>
    void expectOrderRefused(const Matcher& matcher) {
        expectRefused(
            clinic, [this] { return order(); }, matcher);
    }
};

TEST_F(CourseOrders, WriteCourseOrderPlanBaselineAndSignature) {
    request.baseline = {{date("2025-01-03"), 8}, {date("2025-01-06"), 7}};
    const auto id = need(order());
    const auto review = clinic.review(id);
    EXPECT_EQ(review.course.number, 1);
    EXPECT_EQ(review.course.goal, "Walk for half an hour");
    ASSERT_EQ(review.orders.size(), 1U);
    EXPECT_EQ(review.orders.front().perKg, perKg(500));
    EXPECT_EQ(review.orders.front().minutes, 90);
    EXPECT_EQ(review.orders.front().orderedBy, clinic.physician.account);
    ASSERT_EQ(review.points.size(), 6U);
    EXPECT_EQ(review.points.back().planned.date, date("2025-01-23"));
    EXPECT_EQ(review.points.back().planned.ordinal, 6);
    ASSERT_EQ(review.assessments.size(), 2U);
    EXPECT_EQ(review.assessments.front().pain, 8);
    need(clinic.store.read([&](services::Transaction& tx) -> base::Done {
        const auto signatures = need(tx.signatures().of("course_order", review.orders.front().id.text()));
        EXPECT_EQ(signatures.size(), 1U);
        EXPECT_EQ(signatures.front().meaning, "order");
        return {};
    }));
}

TEST_F(CourseOrders, AreOneAuditEventAndOneNotice) {
    clinic.store.forget();
    clinic.told.clear();
    const auto id = need(order());
    ASSERT_EQ(clinic.store.events().size(), 1U);
    const auto& event = clinic.store.events().front();
    EXPECT_EQ(event.action, services::AuditAction::Order);
    EXPECT_EQ(event.who, clinic.physician.account);
    EXPECT_EQ(event.role, "physician");
    EXPECT_EQ(event.patient, anna);
    EXPECT_EQ(event.subjectId, id.text());
    ASSERT_EQ(clinic.told.size(), 1U);
    EXPECT_EQ(clinic.told.front().kind, services::ChangeKind::Course);
    EXPECT_EQ(clinic.told.front().patientId, anna.text());
}

TEST_F(CourseOrders, NeedATypedDoseInsideTheProtocolsLimits) {
    request.perKg.reset();
    expectOrderRefused(HasProblem("dose_per_kg", Rule::Required));
    request.perKg = perKg(99);
    expectOrderRefused(HasProblem("dose_per_kg", Rule::BelowLimit));
    request.perKg = perKg(2'001);
    expectOrderRefused(HasProblem("dose_per_kg", Rule::AboveLimit));
    const auto problem = order().error().problems.front();
    EXPECT_EQ(problem.low, "0.1");
    EXPECT_EQ(problem.high, "2");
    EXPECT_EQ(problem.value, "2.001");
}

TEST_F(CourseOrders, NeedAReasonAboveTheSoftLimit) {
    request.perKg = perKg(1'001);
    expectOrderRefused(HasProblem("reason", Rule::Required));
    request.reason = "monitored setting";
    const auto id = need(order());
    EXPECT_EQ(clinic.review(id).orders.front().reason, "monitored setting");
}

TEST_F(CourseOrders, KeepTheMinutesInsideTheLimits) {
    request.minutes = 9;
    expectOrderRefused(HasProblem("minutes", Rule::BelowLimit));
    request.minutes = 301;
    expectOrderRefused(HasProblem("minutes", Rule::AboveLimit));
}

TEST_F(CourseOrders, HaveDatesThatFitTheRegimen) {
    request.dates.pop_back();
    expectOrderRefused(HasProblem("dates", Rule::TooFew));
    request.dates = mondaysAndThursdays(date("2025-01-06"));
    request.dates[1] = date("2025-01-07");
    expectOrderRefused(HasProblem("date_2", Rule::GapTooShort));
    request.dates[1] = date("2025-01-11");
    expectOrderRefused(HasProblem("date_2", Rule::NotAClinicDay));
}

TEST_F(CourseOrders, HaveNoDateInThePast) {
    request.dates = mondaysAndThursdays(date("2025-01-02"));
    expectOrderRefused(HasProblem("date_1", Rule::InPast));
}

TEST_F(CourseOrders, NeedAGoal) {
    request.goal = "  ";
    expectOrderRefused(HasProblem("goal", Rule::Required));
    request.goal = std::string(501, 'x');
    expectOrderRefused(HasProblem("goal", Rule::TooLong));
}

TEST_F(CourseOrders, TakeBaselineScoresOfTheScaleAndNotOfTheFuture) {
    request.baseline = {{date("2025-01-03"), 11}, {date("2025-01-07"), 5}};
    expectOrderRefused(
        ::testing::AllOf(HasProblem("baseline_1", Rule::OutOfRange), HasProblem("baseline_2", Rule::InFuture)));
}

TEST_F(CourseOrders, NeedTheIdentityTypedAgain) {
    request.initials = "AB";
    request.birthYear = "1980";
    expectOrderRefused(
        ::testing::AllOf(HasProblem("initials", Rule::Mismatch), HasProblem("birth_year", Rule::Mismatch)));
}

TEST_F(CourseOrders, NeedThePassword) {
    request.password.clear();
    expectOrderRefused(HasProblem("password", Rule::Required));
    request.password = "wrong";
    const auto records = clinic.count().records;
    EXPECT_THAT(order(), FailsWith(Code::SignInFailed));
    EXPECT_EQ(clinic.count().records, records);
}

TEST_F(CourseOrders, TellProblemsBeforeAPasswordIsTried) {
    request.goal.clear();
    request.password = "wrong";
    const int effort = clinic.hasher.effort();
    expectOrderRefused(HasProblem("goal", Rule::Required));
    EXPECT_EQ(clinic.hasher.effort(), effort);
}

TEST_F(CourseOrders, NeedASignedProtocol) {
    request.protocolVersion = need(clinic.services.protocols.takeOver(clinic.physician, "course_05"));
    expectOrderRefused(FailsWith(Code::WrongState));
}

TEST_F(CourseOrders, AreNotForSomebodyInACourse) {
    need(order());
    expectOrderRefused(FailsWith(Code::WrongState));
}

TEST_F(CourseOrders, AreForAPatientThatExists) {
    request.patient = domain::PatientId(clinic.ids.next());
    expectOrderRefused(FailsWith(Code::NotFound));
}

} // namespace
} // namespace chairside::test
