#include <algorithm>

#include "core/base/decimal_text.h"
#include "core/exchange/fhir/fhir_values.h"
#include "core/exchange/import/fhir_elements.h"
#include "core/exchange/import/fhir_entries.h"
#include "core/exchange/import/fhir_parts.h"

namespace chairside::exchange::fhir_in {
namespace {

using base::Rule;
using domain::OutsideMeasure;
using services::LeftOutReason;
using services::ObservationCandidate;

// A blood pressure: the panel of the vital-signs profile, and the code that stood for it before.
constexpr std::string_view kPressurePanels[] = {"85354-9", "55284-4"};
constexpr std::string_view kPressureParts[] = {"8480-6", "8462-4"};

const OutsideMeasure* measureOf(const JsonValue& code, const std::vector<OutsideMeasure>& measures) {
    const auto found = std::ranges::find_if(
        measures, [&code](const OutsideMeasure& measure) { return hasCode(code, fhir::kLoinc, measure.loinc); });
    return found == measures.end() ? nullptr : &*found;
}

// "2093-3 Total Cholesterol"
std::string numberAndWords(const JsonValue& code) {
    const std::string words = wordsOf(code);
    const std::string number = firstCode(code);
    return number == words ? words : number + ' ' + words;
}

std::optional<NotTaken> statusOf(const JsonValue& resource, base::Problems& problems) {
    const std::string& status = resource.at("status").text();
    if (status == "cancelled" || status == "entered-in-error") return NotTaken{LeftOutReason::NotTrue};
    if (status == "registered" || status == "preliminary" || status == "unknown")
        return NotTaken{LeftOutReason::Unconfirmed};
    if (status != "final" && status != "amended" && status != "corrected")
        problems.push_back(
            {"status", status.empty() ? Rule::Required : Rule::NotAllowed, {}, {}, status.substr(0, 40)});
    return std::nullopt;
}

Taken<ObservationCandidate> valueFrom(const JsonValue& holder, const OutsideMeasure& measure,
                                      ObservationCandidate candidate) {
    const auto& quantity = holder.at("valueQuantity");
    if (!quantity.isObject() && holder.at("dataAbsentReason").isObject())
        return NotTaken{LeftOutReason::NoValue, numberAndWords(holder.at("code"))};
    candidate.loinc = measure.loinc;
    const auto& unit = quantity.at("code").text().empty() ? quantity.at("unit").text() : quantity.at("code").text();
    const std::string& written = quantity.at("value").text();
    const auto value = thousandthsOf(written);
    if (!value) {
        candidate.problems.push_back({"value", written.empty() ? Rule::Required : Rule::NotANumber, {}, {}, written});
        return candidate;
    }
    if (std::ranges::find(measure.units, unit) == measure.units.end())
        return NotTaken{LeftOutReason::Unit, numberAndWords(holder.at("code"))};
    candidate.value = domain::OutsideValue::ofRaw(*value);
    if (candidate.value < measure.low || candidate.value > measure.high) {
        candidate.problems.push_back({"value", Rule::OutOfRange, base::toText(measure.low), base::toText(measure.high),
                                      base::toText(candidate.value)});
    }
    return candidate;
}

std::vector<Taken<ObservationCandidate>> pressureFrom(const JsonValue& resource, const ObservationCandidate& blank,
                                                      const std::vector<OutsideMeasure>& measures) {
    std::vector<Taken<ObservationCandidate>> all;
    for (const auto part : kPressureParts) {
        const auto measure = std::ranges::find(measures, part, &OutsideMeasure::loinc);
        const auto& components = resource.at("component").items();
        const auto component = std::ranges::find_if(
            components, [part](const JsonValue& one) { return hasCode(one.at("code"), fhir::kLoinc, part); });
        if (measure == measures.end()) continue;
        auto candidate = blank;
        candidate.loinc = measure->loinc;
        if (component == components.end()) {
            if (resource.at("dataAbsentReason").isObject()) continue;
            candidate.problems.push_back({"component", Rule::Required, {}, {}, std::string(part)});
            all.emplace_back(std::move(candidate));
            continue;
        }
        all.push_back(valueFrom(*component, *measure, std::move(candidate)));
    }
    return all;
}

} // namespace

std::vector<Taken<ObservationCandidate>> observationsFrom(const JsonValue& resource, const std::string& place,
                                                          const std::string& source,
                                                          const std::vector<OutsideMeasure>& measures) {
    const auto& code = resource.at("code");
    const bool pressure = std::ranges::any_of(
        kPressurePanels, [&code](std::string_view panel) { return hasCode(code, fhir::kLoinc, panel); });
    const auto* measure = measureOf(code, measures);
    if (!pressure && measure == nullptr) return {NotTaken{LeftOutReason::Measure, numberAndWords(code)}};
    ObservationCandidate candidate{place, {}, {}, base::Instant::of(0, 0), source, {}};
    if (auto not_taken = statusOf(resource, candidate.problems)) {
        not_taken->what = numberAndWords(code);
        return {*not_taken};
    }
    if (const auto strange = strangeMember(resource); !strange.empty())
        candidate.problems.push_back({"element", Rule::NotAllowed, {}, {}, strange.substr(0, 40)});
    const auto& period = resource.at("effectivePeriod");
    for (const auto* when :
         {&resource.at("effectiveDateTime"), &resource.at("effectiveInstant"), &period.at("start")}) {
        if (when->kind() == JsonValue::Kind::Null) continue;
        const auto at = momentOf(*when);
        if (!at) candidate.problems.push_back({"at", Rule::NotADate, {}, {}, when->text().substr(0, 40)});
        candidate.at = at.value_or(candidate.at);
    }
    if (candidate.at == base::Instant::of(0, 0) && candidate.problems.empty())
        candidate.problems.push_back({"at", Rule::Required, {}, {}, {}});
    if (pressure) return pressureFrom(resource, candidate, measures);
    return {valueFrom(resource, *measure, std::move(candidate))};
}

} // namespace chairside::exchange::fhir_in
