#include "core/services/record_import_service.h"

#include <algorithm>
#include <map>

#include "core/services/history_change.h"
#include "core/services/import_judge.h"
#include "core/services/ports/import_reader.h"
#include "core/services/record_judge.h"
#include "core/services/run.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

using domain::Permission;

// Why nothing of a record can be put anywhere: the patient is refused, or several people may be meant.
bool isNobody(const ImportRow& patient) {
    return patient.verdict == ImportVerdict::Refused ||
           (patient.verdict == ImportVerdict::Conflicting && patient.known.size() != 1);
}

RecordRows refusedWhole(ImportRow patient, const RecordCandidate& record) {
    const base::Problems problems{{"person", base::Rule::NotAllowed, {}, {}, {}}};
    RecordRows rows{std::move(patient), {}, {}};
    for (const auto& candidate : record.history)
        rows.history.push_back({candidate, ImportVerdict::Refused, {}, problems});
    for (const auto& candidate : record.observations)
        rows.observations.push_back({candidate, ImportVerdict::Refused, {}, problems});
    return rows;
}

// Who the file names by an identity that this clinic gave away: it is the clinic's own export.
base::Result<std::optional<domain::Patient>> ownPatient(Unit& unit, const std::string& source) {
    constexpr std::string_view kUrn = "urn:uuid:";
    if (!source.starts_with(kUrn)) return std::nullopt;
    const auto id = base::Uuid::fromText(std::string_view(source).substr(kUrn.size()));
    if (!id) return std::nullopt;
    auto known = unit.tx().patients().get(domain::PatientId(*id));
    if (known) return std::optional(*std::move(known));
    if (known.error().code == base::Code::NotFound) return std::nullopt;
    return std::unexpected(known.error());
}

RecordRows knownWhole(ImportRow patient, const RecordCandidate& record) {
    RecordRows rows{std::move(patient), {}, {}};
    for (const auto& candidate : record.history)
        rows.history.push_back({candidate, ImportVerdict::Matched, {}, {}});
    for (const auto& candidate : record.observations)
        rows.observations.push_back({candidate, ImportVerdict::Matched, {}, {}});
    return rows;
}

base::Result<RecordRows> judgeRecord(Unit& unit, ImportJudge& patients, const RecordCandidate& record) {
    auto patient = CHAIRSIDE_TRY(patients.judge(record.patient));
    const auto own = CHAIRSIDE_TRY(ownPatient(unit, record.source));
    if (own && patient.verdict != ImportVerdict::Refused && patient.known.size() == 1 &&
        patient.known.front().id == own->id) {
        return knownWhole(std::move(patient), record);
    }
    if (isNobody(patient)) return refusedWhole(std::move(patient), record);
    const bool known = patient.verdict != ImportVerdict::New;
    auto judge =
        CHAIRSIDE_TRY(RecordJudge::begin(unit, known ? &patient.known.front() : nullptr, record.patient.details.born));
    RecordRows rows{std::move(patient), {}, {}};
    for (const auto& candidate : record.history)
        rows.history.push_back(judge.judge(candidate));
    for (const auto& candidate : record.observations)
        rows.observations.push_back(judge.judge(candidate));
    return rows;
}

RecordImportService::Measured told(const domain::OutsideObservation& seen,
                                   const std::vector<domain::OutsideMeasure>& measures, const std::string& recordedBy) {
    const auto measure = std::ranges::find(measures, seen.loinc, &domain::OutsideMeasure::loinc);
    if (measure == measures.end()) return {seen, recordedBy, seen.loinc, {}};
    return {seen, recordedBy, measure->name, measure->units.empty() ? std::string() : measure->units.front()};
}

base::Result<RecordPreview> judgeFile(Unit& unit, const RecordFile& file) {
    RecordPreview preview{{}, file.leftOut};
    ImportJudge patients(unit);
    for (const auto& record : file.records)
        preview.records.push_back(CHAIRSIDE_TRY(judgeRecord(unit, patients, record)));
    return preview;
}

base::Done refuseAll(const RecordPreview& preview) {
    Refusals refusals;
    for (const auto& record : preview.records) {
        refusals.add(record.patient.candidate.place, record.patient.problems);
        if (isNobody(record.patient) && record.patient.problems.empty())
            refusals.add(record.patient.candidate.place, {{"person", base::Rule::NotAllowed, {}, {}, {}}});
        for (const auto& row : record.history)
            refusals.add(row.candidate.place, row.problems);
        for (const auto& row : record.observations)
            refusals.add(row.candidate.place, row.problems);
    }
    return refusals.done();
}

