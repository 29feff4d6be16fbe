#include "core/exchange/json/json_reader.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <unordered_set>

namespace chairside::exchange {

namespace {

const JsonValue kNothing{};

} // namespace

const JsonValue& JsonValue::at(std::string_view key) const {
    const auto found = std::ranges::find(m_members, key, &Member::first);
    return found == m_members.end() ? kNothing : found->second;
}

const JsonValue& JsonValue::at(std::size_t item) const {
    return item < m_items.size() ? m_items[item] : kNothing;
}

// Hears what the parser reads, and stops it at the first thing that is too much.
class JsonBuilder final : public nlohmann::json_sax<nlohmann::json> {
public:
    explicit JsonBuilder(const JsonLimits& limits) : m_limits(limits) {}

    bool null() override { return put(JsonValue::Kind::Null, {}); }
    bool boolean(bool value) override { return put(JsonValue::Kind::Boolean, value ? "true" : "false"); }
    bool number_integer(number_integer_t value) override { return put(JsonValue::Kind::Number, std::to_string(value)); }
    bool number_unsigned(number_unsigned_t value) override {
        return put(JsonValue::Kind::Number, std::to_string(value));
    }
    bool number_float(number_float_t, const string_t& written) override {
        return put(JsonValue::Kind::Number, written);
    }
    bool string(string_t& value) override { return put(JsonValue::Kind::String, std::move(value)); }
    bool binary(binary_t&) override { return refuse("syntax", 0); }
    bool start_object(std::size_t) override { return open(JsonValue::Kind::Object); }
    bool start_array(std::size_t) override { return open(JsonValue::Kind::Array); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& name) override {
        auto& frame = m_open.back();
        const bool fresh = frame.keys.insert(name).second;
        if (!fresh && m_limits.duplicateKeys == DuplicateKeys::Refused) return refuse("duplicate_key", 0);
        frame.key = std::move(name);
        return true;
    }

    bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception&) override {
        return refuse("syntax", position);
    }

    [[nodiscard]] JsonValue take() { return std::move(m_root); }
    [[nodiscard]] base::Error failure() const {
        return {base::Code::Invalid,
                "json",
                {},
                {{"json", base::Rule::NotAllowed, m_where > 0 ? std::to_string(m_where) : std::string(), {}, m_why}}};
    }

private:
    struct Frame {
        JsonValue value;
        std::string key; // of the member that comes next
        std::unordered_set<std::string> keys;
    };

    bool refuse(const char* why, std::size_t where) {
        m_why = why;
        m_where = where;
        return false;
    }

    bool count() { return ++m_values <= m_limits.values || refuse("too_many_values", 0); }

    bool put(JsonValue::Kind kind, std::string text) {
        if (!count()) return false;
        JsonValue value;
        value.m_kind = kind;
        value.m_text = std::move(text);
        place(std::move(value));
        return true;
    }

    bool open(JsonValue::Kind kind) {
        if (m_open.size() >= m_limits.depth) return refuse("too_deep", 0);
        if (!count()) return false;
        m_open.emplace_back().value.m_kind = kind;
        return true;
    }

    bool close() {
        JsonValue whole = std::move(m_open.back().value);
        m_open.pop_back();
        place(std::move(whole));
        return true;
    }

    void place(JsonValue value) {
        if (m_open.empty()) {
            m_root = std::move(value);
            return;
        }
        auto& frame = m_open.back();
        if (frame.value.m_kind == JsonValue::Kind::Array) {
            frame.value.m_items.push_back(std::move(value));
            return;
        }
        auto& members = frame.value.m_members;
        if (frame.keys.size() > members.size()) {
            members.emplace_back(std::move(frame.key), std::move(value));
            return;
        }
        std::ranges::find(members, frame.key, &JsonValue::Member::first)->second = std::move(value);
    }

    const JsonLimits& m_limits;
    JsonValue m_root;
    std::vector<Frame> m_open;
    std::size_t m_values = 0;
    std::size_t m_where = 0;
    std::string m_why = "syntax";
};

base::Result<JsonValue> readJson(std::string_view text, const JsonLimits& limits) {
    if (text.size() > limits.bytes) {
        return base::invalid("json", base::Rule::TooLong, {}, std::to_string(limits.bytes), "too_large");
    }
    // The parser takes a NUL byte for the end of the text.
    if (const auto nul = text.find('\0'); nul != std::string_view::npos) {
        return base::invalid("json", base::Rule::NotAllowed, std::to_string(nul + 1), {}, "syntax");
    }
    JsonBuilder builder(limits);
    if (!nlohmann::json::sax_parse(text, &builder)) return std::unexpected(builder.failure());
    return builder.take();
}

} // namespace chairside::exchange
