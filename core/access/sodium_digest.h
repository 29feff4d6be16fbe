// SHA-256 by libsodium.
#pragma once

#include "core/services/ports/digest.h"

namespace chairside::access {

// Has no state; may be shared by threads.
class SodiumDigest final : public services::Digest {
public:
    [[nodiscard]] std::string sha256(std::string_view content) const override;
};

} // namespace chairside::access
