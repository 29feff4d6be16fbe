#include "core/store/backup/backup_work.h"

#include <algorithm>
#include <optional>
#include <system_error>
#include <vector>

#include "core/base/copy_file.h"
#include "core/services/try.h"
#include "core/store/anchor.h"
#include "core/store/backup/backup_folder.h"
#include "core/store/backup/checked_copy.h"
#include "core/store/backup/instrument_pack.h"
#include "core/store/sqlite/file_snapshot.h"

namespace chairside::store {
namespace {

using services::BackupProgress;
using Phase = services::BackupProgress::Phase;

// Copied in one step: short enough that nobody at the keyboard waits for it.
constexpr std::size_t kPieceBytes = std::size_t{4} << 20U;
// How long a step waits for the thread.
constexpr std::chrono::milliseconds kPatience{20};

void dropFolder(const std::filesystem::path& folder) {
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
}

class Backup final : public BackupWork {
public:
    Backup(const BackupSource& source, BackupFolder folder, std::filesystem::path unfinished)
        : m_source(source), m_folder(std::move(folder)), m_unfinished(std::move(unfinished)) {}
    ~Backup() override {
        if (m_outcome.valid()) m_outcome.wait();
        if (!m_unfinished.empty()) dropFolder(m_unfinished);
    }

    [[nodiscard]] base::Done begin() {
        m_made = m_source.clock.now();
        m_snapshot = CHAIRSIDE_TRY(FileSnapshot::take(m_source.connection));
        m_bytes = m_snapshot->size();
        m_output.emplace(CHAIRSIDE_TRY(base::PlainOutput::create(m_unfinished / "clinic.db")));
        CHAIRSIDE_TRY(
            base::writePrivately(m_unfinished / "clinic.anchor", anchorText(m_source.head, m_made, m_source.clinic)));
        // Scored answers are read back by the instrument they were given to.
        if (const auto own = ownInstruments(m_source.data.path()); !own.empty()) {
            CHAIRSIDE_TRY(base::writePrivately(m_unfinished / kInstrumentPack, packed(own)));
        }
        // The slots open the data as they are at this moment.
        if (!m_source.connection.key().none()) {
            CHAIRSIDE_TRY(base::copyPrivately(m_source.data.keys(), m_unfinished / "clinic.keys"));
        }
        return {};
    }

    [[nodiscard]] base::Result<BackupProgress> step() override {
        if (m_snapshot) {
            CHAIRSIDE_TRY(copyPiece());
            if (m_copied < m_bytes) return progress(Phase::Copying);
            CHAIRSIDE_TRY(m_output->flush());
            m_output.reset();
            m_snapshot.reset();
            check();
            return progress(Phase::Checking);
        }
        if (m_outcome.wait_for(kPatience) != std::future_status::ready) return progress(Phase::Checking);
        auto made = m_outcome.get();
        if (!made) return std::unexpected(std::move(made.error()));
        m_unfinished.clear();
        auto finished = progress(Phase::Finished);
        finished.backup = *std::move(made);
        return finished;
    }

private:
    [[nodiscard]] BackupProgress progress(Phase phase) const { return {phase, m_copied, m_bytes, {}}; }

    [[nodiscard]] base::Done copyPiece() {
        m_piece.resize(std::min<std::size_t>(kPieceBytes, static_cast<std::size_t>(m_bytes - m_copied)));
        CHAIRSIDE_TRY(m_snapshot->read(m_copied, m_piece));
        CHAIRSIDE_TRY(m_output->write({m_piece.data(), m_piece.size()}));
        m_copied += static_cast<std::int64_t>(m_piece.size());
        return {};
    }

    [[nodiscard]] BackupHeader header() const {
        return {.clinic = m_source.clinic,
                .made = m_made,
                .schemaVersion = m_source.schemaVersion,
                .encrypted = !m_source.connection.key().none(),
                .auditEvents = m_source.head.sequence,
                .auditHead = m_source.head.hash,
                .files = {}};
    }

    void check() {
        CopyCheck check{m_unfinished, m_source.connection.key(), m_source.clock, m_source.digest, m_source.ids};
        m_outcome = onOwnThread(
            [check = std::move(check), header = header(), folder = m_folder] { return seal(check, header, folder); });
    }

