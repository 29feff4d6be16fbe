// The sections of the visit summary, in the order they are printed.
#pragma once

#include "core/services/document_service.h"
#include "ui/print/print_flow.h"

namespace chairside::ui {

void addGlance(PrintFlow& flow, const services::VisitSummary& summary);
void addOrderAndDose(PrintFlow& flow, const services::VisitSummary& summary);
void addPreCheck(PrintFlow& flow, const services::VisitSummary& summary);
void addDischarge(PrintFlow& flow, const services::VisitSummary& summary);
void addAdministrationAndScores(PrintFlow& flow, const services::VisitSummary& summary);
// Part of the section before.
void addAfterScores(PrintFlow& flow, const services::VisitSummary& summary);
void addEvents(PrintFlow& flow, const services::VisitSummary& summary);
void addDrug(PrintFlow& flow, const services::VisitSummary& summary);
void addVitals(PrintFlow& flow, const services::VisitSummary& summary);
void addTenderPoints(PrintFlow& flow, const services::VisitSummary& summary);
void addCourse(PrintFlow& flow, const services::VisitSummary& summary);
// The chart of a course alone; a table with its numbers has to follow.
void addCourseChart(PrintFlow& flow, const services::CourseReview& review);
void addNotes(PrintFlow& flow, const services::VisitSummary& summary);
void addAddenda(PrintFlow& flow, const services::VisitSummary& summary);
// issued: false for a preview, which has no identity of its own yet.
void addSignatures(PrintFlow& flow, const services::VisitSummary& summary, bool issued);

} // namespace chairside::ui
