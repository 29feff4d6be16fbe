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

// A vitals row of one infusion after another.
class RowSaver {
public:
    explicit RowSaver(BenchClinic& bench) : m_bench(bench), m_infusions(bench.runningInfusions()) {}
    void save() {
        services::VitalsEntry entry{.infusion = m_infusions[m_turn++ % m_infusions.size()]};
        entry.systolic = 128;
        entry.diastolic = 76;
        entry.heartRate = 72;
        entry.spo2 = 98;
        need(m_bench.services().infusions.recordVitals(m_bench.nurse(), entry), "a vitals row");
    }
    [[nodiscard]] int rounds() const { return kRowsEach * static_cast<int>(m_infusions.size()) / 2; }

private:
    BenchClinic& m_bench;
    std::vector<domain::InfusionId> m_infusions;
    std::size_t m_turn = 0;
};

// The same clinic twice, encrypted and not.
Figure costOfEncryption() {
    BenchClinic encrypted;
    BenchClinic plain(false);
    RowSaver ours(encrypted);
    RowSaver bare(plain);
    return compare(
        "one vitals row in an encrypted clinic", "the same in one that is not", "1.6 at most", ours.rounds(),
        [&] { ours.save(); }, [&] { bare.save(); });
}

} // namespace

// One vitals row with permission, rule, audit chain and commit, against one bare row committed with the same
// durability: once in a file that is encrypted as the clinic is, once in a plain one.
std::vector<Figure> measureSave() {
    BenchClinic bench;
    RowSaver saver(bench);
    const std::vector<unsigned char> bytes(bench.clinic().isEncrypted() ? 32 : 0, 7);
    BareRows bare(bench.folder() / "bare.db", store::CipherKey(bytes));
    BareRows plain(bench.folder() / "plain.db", {});
    const auto save = [&] {
        saver.save();
    };
    return {compare("one vitals row with permission, audit and commit", "one bare row, same durability and encryption",
                    "1.5 at most", saver.rounds(), save, [&] { bare.insert(); }),
            compare("the same", "one bare row, same durability, not encrypted", "", saver.rounds(), save,
                    [&] { plain.insert(); }),
            costOfEncryption()};
}

} // namespace chairside::bench
