#include "tests/support/gui/random_keys.h"

#include <array>
#include <utility>

#include "tests/support/gui/gui_fixture.h"

namespace chairside::test {

namespace {

constexpr std::array kChords{
    std::pair(Qt::Key_Tab, Qt::NoModifier),        std::pair(Qt::Key_Tab, Qt::NoModifier),
    std::pair(Qt::Key_Backtab, Qt::ShiftModifier), std::pair(Qt::Key_Return, Qt::NoModifier),
    std::pair(Qt::Key_Return, Qt::NoModifier),     std::pair(Qt::Key_Enter, Qt::KeypadModifier),
    std::pair(Qt::Key_Space, Qt::NoModifier),      std::pair(Qt::Key_Space, Qt::NoModifier),
    std::pair(Qt::Key_Escape, Qt::NoModifier),     std::pair(Qt::Key_Up, Qt::NoModifier),
    std::pair(Qt::Key_Down, Qt::NoModifier),       std::pair(Qt::Key_Left, Qt::NoModifier),
    std::pair(Qt::Key_Right, Qt::NoModifier),      std::pair(Qt::Key_Home, Qt::NoModifier),
    std::pair(Qt::Key_End, Qt::NoModifier),        std::pair(Qt::Key_F2, Qt::NoModifier),
    std::pair(Qt::Key_Z, Qt::ControlModifier),     std::pair(Qt::Key_Return, Qt::AltModifier)};

} // namespace

void RandomKeys::press(int count) {
    for (int at = 0; at < count; ++at)
        pressOne();
}

void RandomKeys::pressOne() {
    const auto chords = static_cast<int>(kChords.size());
    const auto commands = static_cast<int>(m_commands.size());
    const int chosen = below(chords + commands + static_cast<int>(m_letters.size()));
    if (chosen < chords) {
        const auto& [which, modifiers] = kChords[static_cast<std::size_t>(chosen)];
        key(which, modifiers);
    } else if (chosen < chords + commands) {
        m_commands[static_cast<std::size_t>(chosen - chords)]();
    } else if (below(4) == 0) { // a mnemonic
        key(static_cast<Qt::Key>(m_letters[chosen - chords - commands].toUpper().unicode()), Qt::AltModifier);
    } else {
        keys(m_letters.mid(chosen - chords - commands, 1));
    }
    settle();
}

} // namespace chairside::test
