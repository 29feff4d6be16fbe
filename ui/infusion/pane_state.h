// What the pane beside every step says at a given second.
#pragma once

#include <QString>
#include <vector>

#include "core/services/infusion_service.h"
#include "ui/infusion/fact_list.h"
#include "ui/widgets/badge.h"

namespace chairside::ui {

struct PaneState {
    QString state; // "RUNNING"
    Tone tone = Tone::Neutral;
    QString elapsed;           // "00:42:10"; empty before the start
    QString left;              // "00:47:50 left"; empty unless the pump runs or is paused
    std::vector<FactLine> bag; // amounts, rate, times
    QString due;               // "VITALS DUE 10:45", "VITALS OVERDUE 4min"; empty if none
    QString dueDetail;         // "in 2min 50sec"
    bool overdue = false;
    std::vector<FactLine> latest; // newest standing values
    QString latestAt;             // "at 10:30"
};

// now may be later than the record was read: the pump goes on in between.
[[nodiscard]] PaneState paneStateOf(const services::InfusionView& view, const base::Instant& now);

} // namespace chairside::ui
