// The record of documents that left the clinic.
#pragma once

#include "core/services/ports/repositories.h"
#include "core/store/session.h"

namespace chairside::store {

class SqlDocumentRepository final : public services::DocumentRepository {
public:
    explicit SqlDocumentRepository(Session& session) : m_session(session) {}

    [[nodiscard]] base::Done add(const services::IssuedDocument& document) override;
    [[nodiscard]] base::Result<std::vector<services::IssuedDocument>> ofPatient(const domain::PatientId& patient,
                                                                                base::Instant since) override;

private:
    Session& m_session;
};

} // namespace chairside::store
