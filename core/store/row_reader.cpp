#include "core/store/row_reader.h"

namespace chairside::store {

std::int64_t RowReader::wide() {
    if (!m_row.isInteger(m_column)) markBad();
    return m_row.integer(m_column++);
}

int RowReader::whole() {
    const std::int64_t number = wide();
    if (number < std::numeric_limits<int>::min() || number > std::numeric_limits<int>::max()) {
        markBad();
        return 0;
    }
    return static_cast<int>(number);
}

base::CalendarDate RowReader::date() {
    const auto read = base::CalendarDate::fromIso(m_row.text(m_column));
    if (!read) markBad();
    ++m_column;
    return read.value_or(base::CalendarDate::ofDays({}));
}

base::Instant RowReader::instant() {
    const auto read = base::Instant::fromIso(m_row.text(m_column));
    if (!read) markBad();
    ++m_column;
    const int offset = whole();
    return base::Instant::of(read ? read->utcMs() : 0, offset);
}

std::optional<int> RowReader::optionalWhole() {
    if (skipNull(1)) return std::nullopt;
    return whole();
}

std::optional<base::CalendarDate> RowReader::optionalDate() {
    if (skipNull(1)) return std::nullopt;
    return date();
}

std::optional<base::Instant> RowReader::optionalInstant() {
    if (skipNull(2)) return std::nullopt;
    return instant();
}

domain::EntryHead RowReader::head() {
    const auto entry = id<domain::EntryId>();
    const auto infusion = id<domain::InfusionId>();
    const auto observedAt = instant();
    const auto recordedAt = instant();
    const auto recordedBy = id<domain::AccountId>();
    const auto corrects = optionalId<domain::EntryId>();
    return {entry, infusion, observedAt, recordedAt, recordedBy, corrects, text()};
}

base::Done RowReader::check(std::string_view table) const {
    if (m_badColumn < 0) return {};
    std::string detail(table);
    detail.append(" ").append(m_row.text(0)).append(": ").append(m_row.name(m_badColumn)).append(" is unreadable");
    return base::fail(base::Code::StorageDamaged, std::string(table), std::move(detail));
}

bool RowReader::skipNull(int columns) {
    if (!m_row.isNull(m_column)) return false;
    m_column += columns;
    return true;
}

void RowReader::markBad() {
    if (m_badColumn < 0) m_badColumn = m_column;
}

base::Result<std::int64_t> readNumber(Connection& connection, Sql sql, const Values& bound) {
    std::int64_t number = 0;
    CHAIRSIDE_TRY(connection.query(sql, bound, [&](const Row& row) -> base::Done {
        number = row.integer(0);
        return {};
    }));
    return number;
}

} // namespace chairside::store
