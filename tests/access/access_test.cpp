#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/access/argon_hasher.h"
#include "core/access/sodium_digest.h"
#include "tests/support/core/matchers.h"

namespace chairside::access {
namespace {

using test::IsOk;
using testing::StartsWith;

// FIPS 180-2, appendix B.
TEST(SodiumDigest, MatchesThePublishedValues) {
    const SodiumDigest digest;
    EXPECT_EQ(digest.sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(digest.sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(digest.sha256(std::string(1'000'000, 'a')),
              "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(SodiumDigest, TakesBytesAsTheyAre) {
    const SodiumDigest digest;
    EXPECT_NE(digest.sha256(std::string_view("a\0b", 3)), digest.sha256("a"));
}

class Hasher : public testing::Test {
protected:
    ArgonHasher hasher;
};

TEST_F(Hasher, AcceptsThePasswordAndNoOther) {
    const auto hash = hasher.hash("correct horse battery staple");
    ASSERT_THAT(hash, IsOk());
    EXPECT_TRUE(hasher.verify(*hash, "correct horse battery staple"));
    EXPECT_FALSE(hasher.verify(*hash, "correct horse battery stapl"));
    EXPECT_FALSE(hasher.verify(*hash, ""));
}

TEST_F(Hasher, UsesArgon2idAtInteractiveCost) {
    EXPECT_THAT(hasher.hash("x").value(), StartsWith("$argon2id$v=19$m=65536,t=2,p=1$"));
}

TEST_F(Hasher, SaltsEachHashAnew) {
    EXPECT_NE(hasher.hash("the same words").value(), hasher.hash("the same words").value());
}

TEST_F(Hasher, TakesEveryCharacter) {
    const std::string_view odd("p\0ss wörd 🔑", 14);
    const auto hash = hasher.hash(odd);
    ASSERT_THAT(hash, IsOk());
    EXPECT_TRUE(hasher.verify(*hash, odd));
    EXPECT_FALSE(hasher.verify(*hash, "p"));
}

TEST_F(Hasher, WhatIsNoHashMatchesNothing) {
    for (const auto& text : {std::string(), std::string("plain"), std::string("$argon2id$"), std::string(500, 'x')}) {
        EXPECT_FALSE(hasher.verify(text, "plain")) << text;
    }
}

} // namespace
} // namespace chairside::access
