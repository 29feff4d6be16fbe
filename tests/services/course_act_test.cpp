// A course as a whole: held, resumed, stopped, completed, and what its planned infusions do then.
#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using base::Code;
using base::Rule;
using domain::CourseAct;
using domain::CourseState;
using domain::OrderKind;
using domain::PlanState;
using ::testing::AllOf;
using ::testing::ElementsAre;

// Six infusions from Monday 06-Jan-2025 on, two to fourteen days apart.
class CourseAsAWhole : public ServiceTest {
protected:
    domain::PatientId anna = clinic.patient();
    domain::CourseId course = clinic.orderedCourse(anna);

    base::Done act(CourseAct what, const std::string& reason = "reason", const char* resumeOn = nullptr,
                   const std::string& password = kPassword) {
        return clinic.services.courses.act(
            clinic.physician,
            {course, what, reason, resumeOn ? std::optional(date(resumeOn)) : std::nullopt, password});
    }
    CourseState state() { return clinic.review(course).course.state; }
    std::vector<std::string> waiting() {
        std::vector<std::string> dates;
        for (const auto& one : clinic.plan(course)) {
            if (one.state == PlanState::Planned) dates.push_back(one.date.iso());
        }
        return dates;
    }
    base::Result<domain::InfusionId> open(int ordinal) {
        return clinic.services.infusions.open(clinic.nurse, clinic.planned(course, ordinal).id);
    }
    services::NextStep nextFor(const services::Actor& actor) {
        return need(clinic.services.patients.overview(actor, anna, services::Reading::Refresh)).next;
    }
};

TEST_F(CourseAsAWhole, HoldIsASignedOrderThatKeepsTheDose) {
    need(act(CourseAct::Hold, "pneumonia"));
    EXPECT_EQ(state(), CourseState::OnHold);
    const auto orders = clinic.review(course).orders;
    ASSERT_EQ(orders.size(), 2U);
    EXPECT_EQ(orders.back().kind, OrderKind::Hold);
    EXPECT_EQ(orders.back().perKg, perKg(500));
    EXPECT_EQ(orders.back().reason, "pneumonia");
    EXPECT_EQ(waiting().size(), 6U);
}

TEST_F(CourseAsAWhole, NothingIsGivenMovedOrChangedWhileItIsHeld) {
    const auto infusion = clinic.openInfusion(course);
    need(act(CourseAct::Hold));
    EXPECT_THAT(open(2), FailsWith(Code::WrongState));
    expectRefused(
        clinic, [&] { return clinic.services.infusions.recordDose(clinic.nurse, {infusion}); },
        FailsWith(Code::WrongState));
    expectRefused(
        clinic,
        [&] {
            return clinic.services.courses.movePlanned(clinic.nurse, clinic.planned(course, 2).id, date("2025-01-10"));
        },
        FailsWith(Code::WrongState));
    expectRefused(
        clinic,
        [&] {
            return clinic.services.courses.decideDose(clinic.physician,
                                                      {course, OrderKind::Keep, {}, "reason", kPassword});
        },
        FailsWith(Code::WrongState));
    EXPECT_EQ(nextFor(clinic.physician), services::NextStep::ReviewCourse);
}

TEST_F(CourseAsAWhole, AnotherCourseIsNotOrderedBesideAHeldOne) {
    need(act(CourseAct::Hold));
    EXPECT_EQ(nextFor(clinic.nurse), services::NextStep::None);
    const auto overview = need(clinic.services.patients.overview(clinic.nurse, anna, services::Reading::Refresh));
    services::OrderRequest second{.patient = anna, .protocolVersion = overview.courses.front().course.protocolVersion};
    EXPECT_THAT(clinic.services.courses.order(clinic.physician, second), FailsWith(Code::WrongState));
}

TEST_F(CourseAsAWhole, ResumingGivesWhatIsLeftNewDatesThatKeepTheGaps) {
    clinic.give(course, 1, 7, 5);
    need(act(CourseAct::Hold));
    clinic.goTo(date("2025-02-03"));
    need(act(CourseAct::Resume, "well again", "2025-02-06"));
    EXPECT_EQ(state(), CourseState::Active);
    EXPECT_THAT(waiting(), ElementsAre("2025-02-06", "2025-02-10", "2025-02-13", "2025-02-17", "2025-02-20"));
    EXPECT_EQ(clinic.planned(course, 1).state, PlanState::Given);
    clinic.goTo(date("2025-02-06"));
    EXPECT_TRUE(open(2).has_value());
}

