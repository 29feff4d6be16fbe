// Filled-in questionnaires for a chart, told in a few calls; the instrument is a small one of the test's own.
#pragma once

#include <optional>
#include <string_view>

#include "core/services/assessment_service.h"

namespace chairside::test {

// An instrument "impact" with a total ("fiqr", 0 to 100) and single items for fatigue, sleep, memory and mood.
class AssessmentStory {
public:
    AssessmentStory();

    // Newest last. An item that is absent was declined.
    AssessmentStory& filled(std::string_view date, std::optional<int> total, std::optional<int> fatigue,
                            std::optional<int> sleep = 5, std::optional<int> memory = 5, std::optional<int> mood = 5);
    // An endurance test ("held", seconds with a load in grams).
    AssessmentStory& held(std::string_view date, int seconds, int grams);
    // The response told last was corrected by a later one.
    AssessmentStory& corrected();

    [[nodiscard]] services::PatientAssessments all() const;

private:
    services::PatientAssessments m_all; // oldest first
};

} // namespace chairside::test
