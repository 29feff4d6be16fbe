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

base::Result<std::string> askSecret(const char* variable, const char* field, const std::string& prompt) {
    if (const char* given = std::getenv(variable); given != nullptr) return std::string(given);
    if (isatty(STDIN_FILENO) == 0) return base::invalid(field, base::Rule::Required);
    std::cerr << prompt << std::flush;
    std::string password;
    {
        const SilentTerminal silent;
        std::getline(std::cin, password);
    }
    std::cerr << '\n';
    return password;
}

} // namespace

base::Result<std::string> askPassword(const std::string& prompt) {
    return askSecret("CHAIRSIDE_PASSWORD", "password", prompt);
}

base::Result<std::string> askOneTimeCode() {
    return askSecret("CHAIRSIDE_ONE_TIME_CODE", "one_time_code", "Code of the authenticator: ");
}

base::Result<std::string> askNewPassword(const std::string& prompt) {
    const char* variable = "CHAIRSIDE_NEW_PASSWORD";
    auto chosen = askSecret(variable, "new_password", prompt);
    if (!chosen || std::getenv(variable) != nullptr) return chosen;
    const auto again = askSecret(variable, "new_password", "Once more: ");
    if (!again || *again != *chosen) return base::invalid("new_password", base::Rule::Mismatch);
    return chosen;
}

base::Result<std::string> askRecoveryCode() {
    return askSecret("CHAIRSIDE_RECOVERY_CODE", "recovery_code", "Recovery code: ");
}

} // namespace chairside::app
