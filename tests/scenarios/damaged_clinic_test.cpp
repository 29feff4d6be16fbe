// A clinic whose file was damaged while the program was closed: whoever starts it sees one screen that says so, nobody
// signs in, and the file stays as it was found.
#include <gtest/gtest.h>

#include <QEventLoop>
#include <QTemporaryDir>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/demo/demo_clinic.h"
#include "app/demo/demo_clock.h"
#include "app/desktop.h"
#include "app/script/tour_clock.h"
#include "core/base/system_clock.h"
#include "ui/shell/fault_page.h"
#include "ui/sign_in/sign_in_page.h"

namespace chairside::test {
namespace {

namespace fs = std::filesystem;

constexpr std::streamoff kPage = 4096;

class DamagedClinic : public testing::Test {
protected:
    DamagedClinic() : m_clock(app::demoMoment(m_zone)) {
        app::DemoClock made(app::demoMoment(m_zone));
        auto clinic = app::Clinic::open({.folder = folder(), .encrypt = false, .weakPasswords = true}, made);
        if (!clinic || !app::fillDemoClinic(**clinic, made, app::demoMoment(m_zone))) ADD_FAILURE() << "no clinic";
    }

    fs::path folder() const { return m_folder.filePath(QStringLiteral("clinic")).toStdString(); }
    fs::path file() const { return folder() / "clinic.db"; }
    std::string content() const {
        std::ifstream in(file(), std::ios::binary);
        std::ostringstream all;
        all << in.rdbuf();
        return all.str();
    }
    void damagePage(std::streamoff page) const {
        std::fstream out(file(), std::ios::in | std::ios::out | std::ios::binary);
        out.seekp(page * kPage);
        out << std::string(64, '\xff');
    }
    void start() {
        app::Options options;
        options.data = folder().string();
        m_desktop = std::make_unique<app::Desktop>(options, &m_clock);
        QEventLoop loop;
        QObject::connect(m_desktop.get(), &app::Desktop::failed, &loop, &QEventLoop::quit);
        m_desktop->start();
        loop.exec();
    }

    base::SystemTimeZone m_zone;
    app::TourClock m_clock;
    QTemporaryDir m_folder;
    std::unique_ptr<app::Desktop> m_desktop;
};

TEST_F(DamagedClinic, ShowsOneScreenAndIsLeftAsItWas) {
    const auto pages = static_cast<std::streamoff>(fs::file_size(file())) / kPage;
    const std::string whole = content();
    for (const auto page : {pages / 3, pages / 2, pages - 2}) {
        damagePage(page);
        const std::string damaged = content();
        start();
        EXPECT_NE(m_desktop->window().findChild<ui::FaultPage*>(), nullptr) << page;
        const auto* signIn = m_desktop->window().findChild<ui::SignInPage*>();
        EXPECT_TRUE(signIn == nullptr || !signIn->isVisible()) << page;
        m_desktop.reset();
        EXPECT_EQ(content(), damaged) << page;
        std::ofstream(file(), std::ios::binary) << whole;
    }
}

} // namespace
} // namespace chairside::test
