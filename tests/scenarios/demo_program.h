// The whole program over a demo clinic of its own, played by a script of keys.
#pragma once

#include <gtest/gtest.h>

#include <QTemporaryDir>
#include <memory>

#include "app/demo/demo_clinic.h"
#include "app/demo/demo_script.h"
#include "app/desktop.h"
#include "app/script/key_script.h"
#include "app/script/tour_clock.h"
#include "tests/scenarios/played.h"
#include "ui/format/to_qt.h"

namespace chairside::test {

class DemoProgram : public testing::Test {
protected:
    DemoProgram() : m_clock(app::demoMoment(m_zone)) {
        app::Options options;
        options.demo = true;
        options.data = data();
        m_desktop = std::make_unique<app::Desktop>(options, &m_clock);
        m_script = std::make_unique<app::KeyScript>(m_desktop->window());
        QObject::connect(m_desktop.get(), &app::Desktop::ready, m_script.get(), &app::KeyScript::start);
    }

    [[nodiscard]] std::string data() const { return m_folder.filePath(QStringLiteral("clinic")).toStdString(); }

    [[nodiscard]] static QString passwordOf(std::string_view userName) {
        for (const auto& known : app::demoAccounts()) {
            if (known.userName == userName) return ui::toQt(known.password);
        }
        ADD_FAILURE() << "nobody is called " << userName;
        return {};
    }

    void signIn(const char* userName) {
        m_script->waitFor(QStringLiteral("sign_in"));
        m_script->tabTo(QStringLiteral("user_name"));
        m_script->type(ui::toQt(userName));
        m_script->press(Qt::Key_Return);
        m_script->type(passwordOf(userName));
        m_script->press(Qt::Key_Return);
        m_script->waitFor(QStringLiteral("today_summary"));
        m_script->settle();
    }

    // Whether the script came to its end; m_failure says what it waited for in vain.
    bool play() {
        const auto result = played(*m_desktop, *m_script);
        m_failure = result.failure;
        return result.done;
    }

    base::SystemTimeZone m_zone;
    app::TourClock m_clock;
    QTemporaryDir m_folder;
    std::unique_ptr<app::Desktop> m_desktop;
    std::unique_ptr<app::KeyScript> m_script;
    QString m_failure;
};

} // namespace chairside::test
