// The words the store uses for a patient's history; never changed, as in enum_keys.h.
#pragma once

#include "core/domain/patient/history.h"
#include "core/domain/patient/patient_state.h"
#include "core/store/enum_key.h"

namespace chairside::store {

template <>
struct EnumKeys<domain::HistoryKind> {
    using enum domain::HistoryKind;
    static constexpr KeyTable<domain::HistoryKind, 11> kTable{{{Phone, "phone"},
                                                               {Email, "email"},
                                                               {Address, "address"},
                                                               {EmergencyContact, "emergency_contact"},
                                                               {Escort, "escort"},
                                                               {Allergy, "allergy"},
                                                               {NoKnownAllergies, "no_known_allergies"},
                                                               {Medicine, "medicine"},
                                                               {Therapy, "therapy"},
                                                               {Diagnosis, "diagnosis"},
                                                               {Comorbidity, "comorbidity"}}};
};
template <>
struct EnumKeys<domain::HistoryAct> {
    using enum domain::HistoryAct;
    static constexpr KeyTable<domain::HistoryAct, 4> kTable{
        {{Added, "added"}, {Corrected, "corrected"}, {Ended, "ended"}, {Withdrawn, "withdrawn"}}};
};
template <>
struct EnumKeys<domain::TherapyKind> {
    using enum domain::TherapyKind;
    static constexpr KeyTable<domain::TherapyKind, 5> kTable{{{Physiotherapy, "physiotherapy"},
                                                              {Psychotherapy, "psychotherapy"},
                                                              {Exercise, "exercise"},
                                                              {Sleep, "sleep"},
                                                              {Other, "other"}}};
};
template <>
struct EnumKeys<domain::OnsetTrigger> {
    using enum domain::OnsetTrigger;
    static constexpr KeyTable<domain::OnsetTrigger, 5> kTable{{{NoneKnown, "none_known"},
                                                               {Trauma, "trauma"},
                                                               {Infection, "infection"},
                                                               {Surgery, "surgery"},
                                                               {EmotionalStress, "emotional_stress"}}};
};
template <>
struct EnumKeys<domain::MedicineGroup> {
    using enum domain::MedicineGroup;
    static constexpr KeyTable<domain::MedicineGroup, 4> kTable{
        {{None, "none"}, {Opioid, "opioid"}, {Benzodiazepine, "benzodiazepine"}, {MaoInhibitor, "mao_inhibitor"}}};
};

template <>
struct EnumKeys<domain::PatientState> {
    using enum domain::PatientState;
    static constexpr KeyTable<domain::PatientState, 3> kTable{
        {{Active, "active"}, {Withdrawn, "withdrawn"}, {Deceased, "deceased"}}};
};

} // namespace chairside::store
