// Tender-point examination: the 18 sites of the ACR 1990 criteria and the three control sites of the Manual Tender
// Point Survey, in the order they are examined. A site that was not examined is not negative. Sources: Wolfe 1990
// (sites, 11 of 18, about 4 kg); Okifuji 1997 (MTPS: 0-10 per site, positive from 2).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/base/result.h"
#include "core/domain/protocol/protocol_rules.h"
#include "core/domain/quantities.h"

namespace chairside::domain {

enum class TenderSite : std::uint8_t {
    ControlForehead,
    OcciputRight,
    OcciputLeft,
    TrapeziusRight,
    TrapeziusLeft,
    SupraspinatusRight,
    SupraspinatusLeft,
    GlutealRight,
    GlutealLeft,
    LowCervicalRight,
    LowCervicalLeft,
    SecondRibRight,
    SecondRibLeft,
    LateralEpicondyleRight,
    LateralEpicondyleLeft,
    ControlForearmRight,
    GreaterTrochanterRight,
    GreaterTrochanterLeft,
    KneeRight,
    KneeLeft,
    ControlThumbnailLeft
};

inline constexpr std::size_t kTenderSiteCount = 21;
inline constexpr std::size_t kTenderPointCount = 18;

enum class Side { Right, Left, Middle };

// Sites in examination order.
[[nodiscard]] const std::array<TenderSite, kTenderSiteCount>& tenderSites();
[[nodiscard]] bool isControl(TenderSite site);
[[nodiscard]] Side sideOf(TenderSite site);
// Stable key used in the store, the cases and exports: "occiput_r", "control_forehead".
[[nodiscard]] std::string_view tenderSiteKey(TenderSite site);
[[nodiscard]] std::optional<TenderSite> tenderSiteFromKey(std::string_view key);

struct TenderSiteFinding {
    std::optional<int> score;          // on the exam's scale; absent: not examined
    std::optional<Pressure> threshold; // pressure pain threshold
    std::optional<Pressure> tolerance; // pressure pain tolerance, at least the threshold

    bool operator==(const TenderSiteFinding&) const = default;
};

struct TenderPointExam {
    TenderScale scale = TenderScale::Mtps0To10;
    std::array<TenderSiteFinding, kTenderSiteCount> sites{};

    [[nodiscard]] TenderSiteFinding& at(TenderSite site) { return sites[static_cast<std::size_t>(site)]; }
    [[nodiscard]] const TenderSiteFinding& at(TenderSite site) const { return sites[static_cast<std::size_t>(site)]; }
    bool operator==(const TenderPointExam&) const = default;
};

enum class TenderCriterion { Met, NotMet, Indeterminate }; // indeterminate: the missing sites could decide it

// Count and means leave the control sites out.
struct TenderSummary {
    int positive = 0;
    int examined = 0;
    int missing = 0;
    TenderCriterion criterion = TenderCriterion::Indeterminate;
    std::optional<int> sum;                // of the 18 scores; only when none is missing
    std::optional<Score> meanIntensity;    // mean of the 18 scores; only when none is missing
    std::optional<Score> controlMean;      // mean of the examined control sites
    std::optional<Pressure> meanThreshold; // mean over sites with a threshold ...
    int thresholdSites = 0;                // ... which are so many
    std::optional<Pressure> meanTolerance{};
    int toleranceSites = 0;
    int thresholdPositive = 0; // sites whose threshold is at or below algometerPositive
};

// Nothing: the site was not examined.
[[nodiscard]] std::optional<bool> isPositive(const TenderPointExam& exam, TenderSite site,
                                             const MonitoringRules& rules);
// 1990 criterion from a count: not examined sites may still decide it either way.
[[nodiscard]] TenderCriterion judgeCriterion(int positive, int missing, const MonitoringRules& rules);

// Requires an exam that passed check().
[[nodiscard]] TenderSummary summarize(const TenderPointExam& exam, const MonitoringRules& rules);

// Scores outside the scale, negative pressures, tolerance below threshold. Field names are site keys.
[[nodiscard]] base::Problems check(const TenderPointExam& exam, const MonitoringRules& rules);

// Whether a threshold lies beyond what the device can measure (a remark, not a problem).
[[nodiscard]] bool beyondDevice(Pressure pressure, const MonitoringRules& rules);

// A change of the count that is larger than examiner noise.
[[nodiscard]] bool countChangeIsReal(int before, int after, const MonitoringRules& rules);

} // namespace chairside::domain
