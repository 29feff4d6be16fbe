#include "core/access/key_file.h"

#include <algorithm>
#include <span>

#include <sodium.h>

#include "core/access/sodium_ready.h"
#include "core/services/text_rules.h"
#include "core/services/try.h"

namespace chairside::access {
namespace {

using base::Code;

std::array<unsigned char, 16> tagOf(const std::array<unsigned char, 16>& key, std::string_view userName) {
    const std::string folded = services::foldedUserName(userName);
    std::array<unsigned char, 16> tag{};
    crypto_generichash(tag.data(), tag.size(), reinterpret_cast<const unsigned char*>(folded.data()), folded.size(),
                       key.data(), key.size());
    return tag;
}

std::string hexOf(std::span<const unsigned char> bytes) {
    std::string hex(2 * bytes.size() + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), bytes.data(), bytes.size());
    hex.pop_back();
    return hex;
}

base::Done sealBoth(KeySlot& slot, const DataKeys& keys) {
    CHAIRSIDE_TRY(slot.sealTo(keys.current, slot.sealed));
    if (keys.next) CHAIRSIDE_TRY(slot.sealTo(*keys.next, slot.sealedNext));
    return {};
}

} // namespace

base::Result<KeyFile> KeyFile::make(HashCost cost) {
    if (!sodiumReady()) return base::fail(Code::Internal, {}, "libsodium does not start");
    KeyFile file;
    const bool token = cost == HashCost::Token;
    file.m_cost = {token ? crypto_pwhash_OPSLIMIT_MIN : crypto_pwhash_OPSLIMIT_INTERACTIVE,
                   token ? crypto_pwhash_MEMLIMIT_MIN : crypto_pwhash_MEMLIMIT_INTERACTIVE};
    randombytes_buf(file.m_tagKey.data(), file.m_tagKey.size());
    return file;
}

base::Result<DataKeys> KeyFile::openSlot(const KeySlot* slot, std::string_view secret) const {
    if (slot == nullptr) {
        CHAIRSIDE_TRY(spend(m_cost, secret));
        return base::fail(Code::SignInFailed);
    }
    const auto own = CHAIRSIDE_TRY(slot->unwrap(secret));
    DataKeys keys{CHAIRSIDE_TRY(slot->unseal(own, slot->sealed)), std::nullopt};
    if (m_rekeying) keys.next = CHAIRSIDE_TRY(slot->unseal(own, slot->sealedNext));
    CHAIRSIDE_TRY(checkAuthentication(keys));
    return keys;
}

base::Result<DataKeys> KeyFile::open(std::string_view userName, std::string_view password) const {
    const auto tag = tagOf(m_tagKey, userName);
    const auto slot = std::ranges::find_if(
        m_slots, [&tag](const KeySlot& each) { return each.kind == SlotKind::Person && each.nameTag == tag; });
    return openSlot(slot == m_slots.end() ? nullptr : &*slot, password);
}

base::Result<DataKeys> KeyFile::open(const RecoveryCode& code) const {
    const auto slot = std::ranges::find(m_slots, SlotKind::Recovery, &KeySlot::kind);
    auto keys = openSlot(slot == m_slots.end() ? nullptr : &*slot, code.characters());
    if (!keys && keys.error().code == Code::SignInFailed) keys.error().field = "recovery_code";
    return keys;
}

base::Done KeyFile::add(const DataKeys& keys, KeySlot slot, std::string_view secret) {
    if (keys.next.has_value() != m_rekeying) return base::fail(Code::Internal, {}, "key file: another re-keying");
    slot.cost = m_cost;
    CHAIRSIDE_TRY(slot.wrap(secret));
    CHAIRSIDE_TRY(sealBoth(slot, keys));
    m_slots.push_back(std::move(slot));
    return {};
}

base::Done KeyFile::addPerson(const DataKeys& keys, std::string_view account, std::string_view userName,
                              std::string_view password) {
    if (hasPerson(account) || knows(userName)) return base::fail(Code::AlreadyExists, "user_name");
    if (account.empty() || account.size() > 100) return base::fail(Code::Internal, "account");
    KeySlot slot;
    slot.account = account;
    slot.nameTag = tagOf(m_tagKey, userName);
    return add(keys, std::move(slot), password);
}

