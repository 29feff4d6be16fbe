// Drafts: one row an author and subject, replaced in place.
#pragma once

#include "core/services/ports/draft_repository.h"
#include "core/store/session.h"

namespace chairside::store {

class SqlDraftRepository final : public services::DraftRepository {
public:
    explicit SqlDraftRepository(Session& session) : m_session(session) {}

    [[nodiscard]] base::Result<std::optional<services::Draft>> get(const domain::AccountId& author,
                                                                   const services::DraftSubject& subject) override;
    [[nodiscard]] base::Done put(const domain::AccountId& author, const services::DraftSubject& subject,
                                 const services::Draft& draft) override;

private:
    Session& m_session;
};

} // namespace chairside::store
