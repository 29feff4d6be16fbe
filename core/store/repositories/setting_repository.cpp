#include "core/store/repositories/setting_repository.h"

#include "core/store/repositories/statements.h"
#include "core/store/row_reader.h"

namespace chairside::store {
namespace {

constexpr Sql kSettingGet("SELECT value FROM setting WHERE name = ?");
constexpr Sql kSettingInsert("INSERT INTO setting (name, clinic_id, value, row_version) VALUES (?, ?, ?, 1)");
constexpr Sql kSettingUpdate("UPDATE setting SET value = ?, row_version = row_version + 1 WHERE name = ?");
constexpr Sql kSettingAll[] = {kSettingGet, kSettingInsert, kSettingUpdate};

} // namespace

base::Result<std::optional<std::string>> SqlSettingRepository::get(std::string_view key) {
    auto found = CHAIRSIDE_TRY(readAll<std::string>(m_session.connection(), "setting", kSettingGet, values(key),
                                                    [](RowReader& row) { return row.text(); }));
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

base::Done SqlSettingRepository::set(std::string_view key, const std::string& value) {
    const std::string name(key);
    const bool changed = CHAIRSIDE_TRY(m_session.update(Table::Setting, name, kSettingUpdate, values(value, key)));
    if (changed) return {};
    const auto clinic = CHAIRSIDE_TRY(m_session.clinicId());
    return m_session.insert(Table::Setting, name, kSettingInsert, values(key, clinic, value));
}

std::span<const Sql> settingStatements() {
    return kSettingAll;
}

} // namespace chairside::store
