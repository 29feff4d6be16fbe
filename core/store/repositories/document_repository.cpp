#include "core/store/repositories/document_repository.h"

#include "core/services/try.h"
#include "core/store/repositories/statements.h"
#include "core/store/row_reader.h"

namespace chairside::store {
namespace {

constexpr Sql
    kDocumentInsert("INSERT INTO document_issued (id, clinic_id, kind, subject_id, patient_id, issued_by, issued_at,"
                    " issued_offset, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
constexpr Sql kDocumentsOf("SELECT id, kind, subject_id, patient_id, issued_by, issued_at, issued_offset, state"
                           " FROM document_issued WHERE patient_id = ? AND issued_at >= ?"
                           " ORDER BY issued_at DESC, id DESC");
constexpr Sql kDocumentAll[] = {kDocumentInsert, kDocumentsOf};

services::IssuedDocument toDocument(RowReader& row) {
    const auto id = row.id<domain::DocumentId>();
    auto kind = row.text();
    auto subject = row.text();
    const auto patient = row.id<domain::PatientId>();
    const auto by = row.id<domain::AccountId>();
    const auto at = row.instant();
    return {id, std::move(kind), std::move(subject), patient, by, at, row.text()};
}

} // namespace

base::Done SqlDocumentRepository::add(const services::IssuedDocument& document) {
    const auto clinic = CHAIRSIDE_TRY(m_session.clinicId());
    return m_session.insert(Table::DocumentIssued, document.id.text(), kDocumentInsert,
                            values(document.id, clinic, document.kind, document.subjectId, document.patient,
                                   document.issuedBy, document.issuedAt, document.state));
}

base::Result<std::vector<services::IssuedDocument>> SqlDocumentRepository::ofPatient(const domain::PatientId& patient,
                                                                                     base::Instant since) {
    return readAll<services::IssuedDocument>(m_session.connection(), "document_issued", kDocumentsOf,
                                             values(patient, utcText(since)), toDocument);
}

std::span<const Sql> documentStatements() {
    return kDocumentAll;
}

} // namespace chairside::store
