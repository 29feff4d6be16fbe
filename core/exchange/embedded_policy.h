// The clinic policy that ships with the program, compiled in from resources/policy.
#pragma once

#include <span>
#include <string_view>

namespace chairside::exchange {

struct EmbeddedPolicy {
    std::string_view name;
    std::string_view json;
};

[[nodiscard]] std::span<const EmbeddedPolicy> embeddedPolicies();

} // namespace chairside::exchange
