// Content hashes. Implemented in core/access.
#pragma once

#include <string>
#include <string_view>

namespace chairside::services {

class Digest {
public:
    virtual ~Digest() = default;
    // SHA-256 as 64 lower-case hex digits.
    [[nodiscard]] virtual std::string sha256(std::string_view content) const = 0;
};

} // namespace chairside::services
