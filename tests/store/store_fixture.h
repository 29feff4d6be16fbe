// What the store tests share: a clock, identities, a digest, a store in memory or in a folder of its own.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/access/sodium_digest.h"
#include "core/base/uuid7_source.h"
#include "core/store/sqlite/sqlite_connection.h"
#include "core/store/store.h"
#include "tests/store/samples.h"
#include "tests/support/core/fake_clock.h"
#include "tests/support/core/matchers.h"

namespace chairside::store {

using base::Code;
using test::FailsWith;
using test::IsOk;
using test::IsOkAndHolds;

// Removed with everything in it at the end.
class TempFolder {
public:
    TempFolder();
    ~TempFolder();
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

class StoreTest : public testing::Test {
protected:
    StoreTest();

    [[nodiscard]] base::Result<std::unique_ptr<Store>> openIn(const std::filesystem::path& folder);
    // The store most tests work on: in memory until openFolder() is called.
    [[nodiscard]] Store& store();
    // Closes the store and opens the one in the folder, which outlives it.
    void openFolder();
    void close() { m_store.reset(); }
    [[nodiscard]] std::filesystem::path folder() const { return m_folder.path() / "data"; }
    [[nodiscard]] std::filesystem::path file(std::string_view name) const { return folder() / name; }

    // Runs work and states an event for it.
    [[nodiscard]] base::Done write(const services::UnitOfWork::Work& work);
    // The same, and it has to succeed.
    void mustWrite(const services::UnitOfWork::Work& work);
    // What work(Transaction&) returns, read in a transaction of its own.
    template <class Work>
    auto read(Work work) -> std::invoke_result_t<Work&, services::Transaction&> {
        std::optional<std::invoke_result_t<Work&, services::Transaction&>> outcome;
        const auto done = store().read([&](services::Transaction& tx) -> base::Done {
            outcome.emplace(work(tx));
            return {};
        });
        EXPECT_THAT(done, IsOk());
        return *std::move(outcome);
    }

    // Statements on the closed data file, past the store. Triggers of `table` are out of the way meanwhile.
    void tamper(const std::string& table, const std::string& script);
    // "check: place: detail" of each finding.
    [[nodiscard]] std::vector<std::string> findings();

    test::FakeClock clock;
    access::SodiumDigest digest;
    base::Uuid7Source ids;
    Samples samples;

private:
    TempFolder m_folder;
    std::unique_ptr<Store> m_store;
};

[[nodiscard]] services::AuditEvent someEvent();
[[nodiscard]] std::string contentOf(const std::filesystem::path& file);

} // namespace chairside::store
