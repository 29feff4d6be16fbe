// What the patient banner and every list say about a person, made from the record.
#pragma once

#include <QString>
#include <optional>

#include "core/domain/patient/patient.h"
#include "core/domain/quantities.h"
#include "ui/widgets/patient_banner.h"

namespace chairside::ui {

struct KnownWeight {
    domain::Weight weight;
    base::CalendarDate on;

    bool operator==(const KnownWeight&) const = default;
};

// The weight of a record that keeps value and date apart; nothing unless both are there.
[[nodiscard]] std::optional<KnownWeight> knownWeight(std::optional<domain::Weight> weight,
                                                     std::optional<base::CalendarDate> on);

// weightMaxAgeDays: the limit of the protocol the patient is treated under; nothing while no protocol
// applies.
[[nodiscard]] BannerData bannerData(const domain::Patient& patient, const std::optional<KnownWeight>& weight,
                                    base::CalendarDate today, std::optional<int> weightMaxAgeDays = std::nullopt);

// "TESTPATIENT, Anna (Ms)".
[[nodiscard]] QString nameText(const domain::PersonName& name);
// "TESTPATIENT, Anna (Ms), born 14-Mar-1979, ID No. KC 0412".
[[nodiscard]] QString personText(const domain::Patient& patient);
// "Deceased since 03-Jan-2025", "Withdrawn since ..."; empty while the patient is treated.
[[nodiscard]] QString recordStateText(const domain::Patient& patient);
// "Female", "Male", "Other"; empty when not known, which the banner words itself.
[[nodiscard]] QString genderText(domain::Gender gender);
// "68 kg on 14-Jan-2025".
[[nodiscard]] QString weightText(const KnownWeight& weight);

} // namespace chairside::ui
