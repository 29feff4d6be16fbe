// Two weights of one patient of which one is most likely wrong, in words, each with the way to where it was written.
#pragma once

#include <QString>
#include <optional>
#include <string>
#include <vector>

#include "core/services/patient_service.h"

namespace chairside::ui {

struct WeightEntryLink {
    QString button; // "See infusion 3"
    std::string courseId;
    std::optional<std::string> infusionId; // none: it stands in an order
};

struct WeightCaution {
    QString sentence;
    std::vector<WeightEntryLink> entries; // the earlier one first
};

// Nothing while the weights agree.
[[nodiscard]] std::optional<WeightCaution> weightCaution(const services::PatientOverview& overview);

} // namespace chairside::ui
