// Internal to the repositories: how the entries of infusions are read, of one infusion or of a whole course at once.
#pragma once

#include <algorithm>
#include <array>
#include <tuple>

#include "core/domain/infusion/infusion_record.h"
#include "core/store/row_reader.h"

namespace chairside::store {

// A piece of a statement that is put together while compiling.
template <std::size_t Size>
struct SqlPiece {
    std::array<char, Size> text{};
    consteval SqlPiece(const char (&constant)[Size]) { // NOLINT(google-explicit-constructor)
        std::copy_n(constant, Size, text.begin());
    }
};

template <SqlPiece... Pieces>
struct JoinedSql {
    static consteval auto join() {
        std::array<char, ((Pieces.text.size() - 1) + ... + 1)> all{};
        auto end = all.begin();
        ((end = std::copy_n(Pieces.text.begin(), Pieces.text.size() - 1, end)), ...);
        return all;
    }
    static constexpr auto kText = join();
};

// The two statements that read one kind of entry, in no order.
struct EntryQuery {
    std::string_view table;
    Sql ofInfusion;
    Sql ofCourse;
};

// Columns: those that follow the ones of the head.
template <SqlPiece Table, SqlPiece Columns>
[[nodiscard]] consteval EntryQuery entryQuery() {
    constexpr SqlPiece kHead("id, infusion_id, observed_at, observed_offset, recorded_at, recorded_offset, recorded_by,"
                             " corrects, correction_reason, ");
    // The engine keeps the order of a CROSS JOIN. IN (SELECT ...) would make it a table for each reading.
    return {{Table.text.data(), Table.text.size() - 1},
            Sql(JoinedSql<"SELECT ", kHead, Columns, " FROM ", Table, " WHERE infusion_id = ?">::kText.data()),
            Sql(JoinedSql<"SELECT e.", kHead, Columns, " FROM infusion i CROSS JOIN ", Table,
                          " e WHERE i.course_id = ? AND e.infusion_id = i.id">::kText.data())};
}

[[nodiscard]] inline const domain::InfusionId& infusionOf(const auto& entry) {
    return entry.head.infusion;
}
[[nodiscard]] inline auto orderOf(const auto& entry) {
    return std::tie(entry.head.observedAt, entry.head.recordedAt, entry.head.id);
}
// Only what was moved for an infusion is read with one.
[[nodiscard]] inline const domain::InfusionId& infusionOf(const domain::DrugMovement& entry) {
    return *entry.infusion;
}
[[nodiscard]] inline auto orderOf(const domain::DrugMovement& entry) {
    return std::tie(entry.at, entry.recordedAt, entry.id);
}

// The records that are being filled, part by part. Entries are in the order of when they were so, then of when they
// were written down.
class RecordReading {
public:
    RecordReading(Connection& connection, const domain::Infusion& infusion)
        : m_connection(connection), m_bound(values(infusion.id)) {
        m_records.push_back({.infusion = infusion});
    }
    // infusions: all of the course.
    RecordReading(Connection& connection, const domain::CourseId& course,
                  const std::vector<domain::Infusion>& infusions)
        : m_connection(connection), m_isCourse(true), m_bound(values(course)) {
        m_records.reserve(infusions.size());
        for (const auto& infusion : infusions)
            m_records.push_back({.infusion = infusion});
    }

    [[nodiscard]] std::vector<domain::InfusionRecord>& records() { return m_records; }

    template <class T, class ToValue>
    [[nodiscard]] base::Result<std::vector<T>> all(const EntryQuery& query, ToValue toValue) {
        if (m_records.empty()) return std::vector<T>{};
        return readAll<T>(m_connection, query.table, m_isCourse ? query.ofCourse : query.ofInfusion, m_bound, toValue);
    }

    template <class Entry, class ToEntry>
    [[nodiscard]] base::Done fill(const EntryQuery& query, std::vector<Entry> domain::InfusionRecord::*part,
                                  ToEntry toEntry) {
        place(CHAIRSIDE_TRY(all<Entry>(query, toEntry)), part);
        return {};
    }

    // Gives each entry to the record of its infusion.
    template <class Entry>
    void place(std::vector<Entry> entries, std::vector<Entry> domain::InfusionRecord::*part) {
        const auto isBefore = [](const Entry& a, const Entry& b) {
            return orderOf(a) < orderOf(b);
        };
        // As they were written down, which is nearly always when they were so.
        if (!std::ranges::is_sorted(entries, isBefore)) std::ranges::sort(entries, isBefore);
        if (m_records.size() == 1) {
            m_records.front().*part = std::move(entries);
            return;
        }
        for (auto& entry : entries) {
            const auto record = std::ranges::find(
                m_records, infusionOf(entry), [](const auto& one) -> auto& { return one.infusion.id; });
            (*record.*part).push_back(std::move(entry));
        }
    }

private:
    Connection& m_connection;
    bool m_isCourse = false;
    Values m_bound;
    std::vector<domain::InfusionRecord> m_records;
};

} // namespace chairside::store
