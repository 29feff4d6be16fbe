#include "core/store/repositories/statements.h"

#include "core/store/anchor.h"
#include "core/store/audit/audit_log.h"
#include "core/store/audit/audited_tables.h"
#include "core/store/audit/subject_content.h"
#include "core/store/migrator.h"
#include "core/store/session.h"
#include "core/store/verifier.h"

namespace chairside::store {

std::vector<Sql> allStatements() {
    std::vector<Sql> all;
    for (const auto& part : {accountStatements(),         historyStatements(),       patientRecordStatements(),
                             patientStatements(),         patientSearchStatements(), protocolStatements(),
                             courseStatements(),          courseOutcomeStatements(), titrationStatements(),
                             courseAgreementStatements(), infusionStatements(),      checklistStatements(),
                             infusionOutcomeStatements(), dischargeStatements(),     observationStatements(),
                             scoreStatements(),           afterStatements(),         rescueDrugStatements(),
                             emergencyStatements(),       drugBookStatements(),      signatureStatements(),
                             questionnaireStatements(),   documentStatements(),      settingStatements(),
                             draftStatements(),           auditStatements(),         subjectStatements(),
                             sessionStatements(),         anchorStatements(),        migratorStatements(),
                             verifierStatements(),        trailStatements(),         emergencyAccessStatements(),
                             retreatmentStatements()}) {
        all.insert(all.end(), part.begin(), part.end());
    }
    for (const auto& table : auditedTables()) {
        all.push_back(table.one);
        all.push_back(table.all);
        for (const auto& part : table.parts) {
            if (part) all.push_back(part->ofRecord);
        }
    }
    return all;
}

} // namespace chairside::store
