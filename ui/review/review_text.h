// The words of the review: what the protocol suggests and why, how far somebody responded, courses.
#pragma once

#include <QString>

#include "core/services/review_service.h"

namespace chairside::ui {

// "T-1" ... "T-8".
[[nodiscard]] QString ruleId(domain::TitrationRule rule);
// "a severe event, or one judged serious": when the rule applies.
[[nodiscard]] QString ruleText(domain::TitrationRule rule);
// "Stay at 0.5 mg per kg"; never tells anybody to give something.
[[nodiscard]] QString suggestionText(const domain::TitrationSuggestion& suggestion);
// "nausea, grade 2, infusion 3, 13-Jan-2025".
[[nodiscard]] QString reasonText(const domain::TitrationReason& reason, const services::CourseReview& review);

// "Responder: yes, 46 % better (30 % needed)"; says why when it cannot be told. One decimal where a whole per cent
// would contradict the answer.
[[nodiscard]] QString responderText(const services::CourseReview& review);
// "Lost at least 50 % of the gain: no".
[[nodiscard]] QString relapseText(const services::CourseReview& review);
// "Next decision: by 06-Mar-2025".
[[nodiscard]] QString nextDecisionText(const services::CourseReview& review);
// "now day 12": since the last infusion.
[[nodiscard]] QString windowDayText(const domain::RetreatmentWindow& window);

// "Course 2, active".
[[nodiscard]] QString courseText(const domain::Course& course);
// "Course 2, active — Fibromyalgia course, version 3 — order 0.5 mg per kg over 90 minutes".
[[nodiscard]] QString orderText(const services::CourseReview& review);

} // namespace chairside::ui
