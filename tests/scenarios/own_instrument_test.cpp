// A questionnaire that a clinic wrote itself, from the file to the answers of a patient.
#include <gtest/gtest.h>

#include <QEventLoop>
#include <QLabel>
#include <QTemporaryDir>
#include <algorithm>
#include <fstream>

#include "app/demo/demo_clinic.h"
#include "app/demo/demo_script.h"
#include "app/desktop.h"
#include "app/vault/restore_clinic.h"
#include "tests/scenarios/played.h"

namespace chairside::test {
namespace {

constexpr const char* kStiffness =
    R"({"id":"stiffness","version":"1","name":"Morning stiffness","source":"The clinic, 2025","missing_rule":"One answer.",
        "licence":"Our own words.","occasions":["baseline","follow_up"],
        "items":[{"key":"minutes","text":"Minutes until loose","range":[0,600]}],
        "scales":[{"key":"total","text":"Minutes","method":"sum","items":["minutes"],"min_answered":1}]})";

class OwnInstrument : public ::testing::Test {
protected:
    OwnInstrument() {
        std::filesystem::create_directories(m_data / "instruments");
        write("stiffness.json", kStiffness);
        write("unfinished.json", R"({"id":"unfinished","name":"Half a form"})");
        write("notes.txt", "not an instrument");
    }
    void write(const char* name, const char* text) { std::ofstream(m_data / "instruments" / name) << text; }

    QTemporaryDir m_folder;
    const std::filesystem::path m_data = m_folder.filePath(QStringLiteral("clinic")).toStdString();
    const base::SystemTimeZone m_zone;
    app::DemoClock m_clock{app::demoMoment(m_zone)};
};

TEST_F(OwnInstrument, IsFilledInScoredAndReadBackLikeAnyOther) {
    const auto clinic = app::Clinic::open({.folder = m_data, .weakPasswords = true}, m_clock).value();
    ASSERT_TRUE(app::fillDemoClinic(*clinic, m_clock, app::demoMoment(m_zone)).has_value());
    ASSERT_EQ(clinic->refusedInstruments().size(), 1U);
    EXPECT_EQ(clinic->refusedInstruments().front().name, "unfinished.json");
    auto& services = clinic->services();
    const auto& account = app::demoAccounts().front();
    const auto nurse = services.accounts.signIn(account.userName, account.password, "chair-1").value();
    const auto patient = services.patients.search(nurse, "KC 0470", 1).value().rows.front().patient.id;
    const auto saved = services.assessments.record(nurse, {.patient = patient,
                                                           .instrument = "stiffness",
                                                           .version = "1",
                                                           .date = m_clock.now().localDate(),
                                                           .answers = {{"minutes", 45, std::nullopt}}});
    ASSERT_TRUE(saved.has_value());
    const auto all = services.assessments.ofPatient(nurse, patient, services::Reading::Open).value();
    const auto* own = all.instrument("stiffness");
    ASSERT_NE(own, nullptr);
    EXPECT_EQ(own->licence, "Our own words.");
    const auto* total = all.all.front().response.score("total");
    ASSERT_NE(total, nullptr);
    EXPECT_EQ(total->score, domain::Score::ofWhole(45));
    EXPECT_TRUE(all.all.front().agrees);
}

TEST_F(OwnInstrument, ComesBackWithABackupOnAnEmptyComputer) {
    const auto& account = app::demoAccountOf(domain::Role::Administrator);
    const auto& nursing = app::demoAccounts().front();
    std::filesystem::path backup;
    {
        const auto clinic = app::Clinic::open({.folder = m_data, .weakPasswords = true}, m_clock).value();
        ASSERT_TRUE(app::fillDemoClinic(*clinic, m_clock, app::demoMoment(m_zone)).has_value());
        auto& services = clinic->services();
        const auto nurse = services.accounts.signIn(nursing.userName, nursing.password, "chair-1").value();
        const auto patient = services.patients.search(nurse, "KC 0470", 1).value().rows.front().patient.id;
        ASSERT_TRUE(services.assessments
                        .record(nurse, {.patient = patient,
                                        .instrument = "stiffness",
                                        .version = "1",
                                        .date = m_clock.now().localDate(),
                                        .answers = {{"minutes", 45, std::nullopt}}})
                        .has_value());
        const auto actor = services.accounts.signIn(account.userName, account.password, "desk").value();
        ASSERT_TRUE(services.backups.begin(actor).has_value());
        auto progress = services.backups.step().value();
        while (progress.phase != services::BackupProgress::Phase::Finished)
            progress = services.backups.step().value();
        backup = m_data / "backups" / progress.backup.name;
        ASSERT_TRUE(services.backups.beginRehearsal(actor, progress.backup.name).has_value());
        progress = services.backups.step().value();
        while (progress.phase != services::BackupProgress::Phase::Finished)
            progress = services.backups.step().value();
    }
    const std::filesystem::path fresh = m_folder.filePath(QStringLiteral("another computer")).toStdString();
    const auto restored = app::restoreClinic(
        {.backup = backup, .data = fresh, .user = account.userName, .password = account.password}, m_clock);
    ASSERT_TRUE(restored.has_value()) << restored.error().detail;
    EXPECT_TRUE(std::filesystem::exists(fresh / "instruments" / "stiffness.json"));
    EXPECT_TRUE(std::filesystem::exists(fresh / "instruments" / "unfinished.json")) << "as it was, mistakes and all";
    EXPECT_FALSE(std::filesystem::exists(fresh / "clinic.instruments"));

    const auto clinic = app::Clinic::open({.folder = fresh, .createIfMissing = false, .weakPasswords = true}, m_clock);
    ASSERT_TRUE(clinic.has_value());
    auto& services = (*clinic)->services();
    const auto nurse = services.accounts.signIn(nursing.userName, nursing.password, "chair-1").value();
    const auto patient = services.patients.search(nurse, "KC 0470", 1).value().rows.front().patient.id;
    const auto all = services.assessments.ofPatient(nurse, patient, services::Reading::Open).value();
    ASSERT_NE(all.instrument("stiffness"), nullptr);
    EXPECT_EQ(all.instrument("stiffness")->name, "Morning stiffness");
    const auto& read = all.all.front();
    EXPECT_EQ(read.response.score("total")->score, domain::Score::ofWhole(45));
    EXPECT_TRUE(read.agrees) << "scored again by the restored file";
}

TEST_F(OwnInstrument, WithAMistakeIsNamedOnTheScreenAndStopsNothing) {
    app::Options options;
    options.demo = true;
    options.data = m_data;
    app::Desktop desktop(options, &m_clock);
    QEventLoop loop;
    bool isReady = false;
    QObject::connect(&desktop, &app::Desktop::ready, &loop, [&] {
        isReady = true;
        loop.quit();
    });
    QObject::connect(&desktop, &app::Desktop::failed, &loop, &QEventLoop::quit);
    desktop.start();
    loop.exec();
    ASSERT_TRUE(isReady);
    const auto labels = desktop.window().findChildren<QLabel*>();
    EXPECT_TRUE(std::ranges::any_of(
        labels, [](const QLabel* label) { return label->text().contains(QStringLiteral("unfinished.json")); }));
    EXPECT_FALSE(std::ranges::any_of(
        labels, [](const QLabel* label) { return label->text().contains(QStringLiteral("stiffness.json")); }));
}

} // namespace
} // namespace chairside::test
