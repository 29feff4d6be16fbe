// A file that is written piece by piece and has its name only once it is whole and on the disk.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace chairside::base {

// Until commit() the name keeps what it had, and whatever ends the program leaves no half file under it. Only the owner
// may read the file. Failures of all: StorageReadOnly, StorageFull, StorageFailed.
class DurableFile {
public:
    // NotAllowed on "output" for a name that is a folder.
    [[nodiscard]] static Result<DurableFile> create(const std::filesystem::path& file);
    ~DurableFile();
    DurableFile(DurableFile&& other) noexcept;
    DurableFile& operator=(DurableFile&&) = delete;
    DurableFile(const DurableFile&) = delete;
    DurableFile& operator=(const DurableFile&) = delete;

    [[nodiscard]] Done write(std::string_view bytes);
    // Afterwards the name has the new content, even after a power cut. Nothing may be written any more.
    [[nodiscard]] Done commit();

private:
    DurableFile(std::filesystem::path file, std::filesystem::path part, int descriptor, bool hasName);
    [[nodiscard]] Done flush();

    std::filesystem::path m_file, m_part;
    std::string m_buffer;
    int m_descriptor = -1;
    bool m_hasName = false; // the unfinished file stands under m_part
};

} // namespace chairside::base
