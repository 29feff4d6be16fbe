#include "core/services/document_service.h"

#include "core/services/account_checks.h"
#include "core/services/course_review.h"
#include "core/services/infusion_view.h"
#include "core/services/run.h"
#include "core/services/try.h"

namespace chairside::services {
namespace {

std::string stateOfDocument(const domain::InfusionRecord& record) {
    if (!record.signature) return "draft";
    return record.addenda.empty() ? "signed" : "amended";
}

base::Result<VisitSummary> gather(Unit& unit, const domain::InfusionId& id) {
    auto& tx = unit.tx();
    auto infusion = CHAIRSIDE_TRY(buildInfusionView(unit, id));
    auto review = CHAIRSIDE_TRY(buildReview(unit, infusion.course.id));
    auto clinic = CHAIRSIDE_TRY(tx.settings().get(kClinicNameSetting)).value_or(std::string{});
    auto state = stateOfDocument(infusion.record);
    return VisitSummary{.document = unit.newId<domain::DocumentId>(),
                        .clinicName = std::move(clinic),
                        .infusion = std::move(infusion),
                        .review = std::move(review),
                        .state = std::move(state),
                        .contentHash = CHAIRSIDE_TRY(tx.signatures().contentHash("infusion", id.text())),
                        .auditHead = CHAIRSIDE_TRY(tx.auditHead()),
                        .printedBy = unit.actor().printedName,
                        .printedAt = unit.now()};
}

} // namespace

base::Result<VisitSummary> DocumentService::issueVisitSummary(const Actor& actor, const domain::InfusionId& infusion) {
    return run(m_context, actor, domain::Permission::IssueDocument, Access::Write,
               [&](Unit& unit) -> base::Result<VisitSummary> {
                   auto summary = CHAIRSIDE_TRY(gather(unit, infusion));
                   const auto& patient = summary.infusion.patient.id;
                   CHAIRSIDE_TRY(unit.tx().documents().add({summary.document, "visit_summary", infusion.text(), patient,
                                                            actor.account, summary.printedAt, summary.state}));
                   unit.audit(AuditAction::Issue, "document_issued", summary.document.text(), patient, summary.state);
                   unit.changed(ChangeKind::Document, summary.document.text(), patient);
                   return summary;
               });
}

} // namespace chairside::services
