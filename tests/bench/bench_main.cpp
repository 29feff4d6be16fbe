#include <QApplication>
#include <algorithm>
#include <cstdlib>
#include <cstring>

#include "tests/bench/benches.h"
#include "ui/theme/apply_theme.h"

namespace {

using namespace chairside;

struct Bench {
    const char* name;
    std::vector<bench::Figure> (*measure)();
};

constexpr int kSmall = 20'000;
constexpr int kLarge = 1'000'000;

// Those that need nothing but a window system, after start and search.
constexpr Bench kBenches[] = {
    {"save", bench::measureSave},
    {"chart", bench::measureChart},
    {"pdf", bench::measurePdf},
    {"keys", bench::measureKeys},
    {"find", bench::measureFind},
    {"board", bench::measureBoard},
    {"outcomes", bench::measureOutcomes},
    {"csv", bench::measureTables},
    {"fhir", bench::measureBundle},
    {"visits", bench::measureBatch},
    {"overview", bench::measureOverview},
    {"review", bench::measureReview},
    {"worklist", bench::measureWorklist},
    {"backup", bench::measureBackup},
    {"unlock", bench::measureUnlock},
    {"audit",
     [] {
         return bench::measureAudit(kLarge);
     }},
};

} // namespace

// Without arguments everything; otherwise any of: start search20k search1m, and the names above.
int main(int argc, char** argv) {
    if (argc > 1 && std::strcmp(argv[1], "--bare-window") == 0) return bench::playBareWindow(argc, argv);
    if (argc > 2 && std::strcmp(argv[1], "--desktop") == 0) return bench::playDesktop(argc, argv, argv[2]);
    const auto wanted = [argc, argv](const char* name) {
        return argc == 1 ||
               std::any_of(argv + 1, argv + argc, [name](const char* one) { return !std::strcmp(one, name); });
    };
    std::vector<bench::Figure> searches;
    bench::printHead();
    if (wanted("start")) bench::printRows(bench::measureStart(argv[0]));
    QApplication application(argc, argv);
    ui::applyTheme(application, ui::Theme::Light);
    const auto search = [&searches](const std::vector<bench::Figure>& figures) {
        bench::printRows(figures);
        searches.insert(searches.end(), figures.begin(), figures.end());
    };
    if (wanted("search20k")) {
        search(bench::measureSearch(kSmall));
        bench::printRows(bench::measureEncryptedSearch(kSmall));
    }
    if (wanted("search1m")) search(bench::measureSearch(kLarge));
    if (wanted("search20k") && wanted("search1m")) bench::printRows({bench::searchGrowth(searches)});
    for (const auto& one : kBenches) {
        if (wanted(one.name)) bench::printRows(one.measure());
    }
    return 0;
}
