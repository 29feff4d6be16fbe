#include "core/store/repositories/signature_repository.h"

#include "core/store/audit/subject_content.h"
#include "core/store/repositories/statements.h"
#include "core/store/row_reader.h"

namespace chairside::store {
namespace {

constexpr Sql
    kSignatureInsert("INSERT INTO signature (id, account_id, printed_name, role, signed_at, signed_offset, meaning,"
                     " subject_kind, subject_id, content_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
constexpr Sql kOfSubject("SELECT id, account_id, printed_name, role, signed_at, signed_offset, meaning, subject_kind,"
                         " subject_id, content_hash FROM signature WHERE subject_id = ? AND subject_kind = ?"
                         " ORDER BY signed_at, id");
constexpr Sql
    kSignatureEvery("SELECT id, account_id, printed_name, role, signed_at, signed_offset, meaning, subject_kind,"
                    " subject_id, content_hash FROM signature ORDER BY id");
constexpr Sql kSignatureAll[] = {kSignatureInsert, kOfSubject, kSignatureEvery};

} // namespace

domain::Signature toSignature(RowReader& row) {
    const auto id = row.id<domain::SignatureId>();
    const auto account = row.id<domain::AccountId>();
    auto printedName = row.text();
    auto role = row.text();
    const auto at = row.instant();
    auto meaning = row.text();
    auto kind = row.text();
    auto subject = row.text();
    return {id,
            account,
            std::move(printedName),
            std::move(role),
            at,
            std::move(meaning),
            std::move(kind),
            std::move(subject),
            row.text()};
}

base::Done SqlSignatureRepository::add(const domain::Signature& signature) {
    return m_session.insert(Table::Signature, signature.id.text(), kSignatureInsert,
                            values(signature.id, signature.account, signature.printedName, signature.role, signature.at,
                                   signature.meaning, signature.subjectKind, signature.subjectId,
                                   signature.contentHash));
}

base::Result<std::vector<domain::Signature>> SqlSignatureRepository::of(std::string_view subjectKind,
                                                                        std::string_view subjectId) {
    return readAll<domain::Signature>(m_session.connection(), "signature", kOfSubject, values(subjectId, subjectKind),
                                      toSignature);
}

base::Result<std::string> SqlSignatureRepository::contentHash(std::string_view subjectKind,
                                                              std::string_view subjectId) {
    return subjectContentHash(m_session.connection(), m_session.digest(), subjectKind, std::string(subjectId));
}

base::Done visitSignatures(Connection& connection, const std::function<base::Done(const domain::Signature&)>& visitor) {
    return connection.query(kSignatureEvery, {}, [&](const Row& row) -> base::Done {
        RowReader reader(row);
        const auto signature = toSignature(reader);
        CHAIRSIDE_TRY(reader.check("signature"));
        return visitor(signature);
    });
}

std::span<const Sql> signatureStatements() {
    return kSignatureAll;
}

} // namespace chairside::store
