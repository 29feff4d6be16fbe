#include "core/store/audit/canonical.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <numeric>

namespace chairside::store {
namespace {

std::vector<int> columnsByName(const Row& row) {
    std::vector<int> order(static_cast<std::size_t>(row.columns()));
    std::iota(order.begin(), order.end(), 0);
    std::ranges::sort(order, {}, [&row](int column) { return row.name(column); });
    return order;
}

template <class Number>
void appendDigits(std::string& bytes, Number number) {
    std::array<char, 24> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
    bytes.append(buffer.data(), end);
}

} // namespace

void appendText(std::string& bytes, std::string_view text) {
    appendDigits(bytes, text.size());
    bytes += ':';
    bytes += text;
}

void appendNumber(std::string& bytes, std::int64_t number) {
    bytes += '#';
    appendDigits(bytes, number);
    bytes += ';';
}

void CanonicalRows::append(std::string& bytes, std::string_view table, Sql sql, const Row& row) {
    std::vector<int>& order = m_orders[sql.text()];
    if (order.empty()) order = columnsByName(row);
    appendText(bytes, table);
    for (const int column : order) {
        if (row.isNull(column)) continue;
        appendText(bytes, row.name(column));
        if (row.isInteger(column)) {
            appendNumber(bytes, row.integer(column));
        } else {
            appendText(bytes, row.text(column));
        }
    }
    bytes += '\n';
}

} // namespace chairside::store
