// The headless program: one command a call.
#pragma once

namespace chairside::app {

// Exit code 0 done, 1 refused or failed with one line on standard error, 2 usage.
[[nodiscard]] int runChairsidectl(int argc, char** argv);

} // namespace chairside::app