base::Done KeyFile::changePassword(const DataKeys& keys, std::string_view account, std::string_view userName,
                                   std::string_view password) {
    const auto* old = slotOf(account);
    if (old == nullptr) return base::fail(Code::NotFound, "account");
    KeySlot slot = *old;
    slot.nameTag = tagOf(m_tagKey, userName);
    const auto place = old - m_slots.data();
    CHAIRSIDE_TRY(add(keys, std::move(slot), password));
    m_slots.erase(m_slots.begin() + place);
    return {};
}

bool KeyFile::revoke(std::string_view account) {
    return std::erase_if(m_slots, [account](const KeySlot& slot) {
               return slot.kind == SlotKind::Person && slot.account == account;
           }) > 0;
}

base::Done KeyFile::setRecoveryCode(const DataKeys& keys, const RecoveryCode& code) {
    KeySlot slot;
    slot.kind = SlotKind::Recovery;
    CHAIRSIDE_TRY(add(keys, std::move(slot), code.characters()));
    const auto first = std::ranges::find(m_slots, SlotKind::Recovery, &KeySlot::kind);
    if (first != m_slots.end() - 1) m_slots.erase(first);
    return {};
}

base::Done KeyFile::beginRekey(DataKeys& keys) {
    if (m_rekeying || keys.next) return base::fail(Code::WrongState, "clinic.keys");
    auto next = CHAIRSIDE_TRY(Secret::random());
    for (auto& slot : m_slots)
        CHAIRSIDE_TRY(slot.sealTo(next, slot.sealedNext));
    keys.next = std::move(next);
    m_rekeying = true;
    return {};
}

base::Done KeyFile::endRekey(DataKeys& keys, bool nextIsUsed) {
    if (!m_rekeying || !keys.next) return base::fail(Code::WrongState, "clinic.keys");
    if (nextIsUsed) keys.current = std::move(*keys.next);
    keys.next.reset();
    m_rekeying = false;
    m_authenticated.clear(); // it was checked when the keys were opened, and by the key before
    for (auto& slot : m_slots)
        CHAIRSIDE_TRY(sealBoth(slot, keys));
    return {};
}

const KeySlot* KeyFile::slotOf(std::string_view account) const {
    const auto slot = std::ranges::find_if(
        m_slots, [account](const KeySlot& each) { return each.kind == SlotKind::Person && each.account == account; });
    return slot == m_slots.end() ? nullptr : &*slot;
}

bool KeyFile::hasPerson(std::string_view account) const {
    return slotOf(account) != nullptr;
}

bool KeyFile::hasRecoveryCode() const {
    return std::ranges::find(m_slots, SlotKind::Recovery, &KeySlot::kind) != m_slots.end();
}

std::vector<std::string> KeyFile::people() const {
    std::vector<std::string> accounts;
    for (const auto& slot : m_slots) {
        if (slot.kind == SlotKind::Person) accounts.push_back(slot.account);
    }
    return accounts;
}

std::string KeyFile::nameTag(std::string_view userName) const {
    return hexOf(tagOf(m_tagKey, userName));
}

std::string KeyFile::slotMark(std::string_view account, std::string_view userName) const {
    const auto* slot = slotOf(account);
    if (slot == nullptr || slot->nameTag != tagOf(m_tagKey, userName)) return {};
    return hexOf(slot->publicKey);
}

std::optional<std::string> KeyFile::accountOfTag(std::string_view tag) const {
    const auto slot = std::ranges::find_if(
        m_slots, [tag](const KeySlot& each) { return each.kind == SlotKind::Person && hexOf(each.nameTag) == tag; });
    if (slot == m_slots.end()) return std::nullopt;
    return slot->account;
}

bool KeyFile::knows(std::string_view userName) const {
    const auto tag = tagOf(m_tagKey, userName);
    return std::ranges::any_of(
        m_slots, [&tag](const KeySlot& slot) { return slot.kind == SlotKind::Person && slot.nameTag == tag; });
}

} // namespace chairside::access
