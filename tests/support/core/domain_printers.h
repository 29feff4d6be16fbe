// How the enumerations and small values of core/domain look in a failed test.
#pragma once

#include <ostream>

#include "core/domain/course/retreatment.h"
#include "core/domain/course/titration.h"
#include "core/domain/dosing/dose.h"
#include "core/domain/infusion/checklist_rules.h"
#include "core/domain/infusion/delivered.h"
#include "core/domain/infusion/infusion_record.h"
#include "core/domain/infusion/vitals_rules.h"
#include "core/domain/outcome/response.h"
#include "core/domain/outcome/tender_points.h"
#include "tests/support/core/printers.h"

namespace chairside::domain {

void PrintTo(WindowState value, std::ostream* out);
void PrintTo(TitrationAction value, std::ostream* out);
void PrintTo(TitrationRule value, std::ostream* out);
void PrintTo(PumpState value, std::ostream* out);
void PrintTo(InfusionState value, std::ostream* out);
void PrintTo(SigningGap value, std::ostream* out);
void PrintTo(VitalMark value, std::ostream* out);
void PrintTo(ResponseCategory value, std::ostream* out);
void PrintTo(NotEvaluableReason value, std::ostream* out);
void PrintTo(TenderCriterion value, std::ostream* out);
void PrintTo(TenderSite value, std::ostream* out);
void PrintTo(PlanState value, std::ostream* out);
void PrintTo(CourseState value, std::ostream* out);
void PrintTo(const DoseInputs& value, std::ostream* out);
void PrintTo(const DoseCalculation& value, std::ostream* out);
void PrintTo(const TitrationReason& value, std::ostream* out);
void PrintTo(const TitrationSuggestion& value, std::ostream* out);
void PrintTo(const DueRow& value, std::ostream* out);
void PrintTo(const CheckGap& value, std::ostream* out);
void PrintTo(const StartBreach& value, std::ostream* out);
void PrintTo(const DischargeGap& value, std::ostream* out);

} // namespace chairside::domain
