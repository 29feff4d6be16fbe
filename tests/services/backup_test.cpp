// When a backup is made, who may make one, what the trail says, and which ones are kept.
#include <algorithm>
#include <set>

#include "core/services/backup_retention.h"
#include "tests/support/core/listed_backups.h"
#include "tests/support/core/service_fixture.h"

namespace chairside::test {
namespace {

using base::Code;
using base::Rule;
using services::AuditAction;
using services::AuditOutcome;
using services::BackupHealth;
using services::BackupInfo;
using Phase = services::BackupProgress::Phase;
using std::chrono::hours;
using std::chrono::minutes;

class Backups : public ServiceTest {
protected:
    Backups() { clinic.context.backups = &keeper; }

    services::BackupService& backups() { return clinic.services.backups; }
    services::BackupState state() { return need(backups().state()); }
    base::Done finish() {
        while (true) {
            const auto progress = backups().step();
            if (!progress) return std::unexpected(progress.error());
            if (progress->phase == Phase::Finished) return {};
        }
    }
    bool beginsOnSchedule() { return need(backups().beginIfDue("chair-1")); }
    void makeOne() {
        need(backups().begin(clinic.administrator));
        need(finish());
    }
    [[nodiscard]] std::vector<services::AuditEvent> eventsOf(AuditAction action) {
        auto all = clinic.store.events();
        std::erase_if(all, [&](const auto& event) { return event.action != action; });
        return all;
    }

