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

TEST_F(CourseOrders, NeedAStopRuleAndTheConsentOfThePatient) {
    request.stopRule = " ";
    request.consentOn.reset();
    request.consentTakenBy.clear();
    request.consentReference.clear();
    expectOrderRefused(
        ::testing::AllOf(HasProblem("stop_rule", Rule::Required), HasProblem("consent_on", Rule::Required),
                         HasProblem("consent_by", Rule::Required), HasProblem("consent_ref", Rule::Required)));
    request = anOrder(anna, protocol, date("2025-01-06"));
    request.consentOn = date("2025-01-07");
    expectOrderRefused(HasProblem("consent_on", Rule::InFuture));
}

TEST_F(CourseOrders, KeepWhatWasAgreedForWhoeverReadsTheCourse) {
    const auto id = need(order());
    const domain::OrderAgreement expected{clinic.review(id).orders.front().id, "No benefit after three infusions",
                                          date("2024-01-02"), "Dr Okafor", "Consent folder 12"};
    EXPECT_EQ(clinic.review(id).agreement, expected);
    // A later version of the order is agreed within the same course.
    need(clinic.services.courses.act(clinic.physician, {id, domain::CourseAct::Hold, "away", {}, kPassword}));
    EXPECT_EQ(clinic.review(id).agreement, expected);
    const auto seen = need(clinic.services.patients.overview(clinic.nurse, anna, services::Reading::Open));
    EXPECT_EQ(seen.agreement, expected);
}

