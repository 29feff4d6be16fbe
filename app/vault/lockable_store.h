// The store as services see it: there from the start, readable once the keys are.
#pragma once

#include <memory>
#include <utility>

#include "core/services/ports/unit_of_work.h"
#include "core/store/store.h"

namespace chairside::app {

class LockableStore final : public services::UnitOfWork, public services::StoreVerifier, public services::BackupKeeper {
public:
    void put(std::unique_ptr<store::Store> opened) { m_store = std::move(opened); }
    [[nodiscard]] bool isOpen() const { return m_store != nullptr; }
    [[nodiscard]] store::Store* get() const { return m_store.get(); }

    // WrongState while closed.
    [[nodiscard]] base::Done write(const Work& work) override { return m_store ? m_store->write(work) : closed(); }
    [[nodiscard]] base::Done read(const Work& work) override { return m_store ? m_store->read(work) : closed(); }
    [[nodiscard]] base::Result<services::VerifyReport> verify() override {
        if (!m_store) return std::unexpected(closed().error());
        return m_store->verify();
    }

    [[nodiscard]] base::Done begin(const std::string& folder) override {
        return m_store ? m_store->begin(folder) : closed();
    }
    [[nodiscard]] base::Done beginRehearsal(const std::string& folder, const std::string& name) override {
        return m_store ? m_store->beginRehearsal(folder, name) : closed();
    }
    [[nodiscard]] base::Result<services::BackupProgress> step() override {
        if (!m_store) return std::unexpected(closed().error());
        return m_store->step();
    }
    void abandon() override {
        if (m_store) m_store->abandon();
    }
    [[nodiscard]] base::Result<std::vector<services::BackupInfo>> backups(const std::string& folder) override {
        if (!m_store) return std::unexpected(closed().error());
        return m_store->backups(folder);
    }
    [[nodiscard]] base::Done removeBackup(const std::string& folder, const std::string& name) override {
        return m_store ? m_store->removeBackup(folder, name) : closed();
    }

private:
    [[nodiscard]] static base::Done closed() { return base::fail(base::Code::WrongState, "clinic", "not opened yet"); }
    std::unique_ptr<store::Store> m_store;
};

} // namespace chairside::app
