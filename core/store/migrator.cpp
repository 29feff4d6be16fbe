#include "core/store/migrator.h"

#include <string>

#include "core/store/row_reader.h"

namespace chairside::store {
namespace {

constexpr Sql kApplied("SELECT number, name, sha256 FROM schema_migration ORDER BY number");
constexpr Sql kRecord("INSERT INTO schema_migration (number, name, sha256, applied_at) VALUES (?, ?, ?, ?)");
constexpr Sql kMigratorAll[] = {kApplied, kRecord};

struct Applied {
    int number = 0;
    std::string name;
    std::string sha256;
};

std::unexpected<base::Error> at(std::string_view name, base::Error error) {
    error.detail = std::string(name) + ": " + error.detail;
    return std::unexpected(std::move(error));
}

} // namespace

base::Done Migrator::check() {
    m_version = CHAIRSIDE_TRY(m_connection.schemaVersion());
    const int known = static_cast<int>(m_migrations.size());
    if (m_version > known) {
        return base::fail(base::Code::StorageNewer, {},
                          "schema " + std::to_string(m_version) + ", known " + std::to_string(known));
    }
    return m_version == 0 ? base::Done{} : checkApplied(m_version);
}

base::Done Migrator::checkApplied(int version) {
    const auto applied =
        CHAIRSIDE_TRY(readAll<Applied>(m_connection, "schema_migration", kApplied, {}, [](RowReader& row) {
            const int number = row.whole();
            auto name = row.text();
            return Applied{number, std::move(name), row.text()};
        }));
    if (applied.size() != static_cast<std::size_t>(version)) {
        return base::fail(base::Code::StorageDamaged, "schema_migration", "the list does not fit the version");
    }
    for (std::size_t i = 0; i < applied.size(); ++i) {
        const auto& migration = m_migrations[i];
        if (applied[i].number != migration.number || applied[i].sha256 != m_digest.sha256(migration.sql)) {
            return base::fail(base::Code::StorageDamaged, "schema_migration",
                              applied[i].name + " is not the migration of this program");
        }
    }
    return {};
}

int Migrator::firstPending() const {
    const auto applied = static_cast<std::size_t>(m_version);
    return applied < m_migrations.size() ? m_migrations[applied].number : 0;
}

base::Done Migrator::apply() {
    // A database without a single row cannot be hurt by a step on the way: what comes out of them all is looked at.
    const bool isNew = m_version == 0;
    for (const auto& migration : m_migrations.subspan(static_cast<std::size_t>(m_version))) {
        const bool isLast = &migration == &m_migrations.back();
        if (auto done = applyOne(migration, !isNew || isLast); !done)
            return at(migration.name, std::move(done.error()));
        m_version = migration.number;
    }
    return {};
}

base::Done Migrator::applyOne(const EmbeddedMigration& migration, bool checked) {
    TransactionGuard transaction(m_connection);
    CHAIRSIDE_TRY(transaction.begin(Access::Write));
    CHAIRSIDE_TRY(m_connection.script(migration.sql));
    CHAIRSIDE_TRY(m_connection.run(
        kRecord, values(migration.number, migration.name, m_digest.sha256(migration.sql), utcText(m_clock.now()))));
    CHAIRSIDE_TRY(m_connection.setSchemaVersion(migration.number));
    if (checked) CHAIRSIDE_TRY(checkHealth(migration));
    return transaction.commit();
}

base::Done Migrator::checkHealth(const EmbeddedMigration& migration) {
    const auto keys = CHAIRSIDE_TRY(m_connection.foreignKeyProblems());
    const auto problems = CHAIRSIDE_TRY(m_connection.integrityProblems(CheckDepth::Full));
    if (keys.empty() && problems.empty()) return {};
    return base::fail(base::Code::StorageDamaged, std::string(migration.name),
                      keys.empty() ? problems.front() : "foreign key " + keys.front());
}

std::span<const Sql> migratorStatements() {
    return kMigratorAll;
}

} // namespace chairside::store
