#include <QString>
#include <QStringList>
#include <string>
#include <vector>

#include "app/demo/demo_crowd.h"
#include "tests/bench/bench_clinic.h"
#include "tests/bench/benches.h"

namespace chairside::bench {

namespace {

constexpr int kSearchedPatients = 60;
constexpr int kLongestPrefix = 5;
// So many keys that what else the machine does does not make the slow end.
constexpr int kRounds = 5;

// What somebody types for each of some people: "f", "fa", "fam" ..., then a given-name prefix, the ends of the numbers,
// birth date and birthday.
std::vector<std::string> typedTexts(int patients) {
    std::vector<std::string> texts;
    for (int person = 0; person < kSearchedPatients; ++person) {
        const auto details = app::crowdMember(7, person * (patients / kSearchedPatients));
        const QString family = QString::fromStdString(details.name.family);
        QStringList typed;
        for (int length = 1; length <= kLongestPrefix; ++length)
            typed << family.left(length);
        typed << family.left(3) + u' ' + QString::fromStdString(details.name.given).left(2);
        typed << QString::fromStdString(details.clinicNumber).right(3) << QString::fromStdString(details.phone).right(4)
              << QString::fromStdString(details.born.iso()) << QStringLiteral("14-mar");
        for (const auto& text : typed)
            texts.push_back(text.toStdString());
    }
    return texts;
}

Samples searched(BenchClinic& bench, int patients) {
    Samples keys;
    const auto texts = typedTexts(patients);
    for (int round = 0; round < kRounds; ++round) {
        for (const auto& text : texts)
            keys.add(timeOf([&] { need(bench.services().patients.search(bench.nurse(), text, 50), "search"); }));
    }
    return keys;
}

const char* const kSlowEnd = "patient search, one key, 99th percentile, ";

double slowEnd(const std::vector<Figure>& figures, const std::string& patients) {
    for (const auto& figure : figures) {
        if (figure.what == kSlowEnd + patients) return figure.milliseconds;
    }
    return 0;
}

const char* const kMany = "1,000,000 patients";
const char* const kFew = "20,000 patients";

} // namespace

// Every key of typing a name: "f", "fa", "fam" ... and then a given-name prefix; the ends of the numbers, birth date
// and birthday.
std::vector<Figure> measureSearch(int patients) {
    BenchClinic bench;
    fillWithPatients(bench, patients);
    const auto keys = searched(bench, patients);
    const std::string count = patients >= 1'000'000 ? kMany : kFew;
    return {{"patient search, one key, median, " + count, keys.median(), {}, 0, ""},
            {kSlowEnd + count, keys.percentile(99), {}, 0, "16 ms at most"}};
}

Figure searchGrowth(const std::vector<Figure>& figures) {
    return {"patient search, one key, 99th percentile, 1,000,000 beside 20,000 patients", slowEnd(figures, kMany), kFew,
            slowEnd(figures, kFew), "twice at most"};
}

// The same clinic twice, encrypted and not.
std::vector<Figure> measureEncryptedSearch(int patients) {
    BenchClinic encrypted;
    BenchClinic plain(false);
    fillWithPatients(encrypted, patients);
    fillWithPatients(plain, patients);
    const auto texts = typedTexts(patients);
    std::size_t ours = 0;
    std::size_t bare = 0;
    const auto search = [&](BenchClinic& bench, std::size_t& turn) {
        need(bench.services().patients.search(bench.nurse(), texts[turn++ % texts.size()], 50), "search");
    };
    return {compare(
        "patient search, one key, encrypted, 20,000 patients", "the same in a clinic that is not", "1.3 at most",
        static_cast<int>(texts.size()) - 1, [&] { search(encrypted, ours); }, [&] { search(plain, bare); })};
}

} // namespace chairside::bench
