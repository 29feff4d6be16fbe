// What the next order of a patient begins from.
#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using domain::DecisionKind;

class OrderToRepeat : public ServiceTest {
protected:
    [[nodiscard]] std::optional<services::EarlierOrder> ask() {
        return need(clinic.services.courses.orderToRepeat(clinic.physician, anna));
    }
    void decide(DecisionKind kind, std::optional<base::CalendarDate> until = {}) {
        need(clinic.services.courses.decideRetreatment(
            clinic.physician, {.course = *course, .kind = kind, .until = until, .reason = "seen today"}));
    }
    void complete() {
        course = clinic.orderedCourse(anna);
        clinic.giveAll(*course, {8, 7, 6, 5, 5, 4}); // to 23-Jan-2025
    }
    void score(const char* on, int pain) {
        clinic.goTo(date(on));
        need(clinic.services.courses.recordFollowUp(
            clinic.nurse, {.course = *course, .date = date(on), .pain = pain, .missing = {}}));
    }

    domain::PatientId anna = clinic.patient();
    std::optional<domain::CourseId> course;
};

TEST_F(OrderToRepeat, IsThereOnlyOnceItIsDecidedToTreatAgain) {
    EXPECT_FALSE(ask()) << "no course yet";
    complete();
    clinic.goTo(date("2025-02-21"));
    EXPECT_FALSE(ask());
    decide(DecisionKind::Postpone, date("2025-02-25"));
    EXPECT_FALSE(ask());
    decide(DecisionKind::Retreat);
    EXPECT_TRUE(ask());
    decide(DecisionKind::Discharge);
    EXPECT_FALSE(ask()) << "the newest decision counts";
}

TEST_F(OrderToRepeat, IsOverWithTheNextCourse) {
    complete();
    clinic.goTo(date("2025-02-24"));
    decide(DecisionKind::Retreat);
    ASSERT_TRUE(ask());
    (void)clinic.orderedCourse(anna);
    EXPECT_FALSE(ask());
}

TEST_F(OrderToRepeat, HasWhatWasAgreedAndTheScoresSinceButNoDose) {
    complete();
    score("2025-01-30", 4);
    score("2025-02-20", 6);
    decide(DecisionKind::Retreat);
    const auto again = ask();
    ASSERT_TRUE(again);
    EXPECT_EQ(again->course.id, *course);
    EXPECT_EQ(again->decidedOn, date("2025-02-20"));
    EXPECT_EQ(again->minutes, 90);
    EXPECT_FALSE(again->course.goal.empty());
    ASSERT_TRUE(again->agreement);
    EXPECT_EQ(again->agreement->consentOn, date("2024-01-02"));
    EXPECT_EQ(again->opens, date("2025-02-20"));
    ASSERT_EQ(again->scores.size(), 2U);
    EXPECT_EQ(again->scores[0].date, date("2025-02-20")) << "the newest first";
    EXPECT_EQ(again->scores[0].pain, 6);
}

} // namespace
} // namespace chairside::test
