// Internal to core/access: libsodium wants to be started once.
#pragma once

namespace chairside::access {

// Whether the library can be used; the first call starts it.
[[nodiscard]] bool sodiumReady();

} // namespace chairside::access
