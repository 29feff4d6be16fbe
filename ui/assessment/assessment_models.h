// The lists beside the form: the instruments with their last score, and what was filled in before.
#pragma once

#include <QStringList>
#include <vector>

#include "core/services/assessment_service.h"
#include "ui/widgets/text_rows_model.h"

namespace chairside::ui {

// One row an instrument: its name, and the last score with its day.
[[nodiscard]] std::vector<QStringList> instrumentRows(const services::PatientAssessments& assessments);
// One row a response, newest first: day, instrument, score and how it came in, who entered it.
[[nodiscard]] std::vector<QStringList> responseRows(const services::PatientAssessments& assessments);

} // namespace chairside::ui
