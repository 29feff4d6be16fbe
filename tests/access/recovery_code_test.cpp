#include "core/access/recovery_code.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/core/matchers.h"

namespace chairside::access {
namespace {

using base::Rule;
using test::IsOk;

base::Problem problemOf(std::string_view typed) {
    const auto read = RecoveryCode::read(typed);
    if (read || read.error().problems.size() != 1) return {};
    return read.error().problems.front();
}

class Code : public testing::Test {
protected:
    RecoveryCode code = RecoveryCode::random().value();
};

TEST_F(Code, IsReadBackAsItIsPrinted) {
    const auto read = RecoveryCode::read(code.text());
    ASSERT_THAT(read, IsOk());
    EXPECT_EQ(read->text(), code.text());
    EXPECT_EQ(code.text().size(), 34U);
    EXPECT_EQ(code.text().substr(0, 6), code.group(1));
    EXPECT_EQ(code.text().substr(28), code.group(5));
}

TEST_F(Code, IsAnotherEachTime) {
    EXPECT_NE(RecoveryCode::random().value().text(), code.text());
}

TEST_F(Code, TakesSmallLettersBlanksAndLookalikes) {
    std::string typed;
    for (const char character : code.text()) {
        if (character == '-') continue;
        typed += character == '0' ? 'o' : character == '1' ? 'l' : static_cast<char>(std::tolower(character));
        typed += ' ';
    }
    const auto read = RecoveryCode::read(typed);
    ASSERT_THAT(read, IsOk());
    EXPECT_EQ(read->text(), code.text());
}

TEST_F(Code, NamesTheGroupOfEverySingleSlip) {
    const std::string text = code.text();
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '-') continue;
        for (const char other : std::string("0123456789ABCDEFGHJKMNPQRSTVWXYZ")) {
            if (other == text[at]) continue;
            std::string typed = text;
            typed[at] = other;
            const auto problem = problemOf(typed);
            EXPECT_EQ(problem.field, "recovery_code");
            EXPECT_EQ(problem.rule, Rule::Mismatch);
            EXPECT_EQ(problem.value, std::to_string(at / 7 + 1));
        }
    }
}

TEST_F(Code, NoticesNeighboursAndGroupsThatWereSwapped) {
    const std::string text = code.text();
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
        if (text[at] == '-' || text[at + 1] == '-' || text[at] == text[at + 1]) continue;
        std::string typed = text;
        std::swap(typed[at], typed[at + 1]);
        EXPECT_EQ(problemOf(typed).rule, Rule::Mismatch) << at;
    }
    EXPECT_EQ(problemOf(code.group(2) + code.group(1) + text.substr(14)).rule, Rule::Mismatch);
}

TEST_F(Code, SaysWhatElseIsWrong) {
    EXPECT_EQ(problemOf("").rule, Rule::Required);
    EXPECT_EQ(problemOf(" - ").rule, Rule::Required);
    EXPECT_EQ(problemOf(code.text().substr(0, 30)).rule, Rule::TooFew);
    EXPECT_EQ(problemOf(code.text() + "A").rule, Rule::TooLong);
    EXPECT_EQ(problemOf("U" + code.text().substr(1)).rule, Rule::NotAllowed);
}

} // namespace
} // namespace chairside::access
