// UTF-8 as the store keeps it.
#include <gtest/gtest.h>

#include "core/base/utf8.h"

namespace chairside::base {
namespace {

using namespace std::string_literals;

TEST(Utf8, CountsCharactersAndNotBytes) {
    EXPECT_EQ(characterCount(""), 0);
    EXPECT_EQ(characterCount("Zo\xC3\xAB"), 3);
    EXPECT_EQ(characterCount("\xE5\x8F\xAF\xF0\x9F\x99\x82"), 2);
    EXPECT_EQ(characterCount("a\x80\xFFz"), 4) << "a broken byte counts as one";
}

TEST(Utf8, WritesWhatItReads) {
    for (const char32_t code :
         {U'\x01', U'\x7F', U'\x80', U'\x7FF', U'\x800', U'\xD7FF', U'\xE000', U'\xFFFF', U'\x10000', U'\x10FFFF'}) {
        std::string text;
        appendUtf8(text, code);
        const auto character = characterAt(text, 0);
        EXPECT_EQ(character.code, code);
        EXPECT_EQ(character.bytes, text.size());
    }
}

TEST(Utf8, KnowsWhatIsNoText) {
    for (const auto& text : {"\x80"s, "\xC3"s, "\xC0\xAF"s, "\xE0\x80\xAF"s, "\xED\xA0\x80"s, "\xED\xBF\xBF"s,
                             "\xF4\x90\x80\x80"s, "\xF8\x88\x80\x80\x80"s, "\xFF"s}) {
        EXPECT_EQ(firstInvalidUtf8("ok" + text), 2U);
        EXPECT_FALSE(isStorableText(text));
    }
    EXPECT_EQ(firstInvalidUtf8("\xC3\xA4 \xF0\x9F\x99\x82"), std::string_view::npos);
}

TEST(Utf8, KeepsEveryTextButTheOneWithAZeroInIt) {
    EXPECT_FALSE(isStorableText("a\0b"s));
    EXPECT_TRUE(isStorableText(""));
    EXPECT_TRUE(isStorableText("\x01\x1B\x7F \xEF\xBF\xBF"));
}

} // namespace
} // namespace chairside::base
