// What is left in this process's memory of a password that was typed, once the screen is locked.
#include <gtest/gtest.h>

#include <fcntl.h>
#include <unistd.h>

#include <QLineEdit>
#include <QTemporaryDir>
#include <array>
#include <fstream>

#include "app/clinic.h"
#include "app/desktop.h"
#include "app/script/key_script.h"
#include "app/script/tour_clock.h"
#include "core/base/system_clock.h"
#include "core/store/store.h"
#include "tests/scenarios/played.h"
#include "tests/support/gui/gui_fixture.h"

namespace chairside::test {
namespace {

// The password with every character moved, so that the program's own constants are not what is found.
constexpr std::string_view kHidden = "pmcjmf!efs!Tvdif!jn!Tqfjdifs";

char shown(std::size_t at) {
    return static_cast<char>(kHidden[at] - 1);
}

std::string password() {
    std::string text;
    for (std::size_t at = 0; at < kHidden.size(); ++at)
        text += shown(at);
    return text;
}

// Enough of it to guess the rest: a text that grows leaves its beginning where it was.
constexpr std::size_t kEnough = 12;

// How often that stands in a part of the memory, in characters of one byte or of two.
int countIn(const std::vector<unsigned char>& bytes, std::size_t size, std::size_t width) {
    int found = 0;
    for (std::size_t from = 0; from + kEnough * width <= size; ++from) {
        std::size_t same = 0;
        while (same < kEnough && bytes[from + same * width] == static_cast<unsigned char>(shown(same)) &&
               (width == 1 || bytes[from + same * width + 1] == 0))
            ++same;
        if (same == kEnough) ++found;
    }
    return found;
}

// Over everything this process can write to.
int copiesInMemory() {
    constexpr std::size_t kPart = 1U << 20U;
    const int memory = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    if (memory < 0) return -1;
    std::ifstream maps("/proc/self/maps");
    std::vector<unsigned char> bytes(kPart + 2 * kEnough);
    int found = 0;
    for (std::string line; std::getline(maps, line);) {
        std::size_t from = 0;
        std::size_t to = 0;
        std::array<char, 5> rights{};
        if (std::sscanf(line.c_str(), "%zx-%zx %4s", &from, &to, rights.data()) != 3 || rights[1] != 'w') continue;
        for (; from < to; from += kPart) {
            const auto read =
                ::pread(memory, bytes.data(), std::min(bytes.size(), to - from), static_cast<off_t>(from));
            if (read <= 0) break;
            for (const std::size_t width : {1U, 2U})
                found += countIn(bytes, static_cast<std::size_t>(read), width);
        }
    }
    ::close(memory);
    return found;
}

TEST(Memory, HoldsNoCopyOfThePasswordOnceTheScreenIsLocked) {
    if (!store::Store::encrypts()) GTEST_SKIP() << "built without encryption";
#ifdef __SANITIZE_ADDRESS__
    GTEST_SKIP() << "the sanitizer keeps what was freed, and terabytes that would have to be searched";
#endif
    const base::SystemTimeZone zone;
    app::TourClock clock(*base::Instant::fromIso("2025-01-06T09:00:00+00:00"));
    QTemporaryDir folder;
    app::Options options;
    options.data = folder.filePath(QStringLiteral("clinic")).toStdString();
    {
        auto clinic = app::Clinic::open({.folder = options.data, .weakPasswords = true}, clock);
        ASSERT_TRUE(clinic);
        ASSERT_TRUE((*clinic)->services().accounts.setUpClinic(
            "Hillside", {"ines", "I. Nes", {domain::Role::Administrator}, password()}, "pc"));
    }
    app::Desktop desktop(options, &clock);
    app::KeyScript script(desktop.window());
    QObject::connect(&desktop, &app::Desktop::ready, &script, &app::KeyScript::start);
    int whileTyped = 0;
    int afterwards = 0;
    script.waitFor(QStringLiteral("sign_in"));
    script.tabTo(QStringLiteral("user_name"));
    script.type(QStringLiteral("ines"));
    script.press(Qt::Key_Return);
    script.run([&] {
        for (std::size_t at = 0; at < kHidden.size(); ++at)
            keys(QString(QLatin1Char(shown(at))));
        whileTyped = copiesInMemory();
    });
    script.press(Qt::Key_Return);
    script.waitForGone(QStringLiteral("sign_in"));
    script.settle();
    script.press(Qt::Key_L, Qt::ControlModifier);
    script.waitFor(QStringLiteral("unlock_password"));
    script.settle();
    script.run([&] { afterwards = copiesInMemory(); });
    const auto [succeeded, failure] = played(desktop, script);
    ASSERT_TRUE(succeeded) << qPrintable(failure);
    if (whileTyped < 0) GTEST_SKIP() << "this system lets no process read its own memory";
    EXPECT_GT(whileTyped, 0) << "it stands in the field, and has to be found there";
    EXPECT_EQ(afterwards, 0);
}

} // namespace
} // namespace chairside::test
