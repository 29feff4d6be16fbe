// The store as the keeper of its backups.
#include "core/base/private_file.h"
#include "core/services/try.h"
#include "core/store/backup/backup_folder.h"
#include "core/store/store_parts.h"

namespace chairside::store {
namespace {

base::Done madeBesideTheData(const DataFolder& data, const std::string& folder) {
    return folder.empty() ? base::createPrivateFolder(data.backups()) : base::Done{};
}

std::filesystem::path placeOf(const DataFolder& data, const std::string& folder) {
    return folder.empty() ? data.backups() : std::filesystem::path(folder);
}

} // namespace

base::Result<BackupSource> Store::backupSource() {
    auto& parts = *m_parts;
    if (parts.busy) return base::fail(base::Code::Internal, {}, "backup inside a transaction");
    if (!parts.folder) return base::fail(base::Code::WrongState, "backup", "the data are in memory");
    if (parts.backup) return base::fail(base::Code::WrongState, "backup", "under way");
    if (parts.damage) return std::unexpected(*parts.damage);
    const auto& head = parts.session.audit().head();
    if (head.sequence == 0) return base::fail(base::Code::WrongState, "backup", "nothing is saved yet");
    return BackupSource{.connection = *parts.connection,
                        .data = *parts.folder,
                        .clinic = CHAIRSIDE_TRY(parts.session.clinicId()),
                        .schemaVersion = CHAIRSIDE_TRY(parts.connection->schemaVersion()),
                        .head = head,
                        .clock = parts.clock,
                        .digest = parts.digest,
                        .ids = parts.ids};
}

base::Done Store::begin(const std::string& folder) {
    const auto source = CHAIRSIDE_TRY(backupSource());
    CHAIRSIDE_TRY(madeBesideTheData(source.data, folder));
    m_parts->backup = CHAIRSIDE_TRY(beginBackup(source, placeOf(source.data, folder)));
    return {};
}

base::Done Store::beginRehearsal(const std::string& folder, const std::string& name) {
    const auto source = CHAIRSIDE_TRY(backupSource());
    m_parts->backup = CHAIRSIDE_TRY(store::beginRehearsal(source, placeOf(source.data, folder), name));
    return {};
}

base::Result<services::BackupProgress> Store::step() {
    auto& work = m_parts->backup;
    if (!work) return base::fail(base::Code::WrongState, "backup", "none under way");
    auto progress = work->step();
    if (!progress || progress->phase == services::BackupProgress::Phase::Finished) work.reset();
    return progress;
}

void Store::abandon() {
    m_parts->backup.reset();
}

base::Result<std::vector<services::BackupInfo>> Store::backups(const std::string& folder) {
    auto& parts = *m_parts;
    if (!parts.folder) return base::fail(base::Code::WrongState, "backup", "the data are in memory");
    CHAIRSIDE_TRY(madeBesideTheData(*parts.folder, folder));
    return BackupFolder(placeOf(*parts.folder, folder), CHAIRSIDE_TRY(parts.session.clinicId())).backups(parts.digest);
}

base::Done Store::removeBackup(const std::string& folder, const std::string& name) {
    auto& parts = *m_parts;
    if (!parts.folder) return base::fail(base::Code::WrongState, "backup", "the data are in memory");
    return BackupFolder(placeOf(*parts.folder, folder), CHAIRSIDE_TRY(parts.session.clinicId()))
        .remove(name, parts.digest);
}

} // namespace chairside::store
