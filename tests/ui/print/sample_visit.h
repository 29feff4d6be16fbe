// A visit made by hand: every section of the summary has something to show.
#pragma once

#include <string>

#include "core/services/document_service.h"

namespace chairside::ui::testing {

// Infusion 4 of 6 of an invented patient: a pause, a rate change, a replaced vitals row, an event, a tender-point
// examination, waste with a witness, and a signature. Consistent in itself.
[[nodiscard]] services::VisitSummary sampleVisit();

// The same before the signature, with the drug not accounted for.
[[nodiscard]] services::VisitSummary draftVisit();
// The same with an addendum.
[[nodiscard]] services::VisitSummary amendedVisit();

// Minutes after midnight of the visit's day in local time (UTC+01:00).
[[nodiscard]] base::Instant at(int hour, int minute);
[[nodiscard]] domain::EntryHead head(const services::VisitSummary& visit, const base::Instant& observed,
                                     const base::Instant& recorded);
// Adds a plain vitals row, and counts up identities by itself.
domain::VitalSigns& addRow(services::VisitSummary& visit, const base::Instant& when, int systolic, int diastolic,
                           int heartRate, int spo2);

inline constexpr const char* kContentHash = "3f2a91c077be5d10486c9e2210f7a5b8c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9";
inline constexpr const char* kAuditHead = "9a1c04de11f2b3a4958677685940312213243546576879808a9bacbdcedfe0f1";

} // namespace chairside::ui::testing
