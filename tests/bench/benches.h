// The measurements of packaging/dev bench.
#pragma once

#include <string>
#include <vector>

#include "tests/bench/measure.h"

namespace chairside::bench {

// self: path of this program, which plays the bare window and the desktop program as child processes.
[[nodiscard]] std::vector<Figure> measureStart(const std::string& self);
[[nodiscard]] std::vector<Figure> measureSave();
[[nodiscard]] std::vector<Figure> measureSearch(int patients);
// The slow end of the larger clinic beside that of the smaller one, of the figures of both.
[[nodiscard]] Figure searchGrowth(const std::vector<Figure>& figures);
[[nodiscard]] std::vector<Figure> measureChart();
[[nodiscard]] std::vector<Figure> measurePdf();
[[nodiscard]] std::vector<Figure> measureKeys();
[[nodiscard]] std::vector<Figure> measureFind();
[[nodiscard]] std::vector<Figure> measureBoard();
[[nodiscard]] std::vector<Figure> measureOutcomes();
// Of 10,000 infusions; each kind of table, and all of it as FHIR.
[[nodiscard]] std::vector<Figure> measureTables();
[[nodiscard]] std::vector<Figure> measureBundle();
// Summaries of 500 visits.
[[nodiscard]] std::vector<Figure> measureBatch();
[[nodiscard]] std::vector<Figure> measureOverview();
[[nodiscard]] std::vector<Figure> measureReview();
[[nodiscard]] std::vector<Figure> measureWorklist();
[[nodiscard]] std::vector<Figure> measureEncryptedSearch(int patients);
[[nodiscard]] std::vector<Figure> measureAudit(int events);
[[nodiscard]] std::vector<Figure> measureBackup();
[[nodiscard]] std::vector<Figure> measureUnlock();

// Children of measureStart: open a window, leave at its first painted frame.
[[nodiscard]] int playBareWindow(int argc, char** argv);
[[nodiscard]] int playDesktop(int argc, char** argv, const std::string& folder);

} // namespace chairside::bench
