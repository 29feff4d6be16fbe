// clinic.keys as bytes.
#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>

#include <sodium.h>

#include "core/access/byte_text.h"
#include "core/access/key_file.h"
#include "core/access/sodium_ready.h"
#include "core/base/private_file.h"
#include "core/services/try.h"

namespace chairside::access {
namespace {

constexpr std::string_view kMagic = "CHSDKEYS";
constexpr std::uint64_t kFormat = 1;
// Of SQLCipher 3: 4096-byte pages, AES-256 in CBC, HMAC-SHA1. A later engine has another default and will migrate.
constexpr std::uint64_t kCipherFormat = 3;
constexpr std::size_t kDigestSize = 32;
constexpr std::size_t kMaxSize = 4U << 20U;
constexpr std::size_t kMaxAccount = 100;

std::unexpected<base::Error> damaged(const char* detail) {
    return base::fail(base::Code::StorageDamaged, {}, std::string("key file: ") + detail);
}

std::string digestOf(std::string_view content, std::span<const unsigned char> key) {
    std::array<unsigned char, kDigestSize> digest{};
    crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(content.data()),
                       content.size(), key.data(), key.size());
    return {digest.begin(), digest.end()};
}

// A cost nobody of us wrote would only make the program run out of memory.
bool isSensible(const SlotCost& cost) {
    return cost.operations >= crypto_pwhash_OPSLIMIT_MIN && cost.operations <= crypto_pwhash_OPSLIMIT_SENSITIVE &&
           cost.bytes >= crypto_pwhash_MEMLIMIT_MIN && cost.bytes <= crypto_pwhash_MEMLIMIT_SENSITIVE;
}

KeySlot readSlot(ByteReader& in, bool rekeying) {
    KeySlot slot;
    slot.kind = static_cast<SlotKind>(in.number(1));
    slot.account = in.take(in.number(1));
    in.into(slot.nameTag);
    in.into(slot.salt);
    slot.cost.operations = in.number(8);
    slot.cost.bytes = in.number(8);
    in.into(slot.publicKey);
    in.into(slot.nonce);
    in.into(slot.wrapped);
    in.into(slot.sealed);
    if (rekeying) in.into(slot.sealedNext);
    return slot;
}

bool isSlot(const KeySlot& slot) {
    const bool person = slot.kind == SlotKind::Person && !slot.account.empty() && slot.account.size() <= kMaxAccount;
    return (person || (slot.kind == SlotKind::Recovery && slot.account.empty())) && isSensible(slot.cost);
}

} // namespace

base::Result<std::string> KeyFile::serialize(const DataKeys& keys) const {
    if (keys.next.has_value() != m_rekeying) return base::fail(base::Code::Internal, {}, "key file: another re-keying");
    ByteWriter out;
    out.bytes(kMagic);
    out.number(kFormat, 4);
    out.number(kCipherFormat, 4);
    out.bytes(m_tagKey);
    out.number(m_cost.operations, 8);
    out.number(m_cost.bytes, 8);
    out.number(m_rekeying ? 1 : 0, 1);
    out.number(m_slots.size(), 4);
    for (const auto& slot : m_slots) {
        out.bytes(slot.header());
        out.bytes(slot.nonce);
        out.bytes(slot.wrapped);
        out.bytes(slot.sealed);
        if (m_rekeying) out.bytes(slot.sealedNext);
    }
    out.bytes(digestOf(out.text(), keys.current.bytes()));
    out.bytes(digestOf(out.text(), {}));
    return out.take();
}

base::Done KeyFile::write(const std::filesystem::path& file, const DataKeys& keys) const {
    return base::replaceDurably(file, CHAIRSIDE_TRY(serialize(keys)));
}

base::Result<KeyFile> KeyFile::read(const std::filesystem::path& file) {
    std::error_code error;
    if (!std::filesystem::exists(file, error)) return base::fail(base::Code::NotFound, "clinic.keys");
    const auto size = std::filesystem::file_size(file, error);
    if (error || size > kMaxSize) return damaged("too large or no file");
    errno = 0;
    std::ifstream in(file, std::ios::binary);
    if (!in) return base::fail(base::codeOfErrno(errno), {}, "key file: errno " + std::to_string(errno));
    const std::string content{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    return parse(content);
}

base::Result<KeyFile> KeyFile::parse(std::string_view content) {
    if (!sodiumReady()) return base::fail(base::Code::Internal, {}, "libsodium does not start");
    ByteReader in(content);
    if (in.take(kMagic.size()) != kMagic) return damaged("not a Chairside key file");
    const auto format = in.number(4);
    const auto cipherFormat = in.number(4);
    if (!in.good()) return damaged("cut off");
    if (format > kFormat || cipherFormat > kCipherFormat) {
        return base::fail(base::Code::StorageNewer, {}, "key file: format " + std::to_string(format));
    }
    if (format != kFormat || cipherFormat != kCipherFormat) return damaged("no such format");
    if (content.size() < 2 * kDigestSize) return damaged("cut off");
    const auto covered = content.substr(0, content.size() - kDigestSize);
    if (digestOf(covered, {}) != content.substr(covered.size())) return damaged("checksum");

    KeyFile file;
    in.into(file.m_tagKey);
    file.m_cost.operations = in.number(8);
    file.m_cost.bytes = in.number(8);
    file.m_rekeying = in.number(1) != 0;
    const auto count = in.number(4);
    for (std::uint64_t i = 0; i < count && in.good(); ++i) {
        file.m_slots.push_back(readSlot(in, file.m_rekeying));
        if (!isSlot(file.m_slots.back())) return damaged("a slot is none");
    }
    file.m_authentication = in.take(kDigestSize);
    static_cast<void>(in.take(kDigestSize));
    if (!in.good() || !in.atEnd() || !isSensible(file.m_cost)) return damaged("cut off or grown");
    file.m_authenticated = covered.substr(0, covered.size() - kDigestSize);
    return file;
}

base::Done KeyFile::checkAuthentication(const DataKeys& keys) const {
    if (m_authenticated.empty()) return {};
    const auto expected = digestOf(m_authenticated, keys.current.bytes());
    if (sodium_memcmp(expected.data(), m_authentication.data(), kDigestSize) != 0) return damaged("a slot was changed");
    return {};
}

} // namespace chairside::access
