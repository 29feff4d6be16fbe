// Internal to core/services: what a patient's exposure is made from.
#pragma once

#include <vector>

#include "core/domain/instrument/questionnaire_response.h"
#include "core/domain/outcome/exposure.h"
#include "core/services/course_facts.h"

namespace chairside::services {

// The infusions of a course in which drug has flowed by now.
void addGivenDoses(std::vector<domain::GivenDose>& given, const CourseFacts& facts, base::Instant now);

// The checks among a patient's responses: of an instrument that names a scale for the check, standing, and with a
// score.
[[nodiscard]] std::vector<domain::CheckDone> checksDone(const std::vector<domain::QuestionnaireResponse>& responses,
                                                        const std::vector<domain::Instrument>& instruments);

} // namespace chairside::services
