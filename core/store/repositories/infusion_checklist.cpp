// Where the patient sits, and the answers to the checklists of the protocol version.
#include "core/store/repositories/infusion_repository.h"
#include "core/store/repositories/record_reading.h"
#include "core/store/repositories/statements.h"
#include "core/store/row_reader.h"

namespace chairside::store {
namespace {

constexpr auto kAnswers = entryQuery<"checklist_answer", "checklist, item, answer, note, prescriber">();
constexpr Sql kInsertAnswer("INSERT INTO checklist_answer (id, infusion_id, observed_at, observed_offset, recorded_at,"
                            " recorded_offset, recorded_by, corrects, correction_reason, checklist, item, answer, note,"
                            " prescriber) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
constexpr auto kPlaces = entryQuery<"chair_place", "chair">();
constexpr Sql kInsertPlace("INSERT INTO chair_place (id, infusion_id, observed_at, observed_offset, recorded_at,"
                           " recorded_offset, recorded_by, corrects, correction_reason, chair)"
                           " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
constexpr Sql kInfusionChecklistAll[] = {kAnswers.ofInfusion, kAnswers.ofCourse, kInsertAnswer,
                                         kPlaces.ofInfusion,  kPlaces.ofCourse,  kInsertPlace};

domain::ChecklistAnswer toAnswer(RowReader& row) {
    auto head = row.head();
    const auto list = row.key<domain::ChecklistKind>();
    auto item = row.text();
    const auto answer = row.key<domain::AnswerKind>();
    auto note = row.text();
    return {std::move(head), list, std::move(item), answer, std::move(note), row.text()};
}

domain::ChairPlace toPlace(RowReader& row) {
    auto head = row.head();
    return {std::move(head), row.text()};
}

} // namespace

base::Done SqlInfusionRepository::readChecklists(RecordReading& reading) {
    CHAIRSIDE_TRY(reading.fill(kPlaces, &domain::InfusionRecord::places, toPlace));
    return reading.fill(kAnswers, &domain::InfusionRecord::answers, toAnswer);
}

base::Done SqlInfusionRepository::add(const domain::ChairPlace& entry) {
    return m_session.insert(Table::ChairPlace, entry.head.id.text(), kInsertPlace, values(entry.head, entry.chair));
}

base::Done SqlInfusionRepository::add(const domain::ChecklistAnswer& entry) {
    return m_session.insert(Table::ChecklistAnswer, entry.head.id.text(), kInsertAnswer,
                            values(entry.head, entry.list, entry.item, entry.answer, entry.note, entry.prescriber));
}

std::span<const Sql> checklistStatements() {
    return kInfusionChecklistAll;
}

} // namespace chairside::store
