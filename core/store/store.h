// The clinic's data in one SQLite file: implements the ports of core/services.
#pragma once

#include <filesystem>
#include <memory>
#include <span>

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/services/ports/backup_keeper.h"
#include "core/services/ports/digest.h"
#include "core/services/ports/unit_of_work.h"
#include "core/store/data_folder.h"

namespace chairside::store {

struct BackupSource;

// The references outlive the store.
struct StoreOptions {
    std::filesystem::path folder; // made for its owner alone if there is none; holds clinic.db and what belongs to it
    bool inMemory = false;        // nothing is kept and no folder is used; for tests
    bool fewPages = false;        // keeps few pages in memory: for one who reads all of it once
    bool checkLater = false; // a file that needs no migration opens unchecked; check() follows before anybody works
    const base::Clock& clock;
    const services::Digest& digest;
    base::IdSource& ids;
    std::span<const unsigned char> key = {};    // 32 bytes that encrypt the file; none: it is not encrypted
    std::shared_ptr<DataFolder> held = nullptr; // the folder, if whoever opens the data holds it already
};

// Owned by the composition root, used on one thread. At most one Store has a folder open, in all processes.
class Store final : public services::UnitOfWork, public services::StoreVerifier, public services::BackupKeeper {
public:
    // Opens the data, checks it quickly, and migrates it if it is older than the program; a copy
    // (clinic-before-NNNN.db) is made and verified before that.
    // StorageHeld: another process has it, detail names it ("host pid 4711"). StorageNewer: written by a
    // newer program. StorageDamaged: not a Chairside file, or it fails the check, or the database is gone
    // while its trail is anchored. StorageReadOnly, StorageFull, StorageFailed. After each of them the
    // database is as it was; only migrations before one that fails stay applied.
    // A wrong key counts as StorageDamaged: nothing tells it from a damaged first page. A key where the program was
    // built without encryption is Internal.
    [[nodiscard]] static base::Result<std::unique_ptr<Store>> open(const StoreOptions& options);
    // Whether this program was built to encrypt.
    [[nodiscard]] static bool encrypts();
    ~Store() override;
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    // Internal if called from inside work. Work that throws is undone and counts as Internal. StorageFailed, and
    // nothing is kept, while the database file is not at its place or another lies there.
    [[nodiscard]] base::Done write(const Work& work) override;
    [[nodiscard]] base::Done read(const Work& work) override;
    // The quick check of the whole file, for what was opened with checkLater. StorageDamaged when it fails; from then
    // on every read and write fails the same way, so that nothing is built on damage. Changes nothing.
    [[nodiscard]] base::Done check();
    // Reads everything; changes nothing. Takes seconds on large data.
    [[nodiscard]] base::Result<services::VerifyReport> verify() override;

    // Takes the audit trail as it stands for the true one: writes the anchor anew, whatever it says. For
    // after a restore, and after somebody has looked into what verify() found about the anchor; whoever calls
    // it states an event. In memory nothing happens.
    void renewAnchor();

    [[nodiscard]] base::Done begin(const std::string& folder) override;
    [[nodiscard]] base::Done beginRehearsal(const std::string& folder, const std::string& name) override;
    [[nodiscard]] base::Result<services::BackupProgress> step() override;
    void abandon() override;
    [[nodiscard]] base::Result<std::vector<services::BackupInfo>> backups(const std::string& folder) override;
    [[nodiscard]] base::Done removeBackup(const std::string& folder, const std::string& name) override;

    // Encrypts everything anew with another key; WrongState while a backup is under way. See SqliteConnection::rekey;
    // copies made before keep the old key.
    [[nodiscard]] base::Done rekey(std::span<const unsigned char> key);

    // A verified copy of the database in one file, under the same key, made while it is in use. See backUp() in
    // sqlite/backup.h.
    [[nodiscard]] base::Done backUpTo(const std::filesystem::path& file);

private:
    struct Parts;
    explicit Store(std::unique_ptr<Parts> parts);
    [[nodiscard]] base::Result<BackupSource> backupSource();
    [[nodiscard]] base::Done transact(const Work& work, bool writing);

    std::unique_ptr<Parts> m_parts;
};

} // namespace chairside::store
