// The kinds of entries a patient's history is made of, and the groups of medicines that are marked.
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

// Medicines that change what is safe around a ketamine infusion.
enum class MedicineGroup { None, Opioid, Benzodiazepine, MaoInhibitor };

} // namespace chairside::domain
