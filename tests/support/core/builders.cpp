#include "tests/support/core/builders.h"

#include "tests/support/core/fake_clock.h"

namespace chairside::test {
namespace {

domain::RegimenRules regimen() {
    return {.startDose = perKg(500),
            .minutes = 90,
            .infusions = 6,
            .minGapDays = 2,
            .maxGapDays = 14,
            .minSpanDays = 16,
            .maxSpanDays = 42,
            .clinicDays = 0b0011111};
}

domain::DoseRules doseRules() {
    domain::DoseRules rules;
    rules.minWeight = kg(30'000);
    rules.maxWeight = kg(250'000);
    rules.minPerKg = perKg(100);
    rules.maxPerKg = perKg(2'000);
    rules.softPerKg = perKg(1'000);
    rules.maxDose = mg(250'000);
    rules.maxRate = mlPerHour(999'000);
    rules.minMinutes = 10;
    rules.maxMinutes = 300;
    rules.doseStep = mg(100);
    rules.volumeStep = ml(10);
    rules.rateStep = mlPerHour(100);
    rules.deliveredStep = ml(100);
    rules.weightMaxAgeDays = 30;
    rules.weightChangePercent = 5;
    rules.guidelineFloor = mg(80'000);
    rules.yearlyInfusions = 12;
    return rules;
}

domain::MonitoringRules monitoring() {
    domain::MonitoringRules rules;
    rules.intervalMinutes = 15;
    rules.graceMinutes = 5;
    rules.systolic = {50, 260};
    rules.diastolic = {20, 160};
    rules.heartRate = {30, 220};
    rules.spo2 = {50, 100};
    rules.respiration = {7, 60};
    rules.startSystolicMax = 159;
    rules.startDiastolicMax = 99;
    rules.runSystolicMax = 180;
    rules.runDiastolicMax = 110;
    rules.systolicLow = 90;
    rules.heartRateLow = 50;
    rules.heartRateHigh = 120;
    rules.respirationLow = 10;
    rules.respirationHigh = 30;
    rules.spo2Notify = 92;
    rules.spo2Act = 90;
    rules.tenderPositiveFrom = 2;
    rules.tenderCriterion = 11;
    rules.tenderNoiseBand = 5;
    rules.algometerPositive = domain::Pressure::ofWhole(4);
    rules.algometerDeviceMax = domain::Pressure::ofWhole(10);
    return rules;
}

domain::TitrationRules titration() {
    domain::TitrationRules rules;
    rules.step = perKg(100);
    rules.maxPerKg = perKg(1'000);
    rules.goodResponsePercent = 30;
    rules.noBenefitPercent = 10;
    rules.noBenefitInfusions = 3;
    rules.decreaseFromGrade = 2;
    rules.stopFromGrade = 3;
    rules.toleratedDissociation = 2;
    rules.minScores = 2;
    return rules;
}

domain::ResponseRules response() {
    domain::ResponseRules rules;
    rules.baselineDays = 7;
    rules.substantialPercent = 50;
    rules.moderatePercent = 30;
    rules.minimalPercent = 10;
    rules.trialPercent = 50;
    rules.meaningfulPoints = domain::Score::ofWhole(2);
    rules.lateHours = 24;
    return rules;
}

} // namespace

domain::Weight kg(std::int64_t grams) {
    return domain::Weight::ofRaw(grams);
}
domain::DosePerKg perKg(std::int64_t micrograms) {
    return domain::DosePerKg::ofRaw(micrograms);
}
domain::Dose mg(std::int64_t micrograms) {
    return domain::Dose::ofRaw(micrograms);
}
domain::Volume ml(std::int64_t microlitres) {
    return domain::Volume::ofRaw(microlitres);
}
domain::FlowRate mlPerHour(std::int64_t microlitres) {
    return domain::FlowRate::ofRaw(microlitres);
}
domain::Concentration mgPerMl(std::int64_t micrograms) {
    return domain::Concentration::ofRaw(micrograms);
}

domain::ProtocolRules clinicRules() {
    return {regimen(), doseRules(), monitoring(), titration(), {28, 42, 50}, response(), {}, {}};
}

domain::ProtocolRules checkedRules() {
    auto rules = clinicRules();
    rules.secondCheck = {1, kg(100), mg(100), ml(10), mlPerHour(500)};
    return rules;
}

domain::ProtocolRules askingRules() {
    auto rules = clinicRules();
    rules.after = {1,
                   1,
                   1,
                   domain::ImpressionDirection::LowIsImproved,
                   domain::ComparedWith::BeforeCourse,
                   2,
                   domain::ComparedWith::BeforeInfusion,
                   600,
                   kg(20'000)};
    return rules;
}

domain::ProtocolTemplate aTemplate(const std::string& key) {
    return {key,
            "Course " + key,
            "ketamine",
            "Six infusions",
            {"A remark"},
            clinicRules(),
            {{"titration.step", "proposal"}}};
}

domain::ProtocolTemplate aScreeningTemplate() {
    using domain::AnswerEffect;
    auto result = aTemplate(kScreeningProtocol);
    result.screening = {
        {"psychosis", "Psychosis, now or in the past", "no", "yes", AnswerEffect::HardStop, true, 30, "guideline"},
        {"substances", "Active substance use", "no", "yes", AnswerEffect::SoftStop, true, 30, "guideline"},
        {"pregnancy", "Pregnancy", "no", "yes", AnswerEffect::HardStop, false, 7, "guideline"},
        {"ecg", "ECG where the heart is at risk", "done", "not done", AnswerEffect::SoftStop, false, 365, "guideline",
         true},
        {"snoring", "Loud snoring", "no", "yes", AnswerEffect::Inform, true, 0, "habit"}};
    return result;
}

domain::ProtocolTemplate aCheckedTemplate() {
    using domain::AnswerEffect;
    using domain::ChecklistKind;
    auto result = aTemplate(kCheckedProtocol);
    result.rules.start = {90, 50, 120, 92, 10, 30, 0};
    result.items = {{ChecklistKind::PreCheck, "last_meal", "Last meal and drink", "as advised", "not as advised",
                     AnswerEffect::SoftStop, true, "habit"},
                    {ChecklistKind::PreCheck, "escort", "Escort for the way home", "confirmed", "not confirmed",
                     AnswerEffect::Inform, true, "label"},
                    {ChecklistKind::PreCheck, "rescue", "Rescue drugs, oxygen, suction", "checked", "not available",
                     AnswerEffect::HardStop, true, "guideline"},
                    {ChecklistKind::PreCheck, "pregnancy", "Pregnancy test today", "negative", "positive or not done",
                     AnswerEffect::SoftStop, false, "guideline"}};
    return result;
}

domain::ProtocolTemplate aStrictTemplate() {
    auto result = aCheckedTemplate();
    result.key = kStrictProtocol;
    result.name = "Course " + result.key;
    result.rules.start.hardStop = 1;
    return result;
}

domain::ProtocolTemplate aDischargeTemplate() {
    using domain::AnswerEffect;
    using domain::ChecklistKind;
    auto result = aTemplate(kDischargeProtocol);
    result.rules.discharge = {1, 30, 20, 2, 1, 9, domain::CirculationVariant::Mmhg};
    result.items = {
        {ChecklistKind::Discharge, "awake", "Awake, knows where and when it is", "yes", "no", AnswerEffect::SoftStop,
         true, "minimum"},
        {ChecklistKind::Discharge, "nausea", "Nausea", "none or controlled", "not controlled", AnswerEffect::Inform,
         true, "minimum"},
        {ChecklistKind::Discharge, "escort", "Escort is here", "yes", "no", AnswerEffect::HardStop, true, "label"}};
    return result;
}

domain::ProtocolTemplate aLongDischargeTemplate() {
    using domain::AnswerEffect;
    auto result = aTemplate(kLongDischargeProtocol);
    result.rules.discharge = aDischargeTemplate().rules.discharge;
    const auto add = [&result](const char* key, const char* text, const char* good, const char* other,
                               AnswerEffect effect = AnswerEffect::SoftStop) {
        result.items.push_back({domain::ChecklistKind::Discharge, key, text, good, other, effect, true, "minimum"});
    };
    add("awake", "Awake, knows where and when it is", "yes", "no");
    add("dizziness", "Dizziness", "none or mild", "more than mild");
    add("dissociation", "Feelings of unreality", "none or slight", "marked");
    add("steps", "Walks 10 steps", "without help", "not without help");
    add("nausea", "Nausea", "none or controlled", "not controlled");
    add("escort", "Escort is here", "yes", "no", AnswerEffect::HardStop);
    add("instructions", "Leaflet given, told not to drive until tomorrow", "yes", "no");
    return result;
}

services::ClinicPolicy aPolicy() {
    services::ClinicPolicy policy;
    policy.maxInfusionsPerDay = 50;
    policy.maxClosedDays = 20;
    policy.minPasswordLength = 10;
    policy.maxPasswordLength = 64;
    policy.freeSignInTries = 3;
    policy.signInDelaySeconds = 5;
    policy.maxSignInDelaySeconds = 60;
    policy.patient = {.maxNameLength = 60, .maxTextLength = 200, .maxAgeYears = 120};
    policy.body = {domain::Height::ofWhole(100), domain::Height::ofWhole(230), 12, 60};
    policy.markedMedicines = {{"tramadol", domain::MedicineGroup::Opioid},
                              {"diazepam", domain::MedicineGroup::Benzodiazepine},
                              {"moclobemide", domain::MedicineGroup::MaoInhibitor}};
    policy.maxNoteLength = 500;
    policy.maxChairs = 4;
    policy.maxChairNameLength = 8;
    policy.auditRows = 20;
    policy.minPinLength = 6;
    policy.maxPinLength = 12;
    policy.pinTries = 5;
    policy.emergencyAccessMinutes = 60;
    policy.refusedPasswords = {"correcthorsebattery", "football", "passwordpassword"};
    policy.maxDraftLength = 2000;
    policy.smallestGroup = 3;
    policy.unsignedTaskHours = 24;
    policy.body.contradictionDays = 7;
    policy.idleLockMinutes = 3;
    policy.minIdleLockMinutes = 1;
    policy.maxIdleLockMinutes = 10;
    policy.idleWarningSeconds = 30;
    policy.backupHours = 4;
    policy.minBackupHours = 1;
    policy.maxBackupHours = 24;
    policy.backupStaleHours = 48;
    policy.backupRetryMinutes = 15;
    policy.keepDailyBackups = 7;
    policy.keepWeeklyBackups = 5;
    policy.keepMonthlyBackups = 24;
    return policy;
}

domain::PatientDetails aPatient(const std::string& given, const std::string& family, const std::string& number,
                                std::string_view born) {
    return {.name = {.family = family, .given = given, .title = "Ms", .preferred = {}},
            .born = date(born),
            .gender = domain::Gender::Female,
            .clinicNumber = number,
            .phone = "555 0100",
            .allergyStatus = domain::AllergyStatus::Known,
            .allergies = "penicillin"};
}

std::vector<base::CalendarDate> mondaysAndThursdays(base::CalendarDate first, int count) {
    std::vector<base::CalendarDate> dates;
    for (auto day = first; static_cast<int>(dates.size()) < count; day = day.plusDays(1)) {
        if (day.isoWeekday() == 1 || day.isoWeekday() == 4) dates.push_back(day);
    }
    return dates;
}

services::OrderRequest anOrder(const domain::PatientId& patient, const domain::ProtocolVersionId& protocol,
                               base::CalendarDate first) {
    return {.patient = patient,
            .protocolVersion = protocol,
            .perKg = perKg(500),
            .minutes = 90,
            .dates = mondaysAndThursdays(first),
            .goal = "Walk for half an hour",
            .baseline = {},
            .initials = "AT",
            .birthYear = "1979",
            .password = kPassword,
            .stopRule = "No benefit after three infusions",
            .consentOn = date("2024-01-02"),
            .consentTakenBy = "Dr Okafor",
            .consentReference = "Consent folder 12"};
}

services::DoseEntry aDose(const domain::InfusionId& infusion) {
    return {.infusion = infusion,
            .initials = "AT",
            .birthYear = "1979",
            .weight = kg(70'000),
            .strength = mgPerMl(50'000),
            .bag = ml(100'000),
            .convention = domain::VolumeConvention::QsTotal,
            .corrects = std::nullopt};
}

services::VitalsEntry someVitals(const domain::InfusionId& infusion) {
    services::VitalsEntry entry{infusion, {}, {}, 128, 76, 72, 98, 14, 5, 0, 6, {}, {}};
    return entry;
}

services::DrugEntry aDrugEntry(const domain::InfusionId& infusion) {
    return {.infusion = infusion,
            .vialVolume = ml(10'000),
            .lot = "KM42",
            .expires = date("2026-07-31"),
            .wastedVial = mg(465'000),
            .wastedBag = mg(0),
            .differenceReason = {},
            .witnessUserName = "osei",
            .witnessPassword = kPassword};
}

} // namespace chairside::test
