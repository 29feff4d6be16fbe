// Brings the schema of a database up to date, one migration after the other, each whole or not at all.
#pragma once

#include <span>

#include "core/base/clock.h"
#include "core/services/ports/digest.h"
#include "core/store/connection.h"
#include "core/store/embedded_migrations.h"

namespace chairside::store {

class Migrator {
public:
    // The migrations are numbered from 1 without gaps. All references outlive the migrator.
    Migrator(Connection& connection, const services::Digest& digest, const base::Clock& clock,
             std::span<const EmbeddedMigration> migrations)
        : m_connection(connection), m_digest(digest), m_clock(clock), m_migrations(migrations) {}

    // Writes nothing. StorageNewer: the database knows more migrations than the program. StorageDamaged: a
    // migration it was made with is not the one the program has.
    [[nodiscard]] base::Done check();
    // Number of the first migration that is still to be applied, 0 if there is none. After check().
    [[nodiscard]] int firstPending() const;
    // Applies what is pending and stops at the first failure; the database is then as the migration before
    // left it. Each is recorded in the same transaction, and foreign keys and integrity are checked before it
    // is committed.
    [[nodiscard]] base::Done apply();

private:
    [[nodiscard]] base::Done checkApplied(int version);
    [[nodiscard]] base::Done applyOne(const EmbeddedMigration& migration, bool checked);
    [[nodiscard]] base::Done checkHealth(const EmbeddedMigration& migration);

    Connection& m_connection;
    const services::Digest& m_digest;
    const base::Clock& m_clock;
    std::span<const EmbeddedMigration> m_migrations;
    int m_version = 0;
};

[[nodiscard]] std::span<const Sql> migratorStatements();

} // namespace chairside::store
