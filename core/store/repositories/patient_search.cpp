#include "core/store/repositories/patient_search.h"

#include <algorithm>
#include <tuple>
#include <unordered_set>

#include "core/store/repositories/statements.h"
#include "core/store/row_reader.h"
#include "core/store/search_key.h"

namespace chairside::store {
namespace {

constexpr Sql kByFamily("SELECT patient_row, family_key, given_key FROM patient_search"
                        " WHERE family_key >= ? AND family_key < ?"
                        " ORDER BY family_key, given_key, patient_row LIMIT ?");
constexpr Sql kByGiven("SELECT patient_row, family_key, given_key FROM patient_search"
                       " WHERE given_key >= ? AND given_key < ?"
                       " ORDER BY given_key, family_key, patient_row LIMIT ?");
constexpr Sql kByLetter("SELECT patient_row, family_key, given_key FROM patient_search"
                        " WHERE family_1 = ? AND given_key >= ? AND given_key < ?"
                        " ORDER BY given_key, family_key, patient_row LIMIT ?");
constexpr Sql kByLetters("SELECT patient_row, family_key, given_key FROM patient_search"
                         " WHERE family_2 = ? AND given_key >= ? AND given_key < ?"
                         " AND family_key >= ? AND family_key < ?"
                         " ORDER BY given_key, family_key, patient_row LIMIT ?");
constexpr Sql kByNumber("SELECT patient_row, family_key, given_key FROM patient_search"
                        " WHERE number_reversed >= ? AND number_reversed < ? ORDER BY number_reversed LIMIT ?");
constexpr Sql kByPhone("SELECT patient_row, family_key, given_key FROM patient_search"
                       " WHERE phone_reversed >= ? AND phone_reversed < ? ORDER BY phone_reversed LIMIT ?");
constexpr Sql kByBirth("SELECT s.patient_row, s.family_key, s.given_key FROM patient p CROSS JOIN patient_search s"
                       " WHERE p.born_on = ? AND s.patient_row = p.rowid LIMIT ?");
constexpr Sql kByBirthday("SELECT patient_row, family_key, given_key FROM patient_search"
                          " WHERE birthday = ? ORDER BY family_key, given_key, patient_row LIMIT ?");

// Who matters now. Only the open dates, the dates of a day and the active courses are looked at.
constexpr Sql kRunning("SELECT s.patient_row, s.family_key, s.given_key, s.number_reversed, s.phone_reversed, q.born_on"
                       " FROM planned_infusion p CROSS JOIN infusion i CROSS JOIN patient q"
                       " CROSS JOIN patient_search s"
                       " WHERE p.state = 'open' AND i.planned_infusion_id = p.id AND q.id = i.patient_id"
                       " AND s.patient_row = q.rowid"
                       " AND EXISTS (SELECT 1 FROM infusion_step t WHERE t.infusion_id = i.id AND t.kind = 'start'"
                       " AND NOT EXISTS (SELECT 1 FROM infusion_step c WHERE c.infusion_id = i.id"
                       " AND c.corrects = t.id))"
                       " AND NOT EXISTS (SELECT 1 FROM infusion_step t WHERE t.infusion_id = i.id AND t.kind = 'stop'"
                       " AND NOT EXISTS (SELECT 1 FROM infusion_step c WHERE c.infusion_id = i.id"
                       " AND c.corrects = t.id))");
constexpr Sql kToday("SELECT s.patient_row, s.family_key, s.given_key, s.number_reversed, s.phone_reversed, q.born_on"
                     " FROM planned_infusion p CROSS JOIN course c CROSS JOIN patient q CROSS JOIN patient_search s"
                     " WHERE p.planned_on = ? AND p.state IN ('planned', 'open', 'given') AND c.id = p.course_id"
                     " AND q.id = c.patient_id AND s.patient_row = q.rowid");
constexpr Sql kActive("SELECT s.patient_row, s.family_key, s.given_key, s.number_reversed, s.phone_reversed, q.born_on"
                      " FROM course c CROSS JOIN patient q CROSS JOIN patient_search s"
                      " WHERE c.state = 'active' AND q.id = c.patient_id AND s.patient_row = q.rowid");
// The newest infusions that were given.
constexpr Sql kRecent("SELECT s.patient_row, s.family_key, s.given_key, s.number_reversed, s.phone_reversed, q.born_on,"
                      " p.planned_on FROM planned_infusion p CROSS JOIN course c CROSS JOIN patient q"
                      " CROSS JOIN patient_search s WHERE p.planned_on < ? AND p.state = 'given'"
                      " AND c.id = p.course_id AND q.id = c.patient_id AND s.patient_row = q.rowid"
                      " ORDER BY p.planned_on DESC LIMIT 500");
constexpr Sql kChairs("SELECT q.rowid, c.id, c.corrects, c.observed_at, c.chair FROM planned_infusion p"
                      " CROSS JOIN infusion i CROSS JOIN chair_place c CROSS JOIN patient q WHERE p.state = 'open'"
                      " AND i.planned_infusion_id = p.id AND c.infusion_id = i.id AND q.id = i.patient_id");
constexpr Sql kPatientSearchAll[] = {kByFamily,   kByGiven, kByLetter, kByLetters, kByNumber, kByPhone, kByBirth,
                                     kByBirthday, kRunning, kToday,    kActive,    kRecent,   kChairs};

constexpr std::int64_t kCounted = 1000;

SearchCandidate ofName(SearchName name) {
    SearchCandidate candidate;
    candidate.keys.row = name.row;
    candidate.keys.family = std::move(name.family);
    candidate.keys.given = std::move(name.given);
    return candidate;
}

SearchCandidate toCurrent(RowReader& row) {
    auto candidate = ofName(toSearchName(row));
    candidate.keys.numberReversed = row.text();
    candidate.keys.phoneReversed = row.text();
    candidate.keys.born = row.text();
    return candidate;
}

SearchCandidate toRecent(RowReader& row) {
    auto candidate = toCurrent(row);
    candidate.lastInfusion = row.date();
    return candidate;
}

// Where somebody was put down to sit.
struct Seat {
    std::int64_t patientRow = 0;
    std::string id;
    std::optional<domain::EntryId> corrects;
    std::string observedAt;
    std::string chair;
};

Seat toSeat(RowReader& row) {
    const auto patientRow = row.wide();
    auto id = row.text();
    const auto corrects = row.optionalId<domain::EntryId>();
    auto observedAt = row.text();
    return {patientRow, std::move(id), corrects, std::move(observedAt), row.text()};
}

struct Scan {
    Sql sql;
    Values bound;
};

Scan scanNames(const SearchCriterion& criterion, std::int64_t most) {
    const auto& family = criterion.first;
    const auto& given = criterion.second;
    if (letterCount(family) == 1) return {kByLetter, values(family, given, endOfPrefix(given), most)};
    return {kByLetters, values(firstLetters(family, 2), given, endOfPrefix(given), family, endOfPrefix(family), most)};
}

Scan scanOf(const SearchCriterion& criterion, std::int64_t most) {
    const auto& prefix = criterion.first;
    switch (criterion.kind) {
    case SearchKind::Given:
        return {kByGiven, values(prefix, endOfPrefix(prefix), most)};
    case SearchKind::Names:
        return scanNames(criterion, most);
    case SearchKind::Number:
        return {kByNumber, values(prefix, endOfPrefix(prefix), most)};
    case SearchKind::Phone:
        return {kByPhone, values(prefix, endOfPrefix(prefix), most)};
    case SearchKind::Born:
        return {kByBirth, values(prefix, most)};
    case SearchKind::Birthday:
        return {kByBirthday, values(prefix, most)};
    case SearchKind::Chair: // only those who matter now have one
    case SearchKind::Family:
        break;
    }
    return {kByFamily, values(prefix, endOfPrefix(prefix), most)};
}

bool before(const SearchCandidate& one, const SearchCandidate& other) {
    return std::tuple(one.rank(), std::string_view(one.keys.family), std::string_view(one.keys.given), one.keys.row) <
           std::tuple(other.rank(), std::string_view(other.keys.family), std::string_view(other.keys.given),
                      other.keys.row);
}

bool nameBefore(const SearchName& one, const SearchName& other) {
    return std::tie(one.family, one.given, one.row) < std::tie(other.family, other.given, other.row);
}

} // namespace

SearchName toSearchName(RowReader& row) {
    const auto number = row.wide();
    auto family = row.text();
    return {number, std::move(family), row.text()};
}

int SearchCandidate::rank() const {
    if (running) return 0;
    if (today) return 1;
    if (active) return 2;
    return lastInfusion ? 3 : 4;
}

base::Result<SearchFindings> PatientSearch::find(std::string_view text, base::CalendarDate today, int limit) {
    CHAIRSIDE_TRY(loadCurrent(today));
    const auto criteria = searchCriteria(text);
    SearchFindings findings;
    std::unordered_set<std::int64_t> seen;
    for (const auto& candidate : m_current) {
        const bool hit = std::ranges::any_of(criteria, [&](const auto& c) { return c.matches(candidate.keys); });
        if (hit && seen.insert(candidate.keys.row).second) findings.best.push_back(candidate);
    }
    std::vector<SearchName> rest;
    const bool complete = CHAIRSIDE_TRY(collect(criteria, limit, seen, rest));
    const std::int64_t found = std::ssize(findings.best) + std::ssize(rest);
    findings.totalIsExact = complete && found <= kCounted;
    // Otherwise there are more than this.
    findings.total = findings.totalIsExact ? found : std::min(found - 1, kCounted);
    // Each of those who matter now ranks before each of the rest.
    const auto wanted = static_cast<std::size_t>(std::max(limit, 0));
    std::ranges::sort(findings.best, before);
    if (findings.best.size() > wanted) findings.best.resize(wanted);
    const auto end = rest.begin() + static_cast<std::ptrdiff_t>(std::min(rest.size(), wanted - findings.best.size()));
    std::ranges::partial_sort(rest, end, nameBefore);
    std::transform(rest.begin(), end, std::back_inserter(findings.best),
                   [](auto& name) { return ofName(std::move(name)); });
    return findings;
}

// Whether everything that matches was read. Once there are more than are counted, another way to read the text adds no
// more than can be shown.
base::Result<bool> PatientSearch::collect(const std::vector<SearchCriterion>& criteria, int shown,
                                          std::unordered_set<std::int64_t>& seen, std::vector<SearchName>& rest) {
    bool complete = true;
    for (const auto& criterion : criteria) {
        if (criterion.kind == SearchKind::Chair) continue;
        const auto scan = scanOf(criterion, complete ? kCounted + 1 : std::max(shown, 0));
        auto found = CHAIRSIDE_TRY(
            readAll<SearchName>(m_session.connection(), "patient_search", scan.sql, scan.bound, toSearchName));
        if (std::ssize(found) > kCounted) complete = false;
        for (auto& name : found) {
            if (seen.insert(name.row).second) rest.push_back(std::move(name));
        }
    }
    return complete;
}

base::Done PatientSearch::loadCurrent(base::CalendarDate today) {
    if (m_currentDay == today && m_currentGeneration == m_session.generation() && !m_session.isWriting()) return {};
    m_currentDay.reset();
    auto& connection = m_session.connection();
    std::unordered_map<std::int64_t, SearchCandidate> byRow;
    // The newest comes first.
    for (auto& one :
         CHAIRSIDE_TRY(readAll<SearchCandidate>(connection, "patient_search", kRecent, values(today), toRecent))) {
        const auto row = one.keys.row;
        byRow.try_emplace(row, std::move(one));
    }
    const auto merge = [&](Sql sql, const Values& bound, bool SearchCandidate::*flag) -> base::Done {
        for (auto& one : CHAIRSIDE_TRY(readAll<SearchCandidate>(connection, "patient_search", sql, bound, toCurrent))) {
            const auto row = one.keys.row;
            byRow.try_emplace(row, std::move(one)).first->second.*flag = true;
        }
        return {};
    };
    CHAIRSIDE_TRY(merge(kRunning, {}, &SearchCandidate::running));
    CHAIRSIDE_TRY(merge(kToday, values(today), &SearchCandidate::today));
    CHAIRSIDE_TRY(merge(kActive, {}, &SearchCandidate::active));
    CHAIRSIDE_TRY(loadChairs(byRow));
    m_current.clear();
    for (auto& [row, candidate] : byRow)
        m_current.push_back(std::move(candidate));
    m_currentDay = today;
    // What is seen inside a writing transaction may still be undone.
    m_currentGeneration = m_session.isWriting() ? -1 : m_session.generation();
    return {};
}

base::Done PatientSearch::loadChairs(std::unordered_map<std::int64_t, SearchCandidate>& byRow) {
    auto seats = CHAIRSIDE_TRY(readAll<Seat>(m_session.connection(), "chair_place", kChairs, {}, toSeat));
    std::unordered_set<std::string> corrected;
    for (const auto& seat : seats) {
        if (seat.corrects) corrected.insert(seat.corrects->text());
    }
    std::erase_if(seats, [&](const Seat& seat) { return corrected.contains(seat.id); });
    std::ranges::sort(seats, {}, [](const Seat& seat) { return std::pair(seat.observedAt, seat.id); });
    for (const auto& seat : seats) {
        const auto found = byRow.find(seat.patientRow);
        if (found == byRow.end()) continue;
        found->second.chair = seat.chair;
        found->second.keys.chair = foldedKey(seat.chair);
    }
    return {};
}

void markSimilarNames(const std::vector<SearchCandidate>& candidates, std::vector<services::PatientHit>& rows) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const auto& one = candidates[i].keys;
            const auto& other = candidates[j].keys;
            const bool close = one.family == other.family && withinTwoEdits(one.given, other.given);
            const bool sameDay = rows[i].patient.details.born == rows[j].patient.details.born;
            if (close || sameDay) rows[i].similarName = rows[j].similarName = true;
        }
    }
}

std::span<const Sql> patientSearchStatements() {
    return kPatientSearchAll;
}

} // namespace chairside::store
