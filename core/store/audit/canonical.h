// One way to write rows as bytes for hashing. Columns go by name and absent ones are left out, so that
// neither their order nor a column added later changes what was hashed; every text carries its length, so
// that no two contents look alike.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/store/connection.h"

namespace chairside::store {

// "5:words"
void appendText(std::string& bytes, std::string_view text);
void appendNumber(std::string& bytes, std::int64_t number);

// Writes rows of prepared statements. Remembers the order of each statement's columns.
class CanonicalRows {
public:
    // Appends the name of the table and the row. sql: the statement the row comes from.
    void append(std::string& bytes, std::string_view table, Sql sql, const Row& row);

private:
    std::unordered_map<const char*, std::vector<int>> m_orders;
};

} // namespace chairside::store
