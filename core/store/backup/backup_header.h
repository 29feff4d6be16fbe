// What a backup says of itself: the text file beside the data in its folder.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/instant.h"
#include "core/base/result.h"
#include "core/services/ports/digest.h"

namespace chairside::store {

struct BackedUpFile {
    std::string name; // without a folder
    std::int64_t bytes = 0;
    std::string digest; // see fileDigest()

    bool operator==(const BackedUpFile&) const = default;
};

struct BackupHeader {
    static constexpr int kFormat = 1;
    static constexpr std::string_view kFileName = "backup.txt";

    std::string clinic; // identity of the clinic, uuid text
    base::Instant made = base::Instant::of(0, 0);
    int schemaVersion = 0;
    bool encrypted = false;
    std::int64_t auditEvents = 0;
    std::string auditHead;
    std::vector<BackedUpFile> files;
};

// Ends with a digest of itself.
[[nodiscard]] std::string headerText(const BackupHeader& header, const services::Digest& digest);
// StorageNewer: a format this program does not know. StorageDamaged: anything else that is not exactly such a text. No
// name it holds leads out of a folder.
[[nodiscard]] base::Result<BackupHeader> parseHeader(std::string_view text, const services::Digest& digest);
// NotFound: the folder holds no backup.
[[nodiscard]] base::Result<BackupHeader> readHeader(const std::filesystem::path& backup,
                                                    const services::Digest& digest);

// SHA-256 over the SHA-256 of each piece of 1 MiB, so that a large file needs no large memory. StorageFailed: it cannot
// be read.
[[nodiscard]] base::Result<std::string> fileDigest(const std::filesystem::path& file, const services::Digest& digest);
// That every file is there with its size and its digest. StorageDamaged names the first that is not.
[[nodiscard]] base::Done checkFiles(const std::filesystem::path& backup, const BackupHeader& header,
                                    const services::Digest& digest);

} // namespace chairside::store
