// Two weights of one patient that cannot both be right, as the overview tells them.
#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

class WeightContradictions : public ServiceTest {
protected:
    domain::PatientId anna = clinic.patient();

    std::optional<services::WeightContradiction> seen() {
        return need(clinic.services.patients.overview(clinic.nurse, anna, services::Reading::Refresh)).contradiction;
    }
    domain::InfusionId bag(const domain::CourseId& course, int ordinal, int kilograms) {
        const auto infusion = clinic.openInfusion(course, ordinal);
        auto dose = aDose(infusion);
        dose.weight = domain::Weight::ofWhole(kilograms);
        need(clinic.services.infusions.recordDose(clinic.nurse, dose));
        return infusion;
    }
};

TEST_F(WeightContradictions, NameBothInfusions) {
    const auto course = clinic.orderedCourse(anna);
    const auto first = clinic.give(course, 1, 7, 3); // 70 kg on Monday
    EXPECT_FALSE(seen().has_value());
    const auto second = bag(course, 2, 86);
    const auto both = seen();
    ASSERT_TRUE(both.has_value());
    EXPECT_EQ(both->before.infusion, first);
    EXPECT_EQ(both->before.weight.weight, domain::Weight::ofWhole(70));
    EXPECT_EQ(both->before.weight.on, date("2025-01-06"));
    EXPECT_EQ(both->newest.infusion, second);
    EXPECT_EQ(both->newest.weight.weight, domain::Weight::ofWhole(86));
    EXPECT_EQ(both->newest.weight.on, date("2025-01-09"));
}

TEST_F(WeightContradictions, GoWithTheCorrectionOfTheWrongOne) {
    const auto course = clinic.orderedCourse(anna);
    clinic.give(course, 1, 7, 3);
    const auto second = bag(course, 2, 86);
    ASSERT_TRUE(seen().has_value());
    auto right = aDose(second);
    right.corrects = {domain::preparedDose(clinic.view(second).record)->head.id, "digits exchanged"};
    need(clinic.services.infusions.recordDose(clinic.nurse, right));
    EXPECT_FALSE(seen().has_value());
}

TEST_F(WeightContradictions, AreOverAWeekLater) {
    const auto course = clinic.orderedCourse(anna);
    clinic.give(course, 1, 7, 3);
    bag(course, 4, 86); // ten days later
    EXPECT_FALSE(seen().has_value());
}

TEST_F(WeightContradictions, CountWhatAnOrderStates) {
    auto request = anOrder(anna, clinic.signedProtocol(), date("2025-01-06"));
    request.weight = domain::Weight::ofWhole(58);
    request.weighedOn = date("2025-01-05");
    const auto course = need(clinic.services.courses.order(clinic.physician, request));
    clinic.give(course, 1, 7, 3);
    const auto both = seen();
    ASSERT_TRUE(both.has_value());
    EXPECT_FALSE(both->before.infusion.has_value());
    EXPECT_EQ(both->before.course, course);
    EXPECT_EQ(both->before.weight.weight, domain::Weight::ofWhole(58));
}

} // namespace
} // namespace chairside::test
