#pragma once

#include <span>
#include <string_view>

namespace chairside::store {

// One file of migrations/, compiled in. The views live as long as the program.
struct EmbeddedMigration {
    int number;            // the four digits of the file name, from 1, without gaps
    std::string_view name; // the file name without ".sql": "0003_add_vial"
    std::string_view sql;  // the whole file, unchanged
};

// All migrations, ascending by number. Empty only in a tree without migrations.
[[nodiscard]] std::span<const EmbeddedMigration> embeddedMigrations();

} // namespace chairside::store
