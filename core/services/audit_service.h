// The audit trail: reading it, taking it out, the accounting of disclosures, and checking the whole store.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/domain/account/account.h"
#include "core/services/service_context.h"

namespace chairside::services {

// Everything that is given must hold.
struct AuditQuery {
    std::optional<domain::AccountId> who;
    std::string patientNumber; // the clinic's number, whatever its case
    std::optional<AuditAction> action;
    std::optional<base::CalendarDate> from, to; // both inclusive

    bool operator==(const AuditQuery&) const = default;
};

struct AuditLine {
    AuditRow row;
    std::string person;               // printed name; empty: nobody who has an account
    std::optional<domain::Role> role; // none: nobody was signed in
    std::string patientNumber;
};

struct AuditPage {
    AuditQuery query;
    std::vector<AuditLine> lines;      // newest first
    std::optional<AuditPosition> next; // there is more, older than that
};

// Something about a patient that left the clinic as a document or as data.
struct Disclosure {
    base::Instant at;
    std::string person; // printed name of who gave it out
    std::string kind;   // "visit_summary", "fhir_course" ...
    std::string state;  // "draft", "signed", "amended"
    std::string documentId;
};

// Source: 45 CFR 164.528(a)(3): six years, counted back from the request.
struct DisclosureList {
    std::string patientNumber;
    base::CalendarDate from, to;
    std::vector<Disclosure> lines; // newest first
};

// Whoever reads it sees numbers of patients, never names: neither administrators nor auditors are clinicians.
// Denied without ViewAudit. Invalid: "patient" (Required, or Mismatch where nobody has the number), "to" (OutOfOrder).
class AuditService {
public:
    // Takes a piece of the file; a failure of it ends the export and is its result.
    using Write = std::function<base::Done(std::string_view piece)>;

    explicit AuditService(ServiceContext& context) : m_context(context) {}

    // Opening is audited with what was asked for; older parts of the same question are not.
    [[nodiscard]] base::Result<AuditPage> read(const Actor& actor, const AuditQuery& query, Reading reading,
                                               const std::optional<AuditPosition>& after = std::nullopt);
    // Everybody who has or had an account, for the choice of a person.
    [[nodiscard]] base::Result<std::vector<domain::Account>> people(const Actor& actor);
    [[nodiscard]] base::Result<DisclosureList> disclosures(const Actor& actor, const std::string& patientNumber);
    // All of it as CSV. Audited as issued before the first piece is written.
    [[nodiscard]] base::Done exportTrail(const Actor& actor, const AuditQuery& query, const Write& write);
    [[nodiscard]] base::Done exportDisclosures(const Actor& actor, const std::string& patientNumber,
                                               const Write& write);

    // Checks the whole store; audited. Denied without VerifyStore.
    [[nodiscard]] base::Result<VerifyReport> verify(const Actor& actor);

private:
    ServiceContext& m_context;
};

} // namespace chairside::services
