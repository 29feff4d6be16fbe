#include "core/store/repositories/audit_repository.h"

#include <algorithm>
#include <iterator>
#include <limits>

#include "core/services/try.h"
#include "core/store/repositories/statements.h"
#include "core/store/row_reader.h"

namespace chairside::store {
namespace {

#define CHAIRSIDE_TRAIL_COLUMNS                                                                                        \
    "SELECT e.sequence, e.happened_at, e.happened_offset, e.action, e.outcome, e.account_id, e.role, e.workstation,"   \
    " e.patient_id, e.subject_kind, e.subject_id, e.detail, e.changes, e.previous_hash, e.hash FROM "
// Older than a moment and number; what is asked for beside the index's first column, empty where nothing is.
#define CHAIRSIDE_TRAIL_REST                                                                                           \
    "l.happened_at >= ? AND l.happened_at <= ? AND (l.happened_at < ? OR l.sequence < ?)"                              \
    " AND (? = '' OR l.action = ?) AND (? = '' OR l.account_id = ?)"                                                   \
    " ORDER BY l.happened_at DESC, l.sequence DESC LIMIT ?"
#define CHAIRSIDE_TRAIL_LOOKUP "audit_lookup l JOIN audit_event e ON e.sequence = l.sequence WHERE "

constexpr Sql kTrailByTime(CHAIRSIDE_TRAIL_COLUMNS CHAIRSIDE_TRAIL_LOOKUP CHAIRSIDE_TRAIL_REST);
constexpr Sql kTrailOfPerson(CHAIRSIDE_TRAIL_COLUMNS CHAIRSIDE_TRAIL_LOOKUP
                             "l.account_id = ? AND " CHAIRSIDE_TRAIL_REST);
constexpr Sql kTrailOfPatient(CHAIRSIDE_TRAIL_COLUMNS CHAIRSIDE_TRAIL_LOOKUP
                              "l.patient_id = ? AND " CHAIRSIDE_TRAIL_REST);
// What was written since the lookup was filled.
constexpr Sql kTrailTail(CHAIRSIDE_TRAIL_COLUMNS "audit_event e WHERE e.sequence > ? ORDER BY e.sequence DESC");
constexpr Sql kLookupEnd("SELECT sequence FROM audit_lookup ORDER BY sequence DESC LIMIT 1");
constexpr Sql kLookupFill("INSERT INTO audit_lookup (sequence, happened_at, action, account_id, patient_id)"
                          " SELECT sequence, happened_at, action, account_id, patient_id FROM audit_event"
                          " WHERE sequence > ? ORDER BY sequence");
constexpr Sql kTrailAll[] = {kTrailByTime, kTrailOfPerson, kTrailOfPatient, kTrailTail, kLookupEnd, kLookupFill};

#undef CHAIRSIDE_TRAIL_COLUMNS
#undef CHAIRSIDE_TRAIL_REST
#undef CHAIRSIDE_TRAIL_LOOKUP

constexpr std::int64_t kAnyNumber = std::numeric_limits<std::int64_t>::max();

services::AuditRow toAuditRow(RowReader& row) {
    services::AuditRow read{.at = base::Instant::of(0, 0), .event = {}, .changes = {}, .previousHash = {}, .hash = {}};
    read.sequence = row.wide();
    read.at = row.instant();
    auto& event = read.event;
    event.action = row.key<services::AuditAction>();
    event.outcome = row.key<services::AuditOutcome>();
    event.who = row.optionalId<domain::AccountId>();
    event.role = row.text();
    event.workstation = row.text();
    event.patient = row.optionalId<domain::PatientId>();
    event.subjectKind = row.text();
    event.subjectId = row.text();
    event.detail = row.text();
    read.changes = row.text();
    read.previousHash = row.text();
    read.hash = row.text();
    return read;
}

bool isWithin(const services::AuditFilter& filter, base::Instant at) {
    const auto day = at.localDate();
    return (!filter.from || *filter.from <= day) && (!filter.to || day <= *filter.to);
}

// The days of the filter as moments, wide enough for every zone.
struct Bounds {
    std::string from, to;
    std::int64_t number = kAnyNumber;
};

Bounds boundsOf(const services::AuditFilter& filter, const std::optional<services::AuditPosition>& after) {
    Bounds bounds{filter.from ? earliestOfDay(*filter.from) : std::string(),
                  filter.to ? afterDay(*filter.to) : std::string("~")};
    if (!after || bounds.to < utcText(after->at)) return bounds;
    bounds.to = utcText(after->at);
    bounds.number = after->sequence;
    return bounds;
}

// Whether the event is asked for, whatever index would have found it.
bool isAsked(const services::AuditFilter& filter, const std::optional<services::AuditPosition>& after,
             const services::AuditRow& row) {
    const auto& event = row.event;
    if (filter.who && event.who != filter.who) return false;
    if (filter.patient && event.patient != filter.patient) return false;
    if (filter.action && event.action != *filter.action) return false;
    const bool older = !after || row.at < after->at || (row.at == after->at && row.sequence < after->sequence);
    return older && isWithin(filter, row.at);
}

void newestFirst(std::vector<services::AuditRow>& rows) {
    std::ranges::sort(rows, [](const services::AuditRow& a, const services::AuditRow& b) {
        return a.at != b.at ? a.at > b.at : a.sequence > b.sequence;
    });
}

} // namespace

base::Result<std::int64_t> SqlAuditRepository::lookupEnd() {
    std::int64_t end = 0;
    CHAIRSIDE_TRY(m_session.connection().query(kLookupEnd, {}, [&end](const Row& row) -> base::Done {
        end = row.integer(0);
        return {};
    }));
    return end;
}

base::Done SqlAuditRepository::catchUp() {
    return m_session.insertPart(kLookupFill, values(CHAIRSIDE_TRY(lookupEnd())));
}

base::Result<std::vector<services::AuditRow>>
SqlAuditRepository::find(const services::AuditFilter& filter, const std::optional<services::AuditPosition>& after,
                         int most) {
    if (m_session.isWriting()) CHAIRSIDE_TRY(catchUp());
    const auto end = CHAIRSIDE_TRY(lookupEnd());
    auto tail = CHAIRSIDE_TRY(
        readAll<services::AuditRow>(m_session.connection(), "audit_event", kTrailTail, values(end), toAuditRow));
    std::erase_if(tail, [&](const services::AuditRow& row) { return !isAsked(filter, after, row); });
    auto found = CHAIRSIDE_TRY(findFilled(filter, after, most));
    std::ranges::move(tail, std::back_inserter(found));
    newestFirst(found);
    if (std::ssize(found) > most) found.erase(found.begin() + most, found.end());
    return found;
}

base::Result<std::vector<services::AuditRow>>
SqlAuditRepository::findFilled(const services::AuditFilter& filter, const std::optional<services::AuditPosition>& after,
                               int most) {
    const Sql sql = filter.patient ? kTrailOfPatient : filter.who ? kTrailOfPerson : kTrailByTime;
    const std::string action(filter.action ? keyOf(*filter.action) : std::string_view());
    const std::string who = filter.patient && filter.who ? filter.who->text() : std::string();
    std::vector<services::AuditRow> found;
    auto position = after;
    while (true) {
        const auto bounds = boundsOf(filter, position);
        Values bound;
        if (filter.patient) {
            put(bound, *filter.patient);
        } else if (filter.who) {
            put(bound, *filter.who);
        }
        const auto rest = values(bounds.from, bounds.to, bounds.to, bounds.number, action, action, who, who, most);
        bound.insert(bound.end(), rest.begin(), rest.end());
        auto rows =
            CHAIRSIDE_TRY(readAll<services::AuditRow>(m_session.connection(), "audit_event", sql, bound, toAuditRow));
        const bool last = std::ssize(rows) < most;
        if (!rows.empty()) position = services::AuditPosition{rows.back().at, rows.back().sequence};
        for (auto& row : rows) {
            if (std::ssize(found) < most && isWithin(filter, row.at)) found.push_back(std::move(row));
        }
        if (last || std::ssize(found) >= most) return found;
    }
}

std::span<const Sql> trailStatements() {
    return kTrailAll;
}

} // namespace chairside::store
