#include "core/domain/outcome/tender_points.h"

#include <cstdlib>
#include <vector>

#include "core/base/decimal_text.h"
#include "core/domain/outcome/response.h"

namespace chairside::domain {

namespace {

using base::Rule;

struct SiteFacts {
    TenderSite site;
    std::string_view key;
    Side side;
    bool control;
};

// In the order of examination of the Manual Tender Point Survey.
constexpr std::array<SiteFacts, kTenderSiteCount> kSites{{
    {TenderSite::ControlForehead, "control_forehead", Side::Middle, true},
    {TenderSite::OcciputRight, "occiput_r", Side::Right, false},
    {TenderSite::OcciputLeft, "occiput_l", Side::Left, false},
    {TenderSite::TrapeziusRight, "trapezius_r", Side::Right, false},
    {TenderSite::TrapeziusLeft, "trapezius_l", Side::Left, false},
    {TenderSite::SupraspinatusRight, "supraspinatus_r", Side::Right, false},
    {TenderSite::SupraspinatusLeft, "supraspinatus_l", Side::Left, false},
    {TenderSite::GlutealRight, "gluteal_r", Side::Right, false},
    {TenderSite::GlutealLeft, "gluteal_l", Side::Left, false},
    {TenderSite::LowCervicalRight, "low_cervical_r", Side::Right, false},
    {TenderSite::LowCervicalLeft, "low_cervical_l", Side::Left, false},
    {TenderSite::SecondRibRight, "second_rib_r", Side::Right, false},
    {TenderSite::SecondRibLeft, "second_rib_l", Side::Left, false},
    {TenderSite::LateralEpicondyleRight, "lateral_epicondyle_r", Side::Right, false},
    {TenderSite::LateralEpicondyleLeft, "lateral_epicondyle_l", Side::Left, false},
    {TenderSite::ControlForearmRight, "control_forearm_r", Side::Right, true},
    {TenderSite::GreaterTrochanterRight, "greater_trochanter_r", Side::Right, false},
    {TenderSite::GreaterTrochanterLeft, "greater_trochanter_l", Side::Left, false},
    {TenderSite::KneeRight, "knee_r", Side::Right, false},
    {TenderSite::KneeLeft, "knee_l", Side::Left, false},
    {TenderSite::ControlThumbnailLeft, "control_thumbnail_l", Side::Left, true},
}};

const SiteFacts& factsOf(TenderSite site) {
    return kSites[static_cast<std::size_t>(site)];
}

// "Yes" to being painful is positive by definition; the graded scales have a threshold in the protocol.
int positiveFrom(TenderScale scale, const MonitoringRules& rules) {
    return scale == TenderScale::YesNo ? 1 : rules.tenderPositiveFrom;
}

std::optional<Pressure> meanPressure(const std::vector<Pressure>& pressures) {
    if (pressures.empty()) return std::nullopt;
    base::Wide sum = 0;
    for (const Pressure pressure : pressures)
        sum += pressure.raw();
    return Pressure::ofRaw(base::divideRounded(sum, static_cast<std::int64_t>(pressures.size())));
}

void checkSite(TenderSite site, const TenderSiteFinding& finding, int top, base::Problems& problems) {
    const std::string field(tenderSiteKey(site));
    if (finding.score && (*finding.score < 0 || *finding.score > top)) {
        problems.push_back({field, Rule::OutOfRange, "0", std::to_string(top), std::to_string(*finding.score)});
    }
    for (const auto& pressure : {finding.threshold, finding.tolerance}) {
        if (pressure && *pressure < Pressure{}) {
            problems.push_back({field, Rule::OutOfRange, "0", {}, base::toText(*pressure)});
        }
    }
    if (finding.threshold && finding.tolerance && *finding.tolerance < *finding.threshold) {
        problems.push_back({field,
                            Rule::ToleranceBelowThreshold,
                            base::toText(*finding.threshold),
                            {},
                            base::toText(*finding.tolerance)});
    }
}

} // namespace

const std::array<TenderSite, kTenderSiteCount>& tenderSites() {
    static constexpr auto kOrder = [] {
        std::array<TenderSite, kTenderSiteCount> sites{};
        for (std::size_t at = 0; at < sites.size(); ++at)
            sites[at] = kSites[at].site;
        return sites;
    }();
    return kOrder;
}

bool isControl(TenderSite site) {
    return factsOf(site).control;
}
Side sideOf(TenderSite site) {
    return factsOf(site).side;
}
std::string_view tenderSiteKey(TenderSite site) {
    return factsOf(site).key;
}

std::optional<TenderSite> tenderSiteFromKey(std::string_view key) {
    for (const auto& facts : kSites) {
        if (facts.key == key) return facts.site;
    }
    return std::nullopt;
}

TenderCriterion judgeCriterion(int positive, int missing, const MonitoringRules& rules) {
    if (positive >= rules.tenderCriterion) return TenderCriterion::Met;
    return positive + missing >= rules.tenderCriterion ? TenderCriterion::Indeterminate : TenderCriterion::NotMet;
}

std::optional<bool> isPositive(const TenderPointExam& exam, TenderSite site, const MonitoringRules& rules) {
    const auto& score = exam.at(site).score;
    if (!score) return std::nullopt;
    return *score >= positiveFrom(exam.scale, rules);
}

TenderSummary summarize(const TenderPointExam& exam, const MonitoringRules& rules) {
    TenderSummary summary;
    std::vector<Score> points;
    std::vector<Score> controls;
    std::vector<Pressure> thresholds, tolerances;
    int sum = 0;
    for (const TenderSite site : tenderSites()) {
        const TenderSiteFinding& finding = exam.at(site);
        if (finding.score) (isControl(site) ? controls : points).push_back(Score::ofWhole(*finding.score));
        if (isControl(site)) continue;
        if (finding.score) {
            sum += *finding.score;
            if (isPositive(exam, site, rules).value_or(false)) ++summary.positive;
        }
        if (finding.threshold) {
            thresholds.push_back(*finding.threshold);
            if (*finding.threshold <= rules.algometerPositive) ++summary.thresholdPositive;
        }
        if (finding.tolerance) tolerances.push_back(*finding.tolerance);
    }
    summary.examined = static_cast<int>(points.size());
    summary.missing = static_cast<int>(kTenderPointCount) - summary.examined;
    summary.criterion = judgeCriterion(summary.positive, summary.missing, rules);
    if (summary.missing == 0) {
        summary.sum = sum;
        summary.meanIntensity = meanOf(points);
    }
    summary.controlMean = meanOf(controls);
    summary.meanThreshold = meanPressure(thresholds);
    summary.thresholdSites = static_cast<int>(thresholds.size());
    summary.meanTolerance = meanPressure(tolerances);
    summary.toleranceSites = static_cast<int>(tolerances.size());
    return summary;
}

// The rules set no limit on a finding: what lies beyond the device is a remark (beyondDevice).
base::Problems check(const TenderPointExam& exam, const MonitoringRules&) {
    base::Problems problems;
    for (const TenderSite site : tenderSites())
        checkSite(site, exam.at(site), maxScore(exam.scale), problems);
    return problems;
}

bool beyondDevice(Pressure pressure, const MonitoringRules& rules) {
    return pressure > rules.algometerDeviceMax;
}

bool countChangeIsReal(int before, int after, const MonitoringRules& rules) {
    return std::abs(after - before) > rules.tenderNoiseBand;
}

} // namespace chairside::domain