    // On the thread of its own.
    [[nodiscard]] static base::Result<services::BackupInfo> seal(const CopyCheck& check, BackupHeader header,
                                                                 const BackupFolder& folder) {
        CHAIRSIDE_TRY(checkByOpening(check));
        for (const char* name : {"clinic.db", "clinic.anchor", "clinic.keys", kInstrumentPack}) {
            std::error_code error;
            const auto file = check.folder / name;
            const auto size = std::filesystem::file_size(file, error);
            if (error) continue;
            header.files.push_back(
                {name, static_cast<std::int64_t>(size), CHAIRSIDE_TRY(fileDigest(file, check.digest))});
        }
        CHAIRSIDE_TRY(base::writePrivately(check.folder / BackupHeader::kFileName, headerText(header, check.digest)));
        const auto name = CHAIRSIDE_TRY(folder.finish(check.folder));
        return infoOf(name, header);
    }

    BackupSource m_source;
    BackupFolder m_folder;
    std::filesystem::path m_unfinished; // empty once it is a backup
    base::Instant m_made = base::Instant::of(0, 0);
    std::int64_t m_bytes = 0;
    std::int64_t m_copied = 0;
    std::vector<char> m_piece;
    std::unique_ptr<FileSnapshot> m_snapshot;
    std::optional<base::PlainOutput> m_output;
    std::future<base::Result<services::BackupInfo>> m_outcome;
};

class Rehearsal final : public BackupWork {
public:
    Rehearsal(const BackupSource& source, std::filesystem::path backup, BackupHeader header)
        : m_scratch(source.data.scratch()) {
        m_bytes = infoOf({}, header).bytes;
        CopyCheck check{m_scratch, source.connection.key(), source.clock, source.digest, source.ids};
        m_outcome = onOwnThread([check = std::move(check), header = std::move(header), backup = std::move(backup)] {
            return tryOut(check, header, backup);
        });
    }
    ~Rehearsal() override {
        if (m_outcome.valid()) m_outcome.wait();
        dropFolder(m_scratch);
    }
    [[nodiscard]] base::Result<BackupProgress> step() override {
        if (m_outcome.wait_for(kPatience) != std::future_status::ready) {
            return BackupProgress{Phase::Checking, 0, m_bytes, {}};
        }
        auto tried = m_outcome.get();
        if (!tried) return std::unexpected(std::move(tried.error()));
        return BackupProgress{Phase::Finished, m_bytes, m_bytes, *std::move(tried)};
    }

private:
    // On the thread of its own.
    [[nodiscard]] static base::Result<services::BackupInfo> tryOut(const CopyCheck& check, const BackupHeader& header,
                                                                   const std::filesystem::path& backup) {
        CHAIRSIDE_TRY(checkFiles(backup, header, check.digest));
        dropFolder(check.folder);
        CHAIRSIDE_TRY(base::createPrivateFolder(check.folder));
        for (const auto& file : header.files)
            CHAIRSIDE_TRY(base::copyPrivately(backup / file.name, check.folder / file.name));
        CHAIRSIDE_TRY(unpackInstruments(check.folder));
        CHAIRSIDE_TRY(checkByOpening(check));
        return infoOf(backup.filename().string(), header);
    }

    std::filesystem::path m_scratch;
    std::int64_t m_bytes = 0;
    std::future<base::Result<services::BackupInfo>> m_outcome;
};

} // namespace

base::Result<std::unique_ptr<BackupWork>> beginBackup(const BackupSource& source, const std::filesystem::path& folder) {
    BackupFolder target(folder, source.clinic);
    auto unfinished = CHAIRSIDE_TRY(target.makeUnfinished(source.clock.now()));
    auto work = std::make_unique<Backup>(source, std::move(target), std::move(unfinished));
    CHAIRSIDE_TRY(work->begin());
    return std::unique_ptr<BackupWork>(std::move(work));
}

base::Result<std::unique_ptr<BackupWork>> beginRehearsal(const BackupSource& source,
                                                         const std::filesystem::path& folder, const std::string& name) {
    auto backup = CHAIRSIDE_TRY(BackupFolder(folder, source.clinic).find(name, source.digest));
    auto header = CHAIRSIDE_TRY(readHeader(backup, source.digest));
    return std::unique_ptr<BackupWork>(new Rehearsal(source, std::move(backup), std::move(header)));
}

} // namespace chairside::store
