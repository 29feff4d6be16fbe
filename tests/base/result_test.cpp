#include "core/base/result.h"

#include <gmock/gmock.h>

#include "tests/support/core/matchers.h"

namespace chairside::base {
namespace {

using test::FailsWith;
using test::HasProblem;
using test::IsOk;
using test::IsOkAndHolds;
using ::testing::Gt;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

Result<int> half(int value) {
    if (value % 2 != 0) return invalid("value", Rule::NotAllowed, "0", "8", std::to_string(value));
    return value / 2;
}

TEST(Result, HoldsAValueOrAnError) {
    EXPECT_THAT(half(4), IsOkAndHolds(2));
    EXPECT_THAT(half(4), IsOkAndHolds(Gt(1)));
    EXPECT_THAT(half(4), Not(HasProblem("value", Rule::NotAllowed)));
    EXPECT_THAT(half(3), FailsWith(Code::Invalid));
    EXPECT_THAT(half(3), HasProblem("value", Rule::NotAllowed));
    EXPECT_THAT(half(3), Not(IsOk()));
    EXPECT_THAT(Done{}, IsOk());
}

TEST(Result, FailCarriesFieldAndDetail) {
    const Done failed = fail(Code::StorageHeld, "clinic.db", "held by 4711");
    ASSERT_THAT(failed, FailsWith(Code::StorageHeld));
    EXPECT_EQ(failed.error(), (Error{Code::StorageHeld, "clinic.db", "held by 4711", {}}));
    EXPECT_THAT(failed.error().problems, IsEmpty());
}

TEST(Result, InvalidCarriesAllProblemsAndNamesTheFirstField) {
    const Problems problems{{"weight", Rule::Required, {}, {}, {}}, {"minutes", Rule::OutOfRange, "10", "300", "5"}};
    const Done failed = invalid(problems);
    EXPECT_EQ(failed.error().field, "weight");
    EXPECT_THAT(failed.error().problems, SizeIs(2));
    EXPECT_THAT(failed, HasProblem("minutes", Rule::OutOfRange));
    EXPECT_THAT(problems, HasProblem("weight", Rule::Required));
    EXPECT_THAT(problems, Not(HasProblem("weight", Rule::OutOfRange)));
    const Done nothing = invalid(Problems{});
    EXPECT_EQ(nothing.error().field, "");
}

} // namespace
} // namespace chairside::base
