// Tells a course in a few calls and gives the review that a chart is made from. No store, no services: every number is
// the test's own.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/services/review_service.h"

namespace chairside::test {

[[nodiscard]] base::CalendarDate day(std::string_view iso);
[[nodiscard]] domain::Score points(std::int64_t thousandths);
// A made-up identity, different at every call.
[[nodiscard]] base::Uuid madeUpUuid();

class CourseStory {
public:
    // An active course without infusions under a protocol with the usual thresholds (30 %, 50 %, +/- 5, 28 to 42 days).
    CourseStory();

    CourseStory& baseline(std::string_view date, int pain);
    CourseStory& baselineMean(std::optional<domain::Score> mean);
    CourseStory& given(std::string_view date, std::optional<int> before, std::optional<int> after,
                       std::int64_t microgramsPerKg = 500);
    CourseStory& notGiven(std::string_view date, domain::PlanState state, std::string reason = "");
    CourseStory& planned(std::string_view date) { return notGiven(date, domain::PlanState::Planned); }
    CourseStory& followUp(std::string_view date, std::optional<int> pain,
                          domain::RecallFrame frame = domain::RecallFrame::Average24h);
    // Of the infusion told last.
    CourseStory& event(std::string term, int grade);
    CourseStory& late();
    CourseStory& missing(domain::MissingReason before, std::optional<domain::MissingReason> after = std::nullopt);
    CourseStory& tender(int positive, int examined = 18, std::optional<std::int64_t> mean = 6000);
    // Site by site: `score` at the first `positive` of the 18, 0 at the rest of the first `examined`.
    CourseStory& exam(int positive, int examined = 18, int score = 6);
    // Of the examination told last: at its first `sites` sites, in gf per cm2.
    CourseStory& algometer(std::int64_t threshold, std::int64_t tolerance, int sites = 18);
    CourseStory& endurance(int seconds, std::int64_t grams);
    CourseStory& pressure(int systolic, int diastolic, int dissociation);

    CourseStory& completed();
    CourseStory& stopped(std::string_view date);
    CourseStory& today(std::string_view date);

    [[nodiscard]] services::CourseReview review() const;

private:
    services::ReviewPoint& add(std::string_view date, domain::PlanState state);
    void findLatest(services::CourseReview& review) const;

    services::CourseReview m_review;
    std::vector<domain::Score> m_baselineScores;
    base::CalendarDate m_today;
};

// Six infusions over 17 days, baseline 7.4, newest score 4: the course of the screen specification.
[[nodiscard]] CourseStory usualCourse();

} // namespace chairside::test
