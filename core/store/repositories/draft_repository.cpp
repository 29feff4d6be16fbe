#include "core/store/repositories/draft_repository.h"

#include "core/store/repositories/statements.h"
#include "core/store/row_reader.h"

namespace chairside::store {
namespace {

constexpr Sql kDraftGet("SELECT content, saved_at, saved_offset FROM draft"
                        " WHERE account_id = ? AND subject_kind = ? AND subject_id = ?");
constexpr Sql kDraftUpdate("UPDATE draft SET content = ?, saved_at = ?, saved_offset = ?"
                           " WHERE account_id = ? AND subject_kind = ? AND subject_id = ?");
constexpr Sql kDraftInsert("INSERT INTO draft (content, saved_at, saved_offset, account_id, subject_kind, subject_id)"
                           " VALUES (?, ?, ?, ?, ?, ?)");
constexpr Sql kDraftAll[] = {kDraftGet, kDraftUpdate, kDraftInsert};

} // namespace

base::Result<std::optional<services::Draft>> SqlDraftRepository::get(const domain::AccountId& author,
                                                                     const services::DraftSubject& subject) {
    auto found = CHAIRSIDE_TRY(readAll<services::Draft>(m_session.connection(), "draft", kDraftGet,
                                                        values(author, subject.kind, subject.id), [](RowReader& row) {
                                                            auto content = row.text();
                                                            return services::Draft{std::move(content), row.instant()};
                                                        }));
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

base::Done SqlDraftRepository::put(const domain::AccountId& author, const services::DraftSubject& subject,
                                   const services::Draft& draft) {
    const auto row = values(draft.content, draft.savedAt, author, subject.kind, subject.id);
    const bool changed = CHAIRSIDE_TRY(m_session.putScratch(kDraftUpdate, row));
    if (!changed) CHAIRSIDE_TRY(m_session.putScratch(kDraftInsert, row));
    return {};
}

std::span<const Sql> draftStatements() {
    return kDraftAll;
}

} // namespace chairside::store
