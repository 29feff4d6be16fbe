// Cumulative exposure in the overview, with the checks that settle its prompts.
#include <algorithm>

#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

class PatientExposure : public ServiceTest {
protected:
    [[nodiscard]] domain::Exposure exposure() {
        const auto overview =
            need(clinic.services.patients.overview(clinic.physician, anna, services::Reading::Refresh));
        return overview.exposure.value();
    }
    [[nodiscard]] services::AssessmentRequest check(const std::string& id, bool answered) {
        const auto all = need(clinic.services.assessments.ofPatient(clinic.nurse, anna, services::Reading::Refresh));
        const auto* instrument = all.instrument(id);
        services::AssessmentRequest request{
            .patient = anna, .instrument = id, .version = instrument->version, .date = clinic.clock.now().localDate()};
        for (const auto& item : instrument->items) {
            domain::QuestionnaireAnswer answer{item.key, std::nullopt, domain::MissingReason::Declined};
            if (answered && request.answers.empty()) answer = {item.key, item.low, std::nullopt};
            request.answers.push_back(answer);
        }
        return request;
    }

    domain::PatientId anna = clinic.patient();
    domain::CourseId course = clinic.orderedCourse(anna, {}, "repeated_05");
};

TEST_F(PatientExposure, AddsUpWhatWasGiven) {
    clinic.give(course, 1, 8, 6);
    clinic.give(course, 2, 7, 5);
    EXPECT_EQ(exposure().lastYear.infusions, 2);
    EXPECT_EQ(exposure().lastYear.dose, exposure().inLife.dose);
    EXPECT_EQ(exposure().inLife.dose.raw(), 2 * 35'000) << "0.5 mg per kg at 70 kg, twice";
}

TEST_F(PatientExposure, ReachingTheCountOpensAPromptAndACheckSettlesIt) {
    clinic.give(course, 1, 8, 6);
    EXPECT_EQ(exposure().prompts.at(0).state, domain::PromptState::NotAsked);
    clinic.give(course, 2, 7, 5);
    EXPECT_EQ(exposure().prompts.at(0).state, domain::PromptState::Due);
    need(clinic.services.assessments.record(clinic.nurse, check("liver_tests", true)));
    EXPECT_EQ(exposure().prompts.at(0).state, domain::PromptState::Settled);
    EXPECT_EQ(exposure().prompts.at(1).state, domain::PromptState::Due) << "urinary symptoms are another check";
    need(clinic.services.assessments.record(clinic.nurse, check("urinary_symptoms", true)));
    EXPECT_EQ(exposure().prompts.at(1).state, domain::PromptState::Settled);
}

TEST_F(PatientExposure, ACheckWithoutASingleValueSettlesNothing) {
    clinic.give(course, 1, 8, 6);
    clinic.give(course, 2, 7, 5);
    need(clinic.services.assessments.record(clinic.nurse, check("liver_tests", false)));
    EXPECT_EQ(exposure().prompts.at(0).state, domain::PromptState::Due);
    clinic.clock.advance(std::chrono::hours(24 * 30));
    EXPECT_EQ(exposure().prompts.at(0).state, domain::PromptState::Overdue);
}

TEST_F(PatientExposure, IsAbsentBeforeTheFirstCourse) {
    const auto other = clinic.patient(aPatient("Bert", "Sample", "KC 0777"));
    const auto overview = need(clinic.services.patients.overview(clinic.nurse, other, services::Reading::Refresh));
    EXPECT_FALSE(overview.exposure);
}

} // namespace
} // namespace chairside::test
