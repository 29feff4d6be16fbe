// Internal to core/exchange/import: the parts FHIR R4 resources are made of, as they come in.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/calendar_date.h"
#include "core/base/instant.h"
#include "core/base/result.h"
#include "core/exchange/json/json_reader.h"

namespace chairside::exchange::fhir_in {

// Whether one of the concept's codings has the code in the system; an empty system: in any.
[[nodiscard]] bool hasCode(const JsonValue& conceptValue, std::string_view system, std::string_view code);
// The code of the first coding in the system; empty if there is none.
[[nodiscard]] std::string codeIn(const JsonValue& conceptValue, std::string_view system);
// The words of a concept: its text, else the first display, else the first code.
[[nodiscard]] std::string wordsOf(const JsonValue& conceptValue);
// Of the first coding.
[[nodiscard]] std::string firstCode(const JsonValue& conceptValue);

struct DayRead {
    std::optional<base::CalendarDate> day;
    std::string partial; // "2015", "2015-03": no day can be told
    bool broken = false; // says something that is no date
};
// A dateTime or date; a null value reads as nothing at all.
[[nodiscard]] DayRead dayOf(const JsonValue& value);
// A dateTime or instant; a date alone counts as its noon in UTC.
[[nodiscard]] std::optional<base::Instant> momentOf(const JsonValue& value);

// Thousandths of a number as it was written, rounded half away from zero at the third digit behind the point. Nothing
// for signs, exponents and more than nine digits before the point.
[[nodiscard]] std::optional<std::int64_t> thousandthsOf(const std::string& written);

// Adds NotAllowed on the field where the text hides something.
void checkText(base::Problems& problems, const char* field, const std::string& text);

} // namespace chairside::exchange::fhir_in
