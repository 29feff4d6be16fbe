#include "core/services/record_judge.h"

#include <algorithm>

#include "core/services/history_change.h"
#include "core/services/history_entries.h"
#include "core/services/import_judge.h"
#include "core/services/text_rules.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using base::Rule;
using domain::HistoryDetails;
using domain::HistoryKind;

bool sameThing(const HistoryDetails& left, const HistoryDetails& right) {
    if (left.kind != right.kind) return false;
    if (left.kind == HistoryKind::NoKnownAllergies) return true;
    const bool condition = left.kind == HistoryKind::Diagnosis || left.kind == HistoryKind::Comorbidity;
    if (condition && !left.code.empty() && left.code == right.code) return true;
    return foldedLetters(left.text) == foldedLetters(right.text);
}

// Whether the days of the one can belong to the other: neither is over before the other begins.
bool touches(const HistoryDetails& left, const HistoryDetails& right) {
    const auto endsBefore = [](const HistoryDetails& first, const HistoryDetails& second) {
        return first.until && second.since && *first.until < *second.since;
    };
    return !endsBefore(left, right) && !endsBefore(right, left);
}

std::vector<std::string> differencesOf(const HistoryDetails& file, const HistoryDetails& known) {
    Differences differences;
    differences.text("text", file.text, known.text);
    differences.text("note", file.note, known.note);
    differences.text("dose", file.dose, known.dose);
    differences.text("route", file.route, known.route);
    differences.text("code", file.code, known.code);
    differences.value("since", file.since, known.since);
    differences.value("until", file.until, known.until);
    return differences.take();
}

} // namespace

base::Result<RecordJudge> RecordJudge::begin(Unit& unit, const domain::Patient* patient, base::CalendarDate born) {
    RecordJudge judge(unit, born);
    if (patient == nullptr) return judge;
    const auto entries = CHAIRSIDE_TRY(unit.tx().histories().of(patient->id));
    for (const auto& entry : domain::newest(entries))
        judge.m_known.push_back(entry.details);
    for (const auto& entry : registeredEntries(unit, *patient, entries))
        judge.m_known.push_back(entry.details);
    for (const auto& known : CHAIRSIDE_TRY(unit.tx().histories().measuredElsewhere(patient->id)))
        judge.m_measured.push_back({known.loinc, known.source, known.value, known.at});
    return judge;
}

HistoryRow RecordJudge::judge(HistoryCandidate candidate) {
    candidate.details = tidiedEntry(std::move(candidate.details));
    HistoryRow row{.candidate = std::move(candidate), .differences = {}, .problems = {}};
    const auto& details = row.candidate.details;
    row.problems = row.candidate.problems;
    for (auto& problem : domain::check(details, m_born, m_unit.today(), m_unit.policy().patient)) {
        // Another system does not tell what the pain began after; that is asked here.
        const bool notAsked = problem.field == "trigger" && problem.rule == Rule::Required;
        if (!notAsked) row.problems.push_back(std::move(problem));
    }
    if (!row.problems.empty()) {
        row.verdict = ImportVerdict::Refused;
        return row;
    }
    const auto isSame = [&details](const HistoryDetails& known) {
        return sameThing(known, details) && (known.since == details.since || touches(known, details));
    };
    auto found = std::ranges::find_if(
        m_known, [&](const HistoryDetails& known) { return isSame(known) && differencesOf(details, known).empty(); });
    if (found == m_known.end()) found = std::ranges::find_if(m_known, isSame);
    const bool contradicts = details.kind == HistoryKind::NoKnownAllergies &&
                             std::ranges::find(m_known, HistoryKind::Allergy, &HistoryDetails::kind) != m_known.end();
    if (found == m_known.end() && !contradicts) {
        m_known.push_back(details);
        return row;
    }
    row.differences = contradicts ? std::vector<std::string>{"kind"} : differencesOf(details, *found);
    row.verdict = row.differences.empty() ? ImportVerdict::Matched : ImportVerdict::Conflicting;
    return row;
}

ObservationRow RecordJudge::judge(ObservationCandidate candidate) {
    ObservationRow row{.candidate = std::move(candidate), .known = {}, .problems = {}};
    const auto& seen = row.candidate;
    row.problems = seen.problems;
    if (row.problems.empty() && seen.at > m_unit.now())
        row.problems.push_back({"at", Rule::InFuture, {}, m_unit.now().iso(), seen.at.iso()});
    if (row.problems.empty() && seen.at.localDate() < m_born)
        row.problems.push_back({"at", Rule::InPast, m_born.iso(), {}, seen.at.iso()});
    if (!row.problems.empty()) {
        row.verdict = ImportVerdict::Refused;
        return row;
    }
    const auto found = std::ranges::find_if(m_measured, [&seen](const Measured& known) {
        return known.loinc == seen.loinc && (known.source == seen.source || known.at == seen.at);
    });
    if (found == m_measured.end()) {
        m_measured.push_back({seen.loinc, seen.source, seen.value, seen.at});
        return row;
    }
    const bool same = found->value == seen.value && found->at == seen.at;
    row.verdict = same ? ImportVerdict::Matched : ImportVerdict::Conflicting;
    if (!same) row.known = found->value;
    return row;
}

} // namespace chairside::services
