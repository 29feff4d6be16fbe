// The kinds of entries a patient's history is made of.
#pragma once

namespace chairside::domain {

enum class HistoryKind {
    Phone,
    Email,
    Address,
    EmergencyContact,
    Escort,
    Allergy,
    NoKnownAllergies, // a statement: asked, and there are none
    Medicine,
    Therapy,
    Diagnosis,
    Comorbidity
};

inline constexpr HistoryKind kAllHistoryKinds[] = {
    HistoryKind::Phone,   HistoryKind::Email,     HistoryKind::Address,          HistoryKind::EmergencyContact,
    HistoryKind::Escort,  HistoryKind::Allergy,   HistoryKind::NoKnownAllergies, HistoryKind::Medicine,
    HistoryKind::Therapy, HistoryKind::Diagnosis, HistoryKind::Comorbidity};

} // namespace chairside::domain
