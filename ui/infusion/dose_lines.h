// What the dose calculator says, line by line.
#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "core/base/calendar_date.h"
#include "core/domain/dosing/dose.h"
#include "core/services/infusion_service.h"
#include "ui/format/problem_text.h"
#include "ui/infusion/fact_list.h"

namespace chairside::ui {

struct DoseLines {
    QString dose;     // "DOSE 34 mg = 68 kg × 0.5 mg per kg"
    QString rounding; // "35.75 → 35.8 mg, rounded to 0.1 mg, +0.1 %"; empty if nothing was rounded
    QString drugVolume;
    QString totalVolume;
    QString rate;
    QString minutes; // "100 mL at 66.7 mL per hour = 90min, as ordered"
    bool minutesAgree = true;
    QString information;           // the guideline's total; empty if it does not apply
    std::vector<QString> problems; // limits that are broken; then nothing else is filled
};

[[nodiscard]] DoseLines doseLines(const domain::DoseInputs& inputs, const domain::DoseRules& rules);

// What the fields of a dose are called, also those nobody types ("dose", "rate").
[[nodiscard]] FieldWords doseFieldWords(const std::string& field);

// "Last weighed 68 kg on 02-Nov-2024, 73 days ago: older than 30 days."; empty without an earlier weight.
[[nodiscard]] QString earlierWeightLine(const services::InfusionView& view);
// The sentence for a weight that changed by more than the protocol allows; empty if it did not.
[[nodiscard]] QString weightChangeLine(const services::InfusionView& view, std::optional<domain::Weight> now);
// "3 infusions in the last 365 days.", with the protocol's number if it is reached.
[[nodiscard]] QString yearLine(const services::InfusionView& view);
// "ketamine — 0.5 mg per kg — over 90 minutes — at most 40 mg".
[[nodiscard]] QString orderLine(const services::InfusionView& view);

// What is in the bag, who prepared it, and what it replaced; empty if nothing was prepared. Without a number while a
// second person calculates.
[[nodiscard]] std::vector<FactLine> preparedLines(const services::InfusionView& view);

} // namespace chairside::ui
