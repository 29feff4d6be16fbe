// Functions of services as a table: who may call them is tested for all of them at once.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "tests/support/core/service_fixture.h"

namespace chairside::test {

struct GuardedCall {
    const char* name;
    domain::Permission permission;
    // The outcome's code; nothing if it succeeded.
    std::function<std::optional<base::Code>(TestClinic&, const services::Actor&)> call;
};

template <class T>
std::optional<base::Code> codeOf(const base::Result<T>& result) {
    if (result) return std::nullopt;
    return result.error().code;
}

// An identity of which there is no record: a permitted call ends in NotFound or Invalid.
template <class Id>
Id nobody() {
    return *Id::fromText("00000000-0000-7000-8000-000000000001");
}

[[nodiscard]] std::vector<GuardedCall> accountCalls();
[[nodiscard]] std::vector<GuardedCall> trailCalls();
[[nodiscard]] std::vector<GuardedCall> clinicCalls();
[[nodiscard]] std::vector<GuardedCall> protocolCalls();
[[nodiscard]] std::vector<GuardedCall> exchangeCalls();

} // namespace chairside::test
