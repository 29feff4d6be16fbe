// What leaves the clinic. The service gathers the content and records that it was issued; ui/print draws it.
#pragma once

#include <string>
#include <vector>

#include "core/services/infusion_service.h"
#include "core/services/review_service.h"

namespace chairside::services {

struct VisitSummary {
    domain::DocumentId document;
    std::string clinicName;
    InfusionView infusion;
    CourseReview review;     // for the small course chart
    std::string state;       // "draft", "signed" or "amended"
    std::string contentHash; // of the record as printed
    std::string auditHead;   // chain head when it was made
    std::string printedBy;
    base::Instant printedAt;
};

class DocumentService {
public:
    explicit DocumentService(ServiceContext& context) : m_context(context) {}

    // Gathers the summary and records the issue (document_issued and audit) in one transaction, before anything leaves.
    [[nodiscard]] base::Result<VisitSummary> issueVisitSummary(const Actor& actor, const domain::InfusionId& infusion);

private:
    ServiceContext& m_context;
};

// Checks the whole store; audited. Denied without VerifyStore.
class AuditService {
public:
    explicit AuditService(ServiceContext& context) : m_context(context) {}
    [[nodiscard]] base::Result<VerifyReport> verify(const Actor& actor);

private:
    ServiceContext& m_context;
};

} // namespace chairside::services
