#include "tests/ui/charts/infusion_story.h"

#include "tests/ui/charts/course_story.h"

namespace chairside::test {

using domain::StepKind;

namespace {

domain::InfusionRecord emptyRecord() {
    const domain::Infusion infusion{.id = domain::InfusionId(madeUpUuid()),
                                    .planned = domain::PlannedInfusionId(madeUpUuid()),
                                    .course = domain::CourseId(madeUpUuid()),
                                    .patient = domain::PatientId(madeUpUuid()),
                                    .order = domain::CourseOrderId(madeUpUuid()),
                                    .ordinal = 1,
                                    .date = day("2025-01-14"),
                                    .openedAt = InfusionStory::at(-20),
                                    .openedBy = domain::AccountId(madeUpUuid())};
    return {.infusion = infusion,
            .doseChecks = {},
            .steps = {},
            .vitals = {},
            .sedation = {},
            .dissociation = {},
            .pain = {},
            .tenderPoints = {},
            .events = {},
            .notes = {},
            .vials = {},
            .movements = {},
            .signature = {},
            .addenda = {}};
}

} // namespace

base::Instant InfusionStory::at(int minute) {
    return base::Instant::fromIso("2025-01-14T10:00:00+01:00").value().plus(std::chrono::minutes(minute));
}

domain::ProtocolRules InfusionStory::rules() {
    domain::ProtocolRules rules;
    rules.dose.doseStep = domain::Dose::ofRaw(100);
    rules.dose.volumeStep = domain::Volume::ofRaw(100);
    rules.dose.deliveredStep = domain::Volume::ofRaw(100);
    rules.monitoring.startSystolicMax = 160;
    rules.monitoring.startDiastolicMax = 100;
    rules.monitoring.runSystolicMax = 170;
    rules.monitoring.runDiastolicMax = 105;
    rules.monitoring.systolicLow = 90;
    rules.monitoring.heartRateLow = 50;
    rules.monitoring.heartRateHigh = 120;
    rules.monitoring.spo2 = {50, 100};
    rules.monitoring.spo2Notify = 94;
    rules.monitoring.spo2Act = 90;
    return rules;
}

domain::EntryHead InfusionStory::head(int minute) const {
    return {.id = domain::EntryId(madeUpUuid()),
            .infusion = m_record.infusion.id,
            .observedAt = at(minute),
            .recordedAt = at(minute),
            .recordedBy = m_record.infusion.openedBy,
            .corrects = {},
            .correctionReason = {}};
}

InfusionStory::InfusionStory() : m_record(emptyRecord()) {
    m_record.doseChecks.push_back({.head = head(-10),
                                   .inputs = {},
                                   .weighedOn = day("2025-01-14"),
                                   .dose = domain::Dose::ofWhole(34),
                                   .drugVolume = domain::Volume::ofRaw(3400),
                                   .totalVolume = domain::Volume::ofWhole(100),
                                   .rate = domain::FlowRate::ofRaw(66667)});
}

InfusionStory& InfusionStory::step(int minute, StepKind kind) {
    std::optional<domain::FlowRate> rate;
    if (kind == StepKind::Start || kind == StepKind::Resume) rate = domain::FlowRate::ofRaw(66667);
    m_record.steps.push_back({.head = head(minute), .kind = kind, .rate = rate, .reason = {}});
    return *this;
}

InfusionStory& InfusionStory::vitals(int minute, std::optional<int> systolic, std::optional<int> diastolic,
                                     std::optional<int> heartRate, std::optional<int> spo2) {
    m_record.vitals.push_back({.head = head(minute),
                               .systolic = systolic,
                               .diastolic = diastolic,
                               .heartRate = heartRate,
                               .spo2 = spo2,
                               .respiration = {},
                               .dueAt = {},
                               .note = {}});
    return *this;
}

InfusionStory& InfusionStory::correctLast(int systolic, int diastolic, int heartRate, int spo2) {
    domain::VitalSigns row = m_record.vitals.back();
    row.head.corrects = row.head.id;
    row.head.correctionReason = "mistyped";
    row.head.id = domain::EntryId(madeUpUuid());
    row.systolic = systolic;
    row.diastolic = diastolic;
    row.heartRate = heartRate;
    row.spo2 = spo2;
    m_record.vitals.push_back(row);
    return *this;
}

InfusionStory usualInfusion() {
    InfusionStory story;
    story.vitals(-8, 126, 74, 70, 98).step(0, StepKind::Start).vitals(0, 128, 76, 72, 98);
    story.vitals(15, 128, 78, 80, 98).vitals(30, 134, 80, 84, 98);
    story.step(40, StepKind::Pause).step(45, StepKind::Resume);
    story.vitals(45, 174, 98, 96, 96).vitals(60, 148, 90, 88, 97).vitals(75, 140, 84, 80, 93);
    return story;
}

} // namespace chairside::test
