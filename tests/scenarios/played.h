// A whole program played by a script of keys.
#pragma once

#include <QEventLoop>
#include <QString>

#include "app/desktop.h"
#include "app/script/key_script.h"

namespace chairside::test {

struct Played {
    bool done = false;
    QString failure{}; // what the script waited for in vain
};

// Starts the program and returns when the script has come to its end.
[[nodiscard]] inline Played played(app::Desktop& desktop, app::KeyScript& script) {
    QEventLoop loop;
    Played result;
    QObject::connect(&script, &app::KeyScript::finished, &loop, [&](bool done, const QString& failure) {
        result = {done, failure};
        loop.quit();
    });
    desktop.start();
    loop.exec();
    return result;
}

} // namespace chairside::test
