#include <string>

#include "core/exchange/export_keys.h"
#include "core/exchange/fhir/fhir_observations.h"

namespace chairside::exchange::fhir {
namespace {

// No code of a public system is known for the sites: their keys are a system of the program's own, with the side
// beside.
Json bodySite(domain::TenderSite site) {
    return local("tender-site", domain::tenderSiteKey(site));
}

Json sideCode(domain::Side side) {
    switch (side) {
    case domain::Side::Right:
        return conceptOf(coding(kSnomed, "24028007", "Right"));
    case domain::Side::Left:
        return conceptOf(coding(kSnomed, "7771000", "Left"));
    case domain::Side::Middle:
        break;
    }
    return local("laterality", "middle");
}

Json pressureQuantity(domain::Pressure pressure) {
    return quantity(pressure, "kgf/cm2");
}

Json siteObservation(Resources& out, const Measured& what, domain::TenderScale scale, domain::TenderSite site,
                     const domain::TenderSiteFinding& finding) {
    auto result = observation(out, what, "exam", local("tender-scale", keyOf(scale)));
    result["bodySite"] = bodySite(site);
    if (finding.score) result["valueQuantity"] = score(*finding.score);
    if (!finding.score) result["dataAbsentReason"] = absent("not-performed");
    Json parts = Json::array(
        {component(local("component", "laterality"), "valueCodeableConcept", sideCode(domain::sideOf(site)))});
    if (finding.threshold) {
        parts.push_back(component(local("component", "pressure_pain_threshold"), "valueQuantity",
                                  pressureQuantity(*finding.threshold)));
    }
    if (finding.tolerance) {
        parts.push_back(component(local("component", "pressure_pain_tolerance"), "valueQuantity",
                                  pressureQuantity(*finding.tolerance)));
    }
    result["component"] = std::move(parts);
    return result;
}

Json count(std::string_view part, int value) {
    return component(local("component", part), "valueInteger", value);
}

} // namespace

void addTenderPoints(Resources& out, const services::ExportedInfusion& infusion, const domain::MonitoringRules& rules) {
    for (const auto& entry : domain::standing(infusion.record.tenderPoints)) {
        const auto what = measuredAt(infusion, entry.head);
        Json members = Json::array();
        for (const auto site : domain::tenderSites()) {
            const auto urn = urnOf(entry.head.id, domain::tenderSiteKey(site));
            out.add(urn, siteObservation(out, what, entry.exam.scale, site, entry.exam.at(site)));
            members.push_back(reference(urn));
        }
        const auto summary = domain::summarize(entry.exam, rules);
        auto panel = observation(out, what, "exam", local("outcome", "tender_point_count"));
        if (summary.examined > 0) panel["valueInteger"] = summary.positive;
        if (summary.examined == 0) panel["dataAbsentReason"] = absent("not-performed");
        panel["hasMember"] = std::move(members);
        panel["component"] = Json::array({count("examined", summary.examined), count("missing", summary.missing),
                                          component(local("component", "criterion_1990"), "valueCodeableConcept",
                                                    local("tender-criterion", keyOf(summary.criterion)))});
        out.add(urnOf(entry.head.id), std::move(panel));
    }
}

} // namespace chairside::exchange::fhir
