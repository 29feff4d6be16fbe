#include "core/store/store.h"

#include <exception>
#include <optional>
#include <string>
#include <system_error>

#include "core/base/private_file.h"
#include "core/services/try.h"
#include "core/store/anchor.h"
#include "core/store/data_folder.h"
#include "core/store/file_identity.h"
#include "core/store/migrator.h"
#include "core/store/session.h"
#include "core/store/sqlite/backup.h"
#include "core/store/sqlite/sqlite_connection.h"
#include "core/store/store_parts.h"
#include "core/store/unit_transaction.h"
#include "core/store/verifier.h"

namespace chairside::store {

namespace {

// A file that was never filled is a new database; one that is gone or emptied under its trail is a loss.
base::Done checkNotLost(const DataFolder& folder) {
    std::error_code error;
    const bool empty = !std::filesystem::exists(folder.database(), error) ||
                       (std::filesystem::is_regular_file(folder.database(), error) &&
                        std::filesystem::file_size(folder.database(), error) == 0);
    if (!empty || !std::filesystem::exists(folder.anchor(), error)) return {};
    return base::fail(base::Code::StorageDamaged, {}, "the database is gone, its anchor is not");
}

base::Done checkWhole(SqliteConnection& connection) {
    const auto problems = CHAIRSIDE_TRY(connection.integrityProblems(CheckDepth::Quick));
    // The engine may put a line for every page into one answer; the first says enough.
    if (!problems.empty()) {
        const auto& first = problems.front();
        return base::fail(base::Code::StorageDamaged, {}, first.substr(0, first.find('\n')));
    }
    return {};
}

// Looks before anything is written: whose file it is, whether it is whole, which migrations made it.
base::Done inspect(SqliteConnection& connection, Migrator& migrator, bool checkLater, bool& fresh) {
    fresh = CHAIRSIDE_TRY(connection.isEmpty());
    if (fresh) return migrator.check();
    CHAIRSIDE_TRY(connection.checkApplicationId());
    if (!checkLater) CHAIRSIDE_TRY(checkWhole(connection));
    CHAIRSIDE_TRY(migrator.check());
    return checkLater && migrator.firstPending() > 0 ? checkWhole(connection) : base::Done{};
}

base::Done prepare(SqliteConnection& connection, const StoreOptions& options, const DataFolder* folder) {
    Migrator migrator(connection, options.digest, options.clock, embeddedMigrations());
    bool fresh = false;
    CHAIRSIDE_TRY(inspect(connection, migrator, options.checkLater, fresh));
    CHAIRSIDE_TRY(connection.makeDurable(folder == nullptr));
    const int first = migrator.firstPending();
    if (first > 0 && !fresh && folder != nullptr) CHAIRSIDE_TRY(backUp(connection, folder->copyBefore(first)));
    return migrator.apply();
}

base::Result<std::unique_ptr<SqliteConnection>> openFile(const DataFolder& folder, const CipherKey& key) {
    CHAIRSIDE_TRY(checkNotLost(folder));
    CHAIRSIDE_TRY(base::createPrivateFile(folder.database()));
    return SqliteConnection::open(folder.database().string(), SqliteConnection::Mode::ReadWrite, key);
}

base::Done guarded(const services::UnitOfWork::Work& work, services::Transaction& transaction) {
    try {
        return work(transaction);
    } catch (const std::exception& thrown) {
        return base::fail(base::Code::Internal, {}, std::string("work threw: ") + thrown.what());
    } catch (...) {
        return base::fail(base::Code::Internal, {}, "work threw");
    }
}

} // namespace

base::Result<std::unique_ptr<Store>> Store::open(const StoreOptions& options) {
    std::shared_ptr<DataFolder> folder = options.held;
    if (!folder && !options.inMemory) folder = CHAIRSIDE_TRY(DataFolder::hold(options.folder));
    const bool hasLog = folder && folder->hasLog();
    auto connection = CHAIRSIDE_TRY(folder ? openFile(*folder, CipherKey(options.key))
                                           : SqliteConnection::open(":memory:", SqliteConnection::Mode::ReadWrite));
    if (options.fewPages) CHAIRSIDE_TRY(connection->keepFewPages());
    if (auto done = prepare(*connection, options, folder.get()); !done) {
        if (hasLog) connection->leaveUntouched();
        return std::unexpected(std::move(done.error()));
    }
    std::unique_ptr<Store> store(new Store(std::make_unique<Parts>(std::move(folder), std::move(connection), options)));
    auto& parts = *store->m_parts;
    if (parts.folder) parts.identity = CHAIRSIDE_TRY(FileIdentity::of(parts.folder->database()));
    CHAIRSIDE_TRY(parts.session.audit().load());
    parts.nameAnchor();
    if (parts.anchor) CHAIRSIDE_TRY(parts.anchor->open(*parts.connection, parts.session.audit().head()));
    return store;
}

Store::Store(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}

Store::~Store() {
    m_parts->backup.reset();
    if (m_parts->anchor) m_parts->anchor->close(m_parts->session.audit().head());
}

bool Store::encrypts() {
    return SqliteConnection::encrypts();
}

base::Done Store::write(const Work& work) {
    return transact(work, true);
}

base::Done Store::read(const Work& work) {
    return transact(work, false);
}

base::Done Store::transact(const Work& work, bool writing) {
    auto& parts = *m_parts;
    if (parts.busy) return base::fail(base::Code::Internal, {}, "a transaction inside a transaction");
    if (parts.damage) return std::unexpected(*parts.damage);
    TransactionGuard transaction(*parts.connection);
    const auto access = writing ? Access::Write : Access::Read;
    CHAIRSIDE_TRY(transaction.begin(access));
    auto& audit = parts.session.audit();
    parts.busy = true;
    parts.session.start(access);
    auto done = guarded(work, parts.transaction);
    if (done && !writing && !audit.isIdle()) {
        done = base::fail(base::Code::Internal, {}, "an audit event in a transaction that only reads");
    }
    if (done && writing) done = audit.append();
    const bool toKeep = !audit.isIdle() || parts.session.hasScratch();
    if (done && writing && toKeep && parts.identity) done = parts.identity->checkStillThere();
    if (done && writing && toKeep) done = transaction.commit();
    parts.busy = false;
    parts.session.finish(done.has_value());
    if (!done || audit.isIdle()) return done;
    audit.committed();
    parts.nameAnchor();
    if (parts.anchor) parts.anchor->moved(audit.head());
    return {};
}

base::Done Store::check() {
    auto& parts = *m_parts;
    if (parts.busy) return base::fail(base::Code::Internal, {}, "check inside a transaction");
    auto done = checkWhole(*parts.connection);
    if (!done) parts.damage = done.error();
    return done;
}

base::Result<services::VerifyReport> Store::verify() {
    auto& parts = *m_parts;
    if (parts.busy) return base::fail(base::Code::Internal, {}, "verify inside a transaction");
    TransactionGuard transaction(*parts.connection);
    CHAIRSIDE_TRY(transaction.begin(Access::Read));
    Verifier verifier(*parts.connection, parts.digest, parts.clock);
    return verifier.run(parts.session.audit().head(), parts.anchor ? &*parts.anchor : nullptr);
}

void Store::renewAnchor() {
    if (m_parts->anchor) m_parts->anchor->renew(m_parts->session.audit().head());
}

base::Done Store::rekey(std::span<const unsigned char> key) {
    if (m_parts->busy) return base::fail(base::Code::Internal, {}, "rekey inside a transaction");
    if (m_parts->backup) return base::fail(base::Code::WrongState, "backup", "under way");
    return m_parts->connection->rekey(CipherKey(key));
}

base::Done Store::backUpTo(const std::filesystem::path& file) {
    if (m_parts->busy) return base::fail(base::Code::Internal, {}, "backup inside a transaction");
    return backUp(*m_parts->connection, file);
}

} // namespace chairside::store
