// JSON from outside, read under limits: RFC 8259 to the letter, numbers kept as they were written.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"

namespace chairside::exchange {

enum class DuplicateKeys { Refused, LastCounts };

// What a file may ask of the program; a file beyond is refused while it is read.
struct JsonLimits {
    std::size_t bytes = 32U * 1024 * 1024;
    std::size_t depth = 64;       // of arrays and objects inside each other
    std::size_t values = 600'000; // of every kind, together
    DuplicateKeys duplicateKeys = DuplicateKeys::Refused;
};

class JsonValue {
public:
    enum class Kind { Null, Boolean, Number, String, Array, Object };
    using Member = std::pair<std::string, JsonValue>;

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] bool isObject() const { return m_kind == Kind::Object; }
    [[nodiscard]] bool isArray() const { return m_kind == Kind::Array; }
    [[nodiscard]] bool isString() const { return m_kind == Kind::String; }
    [[nodiscard]] bool isTrue() const { return m_kind == Kind::Boolean && m_text == "true"; }
    // Of a string its characters, of a number or a boolean what was written; else empty.
    [[nodiscard]] const std::string& text() const { return m_text; }
    [[nodiscard]] const std::vector<JsonValue>& items() const { return m_items; }
    [[nodiscard]] const std::vector<Member>& members() const { return m_members; }

    // A null value where there is no such member, so that paths can be walked without asking at every step.
    [[nodiscard]] const JsonValue& at(std::string_view key) const;
    [[nodiscard]] const JsonValue& at(std::size_t item) const;

private:
    friend class JsonBuilder;
    Kind m_kind = Kind::Null;
    std::string m_text;
    std::vector<JsonValue> m_items;
    std::vector<Member> m_members;
};

// Invalid on "json", value a code of what is wrong: "too_large", "too_deep", "too_many_values", "duplicate_key" (low:
// the byte it was found at), "syntax" (low: the byte). Never throws; needs memory for `values` values at most.
[[nodiscard]] base::Result<JsonValue> readJson(std::string_view text, const JsonLimits& limits = {});

} // namespace chairside::exchange
