// A process that is killed at any moment loses nothing it has acknowledged and leaves no half record.
#include <csignal>
#include <random>
#include <set>

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/services/try.h"
#include "tests/store/store_fixture.h"

namespace chairside::store {
namespace {

using services::Transaction;

constexpr int kFolders = 5;
constexpr int kKillsEach = 40;

class KilledProcess : public StoreTest {
protected:
    // One save: an examination with its 21 sites and a row of vital signs that carries the number.
    [[nodiscard]] base::Done save(Store& to, int number) {
        return to.write([&](Transaction& tx) -> base::Done {
            tx.audit(someEvent());
            auto exam = samples.tender;
            exam.head = samples.head();
            exam.head.id = domain::EntryId(ids.next());
            auto vitals = samples.bareVitals;
            vitals.head.id = domain::EntryId(ids.next());
            vitals.heartRate = number;
            CHAIRSIDE_TRY(tx.infusions().add(exam));
            return tx.infusions().add(vitals);
        });
    }
    // Never returns: saves and acknowledges until it is killed.
    [[noreturn]] void saveForEver(const std::filesystem::path& where, int first, int acknowledge) {
        auto opened = openIn(where);
        if (!opened) ::_exit(1);
        for (int number = first; save(**opened, number); ++number) {
            if (::write(acknowledge, &number, sizeof number) != sizeof number) break;
        }
        ::_exit(2);
    }
    // The last number the child acknowledged before it was killed, or `first - 1`.
    int saveAndKill(const std::filesystem::path& where, int first) {
        int ends[2];
        EXPECT_EQ(::pipe(ends), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            // Identities of different children must not clash.
            clock.advance(std::chrono::seconds(first + 1));
            saveForEver(where, first, ends[1]);
        }
        ::close(ends[1]);
        int last = first - 1;
        // Some are killed while they open the data, the others while they save.
        const bool whileSaving = random() % 4 != 0;
        if (whileSaving && ::read(ends[0], &last, sizeof last) != sizeof last) last = first - 1;
        pollfd never{-1, 0, 0};
        ::poll(&never, 1, std::uniform_int_distribution<int>(0, 25)(random));
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        EXPECT_TRUE(WIFSIGNALED(status)) << "the child ended by itself with " << WEXITSTATUS(status);
        for (int number = 0; ::read(ends[0], &number, sizeof number) == sizeof number;)
            last = number;
        ::close(ends[0]);
        return last;
    }
    // How many saves are there; each of them must be whole.
    int savesIn(Store& in) {
        int saves = 0;
        EXPECT_THAT(in.read([&](Transaction& tx) -> base::Done {
            const auto record = CHAIRSIDE_TRY(tx.infusions().record(samples.infusion.id));
            saves = static_cast<int>(record.vitals.size());
            EXPECT_EQ(record.tenderPoints.size(), record.vitals.size());
            std::set<int> numbers;
            for (const auto& row : record.vitals)
                numbers.insert(*row.heartRate);
            EXPECT_EQ(static_cast<int>(numbers.size()), saves);
            EXPECT_TRUE(numbers.empty() || *numbers.rbegin() == saves - 1);
            return {};
        }),
                    IsOk());
        return saves;
    }
    std::mt19937 random{20250114};
};

TEST_F(KilledProcess, LosesNothingItAcknowledged) {
    int acknowledged = 0;
    for (int i = 0; i < kFolders; ++i) {
        const auto where = folder().string() + std::to_string(i);
        {
            const auto made = openIn(where);
            ASSERT_THAT(made, IsOk());
            ASSERT_THAT((*made)->write([&](Transaction& tx) -> base::Done {
                tx.audit(someEvent());
                return samples.addInfusion(tx);
            }),
                        IsOk());
        }
        int next = 0;
        for (int kill = 0; kill < kKillsEach; ++kill) {
            const int last = saveAndKill(where, next);
            const auto opened = openIn(where);
            ASSERT_THAT(opened, IsOk());
            const int saves = savesIn(**opened);
            EXPECT_GE(saves, last + 1);
            EXPECT_LE(saves, last + 2) << "only the save that was under way may be there without its acknowledgement";
            const auto report = (*opened)->verify();
            ASSERT_THAT(report, IsOk());
            EXPECT_TRUE(report->clean()) << report->findings.front().check << report->findings.front().place;
            acknowledged += last + 1 - next;
            next = saves;
        }
    }
    EXPECT_GT(acknowledged, kFolders * kKillsEach / 2) << "the children were killed before they could save anything";
}

} // namespace
} // namespace chairside::store
