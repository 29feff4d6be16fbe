// What the data of a clinic hold is said by the window that opens them, whatever it was told at its start.
#include <gtest/gtest.h>

#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>

#include "app/clinic.h"
#include "app/demo/demo_clinic.h"
#include "app/demo/demo_clock.h"
#include "app/desktop.h"
#include "app/script/tour_clock.h"

namespace chairside::test {
namespace {

using services::PatientsAre;

constexpr const char* kWordsToOpen = "a kettle sings at dawn";
constexpr int kLongestWaitForStartMs = 60'000;

class InventedPatients : public testing::TestWithParam<PatientsAre> {
protected:
    InventedPatients() : m_clock(app::demoMoment(m_zone)) {
        app::DemoClock made(app::demoMoment(m_zone));
        auto clinic = app::Clinic::open({.folder = folder(), .weakPasswords = true}, made);
        const services::NewAccount first{"ines", "I. Nes", {domain::Role::Administrator}, kWordsToOpen};
        EXPECT_TRUE((*clinic)->services().accounts.setUpClinic("Hillside", first, "pc", GetParam()).has_value());
    }
    std::string folder() const { return m_folder.filePath(QStringLiteral("clinic")).toStdString(); }

    // Without the option that makes a demo clinic.
    void startWithoutDemo() {
        app::Options options;
        options.data = folder();
        m_desktop = std::make_unique<app::Desktop>(options, &m_clock);
        m_desktop->start();
        QEventLoop loop;
        QObject::connect(m_desktop.get(), &app::Desktop::ready, &loop, &QEventLoop::quit);
        QTimer::singleShot(kLongestWaitForStartMs, &loop, &QEventLoop::quit);
        loop.exec();
    }
    base::Result<services::Actor> signIn() {
        base::Result<services::Actor> actor = base::fail(base::Code::Internal);
        QEventLoop loop;
        m_desktop->bench().ask(
            &loop, [](services::Services& all) { return all.accounts.signIn("ines", kWordsToOpen, "pc"); },
            [&](const base::Result<services::Actor>& result) {
                actor = result;
                loop.quit();
            });
        loop.exec();
        return actor;
    }

    base::SystemTimeZone m_zone;
    app::TourClock m_clock;
    QTemporaryDir m_folder;
    std::unique_ptr<app::Desktop> m_desktop;
};

TEST_P(InventedPatients, AreSaidInTheWindowAndRealOnesAreNot) {
    startWithoutDemo();
    const auto administrator = signIn();
    ASSERT_TRUE(administrator);
    m_desktop->enter(*administrator);
    ASSERT_TRUE(signIn()) << "answered after what was asked before it";
    const auto* strip = m_desktop->window().findChild<QWidget*>(QStringLiteral("demoStrip"));
    ASSERT_NE(strip, nullptr);
    EXPECT_EQ(strip->isHidden(), GetParam() == PatientsAre::Real);
}

INSTANTIATE_TEST_SUITE_P(EachKind, InventedPatients, testing::Values(PatientsAre::Real, PatientsAre::Invented));

} // namespace
} // namespace chairside::test
