#include "tests/store/store_fixture.h"

#include <cstdlib>
#include <fstream>
#include <random>
#include <sstream>

namespace chairside::store {
namespace {

base::Uuid7Source::Random seeded() {
    return [generator = std::mt19937_64(42)]() mutable {
        return generator();
    };
}

std::unique_ptr<SqliteConnection> openRaw(const std::filesystem::path& file) {
    auto connection = SqliteConnection::open(file.string(), SqliteConnection::Mode::ReadWrite);
    if (!connection) ADD_FAILURE() << testing::PrintToString(connection.error());
    return connection ? std::move(*connection) : nullptr;
}

bool isTriggerOf(const std::string& object, const std::string& table) {
    return object.starts_with("CREATE TRIGGER") && object.find(" ON " + table + "\n") != std::string::npos;
}

std::string nameOf(const std::string& trigger) {
    std::istringstream words(trigger);
    std::string name;
    words >> name >> name >> name;
    return name;
}

} // namespace

TempFolder::TempFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "chairside-store-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) std::abort();
    m_path = pattern;
}

TempFolder::~TempFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

StoreTest::StoreTest() : ids(clock, seeded()), samples(ids) {}

base::Result<std::unique_ptr<Store>> StoreTest::openIn(const std::filesystem::path& folder) {
    return Store::open({.folder = folder, .clock = clock, .digest = digest, .ids = ids});
}

Store& StoreTest::store() {
    if (!m_store) {
        auto opened = Store::open({.folder = {}, .inMemory = true, .clock = clock, .digest = digest, .ids = ids});
        if (!opened) throw std::runtime_error(testing::PrintToString(opened.error()));
        m_store = std::move(*opened);
    }
    return *m_store;
}

void StoreTest::openFolder() {
    close();
    auto opened = openIn(folder());
    if (!opened) throw std::runtime_error(testing::PrintToString(opened.error()));
    m_store = std::move(*opened);
}

base::Done StoreTest::write(const services::UnitOfWork::Work& work) {
    return store().write([&](services::Transaction& tx) -> base::Done {
        tx.audit(someEvent());
        return work(tx);
    });
}

void StoreTest::mustWrite(const services::UnitOfWork::Work& work) {
    const auto done = write(work);
    if (!done) throw std::runtime_error(testing::PrintToString(done.error()));
}

void StoreTest::tamper(const std::string& table, const std::string& script) {
    close();
    const auto connection = openRaw(file("clinic.db"));
    ASSERT_NE(connection, nullptr);
    std::string drop;
    std::string restore;
    const auto objects = connection->schemaObjects();
    for (const auto& object : objects.value()) {
        if (!isTriggerOf(object, table)) continue;
        drop += "DROP TRIGGER " + nameOf(object) + ";\n";
        restore += object + ";\n";
    }
    EXPECT_THAT(connection->script("PRAGMA foreign_keys = OFF;" + drop + script + ";" + restore), IsOk());
}

std::vector<std::string> StoreTest::findings() {
    const auto report = store().verify();
    if (!report) return {testing::PrintToString(report.error())};
    std::vector<std::string> lines;
    for (const auto& finding : report->findings) {
        lines.push_back(finding.check + ": " + finding.place + ": " + finding.detail);
    }
    return lines;
}

services::AuditEvent someEvent() {
    services::AuditEvent event;
    event.action = services::AuditAction::Record;
    event.role = "nurse";
    event.workstation = "chair 3";
    event.subjectKind = "test";
    return event;
}

std::string contentOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

} // namespace chairside::store
