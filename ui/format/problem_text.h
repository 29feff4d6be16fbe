// Failures as whole sentences that say what is possible and what to do. The only place that words them.
#pragma once

#include <QString>

#include "core/base/result.h"

namespace chairside::ui {

// What a field is called on the screen, and the unit its limits are read in (may be empty).
struct FieldWords {
    QString label{};
    QString unit{};
};

// One sentence for a failure as a whole. For Code::Invalid it says how many entries need attention; the
// single problems are worded by the overload below, next to their fields.
[[nodiscard]] QString describe(const base::Error& error);

// One sentence for one broken rule, for example "Weight must be from 30 to 250 kg.".
[[nodiscard]] QString describe(const base::Problem& problem, const FieldWords& field);

} // namespace chairside::ui
