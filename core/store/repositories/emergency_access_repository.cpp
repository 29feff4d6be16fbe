#include "core/store/repositories/emergency_access_repository.h"

#include "core/services/try.h"
#include "core/store/repositories/statements.h"
#include "core/store/row_reader.h"

namespace chairside::store {
namespace {

constexpr Sql kAccesses("SELECT id, account_id, reason, started_at, started_offset, ends_at, ends_offset"
                        " FROM emergency_access WHERE started_at > '' ORDER BY started_at DESC, id DESC");
constexpr Sql kAccess("SELECT id, account_id, reason, started_at, started_offset, ends_at, ends_offset"
                      " FROM emergency_access WHERE id = ?");
constexpr Sql kAccessesOf("SELECT id, account_id, reason, started_at, started_offset, ends_at, ends_offset"
                          " FROM emergency_access WHERE account_id = ? AND ends_at > ? ORDER BY ends_at");
constexpr Sql kAccessInsert("INSERT INTO emergency_access (id, account_id, reason, started_at, started_offset, ends_at,"
                            " ends_offset) VALUES (?, ?, ?, ?, ?, ?, ?)");
constexpr Sql kAccessNotes("SELECT id, access_id, kind, remark, recorded_at, recorded_offset, recorded_by"
                           " FROM emergency_access_note WHERE access_id = ? ORDER BY kind");
constexpr Sql kAccessNoteInsert("INSERT INTO emergency_access_note (id, access_id, kind, remark, recorded_at,"
                                " recorded_offset, recorded_by) VALUES (?, ?, ?, ?, ?, ?, ?)");
constexpr Sql kAccessAll[] = {kAccesses, kAccess, kAccessesOf, kAccessInsert, kAccessNotes, kAccessNoteInsert};

domain::EmergencyAccess toAccess(RowReader& row) {
    const auto id = row.id<domain::EmergencyAccessId>();
    const auto who = row.id<domain::AccountId>();
    auto reason = row.text();
    const auto started = row.instant();
    return {id, who, std::move(reason), started, row.instant(), std::nullopt, std::nullopt};
}

services::EmergencyNote toAccessNote(RowReader& row) {
    const auto id = row.id<domain::EntryId>();
    const auto access = row.id<domain::EmergencyAccessId>();
    const auto kind = row.key<domain::EmergencyNoteKind>();
    auto remark = row.text();
    const auto at = row.instant();
    return {id, access, kind, std::move(remark), at, row.id<domain::AccountId>()};
}

} // namespace

base::Done SqlEmergencyAccessRepository::readNotes(domain::EmergencyAccess& access) {
    for (const auto& note : CHAIRSIDE_TRY(readAll<services::EmergencyNote>(
             m_session.connection(), "emergency_access_note", kAccessNotes, values(access.id), toAccessNote))) {
        if (note.kind == domain::EmergencyNoteKind::Ended) access.endedAt = note.at;
        if (note.kind == domain::EmergencyNoteKind::Reviewed) access.review = {note.by, note.at, note.remark};
    }
    return {};
}

base::Result<std::vector<domain::EmergencyAccess>> SqlEmergencyAccessRepository::all() {
    auto found = CHAIRSIDE_TRY(
        readAll<domain::EmergencyAccess>(m_session.connection(), "emergency_access", kAccesses, {}, toAccess));
    for (auto& access : found)
        CHAIRSIDE_TRY(readNotes(access));
    return found;
}

base::Result<domain::EmergencyAccess> SqlEmergencyAccessRepository::get(const domain::EmergencyAccessId& id) {
    auto found = CHAIRSIDE_TRY(
        readOne<domain::EmergencyAccess>(m_session.connection(), "emergency_access", kAccess, values(id), toAccess));
    CHAIRSIDE_TRY(readNotes(found));
    return found;
}

base::Result<std::optional<domain::EmergencyAccess>> SqlEmergencyAccessRepository::openOf(const domain::AccountId& who,
                                                                                          base::Instant now) {
    auto found = CHAIRSIDE_TRY(readAll<domain::EmergencyAccess>(m_session.connection(), "emergency_access", kAccessesOf,
                                                                values(who, utcText(now)), toAccess));
    for (auto& access : found) {
        CHAIRSIDE_TRY(readNotes(access));
        if (access.isOpen(now)) return access;
    }
    return std::nullopt;
}

base::Done SqlEmergencyAccessRepository::add(const domain::EmergencyAccess& access) {
    return m_session.insert(Table::EmergencyAccess, access.id.text(), kAccessInsert,
                            values(access.id, access.who, access.reason, access.startedAt, access.endsAt));
}

base::Done SqlEmergencyAccessRepository::add(const services::EmergencyNote& note) {
    return m_session.insert(Table::EmergencyAccessNote, note.id.text(), kAccessNoteInsert,
                            values(note.id, note.access, note.kind, note.remark, note.at, note.by));
}

std::span<const Sql> emergencyAccessStatements() {
    return kAccessAll;
}

} // namespace chairside::store
