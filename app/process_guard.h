// What keeps patient data and keys in memory out of files the system would write.
#pragma once

namespace chairside::app {

// No core dump, and no other process of this person may look into the memory. Called first in both programs; a system
// that refuses is left as it is.
void forbidMemoryDumps();

} // namespace chairside::app
