// What leaves the clinic. The service gathers the content and records that it was issued; ui/print draws it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/services/clinic_service.h"
#include "core/services/infusion_service.h"
#include "core/services/review_service.h"

namespace chairside::services {

// What stands on every document, whatever it is about.
struct DocumentHead {
    std::optional<domain::DocumentId> document; // none: a preview, nothing was issued
    ClinicDetails clinic;
    std::string state;       // "draft", "signed" or "amended"
    std::string contentHash; // of the one record that is printed; empty for a preview and for several records
    std::string auditHead;   // chain head when it was made; empty for a preview
    std::string printedBy;
    base::Instant printedAt;
};

// One infusion and the course around it.
struct VisitSummary {
    DocumentHead head;
    InfusionView infusion;
    CourseReview review;
};

enum class VisitPaper {
    Summary,   // for colleagues
    AfterVisit // for the patient to take home
};

// One course. Its state is that of its least finished infusion.
struct CourseDocument {
    DocumentHead head;
    CourseReview review;
    std::vector<domain::Account> people; // for the names behind orders and decisions
    int unsignedInfusions = 0;           // opened ones
    int amendedInfusions = 0;
};

enum class CoursePaper {
    Summary, // for the physician
    Letter   // to the doctor who referred the patient
};

// Everybody about whose re-treatment somebody has to be called now; in the order of the list.
struct CallList {
    DocumentHead head;
    std::vector<RetreatmentRow> rows;
    int others = 0; // patients with a course who need no call now
};

// Every document can be read for a preview, which is a view of the record, and issued: then document_issued and audit
// are written in one transaction, before anything leaves. Denied without ViewPatients and IssueDocument; NotFound for
// an unknown identity.
class DocumentService {
public:
    explicit DocumentService(ServiceContext& context) : m_context(context) {}

    [[nodiscard]] base::Result<VisitSummary> previewVisit(const Actor& actor, const domain::InfusionId& infusion,
                                                          Reading reading);
    [[nodiscard]] base::Result<VisitSummary> issueVisit(const Actor& actor, VisitPaper paper,
                                                        const domain::InfusionId& infusion);
    [[nodiscard]] base::Result<CourseDocument> previewCourse(const Actor& actor, const domain::CourseId& course,
                                                             Reading reading);
    [[nodiscard]] base::Result<CourseDocument> issueCourse(const Actor& actor, CoursePaper paper,
                                                           const domain::CourseId& course);
    [[nodiscard]] base::Result<CallList> previewCallList(const Actor& actor);
    // One document_issued for each patient on it.
    [[nodiscard]] base::Result<CallList> issueCallList(const Actor& actor);
    // Infusions that were opened in a period (both days inclusive), by date, then by opening; at most `most` + 1, so
    // that it shows when there are more.
    [[nodiscard]] base::Result<std::vector<domain::InfusionId>>
    visitsBetween(const Actor& actor, base::CalendarDate from, base::CalendarDate to, int most);

private:
    ServiceContext& m_context;
};

} // namespace chairside::services
