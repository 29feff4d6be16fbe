#include "core/store/repositories/document_repository.h"

#include "core/services/try.h"
#include "core/store/repositories/statements.h"

namespace chairside::store {
namespace {

constexpr Sql
    kDocumentInsert("INSERT INTO document_issued (id, clinic_id, kind, subject_id, patient_id, issued_by, issued_at,"
                    " issued_offset, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
constexpr Sql kDocumentAll[] = {kDocumentInsert};

} // namespace

base::Done SqlDocumentRepository::add(const services::IssuedDocument& document) {
    const auto clinic = CHAIRSIDE_TRY(m_session.clinicId());
    return m_session.insert(Table::DocumentIssued, document.id.text(), kDocumentInsert,
                            values(document.id, clinic, document.kind, document.subjectId, document.patient,
                                   document.issuedBy, document.issuedAt, document.state));
}

std::span<const Sql> documentStatements() {
    return kDocumentAll;
}

} // namespace chairside::store
