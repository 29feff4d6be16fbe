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

// Puts no cells aside on the way: a clinic has millions of these.
std::string lineOf(CsvKind kind, const Row& row) {
    constexpr std::size_t kUsualLength = 200;
    std::string line;
    line.reserve(kUsualLength);
    for (const auto& column : columnsOf(kind)) {
        if (row.hidesPeople() && column.cell == Cell::Identifying) continue;
        if (&column != columnsOf(kind).data()) line += ',';
        const auto value = column.read(row);
        if (column.cell == Cell::Plain) {
            line += value;
        } else {
            line += base::csvText(value);
        }
    }
    return line.append(base::kCsvLineEnd);
}

} // namespace chairside::exchange::csv
