#include "app/process_guard.h"

#include <sys/prctl.h>
#include <sys/resource.h>

namespace chairside::app {

void forbidMemoryDumps() {
    const rlimit none{0, 0};
    static_cast<void>(setrlimit(RLIMIT_CORE, &none));
    static_cast<void>(prctl(PR_SET_DUMPABLE, 0));
}

} // namespace chairside::app
