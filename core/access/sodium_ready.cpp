#include "core/access/sodium_ready.h"

#include <sodium.h>

namespace chairside::access {

bool sodiumReady() {
    static const bool ready = sodium_init() >= 0;
    return ready;
}

} // namespace chairside::access
