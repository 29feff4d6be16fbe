// The words of a chart: titles, labels, the line for one point, and the whole chart in one sentence.
#pragma once

#include <QString>

#include "ui/charts/chart_state.h"

namespace chairside::ui {

// "missed", "declined", "not recorded" ...; empty for None.
[[nodiscard]] QString gapText(ChartGap gap);
// "7.4", "4": at most one decimal; the mean of three scores is not known to a thousandth.
[[nodiscard]] QString scoreNumber(domain::Score score);
// Whole per cent by which now is better than the baseline (negative: worse), rounded once; nothing if there is no
// baseline above 0.
[[nodiscard]] std::optional<int> percentBetter(std::optional<domain::Score> baseline, std::optional<domain::Score> now);
// "nausea, grade 2".
[[nodiscard]] QString eventText(const ChartEvent& event);
// The name of an entry of the event list: "line problem".
[[nodiscard]] QString eventTermText(const std::string& term, const std::string& words);

// "duloxetine 60 mg", "physiotherapy".
[[nodiscard]] QString careName(const CareItem& item);
// "began duloxetine 60 mg"; of one that goes on, the name alone.
[[nodiscard]] QString careText(const CareItem& item);
// "+ duloxetine", "− amitriptyline": beside a mark in the drawing.
[[nodiscard]] QString careMark(const CareItem& item);

// "baseline 7.4", "30 % better 5.2".
[[nodiscard]] QString referenceText(const ReferenceLine& line);
// "Pain 7.4 → 4, 46 % better, before infusion 6 (6 of 7 scores)".
[[nodiscard]] QString responseLine(const ResponseChartData& data);
// "14-Jan-2025, infusion 4, before 6, after 4, dose 0.5 mg per kg (34 mg)".
[[nodiscard]] QString pointText(const ResponseChartData& data, int point);
// "Pain fell from 7.4 at baseline to 4 before infusion 6, 46 per cent better; infusion 4 missed."
[[nodiscard]] QString chartSentence(const ResponseChartData& data);

// "Change of -8 is larger than the examiner noise of 5."; a whole sentence in every case.
[[nodiscard]] QString chartSentence(const TenderChartData& data);

// "10:45, BP 128/76 mmHg, HR 72 per min, SpO2 98 %".
[[nodiscard]] QString pointText(const VitalsChartData& data, int row);
[[nodiscard]] QString chartSentence(const VitalsChartData& data);

} // namespace chairside::ui
