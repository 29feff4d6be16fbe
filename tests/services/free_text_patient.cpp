#include "tests/services/free_text.h"

namespace chairside::test {

using domain::HistoryDetails;
using domain::HistoryKind;
using services::Reading;
using Text = const std::string&;

namespace {

FreeText ofHistory(const char* field, const char* column, HistoryDetails details, std::string HistoryDetails::*member) {
    return {field, {column}, [details, member](Desk& d, Text t) {
                auto changed = details;
                changed.*member = t;
                return d.kept(changed).*member;
            }};
}

FreeText ofPatient(const char* field, const char* column, std::string domain::PatientDetails::*member) {
    return {field, {column}, [member](Desk& d, Text t) {
                return d.registered([&](auto& details) { details.*member = t; }).*member;
            }};
}

FreeText ofName(const char* field, const char* column, std::string domain::PersonName::*member) {
    return {field, {column}, [member](Desk& d, Text t) {
                return d.registered([&](auto& details) { details.name.*member = t; }).name.*member;
            }};
}

} // namespace

std::vector<FreeText> patientTexts() {
    using Name = domain::PersonName;
    using Details = domain::PatientDetails;
    return {
        ofName("family_name", "patient.family_name", &Name::family),
        ofName("given_name", "patient.given_name", &Name::given),
        ofName("title", "patient.title", &Name::title),
        ofName("preferred_name", "patient.preferred_name", &Name::preferred),
        {"clinic_number",
         {"patient.clinic_number"},
         [](Desk& d, Text t) {
             // Numbers are compared by their letters and digits: each text needs some of its own.
             const auto own = d.patient().text() + " ";
             const auto kept = d.registered([&](auto& details) { details.clinicNumber = own + t; }).clinicNumber;
             return kept.substr(own.size());
         }},
        ofPatient("phone", "patient.phone", &Details::phone),
        ofPatient("allergies", "patient.allergies", &Details::allergies),
        {"state_reason",
         {"patient_state.reason"},
         [](Desk& d, Text t) {
             const auto id = d.patient();
             typed(d.services.patientStates.set(
                 d.nurse,
                 {.patient = id, .state = domain::PatientState::Withdrawn, .since = date("2025-01-03"), .reason = t}));
             return need(d.services.patientStates.of(d.nurse, id)).front().entry.reason;
         }},
        {"merge_reason",
         {"patient_merge.reason"},
         [](Desk& d, Text t) {
             auto& merges = d.services.merges;
             const auto& administrator = d.clinic.administrator;
             typed(merges.merge(administrator, {.survivor = d.patient(), .duplicate = d.patient(), .reason = t}));
             return need(merges.merges(administrator)).front().merge.reason;
         }},
        {"merge_undo_reason",
         {"patient_merge.reason"},
         [](Desk& d, Text t) {
             auto& merges = d.services.merges;
             const auto& administrator = d.clinic.administrator;
             const auto merge = need(
                 merges.merge(administrator, {.survivor = d.patient(), .duplicate = d.patient(), .reason = "one"}));
             typed(merges.undo(administrator, merge, t));
             return need(merges.merges(administrator)).front().merge.reason;
         }},
    };
}

std::vector<FreeText> historyTexts() {
    const HistoryDetails medicine{.kind = HistoryKind::Medicine, .text = "x"};
    return {
        ofHistory("history_text", "patient_history.content", {.kind = HistoryKind::Address}, &HistoryDetails::text),
        ofHistory("history_medicine", "patient_history.content", {.kind = HistoryKind::Medicine},
                  &HistoryDetails::text),
        ofHistory("history_allergy", "patient_history.content", {.kind = HistoryKind::Allergy}, &HistoryDetails::text),
        ofHistory("history_therapy", "patient_history.content",
                  {.kind = HistoryKind::Therapy, .therapy = domain::TherapyKind::Other}, &HistoryDetails::text),
        ofHistory("history_note", "patient_history.note", {.kind = HistoryKind::Allergy, .text = "latex"},
                  &HistoryDetails::note),
        ofHistory("history_phone", "patient_history.phone", {.kind = HistoryKind::Escort, .text = "Ben"},
                  &HistoryDetails::phone),
        ofHistory("history_dose", "patient_history.dose", medicine, &HistoryDetails::dose),
        ofHistory("history_route", "patient_history.route", medicine, &HistoryDetails::route),
        {"history_reason",
         {"patient_history.reason"},
         [medicine](Desk& d, Text t) {
             const auto id = d.patient();
             const auto first = need(d.services.histories.add(d.nurse, id, medicine));
             return d.line(id, typed(d.services.histories.correct(d.nurse, id, first, medicine, t))).entry.reason;
         }},
        {"history_end_reason",
         {"patient_history.reason"},
         [medicine](Desk& d, Text t) {
             const auto id = d.patient();
             const auto first = need(d.services.histories.add(d.nurse, id, medicine));
             const auto today = d.clinic.clock.now().localDate();
             return d.line(id, typed(d.services.histories.end(d.nurse, id, {first, HistoryKind::Medicine}, today, t)))
                 .entry.reason;
         }},
        {"history_withdrawal_reason",
         {"patient_history.reason"},
         [medicine](Desk& d, Text t) {
             const auto id = d.patient();
             const auto first = need(d.services.histories.add(d.nurse, id, medicine));
             return d.line(id, typed(d.services.histories.withdraw(d.nurse, id, {first, HistoryKind::Medicine}, t)))
                 .entry.reason;
         }},
    };
}

} // namespace chairside::test
