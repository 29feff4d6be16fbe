#include "core/exchange/audit_csv.h"

#include "core/base/csv_text.h"
#include "core/services/audit_service.h"

namespace chairside::exchange {

using base::csvLine;
using base::csvText;
namespace {

template <class Id>
std::string idText(const std::optional<Id>& id) {
    return id ? id->text() : std::string();
}

} // namespace

std::string AuditCsv::trailHead() const {
    return csvLine({"number", "time", "action", "outcome", "person", "account_id", "role", "workstation",
                    "patient_number", "patient_id", "record_kind", "record_id", "detail", "rows_written",
                    "previous_hash", "hash"});
}

std::string AuditCsv::trailLine(const services::AuditLine& line) const {
    const auto& row = line.row;
    const auto& event = row.event;
    const bool failed = event.outcome == services::AuditOutcome::Failure;
    return csvLine({std::to_string(row.sequence), row.at.iso(), std::string(services::auditActionKey(event.action)),
                    failed ? "failure" : "success", csvText(line.person), idText(event.who), csvText(event.role),
                    csvText(event.workstation), csvText(line.patientNumber), idText(event.patient),
                    csvText(event.subjectKind), csvText(event.subjectId), csvText(event.detail), csvText(row.changes),
                    row.previousHash, row.hash});
}

std::string AuditCsv::disclosureHead() const {
    return csvLine({"time", "person", "document", "state", "document_id"});
}

std::string AuditCsv::disclosureLine(const services::Disclosure& line) const {
    return csvLine({line.at.iso(), csvText(line.person), csvText(line.kind), csvText(line.state), line.documentId});
}

} // namespace chairside::exchange
