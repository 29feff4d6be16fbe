#include "core/store/repositories/retreatment_repository.h"

#include "core/store/enum_keys_titration.h"
#include "core/store/repositories/statements.h"
#include "core/store/row_reader.h"

namespace chairside::store {
namespace {

constexpr Sql kStandingEvery("SELECT patient_id, made_by, course_id, stage, postponed_until, opens_on, closes_on,"
                             " followed_up, relapsed, latest_on FROM retreatment_standing");
constexpr Sql kStandingOf("SELECT patient_id, made_by, course_id, stage, postponed_until, opens_on, closes_on,"
                          " followed_up, relapsed, latest_on FROM retreatment_standing WHERE patient_id = ?");
constexpr Sql kStandingNotMadeBy("SELECT patient_id FROM retreatment_standing WHERE made_by < ? OR made_by > ?"
                                 " LIMIT ?");
constexpr Sql kStandingUpdate("UPDATE retreatment_standing SET made_by = ?, course_id = ?, stage = ?,"
                              " postponed_until = ?, opens_on = ?, closes_on = ?, followed_up = ?, relapsed = ?,"
                              " latest_on = ? WHERE patient_id = ?");
constexpr Sql kStandingInsert("INSERT INTO retreatment_standing (made_by, course_id, stage, postponed_until, opens_on,"
                              " closes_on, followed_up, relapsed, latest_on, patient_id)"
                              " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
constexpr Sql kRetreatmentAll[] = {kStandingEvery, kStandingOf, kStandingNotMadeBy, kStandingUpdate, kStandingInsert};

services::StoredStanding toStanding(RowReader& row) {
    services::StoredStanding read{.patient = row.id<domain::PatientId>(), .course = {}, .standing = {}};
    read.madeBy = row.whole();
    read.course = row.optionalId<domain::CourseId>();
    auto& standing = read.standing;
    standing.stage = row.optionalKey<domain::RetreatmentStage>().value_or(standing.stage);
    standing.postponedUntil = row.optionalDate();
    standing.opens = row.optionalDate();
    standing.closes = row.optionalDate();
    standing.followedUp = row.optionalWhole().value_or(0) != 0;
    standing.relapsed = row.optionalWhole().value_or(0) != 0;
    standing.latestOn = row.optionalDate();
    return read;
}

} // namespace

base::Result<std::vector<services::StoredStanding>> SqlRetreatmentRepository::all() {
    return readAll<services::StoredStanding>(m_session.connection(), "retreatment_standing", kStandingEvery, {},
                                             toStanding);
}

base::Result<std::optional<services::StoredStanding>> SqlRetreatmentRepository::of(const domain::PatientId& patient) {
    auto found = CHAIRSIDE_TRY(readAll<services::StoredStanding>(m_session.connection(), "retreatment_standing",
                                                                 kStandingOf, values(patient), toStanding));
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

base::Result<std::vector<domain::PatientId>> SqlRetreatmentRepository::notMadeBy(int maker, int most) {
    return readAll<domain::PatientId>(m_session.connection(), "retreatment_standing", kStandingNotMadeBy,
                                      values(maker, maker, most),
                                      [](RowReader& row) { return row.id<domain::PatientId>(); });
}

base::Done SqlRetreatmentRepository::put(const services::StoredStanding& stored) {
    const auto& standing = stored.standing;
    const auto row =
        values(stored.madeBy, stored.course, standing.stage, standing.postponedUntil, standing.opens, standing.closes,
               standing.followedUp ? 1 : 0, standing.relapsed ? 1 : 0, standing.latestOn, stored.patient);
    const bool changed = CHAIRSIDE_TRY(m_session.putScratch(kStandingUpdate, row));
    if (!changed) CHAIRSIDE_TRY(m_session.putScratch(kStandingInsert, row));
    return {};
}

std::span<const Sql> retreatmentStatements() {
    return kRetreatmentAll;
}

} // namespace chairside::store
