// One transaction per thing a person does. Implemented in core/store.
#pragma once

#include <functional>
#include <string>

#include "core/services/ports/audit_event.h"
#include "core/services/ports/audit_repository.h"
#include "core/services/ports/draft_repository.h"
#include "core/services/ports/drug_book_repository.h"
#include "core/services/ports/emergency_access_repository.h"
#include "core/services/ports/patient_history_repository.h"
#include "core/services/ports/patient_record_repository.h"
#include "core/services/ports/questionnaire_repository.h"
#include "core/services/ports/repositories.h"
#include "core/services/ports/retreatment_repository.h"

namespace chairside::services {

// Valid only inside the call it is handed to.
class Transaction {
public:
    virtual ~Transaction() = default;
    [[nodiscard]] virtual AccountRepository& accounts() = 0;
    [[nodiscard]] virtual PatientRepository& patients() = 0;
    [[nodiscard]] virtual PatientHistoryRepository& histories() = 0;
    [[nodiscard]] virtual PatientRecordRepository& patientRecords() = 0;
    [[nodiscard]] virtual ProtocolRepository& protocols() = 0;
    [[nodiscard]] virtual CourseRepository& courses() = 0;
    [[nodiscard]] virtual RetreatmentRepository& retreatments() = 0;
    [[nodiscard]] virtual InfusionRepository& infusions() = 0;
    [[nodiscard]] virtual DrugBookRepository& drugBook() = 0;
    [[nodiscard]] virtual SignatureRepository& signatures() = 0;
    [[nodiscard]] virtual DocumentRepository& documents() = 0;
    [[nodiscard]] virtual QuestionnaireRepository& questionnaires() = 0;
    [[nodiscard]] virtual SettingRepository& settings() = 0;
    [[nodiscard]] virtual AuditRepository& trail() = 0;
    [[nodiscard]] virtual EmergencyAccessRepository& emergencyAccess() = 0;
    // The one thing that is written without an event.
    [[nodiscard]] virtual DraftRepository& drafts() = 0;
    // States what this transaction did. Written to the chain, with a hash of every row written so far, at commit.
    // A transaction that wrote rows without stating an event does not commit (Internal).
    virtual void audit(const AuditEvent& event) = 0;
    // Writes what was stated so far to the chain and lets go of it, so that a transaction of any length takes the same
    // memory. It counts with the commit alone. A record written again afterwards belongs to a later event.
    [[nodiscard]] virtual base::Done keepEvents() = 0;
    // Hash of the last event of the chain that is committed, 64 hex digits; zeros for an empty chain.
    [[nodiscard]] virtual base::Result<std::string> auditHead() = 0;
};

class UnitOfWork {
public:
    using Work = std::function<base::Done(Transaction&)>;
    virtual ~UnitOfWork() = default;
    // Runs work in one transaction. If work fails, nothing is written and its error is returned. Success means the data
    // is on the disk. StorageFull, StorageReadOnly, StorageFailed: nothing was written; trying again later is safe.
    [[nodiscard]] virtual base::Done write(const Work& work) = 0;
    // Runs work on a consistent view without writing.
    [[nodiscard]] virtual base::Done read(const Work& work) = 0;
};

// What `verify` found wrong, first finding first.
struct VerifyFinding {
    std::string check; // "schema", "integrity", "foreign_keys", "chain", "content", "signature", "anchor", "standing"
    std::string place; // table and row, or audit sequence
    std::string detail;
};

struct VerifyReport {
    std::int64_t auditEvents = 0;
    std::int64_t rowsChecked = 0;
    std::string head;
    std::vector<VerifyFinding> findings;
    [[nodiscard]] bool clean() const { return findings.empty(); }
};

class StoreVerifier {
public:
    virtual ~StoreVerifier() = default;
    [[nodiscard]] virtual base::Result<VerifyReport> verify() = 0;
};

} // namespace chairside::services
