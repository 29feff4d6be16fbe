#include "core/exchange/refused_passwords.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/support/core/matchers.h"

namespace chairside::exchange {
namespace {

using base::Code;
using test::FailsWith;

TEST(RefusedPasswords, HoldWhatEverybodyTriesFirst) {
    const auto list = shippedRefusedPasswords();
    ASSERT_THAT(list, test::IsOk());
    EXPECT_GE(list->size(), 10'000U);
    EXPECT_TRUE(std::ranges::is_sorted(*list));
    for (const char* one : {"password", "qwerty", "football", "iloveyou", "1q2w3e4r5t6y"})
        EXPECT_TRUE(std::ranges::binary_search(*list, std::string_view(one), std::less<>())) << one;
}

TEST(RefusedPasswords, AreTakenWholeOrNotAtAll) {
    for (const char* bad :
         {"", "[]", "{}", R"({"source":"s","passwords":["a"]})", R"({"source":"s","licence":"l","passwords":[]})",
          R"({"source":"s","licence":"l","passwords":["b","a"]})", R"({"source":"s","licence":"l","passwords":["A"]})",
          R"({"source":"s","licence":"l","passwords":["a","a"]})", R"({"source":"s","licence":"l","passwords":[1]})"})
        EXPECT_THAT(parseRefusedPasswords(bad), FailsWith(Code::Invalid)) << bad;
    EXPECT_THAT(parseRefusedPasswords(R"({"source":"s","licence":"l","passwords":["a","b"]})"), test::IsOk());
}

} // namespace
} // namespace chairside::exchange
