#include "tests/services/free_text.h"

namespace chairside::test {

using domain::AnswerKind;
using services::Correction;
using std::chrono::seconds;
using Text = const std::string&;

namespace {

// A new answer, or in its place the correction of the one that stands.
services::AnswerEntry mealAnswer(Desk& d, Text note, Text prescriber) {
    services::AnswerEntry entry{.infusion = d.opened(),
                                .item = "last_meal",
                                .answer = AnswerKind::Unfavourable,
                                .note = note,
                                .prescriber = prescriber};
    const auto stands = domain::answerOf(d.record(d.opened()), domain::ChecklistKind::PreCheck, "last_meal");
    if (stands) entry.corrects = Correction{stands->head.id, "asked again"};
    return entry;
}

domain::ChecklistAnswer answered(Desk& d, const services::AnswerEntry& entry) {
    typed(d.services.infusions.recordAnswer(d.nurse, entry));
    return d.record(d.opened()).answers.back();
}

// A bag that was made and not started is booked away; this is changed in what is typed for it.
domain::InfusionRecord booked(Desk& d, const std::function<void(services::DrugEntry&)>& change) {
    const auto infusion = d.prepared();
    auto entry = aDrugEntry(infusion);
    entry.expires = d.clinic.clock.now().localDate().plusDays(300);
    entry.wastedVial = mg(465'000);
    entry.wastedBag = mg(35'000);
    change(entry);
    typed(d.services.infusions.accountDrug(d.nurse, entry));
    return d.record(infusion);
}

std::string stepReason(Desk& d, domain::StepKind kind, Text t) {
    const auto step = [&d](domain::StepKind which, Text reason) {
        d.clinic.clock.advance(seconds(1));
        return d.services.infusions.recordStep(d.nurse, {d.running(), which, {}, {}, reason});
    };
    if (kind == domain::StepKind::Resume) need(step(domain::StepKind::Pause, "nausea"));
    const auto done = step(kind, t);
    if (!done && kind == domain::StepKind::Resume) need(step(domain::StepKind::Resume, ""));
    typed(done);
    const auto reason = d.record(d.running()).steps.back().reason;
    if (kind == domain::StepKind::Pause) need(step(domain::StepKind::Resume, ""));
    return reason;
}

} // namespace

std::vector<FreeText> chairTexts() {
    return {
        {"note",
         {"note.body"},
         [](Desk& d, Text t) {
             typed(d.services.infusions.recordNote(d.nurse, d.running(), t));
             return d.record(d.running()).notes.back().text;
         }},
        {"vitals_note",
         {"vital_signs.note"},
         [](Desk& d, Text t) {
             auto entry = someVitals(d.running());
             entry.note = t;
             typed(d.services.infusions.recordVitals(d.nurse, entry));
             return d.record(d.running()).vitals.back().note;
         }},
        {"event_words",
         {"adverse_event.words"},
         [](Desk& d, Text t) {
             typed(d.services.infusions.recordEvent(
                 d.nurse, {.infusion = d.running(), .term = "other", .words = t, .grade = 1}));
             return d.record(d.running()).events.back().words;
         }},
        {"pause_reason",
         {"infusion_step.reason"},
         [](Desk& d, Text t) {
             return stepReason(d, domain::StepKind::Pause, t);
         }},
        {"resume_reason",
         {"infusion_step.reason"},
         [](Desk& d, Text t) {
             return stepReason(d, domain::StepKind::Resume, t);
         }},
        {"answer_note",
         {"checklist_answer.note"},
         [](Desk& d, Text t) {
             return answered(d, mealAnswer(d, t, "Dr Okafor")).note;
         }},
        {"answer_prescriber",
         {"checklist_answer.prescriber"},
         [](Desk& d, Text t) {
             return answered(d, mealAnswer(d, "ate at 08:30", t)).prescriber;
         }},
    };
}

std::vector<FreeText> drugTexts() {
    return {
        {"rescue_drug",
         {"rescue_drug.drug"},
         [](Desk& d, Text t) {
             typed(d.services.infusions.recordRescueDrug(d.nurse, {.infusion = d.running(),
                                                                   .drug = t,
                                                                   .dose = mg(4'000),
                                                                   .route = domain::DrugRoute::Oral,
                                                                   .at = {},
                                                                   .witnessUserName = "osei",
                                                                   .witnessPassword = kPassword,
                                                                   .corrects = {}}));
             return d.record(d.running()).rescueDrugs.back().drug;
         }},
        {"emergency_called",
         {"emergency_note.called"},
         [](Desk& d, Text t) {
             typed(d.services.infusions.recordEmergency(d.nurse,
                                                        {d.running(), t, "", {}, domain::EmergencyStanding::Ongoing}));
             return d.record(d.running()).emergency.back().called;
         }},
        {"emergency_done",
         {"emergency_note.done"},
         [](Desk& d, Text t) {
             typed(d.services.infusions.recordEmergency(d.nurse,
                                                        {d.running(), "", t, {}, domain::EmergencyStanding::Ongoing}));
             return d.record(d.running()).emergency.back().done;
         }},
        {"drug_lot",
         {"vial.lot"},
         [](Desk& d, Text t) {
             return booked(d, [&](auto& entry) { entry.lot = t; }).vials.back().lot;
         }},
        {"drug_difference",
         {"drug_movement.reason"},
         [](Desk& d, Text t) {
             const auto change = [&](services::DrugEntry& entry) {
                 entry.wastedVial = mg(460'000); // 5 mg are missing
                 entry.differenceReason = t;
             };
             const auto movements = booked(d, change).movements;
             return std::ranges::find_if(movements, [](const auto& one) { return !one.reason.empty(); })->reason;
         }},
    };
}

} // namespace chairside::test
