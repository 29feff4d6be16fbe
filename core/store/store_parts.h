// Internal to the store: what an open one consists of.
#pragma once

#include <memory>
#include <optional>
#include <utility>

#include "core/store/anchor.h"
#include "core/store/backup/backup_work.h"
#include "core/store/data_folder.h"
#include "core/store/file_identity.h"
#include "core/store/session.h"
#include "core/store/store.h"
#include "core/store/unit_transaction.h"

namespace chairside::store {

struct Store::Parts {
    Parts(std::shared_ptr<DataFolder> heldFolder, std::unique_ptr<SqliteConnection> opened, const StoreOptions& options)
        : folder(std::move(heldFolder)),
          connection(std::move(opened)),
          clock(options.clock),
          digest(options.digest),
          ids(options.ids),
          session(*connection, options.clock, options.digest, options.ids),
          transaction(session) {
        if (folder) anchor.emplace(folder->anchor(), options.clock);
    }
    // Once there is a clinic, which the first thing that is saved makes.
    void nameAnchor() {
        if (!anchor || anchor->knowsClinic() || session.audit().head().sequence == 0) return;
        if (const auto id = session.clinicId()) anchor->setClinic(*id);
    }

    std::shared_ptr<DataFolder> folder; // none in memory
    std::unique_ptr<SqliteConnection> connection;
    const base::Clock& clock;
    const services::Digest& digest;
    base::IdSource& ids;
    Session session;
    UnitTransaction transaction;
    std::optional<Anchor> anchor;         // none in memory
    std::optional<FileIdentity> identity; // none in memory
    bool busy = false;
    std::optional<base::Error> damage;  // what check() found
    std::unique_ptr<BackupWork> backup; // under way; goes before what it reads from
};

} // namespace chairside::store
