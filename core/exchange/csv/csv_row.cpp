#include "core/exchange/csv/csv_row.h"

#include <algorithm>

#include "core/base/csv_text.h"

namespace chairside::exchange::csv {

std::string Row::person(const domain::AccountId& id) const {
    const auto found = std::ranges::find(head->people, id, &domain::Account::id);
    return found == head->people.end() ? std::string{} : found->printedName;
}

std::string headOf(CsvKind kind, bool hidesPeople) {
    std::vector<std::string> names;
    for (const auto& column : columnsOf(kind)) {
        if (!hidesPeople || column.cell != Cell::Identifying) names.emplace_back(column.name);
    }
    return base::csvLine(names);
}

std::string lineOf(CsvKind kind, const Row& row) {
    std::vector<std::string> cells;
    for (const auto& column : columnsOf(kind)) {
        if (row.hidesPeople() && column.cell == Cell::Identifying) continue;
        auto value = column.read(row);
        cells.push_back(column.cell == Cell::Plain ? std::move(value) : base::csvText(value));
    }
    return base::csvLine(cells);
}

} // namespace chairside::exchange::csv
