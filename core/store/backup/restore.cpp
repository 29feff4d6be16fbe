#include "core/store/backup/restore.h"

#include <fstream>
#include <system_error>

#include "core/base/copy_file.h"
#include "core/base/id.h"
#include "core/services/try.h"
#include "core/store/backup/instrument_pack.h"
#include "core/store/embedded_migrations.h"
#include "core/store/values.h"

namespace chairside::store {
namespace {

constexpr const char* kStaged = "restore.part";
constexpr const char* kDecided = "restore.ready"; // the staged folder once there is no way back
constexpr const char* kSafetyName = "safety.txt"; // in it: where the old data go
// The parts of a clinic that a backup has; one it does not have stays as it is. The database comes last.
constexpr const char* kParts[] = {kInstrumentFolder, "clinic.keys", "clinic.anchor", "clinic.db"};
// What belongs to the old data alone.
constexpr const char* kLeftovers[] = {"clinic.db-wal", "clinic.db-shm", "clinic.db-journal", "clinic.tries"};

bool isThere(const std::filesystem::path& path) {
    std::error_code ignored;
    return std::filesystem::exists(std::filesystem::symlink_status(path, ignored));
}

base::Done moveIfThere(const std::filesystem::path& from, const std::filesystem::path& to) {
    if (!isThere(from)) return {};
    return base::renameDurably(from, to);
}

std::string nameOfSafetyCopy(base::Instant now) {
    auto name = "clinic-before-restore-" + utcText(now).substr(0, 19);
    std::erase(name, ':');
    return name;
}

struct Decision {
    std::filesystem::path safety;
    bool hasKeys = false; // the data to be put in place
};

base::Result<Decision> readDecision(const std::filesystem::path& folder) {
    std::ifstream in(folder / kDecided / kSafetyName);
    std::string name, keys;
    in >> name >> keys;
    if (!name.starts_with("clinic-before-restore-") || name.find('/') != std::string::npos) {
        return base::fail(base::Code::StorageDamaged, {}, "restore: the note about the safety copy is unreadable");
    }
    return Decision{folder / name, keys == "keys"};
}

} // namespace

base::Result<BackupHeader> inspectBackup(const std::filesystem::path& backup, const services::Digest& digest) {
    auto header = CHAIRSIDE_TRY(readHeader(backup, digest));
    if (header.schemaVersion > static_cast<int>(embeddedMigrations().size())) {
        return base::fail(base::Code::StorageNewer, {}, "backup schema " + std::to_string(header.schemaVersion));
    }
    CHAIRSIDE_TRY(checkFiles(backup, header, digest));
    return header;
}

std::string clinicIn(const std::filesystem::path& data) {
    std::ifstream in(data / "clinic.anchor");
    std::string sequence, hash, at, clinic;
    if (!(in >> sequence >> hash >> at >> clinic) || !base::Uuid::fromText(clinic)) return {};
    return clinic;
}

base::Result<std::filesystem::path> stageBackup(const std::filesystem::path& backup, const BackupHeader& header,
                                                const DataFolder& data) {
    const auto staged = data.path() / kStaged;
    std::error_code ignored;
    std::filesystem::remove_all(staged, ignored);
    CHAIRSIDE_TRY(base::createPrivateFolder(staged));
    const auto copy = [&]() -> base::Done {
        for (const auto& file : header.files)
            CHAIRSIDE_TRY(base::copyPrivately(backup / file.name, staged / file.name));
        return unpackInstruments(staged);
    };
    if (auto done = copy(); !done) {
        std::filesystem::remove_all(staged, ignored);
        return std::unexpected(std::move(done.error()));
    }
    return staged;
}

base::Result<std::filesystem::path> replaceByStaged(const DataFolder& data, base::Instant now) {
    const auto staged = data.path() / kStaged;
    if (!isThere(staged / "clinic.db") || isThere(staged / "clinic.db-wal")) {
        return base::fail(base::Code::WrongState, {}, "restore: the staged copy is missing or still open");
    }
    auto safety = nameOfSafetyCopy(now);
    while (isThere(data.path() / safety))
        safety += '+';
    CHAIRSIDE_TRY(base::createPrivateFolder(data.path() / safety));
    const bool hasKeys = isThere(staged / "clinic.keys");
    CHAIRSIDE_TRY(base::replaceDurably(staged / kSafetyName, safety + (hasKeys ? " keys\n" : " none\n")));
    CHAIRSIDE_TRY(base::flushFolder(staged));
    CHAIRSIDE_TRY(base::renameDurably(staged, data.path() / kDecided));
    CHAIRSIDE_TRY(finishReplacing(data.path()));
    return data.path() / safety;
}

bool isReplacing(const std::filesystem::path& folder) {
    return isThere(folder / kDecided);
}

base::Done finishReplacing(const std::filesystem::path& folder) {
    if (!isReplacing(folder)) return {};
    const auto decided = folder / kDecided;
    const auto decision = CHAIRSIDE_TRY(readDecision(folder));
    const auto& safety = decision.safety;
    CHAIRSIDE_TRY(base::createPrivateFolder(safety));
    // Nothing new has its name before the folder is opened, so these are the old ones' whenever this is done again.
    for (const char* name : kLeftovers)
        CHAIRSIDE_TRY(moveIfThere(folder / name, safety / name));
    if (!decision.hasKeys) CHAIRSIDE_TRY(moveIfThere(folder / "clinic.keys", safety / "clinic.keys"));
    for (const char* name : kParts) {
        if (!isThere(decided / name)) continue; // in place since an earlier attempt
        CHAIRSIDE_TRY(moveIfThere(folder / name, safety / name));
        CHAIRSIDE_TRY(base::renameDurably(decided / name, folder / name));
    }
    std::error_code error;
    std::filesystem::remove_all(decided, error);
    if (error) return base::fail(base::codeOfErrno(error.value()), {}, "restore: remove");
    return base::flushFolder(folder);
}

} // namespace chairside::store
