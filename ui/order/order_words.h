// What an order screen says about a protocol version, a dose and a plan.
#pragma once

#include <QString>
#include <QStringList>
#include <optional>
#include <span>
#include <vector>

#include "core/domain/course/schedule.h"
#include "core/domain/dosing/body_measure.h"
#include "core/domain/protocol/protocol.h"
#include "core/services/protocol_service.h"
#include "ui/patients/patient_banner_data.h"

namespace chairside::ui {

// "“Fibromyalgia course, version 2” is signed, in force from 14-Jan-2025.", one line each; empty for none.
[[nodiscard]] QString comingText(const std::vector<services::ProtocolOnFile>& coming);
// "Starts at 0.5 mg per kg over 90min. 6 infusions, 2 to 14 days apart, 16 to 42 days from first to last."
[[nodiscard]] QString regimenText(const domain::ProtocolVersion& version);
// The limits of the dose and of the minutes, for the help lines of their fields.
// "A serious event, or less than 10 % better after 3 infusions at the highest tolerated dose."
[[nodiscard]] QString stopRuleText(const domain::TitrationRules& rules);
[[nodiscard]] QString perKgHelp(const domain::ProtocolRules& rules);
[[nodiscard]] QString reasonHelp(const domain::ProtocolRules& rules);
[[nodiscard]] QString minutesHelp(const domain::ProtocolRules& rules);

// Beside the weight: pounds, a large change, or which weight stands while none is typed. rules: of the chosen version.
[[nodiscard]] QString weightRemark(std::optional<domain::Weight> typed, const std::optional<KnownWeight>& known,
                                   const domain::DoseRules* rules);
// Beside the height: that the two look swapped, or do not go together; empty if nothing is odd.
[[nodiscard]] QString heightRemark(domain::Weight weight, domain::Height height, const domain::DoseRules& rules,
                                   const domain::BodyLimits& limits);

struct DosePreview {
    QString line;      // "68 kg on 14-Jan-2025 → 34 mg"; says so when there is no weight
    QStringList notes; // information, one sentence each
    QString conflict;  // a limit the dose breaks; empty if none
};

// weight: the newest known; minutes may be missing.
[[nodiscard]] DosePreview dosePreview(const domain::ProtocolRules& rules, domain::DosePerKg perKg,
                                      std::optional<int> minutes, const std::optional<KnownWeight>& weight,
                                      base::CalendarDate today);

// What stands next to one date of a plan.
struct DateRemark {
    QString text; // "Thu, 3 days later", or why the date does not fit
    bool conflict = false;
};

struct PlanRemarks {
    std::vector<DateRemark> dates; // one for each date given
    QStringList conflicts;         // of the plan as a whole
    QString summary;               // only for a plan that is complete and fits
};

// dates: those typed so far, in the order of the fields; nothing where a field is blank.
[[nodiscard]] PlanRemarks planRemarks(std::span<const std::optional<base::CalendarDate>> dates,
                                      const domain::RegimenRules& rules, const domain::ClinicCalendar& calendar,
                                      base::CalendarDate today);

} // namespace chairside::ui
