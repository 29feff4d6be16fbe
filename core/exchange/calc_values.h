// Reading and writing one calc line. Numbers stay decimal text from end to end, so that 4.9 is 4.9.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/calendar_date.h"
#include "core/base/scaled.h"

namespace chairside::exchange::calc {

struct Member;

struct Value {
    enum class Kind { Null, Bool, Number, String, Array, Object };

    Kind kind = Kind::Null;
    bool flag = false;
    std::string text;            // of a number: as it stands in the line
    std::vector<Member> members; // of an array: with empty names

    [[nodiscard]] const Value* member(std::string_view key) const;
};

struct Member {
    std::string name;
    Value value;
};

// Nothing if the text is not JSON or is nested too deeply to be a calc line.
[[nodiscard]] std::optional<Value> parseValue(std::string_view json);

// How a decimal with more than three places behind the point is taken.
enum class Precision { Exact, Rounded };

// Thousandths of a decimal number with sign and exponent. Nothing if it is too large or, for Exact, too
// precise.
[[nodiscard]] std::optional<std::int64_t> thousandthsOf(std::string_view number, Precision precision);

// Reads the members of one object and remembers the first that is not as it should be.
class Inputs {
public:
    explicit Inputs(const Value& object) : m_object(object) {}

    [[nodiscard]] bool has(std::string_view key) const;
    [[nodiscard]] std::int64_t number(std::string_view key, Precision precision = Precision::Exact);
    // Null and absent are nothing.
    [[nodiscard]] std::optional<std::int64_t> optionalNumber(std::string_view key, Precision precision);
    [[nodiscard]] int whole(std::string_view key);
    [[nodiscard]] std::string text(std::string_view key, std::string_view ifAbsent);
    [[nodiscard]] base::CalendarDate date(std::string_view key);
    [[nodiscard]] std::optional<base::CalendarDate> optionalDate(std::string_view key);
    [[nodiscard]] const std::vector<Member>& array(std::string_view key);

    // "missing_weight_kg", "invalid_weight_kg", "too_precise_weight_kg"; the first one stays.
    void refuse(std::string_view why, std::string_view key);
    [[nodiscard]] bool ok() const { return m_error.empty(); }
    [[nodiscard]] const std::string& error() const { return m_error; }

private:
    // The member if it is there and not null; refused as missing otherwise.
    [[nodiscard]] const Value* required(std::string_view key, Value::Kind kind);

    const Value& m_object;
    std::string m_error;
};

// Builds the answer object in the order of its calls.
class Answer {
public:
    Answer& number(std::string_view key, std::int64_t thousandths);
    Answer& whole(std::string_view key, std::int64_t value);
    // numerator / denominator to so many places, halves away from zero. denominator > 0.
    Answer& ratio(std::string_view key, base::Wide numerator, std::int64_t denominator, int places);
    Answer& flag(std::string_view key, bool value);
    // value: a name of ours or digits; it is not escaped.
    Answer& text(std::string_view key, std::string_view value);
    Answer& null(std::string_view key);
    Answer& object(std::string_view key, const Answer& value);
    Answer& wholes(std::string_view key, const std::vector<int>& values);
    [[nodiscard]] std::string json() const { return m_json + '}'; }

private:
    Answer& raw(std::string_view key, std::string_view json);

    std::string m_json = "{";
};

// An answer, or the name of what is wrong with the line.
using Outcome = std::expected<Answer, std::string>;

// value / 10^places, canonical: 3333 with 4 places -> "0.3333".
[[nodiscard]] std::string decimalText(std::int64_t value, int places);

} // namespace chairside::exchange::calc
