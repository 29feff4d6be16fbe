#include "core/services/visit_summary.h"

#include "core/services/clinic_details.h"
#include "core/services/course_review.h"
#include "core/services/infusion_view.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

std::string stateOfDocument(const domain::InfusionRecord& record) {
    if (!record.signature) return "draft";
    return record.addenda.empty() ? "signed" : "amended";
}

} // namespace

base::Result<DocumentHead> headOfDocument(Unit& unit, std::string state,
                                          const std::optional<domain::DocumentId>& document) {
    DocumentHead head{.document = document,
                      .clinic = CHAIRSIDE_TRY(readClinicDetails(unit.tx())),
                      .state = std::move(state),
                      .contentHash = {},
                      .auditHead = {},
                      .printedBy = unit.actor().printedName,
                      .printedAt = unit.now()};
    if (document) head.auditHead = CHAIRSIDE_TRY(unit.tx().auditHead());
    return head;
}

base::Result<VisitSummary> gatherVisit(Unit& unit, const domain::InfusionId& id,
                                       const std::optional<domain::DocumentId>& document) {
    auto infusion = CHAIRSIDE_TRY(buildInfusionView(unit, id));
    auto review = CHAIRSIDE_TRY(buildReview(unit, infusion.course.id));
    auto head = CHAIRSIDE_TRY(headOfDocument(unit, stateOfDocument(infusion.record), document));
    if (head.document) head.contentHash = CHAIRSIDE_TRY(unit.tx().signatures().contentHash("infusion", id.text()));
    return VisitSummary{std::move(head), std::move(infusion), std::move(review)};
}

} // namespace chairside::services
