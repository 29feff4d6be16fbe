#include "ui/charts/tender_matrix_data.h"

#include <algorithm>

#include "core/domain/outcome/tender_points.h"
#include "ui/charts/course_period.h"

namespace chairside::ui {

namespace {

constexpr std::string_view kEnduranceDomain = "endurance"; // as instruments name it
constexpr std::string_view kGrams = "g";

SiteMark markOf(const domain::TenderPointExam& exam, domain::TenderSite site, const domain::MonitoringRules& rules) {
    const auto& finding = exam.at(site);
    SiteMark mark{.score = finding.score, .threshold = finding.threshold, .tolerance = finding.tolerance};
    if (const auto positive = domain::isPositive(exam, site, rules)) {
        mark.finding = *positive ? SiteFinding::Positive : SiteFinding::Negative;
    }
    return mark;
}

void addExam(ExamColumn& column, const services::ReviewPoint& point, const std::vector<domain::TenderSite>& sites,
             const domain::MonitoringRules& rules) {
    column.scale = point.exam->scale;
    for (const auto site : sites)
        column.sites.push_back(markOf(*point.exam, site, rules));
    const auto summary = domain::summarize(*point.exam, rules);
    column.positive = summary.positive;
    column.examined = summary.examined;
    column.meanIntensity = summary.meanIntensity;
    if (summary.meanThreshold) column.threshold = PressureMean{*summary.meanThreshold, summary.thresholdSites};
    if (summary.meanTolerance) column.tolerance = PressureMean{*summary.meanTolerance, summary.toleranceSites};
}

EnduranceMark markOf(const domain::EnduranceTest& test) {
    return {.seconds = test.seconds, .load = test.load, .side = test.side};
}

ExamColumn& columnOf(TenderMatrixData& data, base::CalendarDate date) {
    const auto found = std::ranges::find(data.columns, date, &ExamColumn::date);
    if (found != data.columns.end()) return *found;
    data.columns.push_back({.date = date});
    return data.columns.back();
}

const domain::InstrumentScale* enduranceScale(const domain::Instrument& instrument) {
    const auto found = std::ranges::find(instrument.scales, kEnduranceDomain, &domain::InstrumentScale::domain);
    return found == instrument.scales.end() ? nullptr : &*found;
}

std::optional<domain::Weight> loadOf(const domain::QuestionnaireResponse& response,
                                     const domain::Instrument& instrument) {
    for (const auto& answer : response.answers) {
        const auto* item = instrument.item(answer.item);
        if (item != nullptr && item->unit == kGrams && answer.value) return domain::Weight::ofRaw(*answer.value);
    }
    return std::nullopt;
}

// Tests that were filled in as a questionnaire, in the order they were entered.
void addTests(TenderMatrixData& data, const services::PatientAssessments& assessments, const CoursePeriod& period) {
    for (auto one = assessments.all.rbegin(); one != assessments.all.rend(); ++one) {
        const auto* instrument = assessments.instrument(one->response.instrument);
        if (one->corrected || instrument == nullptr || !period.holds(one->response.date)) continue;
        const auto* scale = enduranceScale(*instrument);
        const auto* score = scale == nullptr ? nullptr : one->response.score(scale->key);
        if (score == nullptr || !score->score) continue;
        const auto seconds = base::divideRounded(score->score->raw(), domain::Score::ofWhole(1).raw());
        columnOf(data, one->response.date)
            .endurance.push_back({.seconds = static_cast<int>(seconds), .load = loadOf(one->response, *instrument)});
    }
}

// Only whole examinations can be compared; the first of them is what the others are compared with.
void markNoise(TenderMatrixData& data, const domain::MonitoringRules& rules) {
    const auto all = static_cast<int>(data.sites.size());
    const ExamColumn* first = nullptr;
    for (auto& column : data.columns) {
        if (column.examined < all) continue;
        if (first == nullptr) first = &column;
        column.withinNoise = !domain::countChangeIsReal(first->positive, column.positive, rules);
    }
}

} // namespace

TenderMatrixData tenderMatrixData(const services::CourseReview& review,
                                  const services::PatientAssessments& assessments) {
    const auto& rules = review.protocol.rules.monitoring;
    TenderMatrixData data{.sites = {}, .columns = {}, .positiveFrom = rules.tenderPositiveFrom, .counts = {}};
    for (const auto site : domain::tenderSites()) {
        if (!domain::isControl(site)) data.sites.push_back(site);
    }
    for (const auto& point : review.points) {
        if (!point.exam && !point.endurance) continue;
        ExamColumn column{.date = point.planned.date, .ordinal = point.planned.ordinal};
        if (point.exam) addExam(column, point, data.sites, rules);
        if (point.endurance) column.endurance.push_back(markOf(*point.endurance));
        data.columns.push_back(std::move(column));
    }
    addTests(data, assessments, coursePeriod(review));
    std::ranges::stable_sort(data.columns, {}, &ExamColumn::date);
    markNoise(data, rules);
    data.counts = tenderChartData(review);
    return data;
}

} // namespace chairside::ui
