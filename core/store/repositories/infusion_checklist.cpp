// Where the patient sits, and the answers to the checklists of the protocol version.
#include "core/store/repositories/infusion_repository.h"
#include "core/store/repositories/statements.h"
#include "core/store/row_reader.h"

namespace chairside::store {
namespace {

constexpr Sql kAnswers("SELECT id, infusion_id, observed_at, observed_offset, recorded_at, recorded_offset,"
                       " recorded_by, corrects, correction_reason, checklist, item, answer, note, prescriber"
                       " FROM checklist_answer WHERE infusion_id = ? ORDER BY observed_at, recorded_at, id");
constexpr Sql kInsertAnswer("INSERT INTO checklist_answer (id, infusion_id, observed_at, observed_offset, recorded_at,"
                            " recorded_offset, recorded_by, corrects, correction_reason, checklist, item, answer, note,"
                            " prescriber) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
constexpr Sql kPlaces("SELECT id, infusion_id, observed_at, observed_offset, recorded_at, recorded_offset,"
                      " recorded_by, corrects, correction_reason, chair FROM chair_place WHERE infusion_id = ?"
                      " ORDER BY observed_at, recorded_at, id");
constexpr Sql kInsertPlace("INSERT INTO chair_place (id, infusion_id, observed_at, observed_offset, recorded_at,"
                           " recorded_offset, recorded_by, corrects, correction_reason, chair)"
                           " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
constexpr Sql kInfusionChecklistAll[] = {kAnswers, kInsertAnswer, kPlaces, kInsertPlace};

domain::ChecklistAnswer toAnswer(RowReader& row) {
    auto head = row.head();
    const auto list = row.key<domain::ChecklistKind>();
    auto item = row.text();
    const auto answer = row.key<domain::AnswerKind>();
    auto note = row.text();
    return {std::move(head), list, std::move(item), answer, std::move(note), row.text()};
}

} // namespace

base::Done SqlInfusionRepository::readPlaces(domain::InfusionRecord& record) {
    record.places = CHAIRSIDE_TRY(readAll<domain::ChairPlace>(
        m_session.connection(), "chair_place", kPlaces, values(record.infusion.id), [](RowReader& row) {
            auto head = row.head();
            return domain::ChairPlace{std::move(head), row.text()};
        }));
    return {};
}

base::Done SqlInfusionRepository::readAnswers(domain::InfusionRecord& record) {
    record.answers = CHAIRSIDE_TRY(readAll<domain::ChecklistAnswer>(m_session.connection(), "checklist_answer",
                                                                    kAnswers, values(record.infusion.id), toAnswer));
    return {};
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
