// The sections that documents about a whole course share.
#pragma once

#include <QStringList>

#include "core/services/document_service.h"
#include "ui/print/print_flow.h"

namespace chairside::ui {

// Pain at the baseline and now, the change, infusions given, the newest dose.
void addCourseFigures(PrintFlow& flow, const services::CourseReview& review);
// A line for each infusion: date, dose, pain before and after, highest pressure, dissociation; what happened below it.
void addInfusionTable(PrintFlow& flow, const services::CourseReview& review);
// A line for each version of the order, with who ordered it and why.
void addOrderTable(PrintFlow& flow, const services::CourseDocument& course);

// "Pain 7.4 → 4, 46 % better, before infusion 6 (6 of 7 scores)" and what it means under the protocol.
[[nodiscard]] QStringList responseSentences(const services::CourseReview& review);
// "2 adverse events in 6 infusions: nausea, grade 2 (infusion 3); ..." and the highest pressure.
[[nodiscard]] QStringList toleranceSentences(const services::CourseReview& review);
// What was decided after the course, newest first; what is still to be decided.
[[nodiscard]] QStringList decisionSentences(const services::CourseReview& review);
// Planned infusions that are still to come and the re-treatment window.
[[nodiscard]] QStringList nextDateSentences(const services::CourseReview& review, base::CalendarDate today);
[[nodiscard]] int infusionsGiven(const services::CourseReview& review);

} // namespace chairside::ui
