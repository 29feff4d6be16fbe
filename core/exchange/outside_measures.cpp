#include "core/exchange/outside_measures.h"

#include <algorithm>

#include "core/base/decimal_text.h"
#include "core/exchange/embedded_measures.h"
#include "core/exchange/json/json_reader.h"
#include "core/services/try.h"

namespace chairside::exchange {
namespace {

std::unexpected<base::Error> malformed(const char* detail) {
    return base::fail(base::Code::Invalid, "outside_measures", detail);
}

base::Result<domain::OutsideMeasure> measureFrom(const JsonValue& object) {
    domain::OutsideMeasure measure{object.at("loinc").text(), object.at("name").text(), {}, {}, {}};
    for (const auto& unit : object.at("units").items())
        measure.units.push_back(unit.text());
    const auto low = base::quantityFromText<domain::OutsideValue>(object.at("low").text());
    const auto high = base::quantityFromText<domain::OutsideValue>(object.at("high").text());
    if (measure.loinc.empty() || measure.name.empty() || measure.units.empty() || !low || !high)
        return malformed("a measure without one of its parts");
    if (*low >= *high) return malformed("a measure without a range");
    measure.low = *low;
    measure.high = *high;
    return measure;
}

} // namespace

base::Result<std::vector<domain::OutsideMeasure>> parseOutsideMeasures(std::string_view text) {
    const auto root = CHAIRSIDE_TRY(readJson(text));
    if (root.at("source").text().empty()) return malformed("the source is missing");
    std::vector<domain::OutsideMeasure> measures;
    for (const auto& object : root.at("measures").items()) {
        auto measure = CHAIRSIDE_TRY(measureFrom(object));
        if (std::ranges::find(measures, measure.loinc, &domain::OutsideMeasure::loinc) != measures.end())
            return malformed("a measure that is listed twice");
        measures.push_back(std::move(measure));
    }
    if (measures.empty()) return malformed("no measures");
    return measures;
}

base::Result<std::vector<domain::OutsideMeasure>> shippedOutsideMeasures() {
    const auto lists = embeddedMeasures();
    if (lists.empty()) return base::fail(base::Code::Internal, "outside_measures", "no list is compiled in");
    return parseOutsideMeasures(lists.front().json);
}

} // namespace chairside::exchange
