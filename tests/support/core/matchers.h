// Matchers for outcomes. All work on any Result<T>; HasProblem works on a list of problems as well.
//   EXPECT_THAT(service.start(id), IsOk());
//   EXPECT_THAT(check(row, rules), HasProblem("systolic", Rule::OutOfRange));
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <type_traits>

#include <gmock/gmock.h>

#include "core/base/result.h"
#include "tests/support/core/printers.h"

namespace chairside::test {

template <class Value>
[[nodiscard]] const base::Problems& problemsIn(const Value& value) {
    static const base::Problems kNone;
    if constexpr (std::is_same_v<Value, base::Problems>) {
        return value;
    } else if constexpr (std::is_same_v<Value, base::Error>) {
        return value.problems;
    } else {
        return value.has_value() ? kNone : value.error().problems;
    }
}

MATCHER(IsOk, negation ? "is a failure" : "is a success") {
    if (arg.has_value()) return true;
    *result_listener << "which failed with " << ::testing::PrintToString(arg.error());
    return false;
}

MATCHER_P(IsOkAndHolds, inner, negation ? "is a failure or holds another value" : "is a success and holds") {
    if (!arg.has_value()) {
        *result_listener << "which failed with " << ::testing::PrintToString(arg.error());
        return false;
    }
    return ::testing::ExplainMatchResult(inner, *arg, result_listener);
}

MATCHER_P(FailsWith, code, "fails with " + ::testing::PrintToString(code)) {
    if (arg.has_value()) {
        *result_listener << "which succeeded";
        return false;
    }
    *result_listener << "which failed with " << ::testing::PrintToString(arg.error());
    return arg.error().code == code;
}

MATCHER_P2(HasProblem, field, rule, "has the problem " + ::testing::PrintToString(rule) + " in " + std::string(field)) {
    return std::ranges::any_of(problemsIn(arg), [&](const base::Problem& problem) {
        return problem.field == std::string_view(field) && problem.rule == rule;
    });
}

} // namespace chairside::test
