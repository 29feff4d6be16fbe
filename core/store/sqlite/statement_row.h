// Values going into and coming out of an engine's statement. Only for the files of this folder.
#pragma once

#include "core/store/connection.h"
#include "core/store/sqlite/sqlite_api.h"

namespace chairside::store {

class StatementRow final : public Row {
public:
    explicit StatementRow(sqlite3_stmt* statement) : m_statement(statement) {}
    [[nodiscard]] int columns() const override { return sqlite3_column_count(m_statement); }
    [[nodiscard]] std::string_view name(int column) const override {
        const char* text = sqlite3_column_name(m_statement, column);
        return text == nullptr ? std::string_view{} : std::string_view(text);
    }
    [[nodiscard]] bool isNull(int column) const override {
        return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
    }
    [[nodiscard]] bool isInteger(int column) const override {
        return sqlite3_column_type(m_statement, column) == SQLITE_INTEGER;
    }
    [[nodiscard]] std::int64_t integer(int column) const override { return sqlite3_column_int64(m_statement, column); }
    [[nodiscard]] std::string_view text(int column) const override {
        const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
        const int size = sqlite3_column_bytes(m_statement, column);
        return bytes == nullptr ? std::string_view{} : std::string_view(bytes, static_cast<std::size_t>(size));
    }

private:
    sqlite3_stmt* m_statement;
};

// Binds by reference: the value outlives the run of the statement, and the bindings are cleared after it.
inline int bindValue(sqlite3_stmt* statement, int position, const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        return sqlite3_bind_int64(statement, position, *number);
    }
    if (const auto* text = std::get_if<std::string>(&value)) {
        return sqlite3_bind_text(statement, position, text->data(), static_cast<int>(text->size()), nullptr);
    }
    return sqlite3_bind_null(statement, position);
}

} // namespace chairside::store
