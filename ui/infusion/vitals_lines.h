// The vitals grid as text: every row that was ever saved, newest first, corrected ones below their
// correction.
#pragma once

#include <QString>
#include <array>
#include <vector>

#include "core/services/infusion_service.h"

namespace chairside::ui {

// Columns of the grid, in their order.
enum class VitalsColumn { Time, Pressure, HeartRate, Spo2, Sedation, Respiration, Dissociation, Pain, Note, By };
inline constexpr std::size_t kVitalsColumnCount = 10;

struct VitalsCell {
    QString text;
    bool outOfRange = false; // the text says how

    bool operator==(const VitalsCell&) const = default;
};

struct VitalsLine {
    domain::EntryId id;
    std::array<VitalsCell, kVitalsColumnCount> cells;
    bool corrected = false; // replaced by another line; shown struck through

    bool operator==(const VitalsLine&) const = default;
};

[[nodiscard]] std::vector<VitalsLine> vitalsLines(const services::InfusionView& view);

// "10:45", "10:47, 2min late", "10:38 extra", "09:52 base", "11:40 after".
[[nodiscard]] QString rowTimeText(const services::InfusionView& view, const domain::VitalSigns& row);

// The values of one saved row with the scores that belong to it.
struct VitalsScores {
    std::optional<int> sedation, dissociation, pain;
};
[[nodiscard]] VitalsScores scoresOf(const domain::InfusionRecord& record, const domain::VitalSigns& row);

} // namespace chairside::ui
