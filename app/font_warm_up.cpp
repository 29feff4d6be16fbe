#include "app/font_warm_up.h"

#include <QFunctionPointer>
#include <QLibrary>
#include <clocale>

namespace chairside::app {

FontWarmUp::FontWarmUp() {
    // QApplication sets it again to the same; the thread must not see it change for the first time.
    (void)std::setlocale(LC_ALL, "");
    // Qt brings the library with it, so it needs no link of its own.
    if (const QFunctionPointer init = QLibrary::resolve(QStringLiteral("fontconfig"), 1, "FcInit")) {
        m_thread = std::jthread([init] { (void)reinterpret_cast<int (*)()>(init)(); });
    }
}

} // namespace chairside::app
