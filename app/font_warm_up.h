// Reads the machine's font configuration while the connection to the display is made.
#pragma once

#include <thread>

namespace chairside::app {

// Qt asks fontconfig for every installed font before the first text is laid out; its half of that work needs nothing
// of Qt. Make one before QApplication and wait() before the first text. Without fontconfig it does nothing.
class FontWarmUp {
public:
    FontWarmUp();
    void wait() { m_thread = {}; }

private:
    std::jthread m_thread; // joins when it goes
};

} // namespace chairside::app
