// Words for the entries of a patient's history.
#pragma once

#include <QCoreApplication>
#include <QString>

#include "core/services/history_service.h"
#include "core/services/patient_state_service.h"

namespace chairside::ui {

struct HistoryWords {
    Q_DECLARE_TR_FUNCTIONS(HistoryWords)

public:
    // "Emergency contact".
    [[nodiscard]] static QString kind(domain::HistoryKind kind);
    // "opioid"; empty for none.
    [[nodiscard]] static QString group(domain::MedicineGroup group);
    [[nodiscard]] static QString therapy(domain::TherapyKind therapy);
    // "after an infection".
    [[nodiscard]] static QString trigger(domain::OnsetTrigger trigger);
    // "Tramadol (▲ opioid)", "Physiotherapy: aqua training", "Fibromyalgia (M79.7)".
    [[nodiscard]] static QString what(const services::HistoryLine& line);
    // Everything else that was entered, without the dates.
    [[nodiscard]] static QString details(const domain::HistoryDetails& details);
    // "since 02-Nov-2024", "02-Nov-2024 to 05-Jan-2025"; empty without dates.
    [[nodiscard]] static QString dates(const domain::HistoryDetails& details);
    // "current", "ended: no effect", "corrected", "recorded in error: wrong person".
    [[nodiscard]] static QString state(const services::HistoryLine& line);
    // "Deceased since 03-Jan-2025: told by the family (06-Jan-2025 10:42, R. Khan)".
    [[nodiscard]] static QString state(const services::PatientStateLine& line);
    // What is on one line of a summary: "Tramadol (▲ opioid), 50 mg twice a day".
    [[nodiscard]] static QString summary(const services::HistoryLine& line);
};

} // namespace chairside::ui
