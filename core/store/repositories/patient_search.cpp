#include "core/store/repositories/patient_search.h"

#include <algorithm>
#include <tuple>
#include <unordered_set>

#include "core/store/repositories/statements.h"
#include "core/store/row_reader.h"
#include "core/store/search_key.h"

namespace chairside::store {
namespace {

// Each reads one more than is counted.
constexpr Sql
    kByFamily("SELECT patient_id, family_key, given_key FROM patient_search"
              " WHERE family_key >= ? AND family_key < ? ORDER BY family_key, given_key, patient_id LIMIT 1001");
constexpr Sql kByGiven("SELECT patient_id, family_key, given_key FROM patient_search"
                       " WHERE given_key >= ? AND given_key < ? ORDER BY given_key, family_key, patient_id LIMIT 1001");
constexpr Sql kByLetter("SELECT patient_id, family_key, given_key FROM patient_search"
                        " WHERE family_1 = ? AND given_key >= ? AND given_key < ?"
                        " ORDER BY given_key, family_key, patient_id LIMIT 1001");
constexpr Sql kByLetters("SELECT patient_id, family_key, given_key FROM patient_search"
                         " WHERE family_2 = ? AND given_key >= ? AND given_key < ?"
                         " AND family_key >= ? AND family_key < ?"
                         " ORDER BY given_key, family_key, patient_id LIMIT 1001");
constexpr Sql kByNumber("SELECT patient_id, family_key, given_key FROM patient_search"
                        " WHERE number_reversed >= ? AND number_reversed < ? ORDER BY number_reversed LIMIT 1001");
constexpr Sql kByPhone("SELECT patient_id, family_key, given_key FROM patient_search"
                       " WHERE phone_reversed >= ? AND phone_reversed < ? ORDER BY phone_reversed LIMIT 1001");
constexpr Sql kByBirth("SELECT s.patient_id, s.family_key, s.given_key FROM patient p CROSS JOIN patient_search s"
                       " WHERE p.born_on = ? AND s.patient_id = p.id LIMIT 1001");
constexpr Sql kByBirthday("SELECT patient_id, family_key, given_key FROM patient_search"
                          " WHERE birthday = ? ORDER BY family_key, given_key, patient_id LIMIT 1001");

// Who matters now. Only the open dates, the dates of a day and the active courses are looked at.
constexpr Sql kRunning("SELECT s.patient_id, s.family_key, s.given_key, s.number_reversed, s.phone_reversed, q.born_on"
                       " FROM planned_infusion p CROSS JOIN infusion i CROSS JOIN patient_search s"
                       " CROSS JOIN patient q"
                       " WHERE p.state = 'open' AND i.planned_infusion_id = p.id AND s.patient_id = i.patient_id"
                       " AND q.id = i.patient_id"
                       " AND EXISTS (SELECT 1 FROM infusion_step t WHERE t.infusion_id = i.id AND t.kind = 'start'"
                       " AND NOT EXISTS (SELECT 1 FROM infusion_step c WHERE c.infusion_id = i.id"
                       " AND c.corrects = t.id))"
                       " AND NOT EXISTS (SELECT 1 FROM infusion_step t WHERE t.infusion_id = i.id AND t.kind = 'stop'"
                       " AND NOT EXISTS (SELECT 1 FROM infusion_step c WHERE c.infusion_id = i.id"
                       " AND c.corrects = t.id))");
constexpr Sql kToday("SELECT s.patient_id, s.family_key, s.given_key, s.number_reversed, s.phone_reversed, q.born_on"
                     " FROM planned_infusion p CROSS JOIN course c CROSS JOIN patient_search s CROSS JOIN patient q"
                     " WHERE p.planned_on = ? AND p.state IN ('planned', 'open', 'given') AND c.id = p.course_id"
                     " AND s.patient_id = c.patient_id AND q.id = c.patient_id");
constexpr Sql kActive("SELECT s.patient_id, s.family_key, s.given_key, s.number_reversed, s.phone_reversed, q.born_on"
                      " FROM course c CROSS JOIN patient_search s CROSS JOIN patient q"
                      " WHERE c.state = 'active' AND s.patient_id = c.patient_id AND q.id = c.patient_id");
// The newest infusions that were given.
constexpr Sql kRecent("SELECT s.patient_id, s.family_key, s.given_key, s.number_reversed, s.phone_reversed, q.born_on,"
                      " p.planned_on FROM planned_infusion p CROSS JOIN course c CROSS JOIN patient_search s"
                      " CROSS JOIN patient q WHERE p.planned_on < ? AND p.state = 'given' AND c.id = p.course_id"
                      " AND s.patient_id = c.patient_id AND q.id = c.patient_id"
                      " ORDER BY p.planned_on DESC LIMIT 500");
constexpr Sql kChairs("SELECT i.patient_id, c.id, c.corrects, c.observed_at, c.chair FROM planned_infusion p"
                      " CROSS JOIN infusion i CROSS JOIN chair_place c WHERE p.state = 'open'"
                      " AND i.planned_infusion_id = p.id AND c.infusion_id = i.id");
constexpr Sql kPatientSearchAll[] = {kByFamily,   kByGiven, kByLetter, kByLetters, kByNumber, kByPhone, kByBirth,
                                     kByBirthday, kRunning, kToday,    kActive,    kRecent,   kChairs};

constexpr std::size_t kCounted = 1000;

SearchCandidate toRest(RowReader& row) {
    SearchCandidate candidate;
    candidate.keys.patient = row.text();
    candidate.keys.family = row.text();
    candidate.keys.given = row.text();
    return candidate;
}

SearchCandidate toCurrent(RowReader& row) {
    auto candidate = toRest(row);
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
    std::string patient;
    std::string id;
    std::optional<domain::EntryId> corrects;
    std::string observedAt;
    std::string chair;
};

Seat toSeat(RowReader& row) {
    auto patient = row.text();
    auto id = row.text();
    const auto corrects = row.optionalId<domain::EntryId>();
    auto observedAt = row.text();
    return {std::move(patient), std::move(id), corrects, std::move(observedAt), row.text()};
}

struct Scan {
    Sql sql;
    Values bound;
};

Scan scanNames(const SearchCriterion& criterion) {
    const auto& family = criterion.first;
    const auto& given = criterion.second;
    if (letterCount(family) == 1) return {kByLetter, values(family, given, endOfPrefix(given))};
    return {kByLetters, values(firstLetters(family, 2), given, endOfPrefix(given), family, endOfPrefix(family))};
}

Scan scanOf(const SearchCriterion& criterion) {
    const auto& prefix = criterion.first;
    switch (criterion.kind) {
    case SearchKind::Given:
        return {kByGiven, values(prefix, endOfPrefix(prefix))};
    case SearchKind::Names:
        return scanNames(criterion);
    case SearchKind::Number:
        return {kByNumber, values(prefix, endOfPrefix(prefix))};
    case SearchKind::Phone:
        return {kByPhone, values(prefix, endOfPrefix(prefix))};
    case SearchKind::Born:
        return {kByBirth, values(prefix)};
    case SearchKind::Birthday:
        return {kByBirthday, values(prefix)};
    case SearchKind::Chair: // only those who matter now have one
    case SearchKind::Family:
        break;
    }
    return {kByFamily, values(prefix, endOfPrefix(prefix))};
}

bool before(const SearchCandidate& one, const SearchCandidate& other) {
    return std::tuple(one.rank(), std::string_view(one.keys.family), std::string_view(one.keys.given),
                      std::string_view(one.keys.patient)) <
           std::tuple(other.rank(), std::string_view(other.keys.family), std::string_view(other.keys.given),
                      std::string_view(other.keys.patient));
}

} // namespace

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
    std::unordered_set<std::string> seen;
    for (const auto& candidate : m_current) {
        const bool hit = std::ranges::any_of(criteria, [&](const auto& c) { return c.matches(candidate.keys); });
        if (hit && seen.insert(candidate.keys.patient).second) findings.best.push_back(candidate);
    }
    std::vector<SearchCandidate> rest;
    findings.totalIsExact = CHAIRSIDE_TRY(collect(criteria, rest));
    for (auto& candidate : rest) {
        if (seen.insert(candidate.keys.patient).second) findings.best.push_back(candidate);
    }
    if (findings.best.size() > kCounted) findings.totalIsExact = false;
    // Otherwise there are more than this.
    const std::size_t counted =
        findings.totalIsExact ? findings.best.size() : std::min(findings.best.size() - 1, kCounted);
    findings.total = static_cast<std::int64_t>(counted);
    const auto shown = std::min(findings.best.size(), static_cast<std::size_t>(std::max(limit, 0)));
    const auto end = findings.best.begin() + static_cast<std::ptrdiff_t>(shown);
    std::ranges::partial_sort(findings.best, end, before);
    findings.best.erase(end, findings.best.end());
    return findings;
}

