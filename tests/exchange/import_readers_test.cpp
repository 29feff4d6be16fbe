// What comes in as text: CSV and JSON, well made, awkward and hostile.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "core/exchange/csv/csv_reader.h"
#include "core/exchange/json/json_reader.h"
#include "core/exchange/text_encoding.h"

namespace chairside::exchange {
namespace {

using namespace std::string_literals;
using Cells = std::vector<std::string>;

std::vector<Cells> recordsOf(std::string_view text) {
    const auto read = readCsv(text);
    std::vector<Cells> all;
    if (!read) {
        ADD_FAILURE() << read.error().problems.front().field << ' ' << read.error().problems.front().value;
        return all;
    }
    all.push_back(read->head);
    for (const auto& record : read->rows)
        all.push_back(record.cells);
    return all;
}

// "line 3 quote".
std::string refusalOf(std::string_view text, const CsvLimits& limits = {}) {
    const auto read = readCsv(text, limits);
    if (read) return "read";
    const auto& problem = read.error().problems.front();
    return problem.field + ' ' + problem.value;
}

TEST(CsvReader, ReadsWhatRfc4180Allows) {
    EXPECT_EQ(recordsOf("a,b\r\n1,2\r\n"), (std::vector<Cells>{{"a", "b"}, {"1", "2"}}));
    EXPECT_EQ(recordsOf("a,b\n1,2"), (std::vector<Cells>{{"a", "b"}, {"1", "2"}}));
    EXPECT_EQ(recordsOf("a,b\r1,2\r"), (std::vector<Cells>{{"a", "b"}, {"1", "2"}}));
    EXPECT_EQ(recordsOf("a,b\n\"x, y\",\"say \"\"ha\"\"\"\n"),
              (std::vector<Cells>{{"a", "b"}, {"x, y", "say \"ha\""}}));
    EXPECT_EQ(recordsOf("a,b\n\"one\r\ntwo\",\n"), (std::vector<Cells>{{"a", "b"}, {"one\r\ntwo", ""}}));
    EXPECT_EQ(recordsOf("a,b\n,\n\n3,4\n\n"), (std::vector<Cells>{{"a", "b"}, {"", ""}, {"3", "4"}}));
    EXPECT_EQ(recordsOf("\xEF\xBB\xBF"
                        "a,b\n\xC3\xA4,2\n"),
              (std::vector<Cells>{{"a", "b"}, {"\xC3\xA4", "2"}}));
    EXPECT_EQ(recordsOf("a;b\n1,5;2\n"), (std::vector<Cells>{{"a", "b"}, {"1,5", "2"}}));
    EXPECT_EQ(recordsOf("a\tb\n1\t2\n"), (std::vector<Cells>{{"a", "b"}, {"1", "2"}}));
    EXPECT_EQ(recordsOf("\r\n\na;b\n1,5;2\n"), (std::vector<Cells>{{"a", "b"}, {"1,5", "2"}}));
    EXPECT_EQ(recordsOf("\"a,b\"\nx\n"), (std::vector<Cells>{{"a,b"}, {"x"}}));
}

TEST(CsvReader, ReadsUtf16ThatSaysSo) {
    EXPECT_EQ(recordsOf("\xFF\xFE"
                        "a\0,\0b\0\n\0"
                        "\xE4\0,\0\x3D\xD8\x00\xDE\n\0"s),
              (std::vector<Cells>{{"a", "b"}, {"\xC3\xA4", "\xF0\x9F\x98\x80"}}));
    EXPECT_EQ(recordsOf("\xFE\xFF\0a\0\n\0z"s), (std::vector<Cells>{{"a"}, {"z"}}));
    EXPECT_EQ(refusalOf("\xFF\xFE"
                        "a\0\n"s),
              "line 1 encoding");
    EXPECT_EQ(refusalOf("\xFF\xFE"
                        "a\0\x3D\xD8"s),
              "line 1 encoding")
        << "half a pair";
}

TEST(CsvReader, SaysInWhichLineSomethingIsWrong) {
    EXPECT_EQ(refusalOf("a,b\n1,2\n1,2,3\n"), "line 3 cells");
    EXPECT_EQ(refusalOf("a,b\n\"one\ntwo\",2\n\"x\"y,2\n"), "line 4 quote");
    EXPECT_EQ(refusalOf("a,b\n1,\"2\n3,4\n"), "line 2 quote");
    EXPECT_EQ(refusalOf("a,b\n1,\xFF\n"), "line 2 encoding");
    EXPECT_EQ(refusalOf("a,b\n1,\xC0\xAF\n"), "line 2 encoding") << "an overlong slash";
    EXPECT_EQ(refusalOf("a,b\n1,\xED\xA0\x80\n"), "line 2 encoding") << "half a pair";
    EXPECT_EQ(refusalOf("a,b\n1,2\n\0,4\n"s), "line 3 nul");
    EXPECT_EQ(refusalOf("a,a\n1,2\n"), "line 1 head");
    EXPECT_EQ(refusalOf(""), "line 1 head");
    EXPECT_EQ(refusalOf("a,b,c\n", {.columns = 2}), "line 1 columns");
    EXPECT_EQ(refusalOf("a\n1\n2\n", {.records = 1}), "line 3 records");
    EXPECT_EQ(refusalOf("a\n1\n2\n", {.bytes = 3}), "line 1 too_large");
    EXPECT_EQ(refusalOf(std::string(3'000'000, ',')), "line 1 columns");
}

TEST(CsvReader, ListsEveryLineThatIsWrongUpToAPoint) {
    std::string text = "a,b\n";
    for (int i = 0; i < 60; ++i)
        text += "1\n";
    const auto read = readCsv(text);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().problems.size(), 50U);
    EXPECT_EQ(read.error().problems[1].field, "line 3");
    EXPECT_EQ(read.error().problems[1].low, "1");
    EXPECT_EQ(read.error().problems[1].high, "2");
}

std::string whyNot(std::string_view text, const JsonLimits& limits = {}) {
    const auto read = readJson(text, limits);
    return read ? "read" : read.error().problems.front().value;
}

TEST(JsonReader, KeepsNumbersAsTheyWereWrittenAndWalksPathsThatAreNotThere) {
    const auto read = readJson(R"({"a":[1.50, -0, 1E3, "x\u00e9\n"], "b":{"c":true}, "d":null})");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->at("a").at(0).text(), "1.50");
    EXPECT_EQ(read->at("a").at(2).text(), "1E3");
    EXPECT_EQ(read->at("a").at(3).text(), "x\xC3\xA9\n");
    EXPECT_TRUE(read->at("b").at("c").isTrue());
    EXPECT_EQ(read->at("d").kind(), JsonValue::Kind::Null);
    EXPECT_EQ(read->at("z").at("y").at(7).kind(), JsonValue::Kind::Null);
    EXPECT_EQ(read->members().size(), 3U);
}

