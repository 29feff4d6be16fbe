// Which row of the grid is being typed, and what stands before it.
#pragma once

#include <QString>

#include "core/services/infusion_service.h"

namespace chairside::ui {

enum class VitalsRowKind { Baseline, Due, Extra, After, Correction };

struct VitalsHeading {
    QString time;   // "10:45", "Base"
    QString detail; // "due in 2min", "overdue 6min", "extra row"
    bool urgent = false;
};

// The next row the protocol asks for.
[[nodiscard]] std::optional<domain::DueRow> dueVitals(const services::InfusionView& view, const base::Instant& now);
// What an empty entry row is at this moment. A row is taken for the due one from the protocol's grace before
// its time on; earlier it is an extra row.
[[nodiscard]] VitalsRowKind rowKindAt(const services::InfusionView& view, const base::Instant& now);
// The same if the due row is left for later.
[[nodiscard]] VitalsRowKind rowKindWithoutDue(const services::InfusionView& view);
// Nothing for a correction, which is headed by the time of its row.
[[nodiscard]] std::optional<VitalsHeading> headingOf(VitalsRowKind kind, const services::InfusionView& view,
                                                     const base::Instant& now);

} // namespace chairside::ui
