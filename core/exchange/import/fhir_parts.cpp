#include "core/exchange/import/fhir_parts.h"

#include "core/base/decimal_text.h"
#include "core/exchange/text_encoding.h"

namespace chairside::exchange::fhir_in {

bool hasCode(const JsonValue& conceptValue, std::string_view system, std::string_view code) {
    for (const auto& coding : conceptValue.at("coding").items()) {
        if (coding.at("code").text() == code && (system.empty() || coding.at("system").text() == system)) return true;
    }
    return false;
}

std::string codeIn(const JsonValue& conceptValue, std::string_view system) {
    for (const auto& coding : conceptValue.at("coding").items()) {
        if (coding.at("system").text() == system) return coding.at("code").text();
    }
    return {};
}

std::string wordsOf(const JsonValue& conceptValue) {
    if (const auto& text = conceptValue.at("text"); text.isString() && !text.text().empty()) return text.text();
    for (const char* part : {"display", "code"}) {
        for (const auto& coding : conceptValue.at("coding").items()) {
            if (!coding.at(part).text().empty()) return coding.at(part).text();
        }
    }
    return {};
}

std::string firstCode(const JsonValue& conceptValue) {
    return conceptValue.at("coding").at(0).at("code").text();
}

DayRead dayOf(const JsonValue& value) {
    if (value.kind() == JsonValue::Kind::Null) return {};
    const std::string& text = value.text();
    if (value.isString() && text.size() >= 10) {
        const auto day = base::CalendarDate::fromIso(std::string_view(text).substr(0, 10));
        const bool whole = text.size() == 10 || base::Instant::fromIso(text) || momentOf(value);
        if (day && whole) return {day, {}, false};
    } else if (value.isString() && (text.size() == 4 || text.size() == 7)) {
        const std::string first = text + (text.size() == 4 ? "-01-01" : "-01");
        if (base::CalendarDate::fromIso(first)) return {std::nullopt, text, false};
    }
    return {std::nullopt, {}, true};
}

std::optional<base::Instant> momentOf(const JsonValue& value) {
    if (!value.isString()) return std::nullopt;
    std::string text = value.text();
    if (text.size() == 10) return base::Instant::fromIso(text + "T12:00:00Z");
    // A second may be told to any digit; the record keeps milliseconds.
    if (const auto point = text.find('.'); point != std::string::npos) {
        const auto end = text.find_first_not_of("0123456789", point + 1);
        if (end == std::string::npos || end == point + 1) return std::nullopt;
        std::string digits = text.substr(point + 1, end - point - 1);
        digits.resize(3, '0');
        text = text.substr(0, point + 1) + digits + text.substr(end);
    }
    return base::Instant::fromIso(text);
}

std::optional<std::int64_t> thousandthsOf(const std::string& written) {
    constexpr std::size_t kDecimals = 3;
    const auto point = written.find('.');
    if (point == std::string::npos || written.size() - point - 1 <= kDecimals)
        return base::thousandthsFromText(written);
    if (written.find_first_not_of("0123456789", point + 1) != std::string::npos) return std::nullopt;
    auto kept = base::thousandthsFromText(written.substr(0, point + 1 + kDecimals));
    if (kept && written[point + 1 + kDecimals] >= '5') ++*kept;
    return kept;
}

void checkText(base::Problems& problems, const char* field, const std::string& text) {
    if (hidesSomething(text)) problems.push_back({field, base::Rule::NotAllowed, {}, {}, {}});
}

} // namespace chairside::exchange::fhir_in