TEST_F(CourseOrders, KeepTheWeightTheyAreWrittenByWithItsDayAndTheHeight) {
    request.weight = domain::Weight::ofRaw(68'400);
    request.weighedOn = date("2025-01-03");
    request.height = domain::Height::ofRaw(168'500);
    const auto id = need(order());
    const auto first = clinic.review(id).orders.front().id;
    need(clinic.store.read([&](services::Transaction& tx) -> base::Done {
        const auto stated = need(tx.courses().measure(first));
        EXPECT_TRUE(stated.has_value());
        const domain::OrderMeasure expected{first, *request.weight, domain::WeightBasis::Actual, *request.weighedOn,
                                            request.height};
        EXPECT_EQ(*stated, expected);
        return {};
    }));
    const auto overview = need(clinic.services.patients.overview(clinic.nurse, anna, services::Reading::Refresh));
    EXPECT_EQ(overview.weight, request.weight);
    EXPECT_EQ(overview.weighedOn, request.weighedOn);
}

TEST_F(CourseOrders, RefuseAWeightWithoutItsDayAndAHeightWithoutAWeight) {
    request.weight = domain::Weight::ofWhole(68);
    expectOrderRefused(HasProblem("weighed_on", Rule::Required));
    request.weighedOn = date("2025-01-07");
    expectOrderRefused(HasProblem("weighed_on", Rule::InFuture));
    request.weight.reset();
    request.weighedOn.reset();
    request.height = domain::Height::ofWhole(170);
    expectOrderRefused(HasProblem("weight", Rule::Required));
}

TEST_F(CourseOrders, RefuseImpossibleBodies) {
    request.weighedOn = date("2025-01-06");
    for (const int kilograms : {0, 29, 251, 900}) {
        request.weight = domain::Weight::ofWhole(kilograms);
        expectOrderRefused(HasProblem("weight", Rule::OutOfRange));
    }
    request.weight = domain::Weight::ofWhole(68);
    for (const int centimetres : {0, 17, 99, 231, 1700}) {
        request.height = domain::Height::ofWhole(centimetres);
        expectOrderRefused(HasProblem("height", Rule::OutOfRange));
    }
}

TEST_F(CourseOrders, AskOddBodiesBack) {
    request.weight = domain::Weight::ofWhole(165);
    request.weighedOn = date("2025-01-06");
    request.height = domain::Height::ofWhole(110);
    expectOrderRefused(HasProblem("weight_again", Rule::Required));
    request.weightAgain = domain::Weight::ofWhole(156);
    expectOrderRefused(HasProblem("weight_again", Rule::Mismatch));
    request.weightAgain = request.weight;
    need(order());
}

class ScreenedOrders : public ServiceTest {
protected:
    using Answer = domain::AnswerKind;
    domain::PatientId anna = clinic.patient();
    domain::ProtocolVersionId protocol = clinic.signedProtocol(kScreeningProtocol);

    services::OrderRequest request(const char* first = "2025-01-06") {
        auto asked = anOrder(anna, protocol, date(first));
        asked.screening = {{"psychosis", Answer::Favourable, ""},
                           {"substances", Answer::Favourable, ""},
                           {"pregnancy", Answer::NotApplicable, ""},
                           {"ecg", Answer::NotApplicable, ""},
                           {"snoring", Answer::Unfavourable, ""}};
        return asked;
    }
    auto order(const services::OrderRequest& asked) { return clinic.services.courses.order(clinic.physician, asked); }
    template <class Matcher>
    void expectOrderRefused(const services::OrderRequest& asked, const Matcher& matcher) {
        expectRefused(
            clinic, [&] { return order(asked); }, matcher);
    }
    void stop(const domain::CourseId& course) {
        need(clinic.services.courses.act(clinic.physician, {course, domain::CourseAct::Stop, "moved", {}, kPassword}));
    }
};

TEST_F(ScreenedOrders, NeedAnAnswerToEveryQuestion) {
    auto asked = request();
    asked.screening.clear();
    expectOrderRefused(asked, ::testing::AllOf(HasProblem("screening.psychosis", Rule::Required),
                                               HasProblem("screening.substances", Rule::Required),
                                               HasProblem("screening.pregnancy", Rule::Required),
                                               HasProblem("screening.ecg", Rule::Required),
                                               HasProblem("screening.snoring", Rule::Required)));
    EXPECT_TRUE(order(request()).has_value());
}

TEST_F(ScreenedOrders, AHardStopIsNotPassedByAnyReason) {
    auto asked = request();
    asked.screening[0] = {"psychosis", Answer::Unfavourable, "long ago"};
    expectOrderRefused(asked, HasProblem("screening.psychosis", Rule::NotAllowed));
    asked = request();
    asked.screening[0] = {"psychosis", Answer::NotApplicable, ""};
    expectOrderRefused(asked, HasProblem("screening.psychosis", Rule::NotAllowed));
    asked = request();
    asked.screening.push_back({"made_up", Answer::Favourable, ""});
    expectOrderRefused(asked, HasProblem("screening.made_up", Rule::NotAllowed));
}

TEST_F(ScreenedOrders, ASoftStopNeedsItsReasonAndKeepsIt) {
    auto asked = request();
    asked.screening[1] = {"substances", Answer::Unfavourable, "  "};
    expectOrderRefused(asked, HasProblem("screening.substances.note", Rule::Required));
    asked.screening[1].note = "cannabis at night, agreed to pause";
    need(order(asked));
    const auto answers = need(clinic.services.courses.screening(clinic.physician, anna));
    ASSERT_EQ(answers.size(), 5U);
    EXPECT_EQ(answers[1].item, "substances");
    EXPECT_EQ(answers[1].question, "Active substance use");
    EXPECT_EQ(answers[1].note, "cannabis at night, agreed to pause");
    EXPECT_EQ(answers[1].answeredOn, date("2025-01-06"));
}

TEST_F(ScreenedOrders, AFindingIsKeptWithItsOwnDayAndCountsFromIt) {
    auto asked = request();
    asked.screening[3] = {"ecg", Answer::Favourable, "sinus rhythm"};
    expectOrderRefused(asked, HasProblem("screening.ecg.on", Rule::Required));
    asked.screening[3].on = date("2025-01-07");
    expectOrderRefused(asked, HasProblem("screening.ecg.on", Rule::InFuture));
    asked.screening[3].on = date("2024-01-06");
    expectOrderRefused(asked, HasProblem("screening.ecg.on", Rule::InPast));
    asked.screening[3].on = date("2024-02-01");
    need(order(asked));
    const auto answers = need(clinic.services.courses.screening(clinic.physician, anna));
    EXPECT_EQ(answers[3].note, "sinus rhythm");
    EXPECT_EQ(answers[3].answeredOn, date("2024-02-01"));
}

TEST_F(ScreenedOrders, AnswersFromBeforeCountAsLongAsTheVersionSaysAndAreThenAskedAgain) {
    stop(need(order(request())));
    clinic.goTo(date("2025-01-13"));
    auto second = request("2025-01-13");
    second.screening.clear();
    // Pregnancy counts for seven days, psychosis for thirty, snoring is asked each time.
    expectOrderRefused(second, HasProblem("screening.snoring", Rule::Required));
    second.screening = {{"snoring", Answer::Favourable, ""}};
    stop(need(order(second)));
    clinic.goTo(date("2025-01-16"));
    auto third = request("2025-01-16");
    third.screening = {{"snoring", Answer::Favourable, ""}};
    const auto refused = order(third);
    ASSERT_FALSE(refused.has_value());
    ASSERT_EQ(refused.error().problems.size(), 1U);
    EXPECT_EQ(refused.error().problems.front().field, "screening.pregnancy");
    EXPECT_EQ(refused.error().problems.front().value, "expired");
}

TEST_F(CourseOrders, AreNotPlannedOnClosedOrFullDays) {
    auto& chairs = clinic.services.chairs;
    const auto first = request.dates.front();
    need(chairs.setDays(clinic.administrator, {1, {request.dates[1]}}));
    expectRefused(
        clinic, [this] { return order(); }, HasProblem("date_2", Rule::NotAClinicDay));
    need(chairs.setDays(clinic.administrator, {1, {}}));
    const auto ben = clinic.patient(aPatient("Ben", "Tester", "KC 0999", "1966-02-02"));
    need(order());
    auto second = request;
    second.patient = ben;
    second.initials = "BT";
    second.birthYear = "1966";
    const auto refused = clinic.services.courses.order(clinic.physician, second);
    EXPECT_THAT(refused, HasProblem("date_1", Rule::TooMany));
    EXPECT_EQ(need(clinic.services.courses.calendar(clinic.nurse)).planned.at(first), 1);
    need(chairs.setDays(clinic.administrator, {2, {}}));
    EXPECT_TRUE(clinic.services.courses.order(clinic.physician, second).has_value());
}

TEST_F(CourseOrders, AreNeitherMovedNorResumedOntoAClosedDay) {
    const auto course = need(order());
    const auto next = clinic.planned(course, 2);
    const auto closed = next.date.plusDays(1);
    need(clinic.services.chairs.setDays(clinic.administrator, {{}, {closed}}));
    expectRefused(
        clinic, [&] { return clinic.services.courses.movePlanned(clinic.physician, next.id, closed); },
        HasProblem("date", Rule::NotAClinicDay));
    need(clinic.services.courses.act(clinic.physician, {course, domain::CourseAct::Hold, "ill", {}, kPassword}));
    expectRefused(
        clinic,
        [&] {
            return clinic.services.courses.act(clinic.physician,
                                               {course, domain::CourseAct::Resume, "well", closed, kPassword});
        },
        HasProblem("resume_on", Rule::NotAClinicDay));
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
