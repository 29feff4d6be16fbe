// From the columns of a row to the program's types, left to right. A value that cannot be what it should be
// makes the whole row unreadable: a damaged record is never shown half.
#pragma once

#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/services/try.h"
#include "core/store/connection.h"
#include "core/store/enum_keys.h"
#include "core/store/values.h"

namespace chairside::store {

class RowReader {
public:
    explicit RowReader(const Row& row) : m_row(row) {}

    [[nodiscard]] std::string text() { return std::string(m_row.text(m_column++)); }
    [[nodiscard]] std::int64_t wide();
    [[nodiscard]] int whole();
    [[nodiscard]] bool flag() { return wide() != 0; }
    [[nodiscard]] base::CalendarDate date();
    [[nodiscard]] base::Instant instant();
    [[nodiscard]] std::optional<std::string> optionalText() {
        if (skipNull(1)) return std::nullopt;
        return text();
    }
    [[nodiscard]] std::optional<int> optionalWhole();
    [[nodiscard]] std::optional<base::CalendarDate> optionalDate();
    [[nodiscard]] std::optional<base::Instant> optionalInstant();
    [[nodiscard]] domain::EntryHead head();

    template <class Id>
    [[nodiscard]] Id id() {
        const auto read = Id::fromText(m_row.text(m_column));
        if (!read) markBad();
        ++m_column;
        return read.value_or(Id(base::Uuid({})));
    }
    template <class Id>
    [[nodiscard]] std::optional<Id> optionalId() {
        if (skipNull(1)) return std::nullopt;
        return id<Id>();
    }
    template <class Quantity>
    [[nodiscard]] Quantity quantity() {
        return Quantity::ofRaw(wide());
    }
    template <class Quantity>
    [[nodiscard]] std::optional<Quantity> optionalQuantity() {
        if (skipNull(1)) return std::nullopt;
        return quantity<Quantity>();
    }
    template <class E>
    [[nodiscard]] E key() {
        const auto read = fromKey<E>(m_row.text(m_column));
        if (!read) markBad();
        ++m_column;
        return read.value_or(E{});
    }
    template <class E>
    [[nodiscard]] std::optional<E> optionalKey() {
        if (skipNull(1)) return std::nullopt;
        return key<E>();
    }

    // StorageDamaged, naming the row by its first column, if any value could not be read.
    [[nodiscard]] base::Done check(std::string_view table) const;

private:
    // Whether the next column is NULL; steps over `columns` columns then.
    bool skipNull(int columns);
    void markBad();

    const Row& m_row;
    int m_column = 0;
    int m_badColumn = -1;
};

// Every row of a query as T. toValue: T(RowReader&).
template <class T, class ToValue>
[[nodiscard]] base::Result<std::vector<T>> readAll(Connection& connection, std::string_view table, Sql sql,
                                                   const Values& bound, ToValue toValue) {
    std::vector<T> all;
    CHAIRSIDE_TRY(connection.query(sql, bound, [&](const Row& row) -> base::Done {
        RowReader reader(row);
        all.push_back(toValue(reader));
        return reader.check(table);
    }));
    return all;
}

// The row a query is sure to find at most once; NotFound if it finds none.
template <class T, class ToValue>
[[nodiscard]] base::Result<T> readOne(Connection& connection, std::string_view table, Sql sql, const Values& bound,
                                      ToValue toValue) {
    auto all = CHAIRSIDE_TRY(readAll<T>(connection, table, sql, bound, toValue));
    if (all.empty()) return base::fail(base::Code::NotFound, std::string(table));
    return std::move(all.front());
}

// The single number a query yields.
[[nodiscard]] base::Result<std::int64_t> readNumber(Connection& connection, Sql sql, const Values& bound);

} // namespace chairside::store
