// clinic.keys: the data key, once for each person who may open the clinic's data and once for the printed code.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/access/argon_hasher.h"
#include "core/access/key_slot.h"
#include "core/access/recovery_code.h"
#include "core/access/secret.h"

namespace chairside::access {

// What an opened slot gives.
struct DataKeys {
    Secret current;
    std::optional<Secret> next; // while the data are being re-keyed: one of the two opens them
};

// A value that knows no place on the disk until it is written. Each slot has a key pair: the secret half is wrapped by
// a key made from the password, the data key is sealed to the public half. So the data key can be changed without
// anybody's password, and whoever was revoked cannot open the new one, even with an old copy of the file. User names
// are kept as keyed digests: the file does not list who works here.
class KeyFile {
public:
    // Without slots.
    [[nodiscard]] static base::Result<KeyFile> make(HashCost cost);
    // NotFound: no such file. StorageNewer: a newer program wrote it. StorageDamaged: something else, or changed, cut
    // off or grown since it was written. StorageFailed, StorageReadOnly: it cannot be read. The file is never changed.
    [[nodiscard]] static base::Result<KeyFile> read(const std::filesystem::path& file);
    [[nodiscard]] static base::Result<KeyFile> parse(std::string_view content);
    // For its owner alone; after a power cut there is the old file or the new one.
    // keys: those in use; they authenticate every slot.
    [[nodiscard]] base::Done write(const std::filesystem::path& file, const DataKeys& keys) const;
    [[nodiscard]] base::Result<std::string> serialize(const DataKeys& keys) const;

    // SignInFailed for a wrong password and for an unknown name alike, after the same work. StorageDamaged if somebody
    // has changed a slot, though the password was right.
    [[nodiscard]] base::Result<DataKeys> open(std::string_view userName, std::string_view password) const;
    // SignInFailed on "recovery_code" if it is another clinic's or an older code.
    [[nodiscard]] base::Result<DataKeys> open(const RecoveryCode& code) const;

    // AlreadyExists if the person or the name has a slot. account: as text, 100 bytes at most.
    [[nodiscard]] base::Done addPerson(const DataKeys& keys, std::string_view account, std::string_view userName,
                                       std::string_view password);
    // NotFound without a slot; then nothing is changed. The old password opens nothing afterwards.
    [[nodiscard]] base::Done changePassword(const DataKeys& keys, std::string_view account, std::string_view userName,
                                            std::string_view password);
    // False if there was no slot. Whoever kept a copy of the file and of the data can still read those: re-key.
    bool revoke(std::string_view account);
    // Replaces the code there was.
    [[nodiscard]] base::Done setRecoveryCode(const DataKeys& keys, const RecoveryCode& code);

    // Before the data are re-keyed: keeps the new key beside the old one in every slot. WrongState if that is so
    // already.
    [[nodiscard]] base::Done beginRekey(DataKeys& keys);
    // After it is known which of the two opens the data: every slot keeps that one alone.
    [[nodiscard]] base::Done endRekey(DataKeys& keys, bool nextIsUsed);

    [[nodiscard]] bool hasPerson(std::string_view account) const;
    [[nodiscard]] bool hasRecoveryCode() const;
    [[nodiscard]] std::vector<std::string> people() const;
    // By which tries of the same name are counted together; tells nothing about who it is without the file.
    [[nodiscard]] std::string nameTag(std::string_view userName) const;
    // Whose tag it is; nothing if it is nobody's.
    [[nodiscard]] std::optional<std::string> accountOfTag(std::string_view tag) const;
    // Of the slot that this account has under this name: its public half, as text; empty if there is none.
    [[nodiscard]] std::string slotMark(std::string_view account, std::string_view userName) const;
    // Whether somebody of this name has a slot.
    [[nodiscard]] bool knows(std::string_view userName) const;

private:
    KeyFile() = default;
    [[nodiscard]] base::Result<DataKeys> openSlot(const KeySlot* slot, std::string_view secret) const;
    [[nodiscard]] base::Done checkAuthentication(const DataKeys& keys) const;
    [[nodiscard]] base::Done add(const DataKeys& keys, KeySlot slot, std::string_view secret);
    [[nodiscard]] const KeySlot* slotOf(std::string_view account) const;

    SlotCost m_cost;
    std::array<unsigned char, 16> m_tagKey{};
    bool m_rekeying = false;
    std::vector<KeySlot> m_slots;
    std::string m_authenticated;  // what the code below covers, as it was read; empty in a new file
    std::string m_authentication; // keyed by the data key
};

} // namespace chairside::access
