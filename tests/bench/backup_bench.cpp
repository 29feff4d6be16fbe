// A backup against copying its file, and the way from a password to data that can be read.
#include <fcntl.h>
#include <unistd.h>

#include "tests/bench/bench_clinic.h"
#include "tests/bench/benches.h"

namespace chairside::bench {

namespace {

using Phase = services::BackupProgress::Phase;

constexpr int kBackedUpPatients = 150'000;
constexpr int kBackups = 4;
constexpr int kUnlocks = 8;

// Until the copy is on the disk; then the check, which is not counted here.
double timeOfCopyPhase(BenchClinic& bench) {
    auto& backups = bench.services().backups;
    bench.clock().run(bench.clock().now().plus(std::chrono::minutes(2)));
    double copying = 0;
    need(backups.begin(bench.administrator()), "a backup");
    auto phase = Phase::Copying;
    while (phase != Phase::Finished) {
        const double taken = timeOf([&] { phase = need(backups.step(), "a step of the backup").phase; });
        if (phase == Phase::Copying) copying += taken;
    }
    return copying;
}

// The same bytes, read and written by the system and flushed.
double timeOfPlainCopy(const std::filesystem::path& from, const std::filesystem::path& to) {
    return timeOf([&] {
        std::filesystem::copy_file(from, to, std::filesystem::copy_options::overwrite_existing);
        const int file = ::open(to.c_str(), O_RDONLY | O_CLOEXEC);
        if (file < 0 || ::fsync(file) != 0) giveUp("copying the file", {.code = base::Code::StorageFailed});
        ::close(file);
    });
}

} // namespace

std::vector<Figure> measureBackup() {
    BenchClinic bench;
    fillWithPatients(bench, kBackedUpPatients);
    const auto file = bench.folder() / "clinic.db";
    return {compareTaken(
        "a backup until its copy is on the disk", "copying and flushing the file", "2 at most", kBackups,
        [&] { return timeOfCopyPhase(bench); }, [&] { return timeOfPlainCopy(file, bench.folder() / "copy.db"); })};
}

// With the password hashes of a real clinic.
std::vector<Figure> measureUnlock() {
    BenchClinic place;
    const auto folder = place.folder() / "unlocked";
    const std::string password = "a kettle sings at dawn";
    {
        auto clinic = need(app::Clinic::open({.folder = folder}, place.clock()), "a clinic");
        const services::NewAccount first{"ines", "I. Nes", {domain::Role::Administrator}, password};
        need(clinic->services().accounts.setUpClinic("A Clinic", first, "bench"), "its first account");
    }
    Samples unlocking;
    for (int round = 0; round < kUnlocks; ++round) {
        auto clinic = need(app::Clinic::open({.folder = folder, .createIfMissing = false}, place.clock()), "opening");
        unlocking.add(timeOf([&] { need(clinic->services().accounts.signIn("ines", password, "bench"), "sign-in"); }));
    }
    return {{"first sign-in of the day, from the password to data that can be read, slowest",
             unlocking.percentile(100),
             {},
             0,
             "500 ms at most"}};
}

} // namespace chairside::bench
