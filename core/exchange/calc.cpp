#include "core/exchange/calc.h"

#include <algorithm>
#include <istream>
#include <optional>
#include <ostream>

#include "core/exchange/calc_rules.h"
#include "core/exchange/embedded_templates.h"
#include "core/exchange/protocol_template.h"

namespace chairside::exchange {

namespace {

using Instruments = std::span<const domain::Instrument>;

constexpr std::string_view kCourseTemplate = "fibromyalgia_course_05";

constexpr std::string_view kInstrumentRule = "instrument";

struct NamedRule {
    std::string_view name;
    calc::Outcome (*answer)(calc::Inputs&, const domain::ProtocolRules&);
};

constexpr NamedRule kRules[] = {{"dose", calc::dose},
                                {"delivered", calc::delivered},
                                {"waste_balance", calc::wasteBalance},
                                {"weight_conversion", calc::weightConversion},
                                {"course_schedule", calc::courseSchedule},
                                {"retreatment", calc::retreatment},
                                {"response", calc::response},
                                {"response_rules", calc::responseRules},
                                {"tender_points", calc::tenderPoints},
                                {"pressure_validation", calc::pressureValidation},
                                {"aldrete", calc::aldrete},
                                {"aldrete_circulation", calc::aldreteCirculation},
                                {"pgic", calc::pgic},
                                {"acr2016", calc::acr2016},
                                {"fiqr", calc::fiqr},
                                {"fiqr_change", calc::fiqrChange},
                                {"phq9", calc::phq9},
                                {"gad7", calc::gad7},
                                {"bpi", calc::bpi},
                                {"pads", calc::pads},
                                {"bp_grade", calc::bpGrade},
                                {"published_proportions", calc::proportion},
                                {"published_diagnostic_2x2", calc::diagnostic},
                                {"wilson", calc::wilson},
                                {"fisher", calc::fisher}};

calc::Outcome answer(std::string_view line, const domain::ProtocolRules& rules, Instruments own) {
    const auto value = calc::parseValue(line);
    if (!value) return std::unexpected("not_json");
    if (value->kind != calc::Value::Kind::Object) return std::unexpected("not_an_object");
    calc::Inputs in(*value);
    const std::string name = in.text("rule", "");
    if (name == kInstrumentRule) return calc::instrument(in, own);
    const auto* rule = std::ranges::find(kRules, name, &NamedRule::name);
    if (rule == std::end(kRules)) return std::unexpected(in.has("rule") ? "unknown_rule" : "missing_rule");
    return rule->answer(in, rules);
}

std::string refusal(std::string_view why, int lineNumber) {
    return calc::Answer{}.text("error", why).whole("line", lineNumber).json();
}

const std::optional<domain::ProtocolRules>& shippedRules() {
    static const std::optional<domain::ProtocolRules> kRulesOfCourse = []() -> std::optional<domain::ProtocolRules> {
        for (const auto& embedded : embeddedTemplates()) {
            if (embedded.name != kCourseTemplate) continue;
            if (const auto content = parseTemplate(embedded.json)) return content->rules;
        }
        return std::nullopt;
    }();
    return kRulesOfCourse;
}

std::string lineFor(std::string_view line, int lineNumber, const domain::ProtocolRules& rules, Instruments own) {
    const calc::Outcome outcome = answer(line, rules, own);
    return outcome ? outcome->json() : refusal(outcome.error(), lineNumber);
}

std::string lineFor(std::string_view line, int lineNumber, Instruments own) {
    const auto& rules = shippedRules();
    return rules ? lineFor(line, lineNumber, *rules, own) : refusal("no_rules", lineNumber);
}

} // namespace

std::string calcLine(std::string_view line, int lineNumber, const domain::ProtocolRules& rules) {
    return lineFor(line, lineNumber, rules, {});
}

std::string calcLine(std::string_view line, int lineNumber) {
    return lineFor(line, lineNumber, {});
}

CalcCounts calcStream(std::istream& in, std::ostream& out, Instruments own) {
    CalcCounts counts;
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        const std::string text = lineFor(line, number, own);
        ++(text.starts_with(R"({"error":)") ? counts.refused : counts.answered);
        out << text << '\n';
    }
    return counts;
}

} // namespace chairside::exchange
