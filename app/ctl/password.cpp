#include <termios.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>

#include "app/ctl/commands.h"

namespace chairside::app {

namespace {

// Switches the echo of the terminal off while it lives.
class SilentTerminal {
public:
    SilentTerminal() {
        tcgetattr(STDIN_FILENO, &m_before);
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~SilentTerminal() { tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before); }
    SilentTerminal(const SilentTerminal&) = delete;
    SilentTerminal& operator=(const SilentTerminal&) = delete;

private:
    termios m_before{};
};

} // namespace

base::Result<std::string> askPassword(const std::string& prompt) {
    if (const char* given = std::getenv("CHAIRSIDE_PASSWORD"); given != nullptr) return std::string(given);
    if (isatty(STDIN_FILENO) == 0) return base::invalid("password", base::Rule::Required);
    std::cerr << prompt << std::flush;
    std::string password;
    {
        const SilentTerminal silent;
        std::getline(std::cin, password);
    }
    std::cerr << '\n';
    return password;
}

} // namespace chairside::app
