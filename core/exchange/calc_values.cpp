#include "core/exchange/calc_values.h"

#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/base/decimal_text.h"

namespace chairside::exchange::calc {

namespace {

constexpr std::size_t kMaxDepth = 8;
constexpr int kMaxDigits = 15; // thousandths of up to 10^12, far from the end of 64 bits

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

// Builds Values from the parser's events; numbers arrive as the text of the line.
class Builder : public nlohmann::json_sax<nlohmann::json> {
public:
    bool null() override { return add({}); }
    bool boolean(bool value) override { return add({Value::Kind::Bool, value, {}, {}}); }
    bool number_integer(number_integer_t value) override { return addNumber(std::to_string(value)); }
    bool number_unsigned(number_unsigned_t value) override { return addNumber(std::to_string(value)); }
    bool number_float(number_float_t, const string_t& text) override { return addNumber(text); }
    bool string(string_t& value) override { return add({Value::Kind::String, false, value, {}}); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return open(Value::Kind::Object); }
    bool end_object() override { return close(); }
    bool start_array(std::size_t) override { return open(Value::Kind::Array); }
    bool end_array() override { return close(); }
    bool key(string_t& value) override {
        m_keys.back() = value;
        // Two members of one name: no way to know which was meant.
        return m_open.back().member(value) == nullptr;
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

    [[nodiscard]] std::optional<Value> result() { return std::move(m_result); }

private:
    bool addNumber(std::string text) { return add({Value::Kind::Number, false, std::move(text), {}}); }

    bool add(Value value) {
        if (m_open.empty()) {
            m_result = std::move(value);
        } else {
            m_open.back().members.push_back({m_keys.back(), std::move(value)});
        }
        return true;
    }

    bool open(Value::Kind kind) {
        if (m_open.size() == kMaxDepth) return false;
        m_open.push_back({kind, false, {}, {}});
        m_keys.emplace_back();
        return true;
    }

    bool close() {
        Value value = std::move(m_open.back());
        m_open.pop_back();
        m_keys.pop_back();
        return add(std::move(value));
    }

    std::vector<Value> m_open;
    std::vector<std::string> m_keys;
    std::optional<Value> m_result;
};

// The digits of a number and how many of them stand before its point.
struct Digits {
    bool negative = false;
    std::string digits;
    int beforePoint = 0;
};

// text follows JSON's grammar for numbers: the parser has seen to that.
std::optional<Digits> digitsOf(std::string_view text) {
    Digits result;
    result.negative = text.starts_with('-');
    if (result.negative) text.remove_prefix(1);
    bool pointSeen = false;
    while (!text.empty() && (isDigit(text.front()) || text.front() == '.')) {
        if (text.front() == '.') {
            pointSeen = true;
        } else {
            result.digits += text.front();
            if (!pointSeen) ++result.beforePoint;
        }
        text.remove_prefix(1);
    }
    if (text.empty()) return result;
    text.remove_prefix(1); // e or E
    const bool down = text.starts_with('-');
    if (down || text.starts_with('+')) text.remove_prefix(1);
    if (text.empty() || text.size() > 3) return std::nullopt;
    int exponent = 0;
    for (const char c : text)
        exponent = exponent * 10 + (c - '0');
    result.beforePoint += down ? -exponent : exponent;
    return result;
}

} // namespace

const Value* Value::member(std::string_view key) const {
    const auto found = std::ranges::find(members, key, &Member::name);
    return found == members.end() ? nullptr : &found->value;
}

std::optional<Value> parseValue(std::string_view json) {
    Builder builder;
    if (!nlohmann::json::sax_parse(json, &builder)) return std::nullopt;
    return builder.result();
}

std::optional<std::int64_t> thousandthsOf(std::string_view number, Precision precision) {
    auto digits = digitsOf(number);
    if (!digits) return std::nullopt;
    const auto firstUsed = digits->digits.find_first_not_of('0');
    if (firstUsed == std::string::npos) return 0;
    digits->digits.erase(0, firstUsed);
    digits->beforePoint -= static_cast<int>(firstUsed);
    const int wanted = digits->beforePoint + 3;
    if (wanted > kMaxDigits) return std::nullopt;
    std::int64_t value = 0;
    for (int at = 0; at < wanted; ++at) {
        const auto index = static_cast<std::size_t>(at);
        value = value * 10 + (index < digits->digits.size() ? digits->digits[index] - '0' : 0);
    }
    const std::string rest =
        wanted < 0 ? digits->digits
                   : digits->digits.substr(std::min(static_cast<std::size_t>(wanted), digits->digits.size()));
    if (precision == Precision::Exact && rest.find_first_not_of('0') != std::string::npos) return std::nullopt;
    if (wanted >= 0 && !rest.empty() && rest.front() >= '5') ++value;
    return digits->negative ? -value : value;
}

bool Inputs::has(std::string_view key) const {
    const Value* value = m_object.member(key);
    return value != nullptr && value->kind != Value::Kind::Null;
}

void Inputs::refuse(std::string_view why, std::string_view key) {
    if (m_error.empty()) m_error = std::string(why) + '_' + std::string(key);
}

const Value* Inputs::required(std::string_view key, Value::Kind kind) {
    if (!has(key)) {
        refuse("missing", key);
        return nullptr;
    }
    const Value* value = m_object.member(key);
    if (value->kind == kind) return value;
    refuse("invalid", key);
    return nullptr;
}

std::int64_t Inputs::number(std::string_view key, Precision precision) {
    const Value* value = required(key, Value::Kind::Number);
    if (value == nullptr) return 0;
    if (const auto thousandths = thousandthsOf(value->text, precision)) return *thousandths;
    const bool tooPrecise = thousandthsOf(value->text, Precision::Rounded).has_value();
    refuse(tooPrecise ? "too_precise" : "invalid", key);
    return 0;
}

std::optional<std::int64_t> Inputs::optionalNumber(std::string_view key, Precision precision) {
    if (!has(key)) return std::nullopt;
    return number(key, precision);
}

int Inputs::whole(std::string_view key) {
    const std::int64_t thousandths = number(key);
    if (thousandths % 1000 != 0 || thousandths > 1'000'000'000 || thousandths < -1'000'000'000) {
        refuse("invalid", key);
        return 0;
    }
    return static_cast<int>(thousandths / 1000);
}

std::string Inputs::text(std::string_view key, std::string_view ifAbsent) {
    if (!has(key)) return std::string(ifAbsent);
    const Value* value = required(key, Value::Kind::String);
    return value == nullptr ? std::string{} : value->text;
}

base::CalendarDate Inputs::date(std::string_view key) {
    const Value* value = required(key, Value::Kind::String);
    if (value != nullptr) {
        if (const auto date = base::CalendarDate::fromIso(value->text)) return *date;
        refuse("invalid", key);
    }
    return base::CalendarDate::ofDays({});
}

std::optional<base::CalendarDate> Inputs::optionalDate(std::string_view key) {
    if (!has(key)) return std::nullopt;
    return date(key);
}

const std::vector<Member>& Inputs::array(std::string_view key) {
    static const std::vector<Member> kNone;
    const Value* value = required(key, Value::Kind::Array);
    return value == nullptr ? kNone : value->members;
}

Answer& Answer::raw(std::string_view key, std::string_view json) {
    if (m_json.size() > 1) m_json += ',';
    m_json.append("\"").append(key).append("\":").append(json);
    return *this;
}

Answer& Answer::number(std::string_view key, std::int64_t thousandths) {
    return raw(key, base::textFromThousandths(thousandths));
}

Answer& Answer::whole(std::string_view key, std::int64_t value) {
    return raw(key, std::to_string(value));
}

Answer& Answer::ratio(std::string_view key, base::Wide numerator, std::int64_t denominator, int places) {
    base::Wide scaled = numerator;
    for (int at = 0; at < places; ++at)
        scaled *= 10;
    return raw(key, decimalText(base::divideRounded(scaled, denominator), places));
}

Answer& Answer::flag(std::string_view key, bool value) {
    return raw(key, value ? "true" : "false");
}

Answer& Answer::text(std::string_view key, std::string_view value) {
    return raw(key, '"' + std::string(value) + '"');
}

Answer& Answer::null(std::string_view key) {
    return raw(key, "null");
}

Answer& Answer::object(std::string_view key, const Answer& value) {
    return raw(key, value.json());
}

Answer& Answer::wholes(std::string_view key, const std::vector<int>& values) {
    std::string list = "[";
    for (const int value : values) {
        if (list.size() > 1) list += ',';
        list += std::to_string(value);
    }
    return raw(key, list + ']');
}

std::string decimalText(std::int64_t value, int places) {
    const bool negative = value < 0;
    std::string digits = std::to_string(negative ? -value : value);
    const auto width = static_cast<std::size_t>(places);
    if (digits.size() <= width) digits.insert(0, width + 1 - digits.size(), '0');
    std::string text = digits.substr(0, digits.size() - width);
    std::string decimals = digits.substr(digits.size() - width);
    decimals.erase(decimals.find_last_not_of('0') + 1);
    if (!decimals.empty()) text += '.' + decimals;
    return negative ? '-' + text : text;
}

} // namespace chairside::exchange::calc