TEST(JsonReader, RefusesWhatIsTooMuchAndWhatSaysTwoThings) {
    EXPECT_EQ(whyNot(std::string(100'000, '[')), "too_deep");
    EXPECT_EQ(whyNot(std::string(64, '[') + std::string(64, ']')), "read");
    EXPECT_EQ(whyNot(std::string(65, '[') + std::string(65, ']')), "too_deep");
    EXPECT_EQ(whyNot(R"({"a":1,"b":2,"a":3})"), "duplicate_key");
    EXPECT_EQ(whyNot(R"({"a":1,"\u0061":3})"), "duplicate_key") << "the same key, written otherwise";
    EXPECT_EQ(whyNot(R"([{"a":1},{"a":1}])"), "read");
    std::string many = "[0";
    for (int i = 0; i < 1'000'000; ++i)
        many += ",0";
    EXPECT_EQ(whyNot(many + ']'), "too_many_values");
    EXPECT_EQ(whyNot(std::string(33 * 1024 * 1024, ' ')), "too_large");
    const auto last = readJson(R"({"a":1,"b":2,"a":3})", {.duplicateKeys = DuplicateKeys::LastCounts});
    ASSERT_TRUE(last);
    EXPECT_EQ(last->at("a").text(), "3");
    EXPECT_EQ(last->members().size(), 2U);
}

TEST(JsonReader, RefusesEverythingThatIsNotJson) {
    for (const auto& text : {""s,           " "s,        "{"s,           "[1,]"s,
                             "{\"a\":1,}"s, "[01]"s,     "[1.]"s,        "[+1]"s,
                             "[NaN]"s,      "['a']"s,    "[\"a\x01\"]"s, "[\"\\x\"]"s,
                             "[1] 2"s,      "{a:1}"s,    "[\"\xFF\"]"s,  "[\"\xC0\xAF\"]"s,
                             "[1\0]"s,      "// c\n[]"s, "nul"s,         "[\"\\ud800\"]"s}) {
        EXPECT_EQ(whyNot(text), "syntax") << text;
    }
}

TEST(TextEncoding, FindsCharactersThatHideSomething) {
    EXPECT_FALSE(hidesSomething("Zo\xC3\xAB \xD7\xA9\xD7\xA8\xD7\x94 \xF0\x9F\x98\x80\tx\r\n"));
    EXPECT_TRUE(hidesSomething("a\xE2\x80\xAE"
                               "b"));
    EXPECT_TRUE(hidesSomething("a\0b"s));
    EXPECT_TRUE(hidesSomething("a\x1B[31m"));
}

// Sets of other people's awkward files, where they are at hand.
std::filesystem::path samples() {
    const char* folder = std::getenv("CHAIRSIDE_SAMPLES");
    return folder == nullptr ? std::filesystem::path() : std::filesystem::path(folder) / "bad_inputs";
}

std::string contentOf(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

TEST(SampleSets, EveryJsonFileIsJudgedAsItsNameSays) {
    if (samples().empty()) GTEST_SKIP() << "CHAIRSIDE_SAMPLES names no folder";
    int good = 0;
    int bad = 0;
    JsonLimits limits;
    limits.duplicateKeys = DuplicateKeys::LastCounts;
    for (const auto& entry : std::filesystem::directory_iterator(samples() / "json_suite" / "test_parsing")) {
        const auto name = entry.path().filename().string();
        const bool read = readJson(contentOf(entry.path()), limits).has_value();
        if (name.starts_with("y_")) {
            EXPECT_TRUE(read) << name;
            ++good;
        } else if (name.starts_with("n_")) {
            EXPECT_FALSE(read) << name;
            ++bad;
        }
    }
    EXPECT_EQ(good, 95);
    EXPECT_EQ(bad, 188);
}

TEST(SampleSets, EveryAwkwardCsvFileReadsAsItsJsonSays) {
    if (samples().empty()) GTEST_SKIP() << "CHAIRSIDE_SAMPLES names no folder";
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(samples() / "csv_spectrum" / "csvs")) {
        const auto name = entry.path().stem().string();
        const auto json = readJson(contentOf(samples() / "csv_spectrum" / "json" / (name + ".json")));
        const auto csv = readCsv(contentOf(entry.path()));
        ASSERT_TRUE(json) << name;
        ASSERT_TRUE(csv) << name;
        const std::size_t rows = json->isArray() ? json->items().size() : 1;
        EXPECT_EQ(csv->rows.size(), rows) << name;
        for (std::size_t row = 0; row < rows; ++row) {
            const auto& expected = json->isArray() ? json->at(row) : *json;
            for (std::size_t column = 0; column < csv->head.size(); ++column) {
                // The two files of this pair name different telephone numbers.
                if (csv->head[column] == "Contact Phone Number") continue;
                EXPECT_EQ(csv->rows[row].cells[column], expected.at(csv->head[column]).text()) << name;
            }
        }
        ++files;
    }
    EXPECT_EQ(files, 12);
}

} // namespace
} // namespace chairside::exchange
