// Every statement of the repositories, so that a test can prepare each of them against the schema and look at
// its plan.
#pragma once

#include <span>
#include <vector>

#include "core/store/connection.h"

namespace chairside::store {

[[nodiscard]] std::span<const Sql> accountStatements();
[[nodiscard]] std::span<const Sql> patientStatements();
[[nodiscard]] std::span<const Sql> patientSearchStatements();
[[nodiscard]] std::span<const Sql> historyStatements();
[[nodiscard]] std::span<const Sql> patientRecordStatements();
[[nodiscard]] std::span<const Sql> protocolStatements();
[[nodiscard]] std::span<const Sql> courseStatements();
[[nodiscard]] std::span<const Sql> courseOutcomeStatements();
[[nodiscard]] std::span<const Sql> titrationStatements();
[[nodiscard]] std::span<const Sql> courseAgreementStatements();
[[nodiscard]] std::span<const Sql> retreatmentStatements();
[[nodiscard]] std::span<const Sql> infusionStatements();
[[nodiscard]] std::span<const Sql> infusionOutcomeStatements();
[[nodiscard]] std::span<const Sql> checklistStatements();
[[nodiscard]] std::span<const Sql> dischargeStatements();
[[nodiscard]] std::span<const Sql> observationStatements();
[[nodiscard]] std::span<const Sql> scoreStatements();
[[nodiscard]] std::span<const Sql> afterStatements();
[[nodiscard]] std::span<const Sql> rescueDrugStatements();
[[nodiscard]] std::span<const Sql> emergencyStatements();
[[nodiscard]] std::span<const Sql> drugBookStatements();
[[nodiscard]] std::span<const Sql> signatureStatements();
[[nodiscard]] std::span<const Sql> questionnaireStatements();
[[nodiscard]] std::span<const Sql> documentStatements();
[[nodiscard]] std::span<const Sql> settingStatements();
[[nodiscard]] std::span<const Sql> draftStatements();
[[nodiscard]] std::span<const Sql> trailStatements();
[[nodiscard]] std::span<const Sql> emergencyAccessStatements();

// Those above and those of the audit trail, the session and the migrator.
[[nodiscard]] std::vector<Sql> allStatements();

} // namespace chairside::store
