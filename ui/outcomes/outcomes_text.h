// The words of the outcomes: counts, definitions, why a course cannot be judged, and the numbers as a file.
#pragma once

#include <QString>

#include "ui/charts/chart_table_model.h"

#include "core/services/outcome_service.h"

namespace chairside::ui {

// "41 courses: 38 started, of these 33 completed, 2 stopped, 3 running".
[[nodiscard]] QString courseCountsText(const services::Outcomes& outcomes);
// "Responders 19 of 33 (57.6 %, 95 % interval 40.8 % to 72.8 %, Wilson)"; a small group has its counts only.
[[nodiscard]] QString respondersText(const services::Outcomes& outcomes);
// What a responder and a relapse are, for every different set of numbers, and the versions that ask for it.
[[nodiscard]] QString definitionText(const services::Outcomes& outcomes);
// "baseline missing", "follow-up score not due yet" ...
[[nodiscard]] QString outcomeGapText(services::OutcomeGap gap);

// "12 adverse events in 480 infusions: 2.5 in every 100."
[[nodiscard]] QString adverseSentence(const services::Outcomes& outcomes);
[[nodiscard]] ChartTable adverseTable(const services::Outcomes& outcomes);
// "8 of 41 courses cannot be judged: baseline missing 2, course running 6."
[[nodiscard]] QString unjudgedSentence(const services::Outcomes& outcomes);
// Names and clinic numbers only where named.
[[nodiscard]] ChartTable unjudgedTable(const services::Outcomes& outcomes, bool named);

// "outcomes_response_2024-01-15_2025-01-14", without an ending.
[[nodiscard]] QString outcomesFileName(const QString& part, const services::OutcomeQuery& query);

} // namespace chairside::ui
