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
    // "128/76 mmHg, HR 72 per min, SpO2 98 % at 09:50".
    [[nodiscard]] static QString baseline(const domain::VitalSigns& row);
    // The same with what the start limits say about it.
    [[nodiscard]] static QString baselineJudged(const domain::VitalSigns& row, const domain::ProtocolRules& rules);
    // The item under which the reason for a start outside of the limits is kept.
    [[nodiscard]] static domain::ChecklistItem startPressureItem();
    // Why the infusion cannot be started at that moment; empty if the pre-check does not stand in the way.
    [[nodiscard]] static QString startHint(const services::InfusionView& view, const base::Instant& now);
    // What the effect of an unfavourable answer is: said where it is chosen and where a physician signs it.
    [[nodiscard]] static QString effect(domain::AnswerEffect effect);
};

// What stands between the record and the start: as of the start once there was one.
[[nodiscard]] std::vector<domain::CheckGap> startGapsOf(const services::InfusionView& view, const base::Instant& now);

} // namespace chairside::ui
