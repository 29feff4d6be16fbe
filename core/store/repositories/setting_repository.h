// Settings of the clinic: a name and a text.
#pragma once

#include "core/services/ports/repositories.h"
#include "core/store/session.h"

namespace chairside::store {

class SqlSettingRepository final : public services::SettingRepository {
public:
    explicit SqlSettingRepository(Session& session) : m_session(session) {}

    [[nodiscard]] base::Result<std::optional<std::string>> get(std::string_view key) override;
    [[nodiscard]] base::Done set(std::string_view key, const std::string& value) override;

private:
    Session& m_session;
};

} // namespace chairside::store
