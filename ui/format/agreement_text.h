// What was agreed with the patient before a course, in words.
#pragma once

#include <QString>

#include "core/domain/course/course.h"

namespace chairside::ui {

// "06-Jan-2025, taken by L. Okafor, MD".
[[nodiscard]] QString consentText(const domain::OrderAgreement& agreement);
// Where the signed one is: "form: folder 12".
[[nodiscard]] QString consentPlaceText(const domain::OrderAgreement& agreement);

} // namespace chairside::ui
