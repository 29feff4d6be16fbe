// Finding patients among very many: the few who matter now are ranked first, the rest is read from indexes in
// the order of names and only as far as it is shown or counted.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/base/calendar_date.h"
#include "core/base/result.h"
#include "core/services/ports/repositories.h"
#include "core/store/row_reader.h"
#include "core/store/search_query.h"
#include "core/store/session.h"

namespace chairside::store {

struct SearchCandidate {
    SearchKeys keys; // of the rest only the row and the names
    bool running = false;
    bool today = false;
    bool active = false;
    std::string chair;                              // as it was written down
    std::optional<base::CalendarDate> lastInfusion; // of those treated lately

    // 0 running, 1 today, 2 active course, 3 treated lately, 4 nothing of that.
    [[nodiscard]] int rank() const;
};

// What an index says of somebody, without reading her row.
struct SearchName {
    std::int64_t row = 0;
    std::string family, given; // folded
};

// patient_row, family_key, given_key.
[[nodiscard]] SearchName toSearchName(RowReader& row);

struct SearchFindings {
    std::vector<SearchCandidate> best; // ranked, at most as many as asked for
    std::int64_t total = 0;
    bool totalIsExact = true;
};

class PatientSearch {
public:
    explicit PatientSearch(Session& session) : m_session(session) {}

    [[nodiscard]] base::Result<SearchFindings> find(std::string_view text, base::CalendarDate today, int limit);

private:
    [[nodiscard]] base::Done loadCurrent(base::CalendarDate today);
    [[nodiscard]] base::Done loadChairs(std::unordered_map<std::int64_t, SearchCandidate>& byRow);
    [[nodiscard]] base::Result<bool> collect(const std::vector<SearchCriterion>& criteria, int shown,
                                             std::unordered_set<std::int64_t>& seen, std::vector<SearchName>& rest);

    Session& m_session;
    // Patients with an infusion running, one today, an active course or one of the newest infusions, as of a day and a
    // generation of the data.
    std::vector<SearchCandidate> m_current;
    std::optional<base::CalendarDate> m_currentDay;
    std::int64_t m_currentGeneration = -1;
};

// Marks rows that could be taken for another one: same family name and a close given name, or the same birth
// date. candidates[i] belongs to rows[i].
void markSimilarNames(const std::vector<SearchCandidate>& candidates, std::vector<services::PatientHit>& rows);

} // namespace chairside::store
