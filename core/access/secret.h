// A key in memory: kept out of swap and core dumps where the system allows it, and wiped when it goes.
#pragma once

#include <cstddef>
#include <span>

#include "core/base/result.h"

namespace chairside::access {

// 256 bits. Moves and does not copy; one that was moved from is empty.
class Secret {
public:
    static constexpr std::size_t kSize = 32;

    // Zeros, to be filled. Internal if the memory cannot be had.
    [[nodiscard]] static base::Result<Secret> make();
    [[nodiscard]] static base::Result<Secret> random();
    [[nodiscard]] base::Result<Secret> copy() const;
    ~Secret();
    Secret(Secret&& other) noexcept;
    Secret& operator=(Secret&& other) noexcept;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;

    [[nodiscard]] std::span<const unsigned char> bytes() const { return {m_bytes, m_bytes == nullptr ? 0 : kSize}; }
    [[nodiscard]] unsigned char* data() { return m_bytes; }
    [[nodiscard]] const unsigned char* data() const { return m_bytes; }
    // In a time that does not depend on the content.
    [[nodiscard]] bool equals(const Secret& other) const;

private:
    explicit Secret(unsigned char* bytes) : m_bytes(bytes) {}
    unsigned char* m_bytes;
};

} // namespace chairside::access