base::Done addEntries(Unit& unit, const RecordRows& record, const domain::PatientId& patient) {
    const auto isNew = [](const HistoryRow& row) {
        return row.verdict == ImportVerdict::New;
    };
    if (std::ranges::none_of(record.history, isNew)) return {};
    auto change = CHAIRSIDE_TRY(HistoryChange::begin(unit, patient));
    for (const auto& row : record.history) {
        if (!isNew(row)) continue;
        CHAIRSIDE_TRY(change.write(domain::HistoryAct::Added, nullptr, row.candidate.details, {}, "import"));
    }
    return {};
}

base::Done addObservations(Unit& unit, const RecordRows& record, const domain::PatientId& patient) {
    int added = 0;
    for (const auto& row : record.observations) {
        if (row.verdict != ImportVerdict::New) continue;
        const auto& candidate = row.candidate;
        CHAIRSIDE_TRY(unit.tx().histories().add(domain::OutsideObservation{.id = unit.newId<domain::EntryId>(),
                                                                           .patient = patient,
                                                                           .loinc = candidate.loinc,
                                                                           .value = candidate.value,
                                                                           .at = candidate.at,
                                                                           .source = candidate.source,
                                                                           .recordedAt = unit.now(),
                                                                           .recordedBy = unit.actor().account}));
        ++added;
    }
    if (added == 0) return {};
    unit.audit(AuditAction::Record, "outside_observation", patient.text(), patient, "import");
    unit.changed(ChangeKind::Patient, patient.text(), patient);
    return {};
}

base::Done writeRecord(Unit& unit, RecordRows& record) {
    if (isNobody(record.patient)) return {};
    if (record.patient.verdict == ImportVerdict::New) CHAIRSIDE_TRY(addImported(unit, record.patient));
    const auto id = record.patient.known.front().id;
    CHAIRSIDE_TRY(addEntries(unit, record, id));
    return addObservations(unit, record, id);
}

} // namespace

int RecordPreview::count(ImportVerdict verdict) const {
    std::ptrdiff_t total = 0;
    for (const auto& record : records) {
        total += record.patient.verdict == verdict ? 1 : 0;
        total += std::ranges::count(record.history, verdict, &HistoryRow::verdict);
        total += std::ranges::count(record.observations, verdict, &ObservationRow::verdict);
    }
    return static_cast<int>(total);
}

base::Result<RecordPreview> RecordImportService::preview(const Actor& actor, const RecordFile& file) {
    return run(m_context, actor, Permission::RegisterPatient, Access::Read,
               [&](Unit& unit) { return judgeFile(unit, file); });
}

base::Result<RecordPreview> RecordImportService::apply(const Actor& actor, const RecordFile& file, Refused refused) {
    return run(m_context, actor, Permission::RegisterPatient, Access::Write,
               [&](Unit& unit) -> base::Result<RecordPreview> {
                   if (!domain::allowed(actor.roles, Permission::RecordHistory))
                       return base::fail(base::Code::Denied, "record_import");
                   auto preview = CHAIRSIDE_TRY(judgeFile(unit, file));
                   if (refused == Refused::StopsAll) CHAIRSIDE_TRY(refuseAll(preview));
                   for (auto& record : preview.records)
                       CHAIRSIDE_TRY(writeRecord(unit, record));
                   return preview;
               });
}

base::Result<std::vector<RecordImportService::Measured>>
RecordImportService::measuredElsewhere(const Actor& actor, const domain::PatientId& patient) {
    return run(m_context, actor, Permission::ViewPatients, Access::Read,
               [&](Unit& unit) -> base::Result<std::vector<Measured>> {
                   CHAIRSIDE_TRY(unit.tx().patients().get(patient));
                   std::map<domain::AccountId, std::string> names;
                   for (const auto& account : CHAIRSIDE_TRY(unit.tx().accounts().list()))
                       names[account.id] = account.printedName;
                   std::vector<domain::OutsideMeasure> measures;
                   if (m_context.importReader != nullptr) measures = CHAIRSIDE_TRY(m_context.importReader->measures());
                   std::vector<Measured> all;
                   for (auto& seen : CHAIRSIDE_TRY(unit.tx().histories().measuredElsewhere(patient)))
                       all.push_back(told(seen, measures, names[seen.recordedBy]));
                   std::ranges::stable_sort(all, std::ranges::greater{},
                                            [](const Measured& one) { return one.observation.at; });
                   return all;
               });
}

} // namespace chairside::services
