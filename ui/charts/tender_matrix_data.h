// Every tender-point examination of a course site by site, with pressures and endurance: the description that drawing,
// table and sentence are made from. A site that was not examined is not negative.
#pragma once

#include "core/services/assessment_service.h"
#include "ui/charts/chart_state.h"
#include "ui/charts/chart_table_model.h"

namespace chairside::ui {

enum class SiteFinding { NotExamined, Negative, Positive };

struct SiteMark {
    SiteFinding finding = SiteFinding::NotExamined;
    std::optional<int> score{};
    std::optional<domain::Pressure> threshold{}, tolerance{};

    bool operator==(const SiteMark&) const = default;
};

// The mean of what was measured, and at how many of the 18 sites it was.
struct PressureMean {
    domain::Pressure value;
    int sites = 0;

    bool operator==(const PressureMean&) const = default;
};

struct EnduranceMark {
    int seconds = 0;
    std::optional<domain::Weight> load{};
    std::optional<domain::BodySide> side{};

    bool operator==(const EnduranceMark&) const = default;
};

// One day on which something was examined or measured.
struct ExamColumn {
    base::CalendarDate date;
    int ordinal = 0; // infusion; 0: outside infusions
    domain::TenderScale scale = domain::TenderScale::Mtps0To10;
    std::vector<SiteMark> sites{}; // as TenderMatrixData::sites; none: no tender points were examined
    int positive = 0, examined = 0;
    bool withinNoise = false; // the count differs from the first whole one by no more than examiner noise
    std::optional<domain::Score> meanIntensity{};
    std::optional<PressureMean> threshold{}, tolerance{};
    std::vector<EnduranceMark> endurance{};
};

struct TenderMatrixData {
    std::vector<domain::TenderSite> sites; // the 18, in the order of examination
    std::vector<ExamColumn> columns;       // by date, the newest last
    int positiveFrom = 0;                  // a score from which a site is positive
    TenderChartData counts;                // the same examinations as counts, with the noise band
};

[[nodiscard]] TenderMatrixData tenderMatrixData(const services::CourseReview& review,
                                                const services::PatientAssessments& assessments);

// "15-Jan-2025, infusion 1: 15 of 18 tender points, mean intensity 6, threshold 2.4 kgf per cm2 at 18 sites".
[[nodiscard]] QString pointText(const TenderMatrixData& data, int point);
// What the counts say, then how threshold, tolerance and endurance went.
[[nodiscard]] QString chartSentence(const TenderMatrixData& data);
// "2.4 (6 sites)"; without the sites where all 18 were measured.
[[nodiscard]] QString pressureText(const PressureMean& mean);
// "45 s, 1 kg, right".
[[nodiscard]] QString enduranceText(const EnduranceMark& mark);
// One row an examination; every site has a column: for a file.
[[nodiscard]] ChartTable tenderMatrixTable(const TenderMatrixData& data);
// The same with the sites in words, so that it fits a screen.
[[nodiscard]] ChartTable tenderMatrixSummary(const TenderMatrixData& data);

} // namespace chairside::ui
