// What goes on over many short calls: making a backup, or trying one out. Belongs to a Store.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/services/ports/backup_keeper.h"
#include "core/services/ports/digest.h"
#include "core/store/audit/audit_log.h"
#include "core/store/data_folder.h"
#include "core/store/sqlite/sqlite_connection.h"

namespace chairside::store {

class BackupWork {
public:
    virtual ~BackupWork() = default;
    // See services::BackupKeeper::step(). Not to be called again once it has failed or is Finished.
    [[nodiscard]] virtual base::Result<services::BackupProgress> step() = 0;
};

// Of the store whose data they are; the references outlive the work.
struct BackupSource {
    SqliteConnection& connection;
    const DataFolder& data;
    std::string clinic;
    int schemaVersion;
    ChainHead head;
    const base::Clock& clock;
    const services::Digest& digest;
    base::IdSource& ids;
};

// As BackupKeeper::begin(). Pages are copied step by step, then the copy is opened and verified on a thread of its own,
// and only then it gets its name.
[[nodiscard]] base::Result<std::unique_ptr<BackupWork>> beginBackup(const BackupSource& source,
                                                                    const std::filesystem::path& folder);
// As BackupKeeper::beginRehearsal(). The scratch copy lies in the data folder.
[[nodiscard]] base::Result<std::unique_ptr<BackupWork>>
beginRehearsal(const BackupSource& source, const std::filesystem::path& folder, const std::string& name);

} // namespace chairside::store