// Whether everything that matches was read.
base::Result<bool> PatientSearch::collect(const std::vector<SearchCriterion>& criteria,
                                          std::vector<SearchCandidate>& rest) {
    bool complete = true;
    for (const auto& criterion : criteria) {
        if (criterion.kind == SearchKind::Chair) continue;
        const auto scan = scanOf(criterion);
        auto found = CHAIRSIDE_TRY(
            readAll<SearchCandidate>(m_session.connection(), "patient_search", scan.sql, scan.bound, toRest));
        if (found.size() > kCounted) complete = false;
        std::ranges::move(found, std::back_inserter(rest));
    }
    return complete;
}

base::Done PatientSearch::loadCurrent(base::CalendarDate today) {
    if (m_currentDay == today && m_currentGeneration == m_session.generation() && !m_session.isWriting()) return {};
    m_currentDay.reset();
    auto& connection = m_session.connection();
    std::unordered_map<std::string, SearchCandidate> byPatient;
    // The newest comes first.
    for (auto& one :
         CHAIRSIDE_TRY(readAll<SearchCandidate>(connection, "patient_search", kRecent, values(today), toRecent))) {
        const std::string patient = one.keys.patient;
        byPatient.try_emplace(patient, std::move(one));
    }
    const auto merge = [&](Sql sql, const Values& bound, bool SearchCandidate::*flag) -> base::Done {
        for (auto& one : CHAIRSIDE_TRY(readAll<SearchCandidate>(connection, "patient_search", sql, bound, toCurrent))) {
            const std::string patient = one.keys.patient;
            byPatient.try_emplace(patient, std::move(one)).first->second.*flag = true;
        }
        return {};
    };
    CHAIRSIDE_TRY(merge(kRunning, {}, &SearchCandidate::running));
    CHAIRSIDE_TRY(merge(kToday, values(today), &SearchCandidate::today));
    CHAIRSIDE_TRY(merge(kActive, {}, &SearchCandidate::active));
    CHAIRSIDE_TRY(loadChairs(byPatient));
    m_current.clear();
    for (auto& [patient, candidate] : byPatient)
        m_current.push_back(std::move(candidate));
    m_currentDay = today;
    // What is seen inside a writing transaction may still be undone.
    m_currentGeneration = m_session.isWriting() ? -1 : m_session.generation();
    return {};
}

base::Done PatientSearch::loadChairs(std::unordered_map<std::string, SearchCandidate>& byPatient) {
    auto seats = CHAIRSIDE_TRY(readAll<Seat>(m_session.connection(), "chair_place", kChairs, {}, toSeat));
    std::unordered_set<std::string> corrected;
    for (const auto& seat : seats) {
        if (seat.corrects) corrected.insert(seat.corrects->text());
    }
    std::erase_if(seats, [&](const Seat& seat) { return corrected.contains(seat.id); });
    std::ranges::sort(seats, {}, [](const Seat& seat) { return std::pair(seat.observedAt, seat.id); });
    for (const auto& seat : seats) {
        const auto found = byPatient.find(seat.patient);
        if (found == byPatient.end()) continue;
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
