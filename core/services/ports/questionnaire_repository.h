// Filled-in instruments. Implemented in core/store; rules of the ports are in repositories.h.
#pragma once

#include <vector>

#include "core/base/result.h"
#include "core/domain/instrument/questionnaire_response.h"

namespace chairside::services {

class QuestionnaireRepository {
public:
    virtual ~QuestionnaireRepository() = default;
    [[nodiscard]] virtual base::Result<domain::QuestionnaireResponse>
    get(const domain::QuestionnaireResponseId& id) = 0;
    // All of the patient with their answers and scores, corrected ones too, by the day they were filled in.
    [[nodiscard]] virtual base::Result<std::vector<domain::QuestionnaireResponse>>
    ofPatient(const domain::PatientId& patient) = 0;
    // AlreadyExists if another one corrects the same response.
    [[nodiscard]] virtual base::Done add(const domain::QuestionnaireResponse& response) = 0;
};

} // namespace chairside::services
