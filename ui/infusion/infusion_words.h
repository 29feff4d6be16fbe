// The words of the chair-side record: states, reactions, gaps, and who wrote what down.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <vector>

#include "core/domain/account/account.h"
#include "core/domain/infusion/infusion_record.h"
#include "core/domain/infusion/vitals_rules.h"

namespace chairside::ui {

// Everything here is a label or a sentence; amounts, dates and durations come from ui/format.
struct InfusionWords {
    Q_DECLARE_TR_FUNCTIONS(InfusionWords)

public:
    // "RUNNING".
    [[nodiscard]] static QString state(domain::InfusionState state);
    // "mild: no or few symptoms, nothing needs to be done" for grade 1.
    [[nodiscard]] static QString grade(int grade);
    [[nodiscard]] static QString action(domain::EventAction action);
    [[nodiscard]] static QString outcome(domain::EventOutcome outcome);
    // "▲ high", "▼ low", "▼ very low"; empty for None.
    [[nodiscard]] static QString mark(domain::VitalMark mark);
    [[nodiscard]] static QString gap(domain::SigningGap gap);
    [[nodiscard]] static QString missing(domain::MissingReason reason);
    [[nodiscard]] static QString step(domain::StepKind kind);
    [[nodiscard]] static QString movement(domain::MovementKind kind);

    // "MOAA/S: 5 awake … 0 no response": which way the scale runs.
    // "MOAA/S": proper names, not translated.
    [[nodiscard]] static QString sedationName(domain::SedationScale scale);
    [[nodiscard]] static QString sedationScale(domain::SedationScale scale);
    [[nodiscard]] static QString dissociationScale(domain::DissociationScale scale);

    // Printed name of an account, or "not known".
    [[nodiscard]] static QString person(const std::vector<domain::Account>& people, const domain::AccountId& id);
    // "RK" for "R. Khan, RN".
    [[nodiscard]] static QString personInitials(const std::vector<domain::Account>& people,
                                                const domain::AccountId& id);
    // "R. Khan, RN, 10:46".
    [[nodiscard]] static QString written(const std::vector<domain::Account>& people, const domain::EntryHead& head);
};

} // namespace chairside::ui
