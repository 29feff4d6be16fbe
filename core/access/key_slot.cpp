#include "core/access/key_slot.h"

#include <sodium.h>

#include "core/access/byte_text.h"
#include "core/access/sodium_ready.h"
#include "core/services/try.h"

namespace chairside::access {
namespace {

static_assert(crypto_box_SEEDBYTES == Secret::kSize && crypto_box_SECRETKEYBYTES == Secret::kSize);
static_assert(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES == 24 && crypto_pwhash_SALTBYTES == 16);
static_assert(Secret::kSize + crypto_aead_xchacha20poly1305_ietf_ABYTES == 48);
static_assert(Secret::kSize + crypto_box_SEALBYTES == 80);

base::Result<Secret> derive(const SlotCost& cost, const std::array<unsigned char, 16>& salt, std::string_view secret) {
    auto key = CHAIRSIDE_TRY(Secret::make());
    if (crypto_pwhash(key.data(), Secret::kSize, secret.data(), secret.size(), salt.data(), cost.operations,
                      static_cast<std::size_t>(cost.bytes), crypto_pwhash_ALG_ARGON2ID13) != 0) {
        return base::fail(base::Code::Internal, {}, "no memory for a key");
    }
    return key;
}

} // namespace

std::string KeySlot::header() const {
    ByteWriter out;
    out.number(static_cast<unsigned char>(kind), 1);
    out.number(account.size(), 1);
    out.bytes(account);
    out.bytes(nameTag);
    out.bytes(salt);
    out.number(cost.operations, 8);
    out.number(cost.bytes, 8);
    out.bytes(publicKey);
    return out.take();
}

base::Done KeySlot::wrap(std::string_view secret) {
    auto own = CHAIRSIDE_TRY(Secret::make());
    crypto_box_keypair(publicKey.data(), own.data());
    randombytes_buf(salt.data(), salt.size());
    randombytes_buf(nonce.data(), nonce.size());
    const auto key = CHAIRSIDE_TRY(derive(cost, salt, secret));
    const std::string covered = header();
    crypto_aead_xchacha20poly1305_ietf_encrypt(wrapped.data(), nullptr, own.data(), Secret::kSize,
                                               reinterpret_cast<const unsigned char*>(covered.data()), covered.size(),
                                               nullptr, nonce.data(), key.data());
    return {};
}

base::Result<Secret> KeySlot::unwrap(std::string_view secret) const {
    const auto key = CHAIRSIDE_TRY(derive(cost, salt, secret));
    auto own = CHAIRSIDE_TRY(Secret::make());
    const std::string covered = header();
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(own.data(), nullptr, nullptr, wrapped.data(), wrapped.size(),
                                                   reinterpret_cast<const unsigned char*>(covered.data()),
                                                   covered.size(), nonce.data(), key.data()) != 0) {
        return base::fail(base::Code::SignInFailed);
    }
    return own;
}

base::Done KeySlot::sealTo(const Secret& key, std::array<unsigned char, 80>& into) const {
    if (crypto_box_seal(into.data(), key.data(), Secret::kSize, publicKey.data()) != 0) {
        return base::fail(base::Code::StorageDamaged, {}, "key file: a public key is none");
    }
    return {};
}

base::Result<Secret> KeySlot::unseal(const Secret& own, const std::array<unsigned char, 80>& from) const {
    auto key = CHAIRSIDE_TRY(Secret::make());
    if (crypto_box_seal_open(key.data(), from.data(), from.size(), publicKey.data(), own.data()) != 0) {
        return base::fail(base::Code::StorageDamaged, {}, "key file: the data key of a slot was changed");
    }
    return key;
}

base::Done spend(const SlotCost& cost, std::string_view secret) {
    CHAIRSIDE_TRY(derive(cost, {}, secret));
    return {};
}

} // namespace chairside::access
