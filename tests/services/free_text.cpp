#include "tests/services/free_text.h"

#include <algorithm>

namespace chairside::test {

using services::Reading;
using std::chrono::minutes;

Desk::Desk(Limits limits) : m_limits(limits) {
    if (limits == Limits::Usual) return;
    auto& policy = clinic.context.policy;
    policy.patient.maxNameLength = policy.patient.maxTextLength = policy.maxNoteLength = 5000;
    policy.maxDraftLength = policy.maxChairNameLength = 5000;
}

domain::PatientId Desk::patient() {
    auto details = aPatient();
    details.clinicNumber += " " + std::to_string(++m_count);
    return clinic.patient(details);
}

domain::PatientDetails Desk::registered(const std::function<void(domain::PatientDetails&)>& change) {
    auto details = aPatient();
    details.clinicNumber += " " + std::to_string(++m_count);
    change(details);
    const auto id = typed(services.patients.registerPatient(nurse, details));
    return need(services.patients.overview(nurse, id, Reading::Refresh)).patient.details;
}

services::HistoryLine Desk::line(const domain::PatientId& id, const domain::EntryId& entry) {
    const auto all = need(services.histories.of(nurse, id, Reading::Refresh)).lines;
    return *std::ranges::find_if(all, [&](const auto& one) { return one.entry.id == entry; });
}

domain::HistoryDetails Desk::kept(const domain::HistoryDetails& details) {
    const auto id = patient();
    return line(id, typed(services.histories.add(nurse, id, details))).entry.details;
}

domain::CourseId Desk::course() {
    if (!m_course) m_course = clinic.orderedCourse(patient());
    return *m_course;
}

const domain::ProtocolVersionId& Desk::draft() {
    if (!m_draft) m_draft = need(services.protocols.takeOver(physician, "course_05"));
    return *m_draft;
}

services::OrderRequest Desk::order(const std::string& protocol) {
    return anOrder(patient(), clinic.signedProtocol(protocol), clinic.clock.now().localDate());
}

const domain::InfusionId& Desk::running() {
    if (!m_running) m_running = clinic.runningInfusion(course());
    return *m_running;
}

const domain::InfusionId& Desk::stopped() {
    if (m_stopped) return *m_stopped;
    m_stopped = clinic.runningInfusion(clinic.orderedCourse(patient(), {}, "asking_05"));
    clinic.clock.advance(minutes(90));
    clinic.step(*m_stopped, domain::StepKind::Stop);
    return *m_stopped;
}

const domain::InfusionId& Desk::opened() {
    if (!m_opened) m_opened = clinic.openInfusion(clinic.orderedCourse(patient(), {}, kCheckedProtocol));
    return *m_opened;
}

const domain::InfusionId& Desk::recovered() {
    if (m_recovered) return *m_recovered;
    m_recovered = clinic.openInfusion(clinic.orderedCourse(patient(), {}, kDischargeProtocol));
    clinic.prepare(*m_recovered);
    need(services.infusions.recordVitals(nurse, someVitals(*m_recovered)));
    clinic.clock.advance(minutes(1));
    clinic.step(*m_recovered, domain::StepKind::Start);
    clinic.clock.advance(minutes(91));
    clinic.step(*m_recovered, domain::StepKind::Stop);
    for (const int wait : {16, 15}) {
        clinic.clock.advance(minutes(wait));
        need(services.infusions.recordVitals(nurse, someVitals(*m_recovered)));
    }
    clinic.dischargeAnswers(*m_recovered);
    need(services.infusions.recordAldrete(nurse, {*m_recovered, 2, 2, 2, 2, {}}));
    need(services.infusions.discharge(nurse, {*m_recovered, {}, {}, {}, {}}));
    return *m_recovered;
}

domain::InfusionId Desk::prepared() {
    const auto infusion = clinic.openInfusion(clinic.orderedCourse(patient()));
    clinic.prepare(infusion);
    return infusion;
}

domain::Discharge Desk::leftEarly(const std::string& reason, const std::string& prescriber, const std::string& escort) {
    const auto infusion = clinic.openInfusion(clinic.orderedCourse(patient(), {}, kDischargeProtocol));
    clinic.prepare(infusion);
    for (const auto kind : {domain::StepKind::Start, domain::StepKind::Stop}) {
        clinic.clock.advance(std::chrono::seconds(1));
        clinic.step(infusion, kind, kind == domain::StepKind::Stop ? "had to go" : "");
    }
    typed(services.infusions.recordAnswer(nurse, {.infusion = infusion,
                                                  .list = domain::ChecklistKind::Discharge,
                                                  .item = "escort",
                                                  .answer = domain::AnswerKind::Favourable,
                                                  .note = escort,
                                                  .prescriber = {},
                                                  .corrects = {}}));
    typed(services.infusions.discharge(nurse, {infusion, {}, reason, prescriber, {}}));
    return record(infusion).discharges.back();
}

domain::QuestionnaireResponse Desk::safetyAnswer(const domain::SafetyAnswer& safety,
                                                 const std::optional<std::string>& reason) {
    const auto all = need(clinic.instruments.instruments());
    const auto instrument = std::ranges::find(all, "phq9", &domain::Instrument::id);
    services::AssessmentRequest request{.patient = patient(),
                                        .instrument = "phq9",
                                        .version = instrument->version,
                                        .date = clinic.clock.now().localDate(),
                                        .safety = safety};
    for (const auto& item : instrument->items)
        request.answers.push_back({item.key, 1, std::nullopt});
    auto id = typed(services.assessments.record(nurse, request));
    if (reason) {
        request.corrects = id;
        request.reason = *reason;
        id = typed(services.assessments.record(nurse, request));
    }
    const auto stored = need(services.assessments.ofPatient(physician, request.patient, Reading::Refresh)).all;
    return std::ranges::find(stored, id, [](const auto& one) { return one.response.id; })->response;
}

domain::InfusionRecord Desk::record(const domain::InfusionId& infusion) {
    return clinic.view(infusion).record;
}

void PrintTo(const FreeText& one, std::ostream* out) {
    *out << one.field;
}

} // namespace chairside::test
