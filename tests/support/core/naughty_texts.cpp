#include "tests/support/core/naughty_texts.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "core/exchange/json/json_reader.h"
#include "core/services/text_rules.h"

namespace chairside::test {

using namespace std::string_literals;

namespace {

std::string many(const char* text, int count) {
    std::string all;
    for (int i = 0; i < count; ++i)
        all += text;
    return all;
}

// The list of other people, where it is at hand; what is blank cannot be told from nothing typed.
std::vector<std::string> publicTexts() {
    const char* folder = std::getenv("CHAIRSIDE_SAMPLES");
    if (folder == nullptr) return {};
    std::ifstream file(std::string(folder) + "/bad_inputs/blns.json", std::ios::binary);
    const std::string content{std::istreambuf_iterator<char>(file), {}};
    const auto list = exchange::readJson(content);
    if (!list || list->items().size() < 500) {
        std::fprintf(stderr, "%s has no list of awkward texts\n", folder);
        std::abort();
    }
    std::vector<std::string> texts;
    for (const auto& one : list->items()) {
        if (!services::trimmed(one.text()).empty()) texts.push_back(one.text());
    }
    return texts;
}

} // namespace

std::vector<std::string> naughtyTexts() {
    std::vector<std::string> texts{
        "undefined",
        "NULL",
        "-1.5e309",
        "0x2A",
        "'; DELETE FROM patient; --",
        "\"quoted\" and 'single' and `back`",
        "<i>not markup</i> &amp; &lt;",
        "50 % of %1 and %n",
        "back\\slash\\n",
        "a,b;c\td",
        "${HOME} $(date) ../../etc",
        "=1+1",
        "O\xE2\x80\x99"
        "Brien \xE2\x80\x93 d\xE2\x80\x99"
        "Arc",
        "\xC3\x85ngstr\xC3\xB6m and A\xCC\x8Angstro\xCC\x88m", // composed and combining
        "Z\xCD\x91\xCD\xAB\xCD\x83"
        "a\xCC\xA1\xCD\x8A"
        "l",                                                                    // stacked marks
        "\xD7\xA9\xD6\xB8\xD7\x81\xD7\x9C\xD7\x95\xD6\xB9\xD7\x9D",             // Hebrew with points
        "\xD9\x85\xD8\xB1\xD8\xAD\xD8\xA8\xD8\xA7 Anna 12",                     // Arabic beside Latin
        "\xE5\x8F\xAF\xE7\x96\xBC\xE7\x97\x9B",                                 // Han
        "\xF0\x9F\x99\x82\xF0\x9F\x91\xA9\xE2\x80\x8D\xE2\x9A\x95\xEF\xB8\x8F", // emoji joined
        "\xF0\x9D\x93\x90\xF0\x9D\x93\xB7",                                     // beyond the first plane
        "zero\xE2\x80\x8Bwidth\xE2\x80\xAE"
        "override",
        "no\xC2\xA0"
        "break",
        "  blanks around \t",
        "first line\nsecond\r\nthird",
        "\xC2\xA0\xE2\x80\x83wide blanks\xE3\x80\x80",
        "\xEF\xBB\xBFmark first",
        "100 %s %d %n %99999999s %1$n",
        "@SUM(A1) +1 -1 |cmd",
        "<script>alert('x')</script><img src=x onerror=y>",
        "{\"a\": null}]]> ;base64,",
        "\xC4\xB0"
        "stanbul \xC4\xB1\xC5\x9F\xC4\xB1k I i \xC3\x9F \xE1\xBA\x9E", // cases that change length
        "\xEF\xBC\xA1\xEF\xBC\xA2\xEF\xBC\x91\xEF\xBC\x92",            // full width
        "\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7 "
        "\xF0\x9F\x87\xA9\xF0\x9F\x87\xAA", // family, flag
        "\xE2\x80\xAB"
        "right\xE2\x80\xAC \xE2\x81\xA6isolate\xE2\x81\xA9 \xD8\x9C", // direction marks
        "e\xCC\x81 \xC3\xA9 \xEF\xAC\x81 \xE2\x84\xA6 \xCE\xA9",      // alike but not the same
        "\xE2\x80\xA8line\xE2\x80\xA9paragraph\xC2\x85next",          // other line ends
        "bell\x07 escape\x1B[31m delete\x7F \x01\x1F",                // controls
        "\xEF\xBF\xBE\xEF\xBF\xBF\xF0\x9F\xBF\xBF",                   // no characters
        "\xE0\xB8\x81\xE0\xB8\xB3 \xE0\xA4\x95\xE0\xA5\x8D\xE0\xA4\xB7 \xE1\x9E\x80\xE1\x9F\x92",
        "a" + many("\xCC\x81", 200), // a tower of marks
        many("long ", 180) + "end",
    };
    for (auto& text : publicTexts())
        texts.push_back(std::move(text));
    return texts;
}

std::vector<std::string> brokenTexts() {
    return {"nul\0inside"s,
            "\0"s,
            "latin \xE9t\xE9",
            "cut off \xE2\x80",
            "alone \x80",
            "overlong \xC0\xAF",
            "\xED\xA0\x80",
            "pair \xED\xA0\xBD\xED\xB8\x80",
            "beyond \xF4\x90\x80\x80",
            "\xFF\xFE"};
}

} // namespace chairside::test
