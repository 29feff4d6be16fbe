// One-time codes against the vectors of RFC 3174, RFC 2202, RFC 4226 (appendix D) and RFC 6238 (appendix B), and what
// people type.
#include "core/access/one_time_codes.h"

#include <gtest/gtest.h>
#include <set>
#include <string>

#include "core/access/sha1.h"
#include "tests/support/core/matchers.h"

namespace chairside::access {
namespace {

std::span<const unsigned char> bytesOf(std::string_view text) {
    return {reinterpret_cast<const unsigned char*>(text.data()), text.size()};
}

std::string hex(std::span<const unsigned char> bytes) {
    std::string text;
    for (const auto byte : bytes) {
        text += "0123456789abcdef"[byte >> 4U];
        text += "0123456789abcdef"[byte & 15U];
    }
    return text;
}

constexpr std::string_view kRfcKey = "12345678901234567890";
const std::string kRfcSecret = toBase32(bytesOf(kRfcKey));

base::Instant at(std::int64_t seconds) {
    return base::Instant::of(seconds * 1000, 60);
}

TEST(Sha1, AgreesWithItsStandard) {
    EXPECT_EQ(hex(sha1(bytesOf(""))), "da39a3ee5e6b4b0d3255bfef95601890afd80709");
    EXPECT_EQ(hex(sha1(bytesOf("abc"))), "a9993e364706816aba3e25717850c26c9cd0d89d");
    EXPECT_EQ(hex(sha1(bytesOf("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"))),
              "84983e441c3bd26ebaae4aa1f95129e5e54670f1");
    EXPECT_EQ(hex(sha1(bytesOf(std::string(1'000'000, 'a')))), "34aa973cd4c4daa4f61eeb2bdbad27316534016f");
}

TEST(Sha1, KeyedAgreesWithRfc2202) {
    EXPECT_EQ(hex(hmacSha1(bytesOf(std::string(20, '\x0b')), bytesOf("Hi There"))),
              "b617318655057264e28bc0b6fb378c8ef146be00");
    EXPECT_EQ(hex(hmacSha1(bytesOf("Jefe"), bytesOf("what do ya want for nothing?"))),
              "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");
    EXPECT_EQ(hex(hmacSha1(bytesOf(std::string(80, '\xaa')),
                           bytesOf("Test Using Larger Than Block-Size Key - Hash Key First"))),
              "aa4ae5e15272d00e95705637ce8a3b55ed402112");
}

TEST(OneTimeCode, OfACounterAgreesWithRfc4226) {
    const char* const expected[] = {"755224", "287082", "359152", "969429", "338314",
                                    "254676", "287922", "162583", "399871", "520489"};
    for (std::uint64_t counter = 0; counter < std::size(expected); ++counter)
        EXPECT_EQ(hotp(bytesOf(kRfcKey), counter, 6), expected[counter]) << counter;
}

TEST(OneTimeCode, OfATimeAgreesWithRfc6238) {
    const std::pair<std::int64_t, const char*> expected[] = {{59, "94287082"},         {1111111109, "07081804"},
                                                             {1111111111, "14050471"}, {1234567890, "89005924"},
                                                             {2000000000, "69279037"}, {20000000000, "65353130"}};
    const TimedCodes codes;
    for (const auto& [seconds, code] : expected) {
        EXPECT_EQ(hotp(bytesOf(kRfcKey), static_cast<std::uint64_t>(seconds / 30), 8), code) << seconds;
        EXPECT_EQ(codes.stepOf(kRfcSecret, std::string_view(code).substr(2), at(seconds)), seconds / 30) << seconds;
    }
}

TEST(OneTimeCode, IsTakenFromTheStepBeforeAndAfterAndNoFurther) {
    const TimedCodes codes;
    const std::string code = hotp(bytesOf(kRfcKey), 100, 6);
    for (const auto& [step, taken] : {std::pair{98, false}, {99, true}, {100, true}, {101, true}, {102, false}})
        EXPECT_EQ(codes.stepOf(kRfcSecret, code, at(step * 30 + 7)).has_value(), taken) << step;
    EXPECT_EQ(codes.stepOf(kRfcSecret, code, at(99 * 30)), 100);
}

TEST(OneTimeCode, IsReadAsPeopleTypeItAndNothingElseIs) {
    const TimedCodes codes;
    EXPECT_EQ(codes.stepOf(kRfcSecret, " 287 082 ", at(59)), 1);
    EXPECT_EQ(codes.stepOf("gezd gnbv gy3t qojq gezd gnbv gy3t qojq", "287082", at(59)), 1);
    for (const char* wrong : {"", "28708", "2870820", "287083", "94287082", "２８７０８２", "28708x", "-287082-1"})
        EXPECT_FALSE(codes.stepOf(kRfcSecret, wrong, at(59))) << wrong;
    for (const char* secret : {"", "1", "GEZDGNBV!", "====", "0189"})
        EXPECT_FALSE(codes.stepOf(secret, "287082", at(59))) << secret;
}

TEST(Base32, AgreesWithRfc4648AndComesBack) {
    const std::pair<const char*, const char*> table[] = {{"f", "MY"},           {"fo", "MZXQ"},
                                                         {"foo", "MZXW6"},      {"foob", "MZXW6YQ"},
                                                         {"fooba", "MZXW6YTB"}, {"foobar", "MZXW6YTBOI"}};
    for (const auto& [plain, text] : table) {
        EXPECT_EQ(toBase32(bytesOf(plain)), text);
        const auto back = fromBase32(text);
        ASSERT_TRUE(back) << text;
        EXPECT_EQ(hex(*back), hex(bytesOf(plain)));
    }
    EXPECT_FALSE(fromBase32(std::string(129, 'A')));
}

TEST(NewSecret, Has160BitsAndIsAnotherEachTime) {
    const TimedCodes codes;
    std::set<std::string> seen;
    for (int i = 0; i < 20; ++i) {
        const auto secret = codes.newSecret();
        ASSERT_THAT(secret, test::IsOk());
        EXPECT_EQ(fromBase32(*secret)->size(), 20U);
        EXPECT_TRUE(seen.insert(*secret).second);
    }
}

TEST(RecoveryCodes, AreTenOfWhichNoneIsAnother) {
    const TimedCodes codes;
    const auto made = codes.newRecoveryCodes();
    ASSERT_THAT(made, test::IsOk());
    EXPECT_EQ(std::set<std::string>(made->begin(), made->end()).size(), 10U);
    for (const auto& code : *made) {
        EXPECT_EQ(code.size(), 11U);
        EXPECT_EQ(codes.recoveryText(code).size(), 10U);
    }
    EXPECT_EQ(codes.recoveryText(" o1l-iO "), "01110");
}

} // namespace
} // namespace chairside::access
