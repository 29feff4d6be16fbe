#include "core/services/import_service.h"

#include <algorithm>

#include "core/services/import_judge.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

base::Result<ImportPreview> judgeAll(Unit& unit, const std::vector<PatientCandidate>& candidates) {
    ImportPreview preview;
    ImportJudge judge(unit);
    for (const auto& candidate : candidates)
        preview.rows.push_back(CHAIRSIDE_TRY(judge.judge(candidate)));
    return preview;
}

base::Done refuseAll(const ImportPreview& preview) {
    Refusals refusals;
    for (const auto& row : preview.rows)
        refusals.add(row.candidate.place, row.problems);
    return refusals.done();
}

} // namespace

int ImportPreview::count(ImportVerdict verdict) const {
    return static_cast<int>(std::ranges::count(rows, verdict, &ImportRow::verdict));
}

base::Result<ImportPreview> ImportService::preview(const Actor& actor,
                                                   const std::vector<PatientCandidate>& candidates) {
    return run(m_context, actor, domain::Permission::RegisterPatient, Access::Read,
               [&](Unit& unit) { return judgeAll(unit, candidates); });
}

base::Result<ImportPreview> ImportService::apply(const Actor& actor, const std::vector<PatientCandidate>& candidates) {
    return run(m_context, actor, domain::Permission::RegisterPatient, Access::Write,
               [&](Unit& unit) -> base::Result<ImportPreview> {
                   auto preview = CHAIRSIDE_TRY(judgeAll(unit, candidates));
                   CHAIRSIDE_TRY(refuseAll(preview));
                   for (auto& row : preview.rows) {
                       if (row.verdict == ImportVerdict::New) CHAIRSIDE_TRY(addImported(unit, row));
                   }
                   return preview;
               });
}

} // namespace chairside::services
