// The files of instruments that a clinic has added itself, as the one file they are in a backup.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace chairside::store {

// Beside the data; the clinic's own.
inline constexpr const char* kInstrumentFolder = "instruments";
// In a backup.
inline constexpr const char* kInstrumentPack = "clinic.instruments";

struct OwnInstrumentFile {
    std::string name;    // without a folder
    std::string content; // empty: it cannot be read, or is larger than any instrument

    bool operator==(const OwnInstrumentFile&) const = default;
};

// Every file *.json of the folder of instruments beside the data, by name. Without such a folder those of the pack, if
// the data are a backup as it stands; else none.
[[nodiscard]] std::vector<OwnInstrumentFile> ownInstruments(const std::filesystem::path& data);

// Files without content are left out: they are no instruments.
[[nodiscard]] std::string packed(const std::vector<OwnInstrumentFile>& files);
// StorageDamaged: not exactly such a text, or a name that is not one of a plain file.
[[nodiscard]] base::Result<std::vector<OwnInstrumentFile>> unpacked(std::string_view text);

// Where a backup was copied to: its pack, if it has one, becomes a folder of instruments again. StorageDamaged as
// above, StorageFull, StorageReadOnly, StorageFailed.
[[nodiscard]] base::Done unpackInstruments(const std::filesystem::path& copy);

} // namespace chairside::store
