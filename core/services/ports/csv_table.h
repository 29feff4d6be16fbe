// A list in CSV form, taken apart.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace chairside::services {

struct CsvRow {
    std::size_t line = 1; // it begins on, counted from 1
    std::vector<std::string> cells;
};

struct CsvTable {
    std::vector<std::string> head;
    std::vector<CsvRow> rows; // as many cells as the head, each
};

} // namespace chairside::services
