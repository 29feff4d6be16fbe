// Filled-in instruments with their answers and scores.
#pragma once

#include "core/services/ports/questionnaire_repository.h"
#include "core/store/session.h"

namespace chairside::store {

class SqlQuestionnaireRepository final : public services::QuestionnaireRepository {
public:
    explicit SqlQuestionnaireRepository(Session& session) : m_session(session) {}

    [[nodiscard]] base::Result<domain::QuestionnaireResponse> get(const domain::QuestionnaireResponseId& id) override;
    [[nodiscard]] base::Result<std::vector<domain::QuestionnaireResponse>>
    ofPatient(const domain::PatientId& patient) override;
    [[nodiscard]] base::Done add(const domain::QuestionnaireResponse& response) override;

private:
    [[nodiscard]] base::Done addParts(const domain::QuestionnaireResponse& response);

    Session& m_session;
};

} // namespace chairside::store
