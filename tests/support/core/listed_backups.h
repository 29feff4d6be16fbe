// A keeper of backups for tests of what stands above the store.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/clock.h"
#include "core/services/ports/backup_keeper.h"

namespace chairside::test {

// A place for backups that is a list, and can be full.
class ListedBackups final : public services::BackupKeeper {
public:
    explicit ListedBackups(const base::Clock& clock) : m_clock(clock) {}
    std::optional<base::Code> failure;
    std::vector<services::BackupInfo> kept; // newest first

    [[nodiscard]] base::Done begin(const std::string&) override {
        if (failure) return base::fail(*failure);
        m_steps = 2;
        m_name = "backup-" + std::to_string(++m_number);
        m_adds = true;
        return {};
    }
    [[nodiscard]] base::Done beginRehearsal(const std::string&, const std::string& name) override {
        m_steps = 2;
        m_name = name;
        m_adds = false;
        return {};
    }
    [[nodiscard]] base::Result<services::BackupProgress> step() override {
        if (failure) return base::fail(*failure);
        if (--m_steps > 0) return services::BackupProgress{services::BackupProgress::Phase::Copying, 0, 1, {}};
        const services::BackupInfo made{.name = m_name, .made = m_clock.now(), .bytes = 10, .auditHead = {}};
        if (m_adds) kept.insert(kept.begin(), made);
        return services::BackupProgress{services::BackupProgress::Phase::Finished, 1, 1, made};
    }
    void abandon() override {}
    [[nodiscard]] base::Result<std::vector<services::BackupInfo>> backups(const std::string&) override { return kept; }
    [[nodiscard]] base::Done removeBackup(const std::string&, const std::string& name) override {
        std::erase_if(kept, [&](const auto& one) { return one.name == name; });
        return {};
    }

private:
    const base::Clock& m_clock;
    int m_steps = 0;
    int m_number = 0;
    bool m_adds = false;
    std::string m_name;
};

} // namespace chairside::test
