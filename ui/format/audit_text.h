// The trail in words: what was done, to which kind of record, and with what outcome.
#pragma once

#include <QString>
#include <string_view>

#include "core/services/audit_service.h"

namespace chairside::ui {

// "Signed in", "Opened", "Recorded".
[[nodiscard]] QString actionWords(services::AuditAction action);
// "patient record", "vital signs"; the code itself for one that has no words.
[[nodiscard]] QString recordWords(std::string_view kind);
// "Opened: patient record", with "failed" where it was.
[[nodiscard]] QString eventWords(const services::AuditEvent& event);
// Codes of the trail without their underscores.
[[nodiscard]] QString codeWords(std::string_view code);
// "Visit summary", "FHIR export of a course".
[[nodiscard]] QString documentWords(std::string_view kind);

} // namespace chairside::ui
