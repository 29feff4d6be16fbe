#include "core/access/secret.h"

#include <algorithm>
#include <utility>

#include <sodium.h>

#include "core/access/sodium_ready.h"
#include "core/services/try.h"

namespace chairside::access {

base::Result<Secret> Secret::make() {
    if (!sodiumReady()) return base::fail(base::Code::Internal, {}, "libsodium does not start");
    auto* bytes = static_cast<unsigned char*>(sodium_malloc(kSize));
    if (bytes == nullptr) return base::fail(base::Code::Internal, {}, "no memory for a key");
    sodium_memzero(bytes, kSize);
    return Secret(bytes);
}

base::Result<Secret> Secret::random() {
    auto secret = CHAIRSIDE_TRY(make());
    randombytes_buf(secret.m_bytes, kSize);
    return secret;
}

base::Result<Secret> Secret::copy() const {
    auto secret = CHAIRSIDE_TRY(make());
    std::ranges::copy(bytes(), secret.m_bytes);
    return secret;
}

Secret::~Secret() {
    if (m_bytes != nullptr) sodium_free(m_bytes); // wipes it
}

Secret::Secret(Secret&& other) noexcept : m_bytes(std::exchange(other.m_bytes, nullptr)) {}

Secret& Secret::operator=(Secret&& other) noexcept {
    std::swap(m_bytes, other.m_bytes);
    return *this;
}

bool Secret::equals(const Secret& other) const {
    if (m_bytes == nullptr || other.m_bytes == nullptr) return m_bytes == other.m_bytes;
    return sodium_memcmp(m_bytes, other.m_bytes, kSize) == 0;
}

} // namespace chairside::access
