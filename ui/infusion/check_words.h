// The words of the checklists around the protocol's own: answers, what is open, why a start has to wait.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <vector>

#include "core/domain/infusion/checklist_rules.h"
#include "core/services/infusion_service.h"

namespace chairside::ui {

struct CheckWords {
    Q_DECLARE_TR_FUNCTIONS(CheckWords)

public:
    // "✔ as advised", "▲ not as advised: ate at 08:30, asked Dr Okafor", "– does not apply".
    [[nodiscard]] static QString answer(const domain::ChecklistItem& item, const domain::ChecklistAnswer& answer);
    // "168/102 mmHg at 09:50".
    [[nodiscard]] static QString pressure(const domain::VitalSigns& row);
    [[nodiscard]] static QString startLimit(const domain::MonitoringRules& rules);
    // The item under which the reason for a start above the limit is kept.
    [[nodiscard]] static domain::ChecklistItem startPressureItem(const services::InfusionView& view);
    // Why the infusion cannot be started at that moment; empty if the pre-check does not stand in the way.
    [[nodiscard]] static QString startHint(const services::InfusionView& view, const base::Instant& now);
    // What the effect of an unfavourable answer is: said where it is chosen and where a physician signs it.
    [[nodiscard]] static QString effect(domain::AnswerEffect effect);
};

// What stands between the record and the start: as of the start once there was one.
[[nodiscard]] std::vector<domain::CheckGap> startGapsOf(const services::InfusionView& view, const base::Instant& now);

} // namespace chairside::ui
