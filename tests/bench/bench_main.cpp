#include <QApplication>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iterator>

#include "tests/bench/benches.h"
#include "ui/theme/apply_theme.h"

// Without arguments everything; otherwise any of: start save search20k search1m chart pdf keys find board outcomes
// audit backup unlock csv fhir visits overview review worklist.
int main(int argc, char** argv) {
    using namespace chairside;
    if (argc > 1 && std::strcmp(argv[1], "--bare-window") == 0) return bench::playBareWindow(argc, argv);
    if (argc > 2 && std::strcmp(argv[1], "--desktop") == 0) return bench::playDesktop(argc, argv, argv[2]);
    const auto wanted = [argc, argv](const char* name) {
        if (argc == 1) return true;
        for (int at = 1; at < argc; ++at) {
            if (std::strcmp(argv[at], name) == 0) return true;
        }
        return false;
    };
    std::vector<bench::Figure> all;
    bench::printHead();
    const auto add = [&all](std::vector<bench::Figure> figures) {
        bench::printRows(figures);
        all.insert(all.end(), std::make_move_iterator(figures.begin()), std::make_move_iterator(figures.end()));
    };
    if (wanted("start")) add(bench::measureStart(argv[0]));
    QApplication application(argc, argv);
    ui::applyTheme(application, ui::Theme::Light);
    if (wanted("save")) add(bench::measureSave());
    if (wanted("search20k")) add(bench::measureSearch(20'000));
    if (wanted("search20k")) add(bench::measureEncryptedSearch(20'000));
    if (wanted("search1m")) add(bench::measureSearch(1'000'000));
    if (wanted("search20k") && wanted("search1m")) add({bench::searchGrowth(all)});
    if (wanted("chart")) add(bench::measureChart());
    if (wanted("pdf")) add(bench::measurePdf());
    if (wanted("keys")) add(bench::measureKeys());
    if (wanted("find")) add(bench::measureFind());
    if (wanted("board")) add(bench::measureBoard());
    if (wanted("outcomes")) add(bench::measureOutcomes());
    if (wanted("csv")) add(bench::measureTables());
    if (wanted("fhir")) add(bench::measureBundle());
    if (wanted("visits")) add(bench::measureBatch());
    if (wanted("overview")) add(bench::measureOverview());
    if (wanted("review")) add(bench::measureReview());
    if (wanted("worklist")) add(bench::measureWorklist());
    if (wanted("backup")) add(bench::measureBackup());
    if (wanted("unlock")) add(bench::measureUnlock());
    if (wanted("audit")) add(bench::measureAudit(1'000'000));
    return 0;
}
