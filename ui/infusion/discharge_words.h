// The words of the discharge: what is met, what is open, who left with whom.
#pragma once

#include <QCoreApplication>
#include <QString>

#include "core/services/infusion_service.h"
#include "ui/infusion/fact_list.h"

namespace chairside::ui {

struct DischargeWords {
    Q_DECLARE_TR_FUNCTIONS(DischargeWords)

public:
    // "○ 28min of 30min, from 12:00".
    [[nodiscard]] static FactLine time(const services::InfusionView& view, const base::Instant& now);
    // "✔ 128/76, 72 per min, 98 % at 12:00 (2 of 2 in a row)".
    [[nodiscard]] static FactLine vitals(const services::InfusionView& view, const base::Instant& now);
    // "126/74, 70 per min at 09:52".
    [[nodiscard]] static FactLine baseline(const services::InfusionView& view, const base::Instant& now);
    // "128/76, 72 per min, 98 % at 12:00".
    [[nodiscard]] static QString row(const domain::VitalSigns& row);
    // "✔ 10 of 10 at 12:01 (passes from 9)".
    [[nodiscard]] static QString aldrete(const domain::AldreteScore& score, const domain::DischargeRules& rules);
    // "activity 2, breathing 2, circulation 2 (126 to 128 mmHg, bands in mmHg), awake 2, SpO2 2".
    [[nodiscard]] static QString aldreteItems(const domain::AldreteScore& score);
    // What is not met, in a few words: "30min after the stop", "Escort is here".
    [[nodiscard]] static QString gap(const domain::DischargeGap& gap, const domain::ProtocolVersion& protocol);
    [[nodiscard]] static QString gaps(const std::vector<domain::DischargeGap>& gaps,
                                      const domain::ProtocolVersion& protocol);
    // "12:05, escort: Ben Testpatient; every criterion met".
    [[nodiscard]] static QString discharge(const services::InfusionView& view, const domain::Discharge& discharge);
    // One line for the summary that is signed.
    [[nodiscard]] static QString summary(const services::InfusionView& view);
};

// As of now; before the stop and where the protocol asks for no discharge: none.
[[nodiscard]] std::vector<domain::DischargeGap> dischargeGapsOf(const services::InfusionView& view,
                                                                const base::Instant& now);
// Another row is wanted: there is none after the stop, or the newest one is about an interval old.
[[nodiscard]] bool isRecoveryRowDue(const services::InfusionView& view, const base::Instant& now);

} // namespace chairside::ui