TEST_F(CourseAsAWhole, TheDayOfResumingIsCheckedInWords) {
    clinic.give(course, 1, 7, 5);
    need(act(CourseAct::Hold));
    expectRefused(
        clinic, [&] { return act(CourseAct::Resume); }, HasProblem("resume_on", Rule::Required));
    expectRefused(
        clinic, [&] { return act(CourseAct::Resume, "reason", "2025-01-03"); }, HasProblem("resume_on", Rule::InPast));
    expectRefused(
        clinic, [&] { return act(CourseAct::Resume, "reason", "2025-01-11"); },
        HasProblem("resume_on", Rule::NotAClinicDay));
    expectRefused(
        clinic, [&] { return act(CourseAct::Resume, "reason", "2025-01-07"); },
        HasProblem("resume_on", Rule::GapTooShort));
    EXPECT_EQ(state(), CourseState::OnHold);
}

TEST_F(CourseAsAWhole, CompletingEarlyCancelsWhatIsLeft) {
    clinic.give(course, 1, 7, 1);
    need(act(CourseAct::Complete, "goal reached"));
    EXPECT_EQ(state(), CourseState::Completed);
    EXPECT_TRUE(clinic.review(course).course.stopReason.empty());
    EXPECT_TRUE(waiting().empty());
    EXPECT_EQ(clinic.planned(course, 6).state, PlanState::Cancelled);
    EXPECT_EQ(clinic.planned(course, 6).reason, "goal reached");
}

TEST_F(CourseAsAWhole, NothingGivenOrAnOpenInfusionCannotBeCompleted) {
    EXPECT_THAT(act(CourseAct::Complete), FailsWith(Code::WrongState));
    clinic.give(course, 1, 7, 5);
    (void)clinic.openInfusion(course, 2);
    EXPECT_THAT(act(CourseAct::Complete), FailsWith(Code::WrongState));
    EXPECT_EQ(state(), CourseState::Active);
}

TEST_F(CourseAsAWhole, AHeldCourseCanBeStopped) {
    need(act(CourseAct::Hold));
    need(act(CourseAct::Stop, "moved away"));
    EXPECT_EQ(state(), CourseState::Stopped);
    EXPECT_EQ(clinic.review(course).course.stopReason, "moved away");
    EXPECT_TRUE(waiting().empty());
}

TEST_F(CourseAsAWhole, WhatTheStateDoesNotAllowIsRefusedAndLeavesEverything) {
    const auto refuse = [&](CourseAct what) {
        expectRefused(
            clinic, [&] { return act(what, "reason", "2025-01-20"); }, FailsWith(Code::WrongState));
    };
    refuse(CourseAct::Resume);
    need(act(CourseAct::Hold));
    refuse(CourseAct::Hold);
    need(act(CourseAct::Stop));
    for (const auto what : {CourseAct::Hold, CourseAct::Resume, CourseAct::Stop, CourseAct::Complete})
        refuse(what);
    expectRefused(
        clinic, [&] { return act(CourseAct::RunOut); }, HasProblem("act", Rule::NotAllowed));
}

TEST_F(CourseAsAWhole, EveryActNeedsAReasonAndThePasswordOfAPhysician) {
    expectRefused(
        clinic, [&] { return act(CourseAct::Hold, " ", nullptr, ""); },
        AllOf(HasProblem("reason", Rule::Required), HasProblem("password", Rule::Required)));
    EXPECT_THAT(act(CourseAct::Hold, "reason", nullptr, "wrong"), FailsWith(Code::SignInFailed));
    EXPECT_THAT(clinic.services.courses.act(clinic.nurse, {course, CourseAct::Hold, "reason", {}, kPassword}),
                FailsWith(Code::Denied));
    EXPECT_EQ(state(), CourseState::Active);
}

} // namespace
} // namespace chairside::test