    ListedBackups keeper{clinic.steady};
};

TEST_F(Backups, AreMadeWhenTheyAreDueAndOnceOnly) {
    EXPECT_EQ(state().health, BackupHealth::None);
    EXPECT_TRUE(beginsOnSchedule());
    EXPECT_TRUE(state().underWay);
    EXPECT_FALSE(beginsOnSchedule());
    need(finish());
    EXPECT_EQ(state().health, BackupHealth::Fresh);
    EXPECT_FALSE(beginsOnSchedule());
    clinic.clock.advance(hours(4) - minutes(1));
    EXPECT_FALSE(beginsOnSchedule());
    clinic.clock.advance(minutes(2));
    EXPECT_TRUE(beginsOnSchedule());
    need(finish());
    EXPECT_EQ(keeper.kept.size(), 1U) << "two on one day: the later one is kept";
    EXPECT_EQ(state().last->name, "backup-2");
}

TEST_F(Backups, AreStaleAfterTheHoursOfThePolicy) {
    makeOne();
    clinic.clock.advance(hours(48));
    EXPECT_EQ(state().health, BackupHealth::Fresh);
    clinic.clock.advance(minutes(1));
    EXPECT_EQ(state().health, BackupHealth::Stale);
    makeOne();
    EXPECT_EQ(state().health, BackupHealth::Fresh);
}

TEST_F(Backups, OneThatFailedIsSaidAndTriedAgainAndLeavesTheOthers) {
    makeOne();
    const auto before = *state().last;
    clinic.clock.advance(hours(5));
    keeper.failure = Code::StorageFull;
    EXPECT_THAT(backups().beginIfDue("chair-1"), FailsWith(Code::StorageFull));
    ASSERT_TRUE(state().failed);
    EXPECT_EQ(state().failed->code, Code::StorageFull);
    EXPECT_EQ(state().health, BackupHealth::Failed);
    EXPECT_EQ(state().last->name, before.name);
    EXPECT_EQ(keeper.kept.size(), 1U);
    EXPECT_EQ(eventsOf(AuditAction::Backup).back().outcome, AuditOutcome::Failure);
    EXPECT_FALSE(beginsOnSchedule()) << "not again in the same minute";
    keeper.failure.reset();
    clinic.clock.advance(minutes(15));
    EXPECT_TRUE(beginsOnSchedule());
    need(finish());
    EXPECT_EQ(state().health, BackupHealth::Fresh);
    EXPECT_FALSE(state().failed);
}

TEST_F(Backups, OneThatFailsHalfWayIsOverAndAudited) {
    need(backups().begin(clinic.administrator));
    keeper.failure = Code::StorageDamaged;
    EXPECT_THAT(finish(), FailsWith(Code::StorageDamaged));
    EXPECT_FALSE(state().underWay);
    EXPECT_FALSE(state().last);
    EXPECT_EQ(eventsOf(AuditAction::Backup).back().outcome, AuditOutcome::Failure);
}

TEST_F(Backups, AClockSetBackDoesNotKeepTheNextOneAway) {
    makeOne();
    clinic.clock.set("2024-12-24T09:00:00+00:00");
    clinic.steady.adopt();
    EXPECT_TRUE(state().due);
}

TEST_F(Backups, AreInTheTrailWithWhoMadeThem) {
    makeOne();
    auto event = eventsOf(AuditAction::Backup).back();
    EXPECT_EQ(event.who, clinic.administrator.account);
    EXPECT_EQ(event.detail, "backup-1");
    EXPECT_EQ(event.outcome, AuditOutcome::Success);
    clinic.clock.advance(hours(30));
    EXPECT_TRUE(beginsOnSchedule());
    need(finish());
    event = eventsOf(AuditAction::Backup).back();
    EXPECT_FALSE(event.who) << "the schedule is nobody";
    EXPECT_EQ(event.workstation, "chair-1");
    need(backups().beginRehearsal(clinic.administrator, "backup-2"));
    need(finish());
    EXPECT_EQ(eventsOf(AuditAction::Rehearse).back().detail, "backup-2");
    EXPECT_EQ(state().rehearsed->name, "backup-2");
    EXPECT_EQ(state().last->name, "backup-2");
}

TEST_F(Backups, APlanHasLimitsAndAFolderThatIsThere) {
    const auto& admin = clinic.administrator;
    for (const int every : {0, 25}) {
        expectRefused(
            clinic, [&] { return backups().setPlan(admin, "", hours(every)); },
            HasProblem("backup_hours", Rule::OutOfRange));
    }
    expectRefused(
        clinic, [&] { return backups().setPlan(admin, "backups", hours(4)); },
        HasProblem("backup_folder", Rule::NotAllowed));
    expectRefused(
        clinic, [&] { return backups().setPlan(admin, "/nowhere/at/all", hours(4)); },
        HasProblem("backup_folder", Rule::Mismatch));
    need(backups().setPlan(admin, "/tmp", hours(24)));
    EXPECT_EQ(state().plan.folder, "/tmp");
    EXPECT_EQ(state().plan.every, hours(24));
}

// Forty days with three backups each: the rule a person would state, over a calendar.
TEST_F(Backups, AreThinnedToDaysWeeksAndMonths) {
    for (int day = 0; day < 40; ++day) {
        for (int round = 0; round < 3; ++round) {
            makeOne();
            clinic.clock.advance(hours(8));
        }
    }
    // 06-Jan-2025 is a Monday; the last of the 120 was made on 15-Feb at 01:00.
    std::vector<std::string> dates;
    for (const auto& one : keeper.kept)
        dates.push_back(one.made.localDate().iso());
    EXPECT_THAT(dates, ::testing::ElementsAre("2025-02-15", "2025-02-14", "2025-02-13", "2025-02-12", "2025-02-11",
                                              "2025-02-10", "2025-02-09", "2025-02-02", "2025-01-31", "2025-01-26",
                                              "2025-01-19"));
}

TEST(BackupRetention, KeepsTheNewestWhateverThePolicySays) {
    const BackupInfo one{.name = "only", .made = instant("2025-01-06T09:00:00+00:00"), .auditHead = {}};
    EXPECT_TRUE(services::backupsToRemove({one}, {0, 0, 0}).empty());
    EXPECT_TRUE(services::backupsToRemove({}, {7, 5, 24}).empty());
}

} // namespace
} // namespace chairside::test
