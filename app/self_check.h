// Whether this installation can work at all: fonts, resources, protocols, store, document.
#pragma once

namespace chairside::app {

// Needs a QApplication. Writes one line a check to standard output; 0 if all hold, 1 otherwise.
[[nodiscard]] int runSelfCheck();

} // namespace chairside::app
