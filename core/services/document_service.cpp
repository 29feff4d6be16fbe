#include "core/services/document_service.h"

#include <algorithm>

#include "core/services/clinic_details.h"
#include "core/services/course_review.h"
#include "core/services/infusion_view.h"
#include "core/services/retreatment_group.h"
#include "core/services/run.h"
#include "core/services/try.h"
#include "core/services/visit_summary.h"

namespace chairside::services {
namespace {

using domain::Permission;

enum class Leaves { No, Yes };

std::optional<domain::DocumentId> documentIf(Unit& unit, Leaves leaves) {
    return leaves == Leaves::Yes ? std::optional(unit.newId<domain::DocumentId>()) : std::nullopt;
}

base::Result<CourseDocument> gatherCourse(Unit& unit, const domain::CourseId& id, Leaves leaves) {
    auto review = CHAIRSIDE_TRY(buildReview(unit, id));
    int open = 0;
    int amended = 0;
    for (const auto& record : CHAIRSIDE_TRY(unit.tx().infusions().ofCourse(id))) {
        if (!record.signature) ++open;
        if (record.signature && !record.addenda.empty()) ++amended;
    }
    const char* state = open > 0 ? "draft" : amended > 0 ? "amended" : "signed";
    return CourseDocument{CHAIRSIDE_TRY(headOfDocument(unit, state, documentIf(unit, leaves))), std::move(review),
                          CHAIRSIDE_TRY(unit.tx().accounts().list()), open, amended};
}

base::Result<CallList> gatherCallList(Unit& unit, Leaves leaves) {
    auto listed = CHAIRSIDE_TRY(listedPatients(unit));
    const auto all = listed.size();
    std::erase_if(listed, [](const ListedPatient& one) { return !domain::isDue(one.group); });
    const int others = static_cast<int>(all - listed.size());
    return CallList{CHAIRSIDE_TRY(headOfDocument(unit, "signed", documentIf(unit, leaves))),
                    CHAIRSIDE_TRY(retreatmentRows(unit, listed)), others};
}

base::Done recordIssue(Unit& unit, const char* kind, const std::string& subject, const domain::PatientId& patient,
                       const DocumentHead& head) {
    CHAIRSIDE_TRY(unit.tx().documents().add(
        {*head.document, kind, subject, patient, unit.actor().account, head.printedAt, head.state}));
    unit.audit(AuditAction::Issue, "document_issued", head.document->text(), patient,
               std::string(kind) + ' ' + head.state);
    unit.changed(ChangeKind::Document, head.document->text(), patient);
    return {};
}

const char* kindOf(VisitPaper paper) {
    return paper == VisitPaper::Summary ? "visit_summary" : "after_visit";
}

const char* kindOf(CoursePaper paper) {
    return paper == CoursePaper::Summary ? "course_summary" : "letter";
}

} // namespace

base::Result<VisitSummary> DocumentService::previewVisit(const Actor& actor, const domain::InfusionId& infusion,
                                                         Reading reading) {
    return run(m_context, actor, Permission::ViewPatients, accessFor(reading),
               [&](Unit& unit) -> base::Result<VisitSummary> {
                   auto visit = CHAIRSIDE_TRY(gatherVisit(unit, infusion, documentIf(unit, Leaves::No)));
                   if (reading == Reading::Open) {
                       unit.audit(AuditAction::View, "infusion", infusion.text(), visit.infusion.patient.id);
                   }
                   return visit;
               });
}

base::Result<VisitSummary> DocumentService::issueVisit(const Actor& actor, VisitPaper paper,
                                                       const domain::InfusionId& infusion) {
    return run(
        m_context, actor, Permission::IssueDocument, Access::Write, [&](Unit& unit) -> base::Result<VisitSummary> {
            auto visit = CHAIRSIDE_TRY(gatherVisit(unit, infusion, documentIf(unit, Leaves::Yes)));
            CHAIRSIDE_TRY(recordIssue(unit, kindOf(paper), infusion.text(), visit.infusion.patient.id, visit.head));
            return visit;
        });
}

base::Result<CourseDocument> DocumentService::previewCourse(const Actor& actor, const domain::CourseId& course,
                                                            Reading reading) {
    return run(m_context, actor, Permission::ViewPatients, accessFor(reading),
               [&](Unit& unit) -> base::Result<CourseDocument> {
                   auto document = CHAIRSIDE_TRY(gatherCourse(unit, course, Leaves::No));
                   if (reading == Reading::Open) {
                       unit.audit(AuditAction::View, "course", course.text(), document.review.patient.id);
                   }
                   return document;
               });
}

base::Result<CourseDocument> DocumentService::issueCourse(const Actor& actor, CoursePaper paper,
                                                          const domain::CourseId& course) {
    return run(
        m_context, actor, Permission::IssueDocument, Access::Write, [&](Unit& unit) -> base::Result<CourseDocument> {
            auto document = CHAIRSIDE_TRY(gatherCourse(unit, course, Leaves::Yes));
            CHAIRSIDE_TRY(recordIssue(unit, kindOf(paper), course.text(), document.review.patient.id, document.head));
            return document;
        });
}

base::Result<CallList> DocumentService::previewCallList(const Actor& actor) {
    return run(m_context, actor, Permission::ViewPatients, Access::Read,
               [](Unit& unit) { return gatherCallList(unit, Leaves::No); });
}

base::Result<CallList> DocumentService::issueCallList(const Actor& actor) {
    return run(m_context, actor, Permission::IssueDocument, Access::Write, [&](Unit& unit) -> base::Result<CallList> {
        auto list = CHAIRSIDE_TRY(gatherCallList(unit, Leaves::Yes));
        for (const auto& row : list.rows) {
            CHAIRSIDE_TRY(
                unit.tx().documents().add({unit.newId<domain::DocumentId>(), "call_list", list.head.document->text(),
                                           row.patient.id, actor.account, list.head.printedAt, list.head.state}));
        }
        unit.audit(AuditAction::Issue, "document_issued", list.head.document->text(), std::nullopt,
                   "call_list " + std::to_string(list.rows.size()));
        unit.changed(ChangeKind::Document, list.head.document->text());
        return list;
    });
}

base::Result<std::vector<domain::InfusionId>>
DocumentService::visitsBetween(const Actor& actor, base::CalendarDate from, base::CalendarDate to, int most) {
    return run(m_context, actor, Permission::IssueDocument, Access::Read,
               [&](Unit& unit) -> base::Result<std::vector<domain::InfusionId>> {
                   std::vector<domain::InfusionId> found;
                   for (const auto& infusion : CHAIRSIDE_TRY(unit.tx().infusions().between(from, to, most + 1)))
                       found.push_back(infusion.id);
                   return found;
               });
}

} // namespace chairside::services
