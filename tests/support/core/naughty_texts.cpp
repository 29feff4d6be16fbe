#include "tests/support/core/naughty_texts.h"

#include <cstdlib>
#include <fstream>

#include "core/services/text_rules.h"

namespace chairside::test {

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
    };
    const char* path = std::getenv("CHAIRSIDE_NAUGHTY_TEXTS");
    if (path == nullptr) return texts;
    std::ifstream file(path, std::ios::binary);
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.front() == '#') continue;
        line = services::trimmed(line);
        if (!line.empty()) texts.push_back(line);
    }
    return texts;
}

} // namespace chairside::test
