// Signatures, and the hash of what they stand for.
#pragma once

#include "core/services/ports/repositories.h"
#include "core/store/session.h"

namespace chairside::store {

class SqlSignatureRepository final : public services::SignatureRepository {
public:
    explicit SqlSignatureRepository(Session& session) : m_session(session) {}

    [[nodiscard]] base::Done add(const domain::Signature& signature) override;
    // Oldest first.
    [[nodiscard]] base::Result<std::vector<domain::Signature>> of(std::string_view subjectKind,
                                                                  std::string_view subjectId) override;
    [[nodiscard]] base::Result<std::string> contentHash(std::string_view subjectKind,
                                                        std::string_view subjectId) override;

private:
    Session& m_session;
};

// Every signature there is, in the order of the keys; a failure of the visitor ends the walk.
[[nodiscard]] base::Done visitSignatures(Connection& connection,
                                         const std::function<base::Done(const domain::Signature&)>& visitor);

} // namespace chairside::store
