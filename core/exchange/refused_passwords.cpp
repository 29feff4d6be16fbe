#include "core/exchange/refused_passwords.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/exchange/embedded_passwords.h"

namespace chairside::exchange {
namespace {

std::unexpected<base::Error> refuseList(const char* detail) {
    return base::fail(base::Code::Invalid, "refused_passwords", detail);
}

bool hasText(const nlohmann::json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() && !found->get_ref<const std::string&>().empty();
}

} // namespace

base::Result<std::vector<std::string>> parseRefusedPasswords(std::string_view json) {
    const auto parsed = nlohmann::json::parse(json, nullptr, false);
    if (!parsed.is_object()) return refuseList("not a JSON object");
    if (!hasText(parsed, "source") || !hasText(parsed, "licence")) return refuseList("source or licence is missing");
    const auto list = parsed.find("passwords");
    if (list == parsed.end() || !list->is_array() || list->empty()) return refuseList("no passwords");
    std::vector<std::string> passwords;
    for (const auto& one : *list) {
        if (!one.is_string()) return refuseList("a password that is no text");
        const auto& text = one.get_ref<const std::string&>();
        if (text.empty() || std::ranges::any_of(text, [](char c) { return c >= 'A' && c <= 'Z'; }))
            return refuseList("a password that is empty or not in lower case");
        if (!passwords.empty() && text <= passwords.back()) return refuseList("passwords out of order");
        passwords.push_back(text);
    }
    return passwords;
}

base::Result<std::vector<std::string>> shippedRefusedPasswords() {
    const auto lists = embeddedPasswords();
    if (lists.empty()) return base::fail(base::Code::Internal, "refused_passwords", "no list is compiled in");
    return parseRefusedPasswords(lists.front().json);
}

} // namespace chairside::exchange
