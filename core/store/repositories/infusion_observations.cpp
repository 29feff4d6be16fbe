// What was done and seen during an infusion: dose checks and second checks, pump steps, vital signs, events, notes and
// addenda.
#include "core/store/repositories/infusion_repository.h"
#include "core/store/repositories/record_reading.h"
#include "core/store/repositories/statements.h"
#include "core/store/row_reader.h"

namespace chairside::store {
namespace {

constexpr auto kDoseChecks =
    entryQuery<"dose_check", "position, weight_g, per_kg_ug, minutes, strength_ug_per_ml, bag_ul, convention, "
                             "weighed_on, basis, dose_ug, drug_volume_ul, total_volume_ul, rate_ul_per_h">();
constexpr Sql kInsertDoseCheck("INSERT INTO dose_check (id, infusion_id, observed_at, observed_offset, "
                               "recorded_at, recorded_offset, recorded_by,"
                               " corrects, correction_reason, position, weight_g, per_kg_ug, minutes, "
                               "strength_ug_per_ml, bag_ul, convention,"
                               " weighed_on, basis, dose_ug, drug_volume_ul, total_volume_ul, rate_ul_per_h)"
                               " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
constexpr auto kSecondChecks =
    entryQuery<"second_check", "dose_check_id, weight_g, dose_ug, drug_volume_ul, rate_ul_per_h">();
constexpr Sql kInsertSecondCheck("INSERT INTO second_check (id, infusion_id, observed_at, observed_offset,"
                                 " recorded_at, recorded_offset, recorded_by, corrects, correction_reason,"
                                 " dose_check_id, weight_g, dose_ug, drug_volume_ul, rate_ul_per_h)"
                                 " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
constexpr auto kSteps = entryQuery<"infusion_step", "kind, rate_ul_per_h, reason">();
constexpr Sql kInsertStep("INSERT INTO infusion_step (id, infusion_id, observed_at, observed_offset, recorded_at,"
                          " recorded_offset, recorded_by, corrects, correction_reason, kind, rate_ul_per_h, reason)"
                          " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
constexpr auto kVitals =
    entryQuery<"vital_signs", "systolic, diastolic, heart_rate, spo2, respiration, due_at, due_offset, note">();
constexpr Sql kInsertVitals("INSERT INTO vital_signs (id, infusion_id, observed_at, observed_offset, recorded_at,"
                            " recorded_offset, recorded_by, corrects, correction_reason, systolic, diastolic,"
                            " heart_rate, spo2, respiration, due_at, due_offset, note)"
                            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
constexpr auto kEvents =
    entryQuery<"adverse_event", "term, words, grade, ended_at, ended_offset, action, outcome, serious, relation">();
constexpr Sql kInsertEvent("INSERT INTO adverse_event (id, infusion_id, observed_at, observed_offset, recorded_at,"
                           " recorded_offset, recorded_by, corrects, correction_reason, term, words, grade, ended_at,"
                           " ended_offset, action, outcome, serious, relation)"
                           " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
constexpr auto kNotes = entryQuery<"note", "body">();
constexpr Sql kInsertNote("INSERT INTO note (id, infusion_id, observed_at, observed_offset, recorded_at,"
                          " recorded_offset, recorded_by, corrects, correction_reason, body)"
                          " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
constexpr auto kAddenda = entryQuery<"addendum", "body">();
constexpr Sql kInsertAddendum("INSERT INTO addendum (id, infusion_id, observed_at, observed_offset, recorded_at,"
                              " recorded_offset, recorded_by, corrects, correction_reason, body)"
                              " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
constexpr Sql kInfusionObservationsAll[] = {kDoseChecks.ofInfusion,   kDoseChecks.ofCourse,   kInsertDoseCheck,
                                            kSecondChecks.ofInfusion, kSecondChecks.ofCourse, kInsertSecondCheck,
                                            kSteps.ofInfusion,        kSteps.ofCourse,        kInsertStep,
                                            kVitals.ofInfusion,       kVitals.ofCourse,       kInsertVitals,
                                            kEvents.ofInfusion,       kEvents.ofCourse,       kInsertEvent,
                                            kNotes.ofInfusion,        kNotes.ofCourse,        kInsertNote,
                                            kAddenda.ofInfusion,      kAddenda.ofCourse,      kInsertAddendum};

domain::DoseInputs toDoseInputs(RowReader& row) {
    domain::DoseInputs inputs;
    inputs.weight = row.quantity<domain::Weight>();
    inputs.perKg = row.quantity<domain::DosePerKg>();
    inputs.minutes = row.whole();
    inputs.strength = row.quantity<domain::Concentration>();
    inputs.bag = row.quantity<domain::Volume>();
    inputs.convention = row.key<domain::VolumeConvention>();
    return inputs;
}

domain::DoseCheck toDoseCheck(RowReader& row) {
    const auto head = row.head();
    const auto position = row.key<domain::CheckPosition>();
    const auto inputs = toDoseInputs(row);
    const auto weighedOn = row.date();
    const auto basis = row.key<domain::WeightBasis>();
    const auto dose = row.quantity<domain::Dose>();
    const auto drugVolume = row.quantity<domain::Volume>();
    const auto totalVolume = row.quantity<domain::Volume>();
    return {head, position, inputs, weighedOn, basis, dose, drugVolume, totalVolume, row.quantity<domain::FlowRate>()};
}

domain::SecondCheck toSecondCheck(RowReader& row) {
    auto head = row.head();
    const auto doseCheck = row.id<domain::EntryId>();
    const auto weight = row.quantity<domain::Weight>();
    const auto dose = row.quantity<domain::Dose>();
    const auto drugVolume = row.quantity<domain::Volume>();
    return {std::move(head), doseCheck, {weight, dose, drugVolume, row.quantity<domain::FlowRate>()}};
}

domain::InfusionStep toStep(RowReader& row) {
    auto head = row.head();
    const auto kind = row.key<domain::StepKind>();
    const auto rate = row.optionalQuantity<domain::FlowRate>();
    return {std::move(head), kind, rate, row.text()};
}

domain::VitalSigns toVitals(RowReader& row) {
    auto head = row.head();
    const auto systolic = row.optionalWhole();
    const auto diastolic = row.optionalWhole();
    const auto heartRate = row.optionalWhole();
    const auto spo2 = row.optionalWhole();
    const auto respiration = row.optionalWhole();
    const auto dueAt = row.optionalInstant();
    return {std::move(head), systolic, diastolic, heartRate, spo2, respiration, dueAt, row.text()};
}

domain::AdverseEvent toEvent(RowReader& row) {
    auto head = row.head();
    auto term = row.text();
    auto words = row.text();
    const int grade = row.whole();
    const auto endedAt = row.optionalInstant();
    const auto action = row.key<domain::EventAction>();
    const auto outcome = row.key<domain::EventOutcome>();
    const auto serious = row.optionalWhole();
    domain::AdverseEvent event{std::move(head), std::move(term), std::move(words), grade, endedAt, action, outcome};
    if (serious) event.serious = *serious != 0;
    event.relation = row.optionalKey<domain::EventRelation>();
    return event;
}

domain::Note toNote(RowReader& row) {
    auto head = row.head();
    return {std::move(head), row.text()};
}

domain::Addendum toAddendum(RowReader& row) {
    auto head = row.head();
    return {std::move(head), row.text()};
}

} // namespace

base::Done SqlInfusionRepository::readDoses(RecordReading& reading) {
    CHAIRSIDE_TRY(reading.fill(kDoseChecks, &domain::InfusionRecord::doseChecks, toDoseCheck));
    CHAIRSIDE_TRY(reading.fill(kSecondChecks, &domain::InfusionRecord::secondChecks, toSecondCheck));
    return reading.fill(kSteps, &domain::InfusionRecord::steps, toStep);
}

base::Done SqlInfusionRepository::readVitals(RecordReading& reading) {
    return reading.fill(kVitals, &domain::InfusionRecord::vitals, toVitals);
}

base::Done SqlInfusionRepository::readEvents(RecordReading& reading) {
    return reading.fill(kEvents, &domain::InfusionRecord::events, toEvent);
}

base::Done SqlInfusionRepository::readNotes(RecordReading& reading) {
    return reading.fill(kNotes, &domain::InfusionRecord::notes, toNote);
}

base::Done SqlInfusionRepository::readAddenda(RecordReading& reading) {
    return reading.fill(kAddenda, &domain::InfusionRecord::addenda, toAddendum);
}

base::Done SqlInfusionRepository::add(const domain::DoseCheck& entry) {
    const auto& inputs = entry.inputs;
    return m_session.insert(Table::DoseCheck, entry.head.id.text(), kInsertDoseCheck,
                            values(entry.head, entry.position, inputs.weight, inputs.perKg, inputs.minutes,
                                   inputs.strength, inputs.bag, inputs.convention, entry.weighedOn, entry.basis,
                                   entry.dose, entry.drugVolume, entry.totalVolume, entry.rate));
}

base::Done SqlInfusionRepository::add(const domain::SecondCheck& entry) {
    const auto& numbers = entry.numbers;
    return m_session.insert(
        Table::SecondCheck, entry.head.id.text(), kInsertSecondCheck,
        values(entry.head, entry.doseCheck, numbers.weight, numbers.dose, numbers.drugVolume, numbers.rate));
}

base::Done SqlInfusionRepository::add(const domain::InfusionStep& entry) {
    return m_session.insert(Table::InfusionStep, entry.head.id.text(), kInsertStep,
                            values(entry.head, entry.kind, entry.rate, entry.reason));
}

base::Done SqlInfusionRepository::add(const domain::VitalSigns& entry) {
    return m_session.insert(Table::VitalSigns, entry.head.id.text(), kInsertVitals,
                            values(entry.head, entry.systolic, entry.diastolic, entry.heartRate, entry.spo2,
                                   entry.respiration, entry.dueAt, entry.note));
}

base::Done SqlInfusionRepository::add(const domain::AdverseEvent& entry) {
    return m_session.insert(Table::AdverseEvent, entry.head.id.text(), kInsertEvent,
                            values(entry.head, entry.term, entry.words, entry.grade, entry.endedAt, entry.action,
                                   entry.outcome, entry.serious, entry.relation));
}

base::Done SqlInfusionRepository::add(const domain::Note& entry) {
    return m_session.insert(Table::Note, entry.head.id.text(), kInsertNote, values(entry.head, entry.text));
}

base::Done SqlInfusionRepository::add(const domain::Addendum& entry) {
    return m_session.insert(Table::Addendum, entry.head.id.text(), kInsertAddendum, values(entry.head, entry.text));
}

std::span<const Sql> observationStatements() {
    return kInfusionObservationsAll;
}

} // namespace chairside::store
