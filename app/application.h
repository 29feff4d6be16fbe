// The composition root of the desktop program: options, worker thread, clinic, window and pages.
#pragma once

namespace chairside::app {

// Exit code 0, 1 (a check or a tour failed) or 2 (usage).
[[nodiscard]] int runChairside(int argc, char** argv);

} // namespace chairside::app
