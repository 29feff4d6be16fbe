#include <fstream>

#include "core/store/sqlite/sqlite_connection.h"
#include "tests/bench/bench_clinic.h"
#include "tests/bench/benches.h"

namespace chairside::bench {

namespace {

// As many rows for each infusion as a nurse writes in 90 minutes.
constexpr int kRowsEach = 24;

constexpr store::Sql kInsertRow("INSERT INTO bare(id, systolic, diastolic, heart_rate, spo2) VALUES (?, ?, ?, ?, ?)");

// One table, no keys but its own, no audit: what one durable commit costs on this disk.
class BareRows {
public:
    BareRows(const std::filesystem::path& file, const store::CipherKey& key) {
        { const std::ofstream made(file); }
        m_connection = need(store::SqliteConnection::open(file.string(), store::SqliteConnection::Mode::ReadWrite, key),
                            "the bare file");
        need(m_connection->makeDurable(false), "durability");
        need(m_connection->script("CREATE TABLE bare(id BIGINT PRIMARY KEY, systolic BIGINT, diastolic BIGINT, "
                                  "heart_rate BIGINT, spo2 BIGINT)"),
             "the bare table");
    }

    void insert() {
        const store::Value values[] = {++m_id, std::int64_t{128}, std::int64_t{76}, std::int64_t{72}, std::int64_t{98}};
        need(m_connection->begin(store::Access::Write), "begin");
        need(m_connection->run(kInsertRow, values), "insert");
        need(m_connection->commit(), "commit");
    }

private:
    std::unique_ptr<store::SqliteConnection> m_connection;
    std::int64_t m_id = 0;
};

} // namespace

// One vitals row with permission, rule, audit chain and commit, against one bare row committed with the same
// durability: once in a file that is encrypted as the clinic is, once in a plain one.
std::vector<Figure> measureSave() {
    BenchClinic bench;
    const auto infusions = bench.runningInfusions();
    const std::vector<unsigned char> bytes(bench.clinic().isEncrypted() ? 32 : 0, 7);
    BareRows bare(bench.folder() / "bare.db", store::CipherKey(bytes));
    BareRows plain(bench.folder() / "plain.db", {});
    services::VitalsEntry entry{.infusion = infusions.front()};
    entry.systolic = 128;
    entry.diastolic = 76;
    entry.heartRate = 72;
    entry.spo2 = 98;
    const int rounds = kRowsEach * static_cast<int>(infusions.size());
    std::size_t turn = 0;
    const auto save = [&] {
        entry.infusion = infusions[turn++ % infusions.size()];
        need(bench.services().infusions.recordVitals(bench.nurse(), entry), "a vitals row");
    };
    return {compare("one vitals row with permission, audit and commit", "one bare row, same durability and encryption",
                    "1.5 at most", rounds / 2, save, [&] { bare.insert(); }),
            compare("the same", "one bare row, same durability, not encrypted", "", rounds / 2, save,
                    [&] { plain.insert(); })};
}

} // namespace chairside::bench
