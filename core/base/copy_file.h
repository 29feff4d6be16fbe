// Whole files copied, compared and dropped, each step on the disk before the next.
#pragma once

#include <filesystem>

#include "core/base/private_file.h"
#include "core/base/result.h"

namespace chairside::base {

// Failures of all: StorageReadOnly, StorageFull, StorageFailed.

// A copy that only its owner may read and that is on the disk when this returns. `to` must not exist; after a failure
// there is none.
[[nodiscard]] Done copyPrivately(const std::filesystem::path& from, const std::filesystem::path& to);
// Names made, changed or removed in the folder are on the disk.
[[nodiscard]] Done flushFolder(const std::filesystem::path& folder);

// A new file that is written from beginning to end. Removed by its owner if it does not get that far.
class PlainOutput {
public:
    [[nodiscard]] static Result<PlainOutput> create(const std::filesystem::path& file);
    ~PlainOutput();
    PlainOutput(PlainOutput&& other) noexcept;
    PlainOutput& operator=(PlainOutput&&) = delete;
    PlainOutput(const PlainOutput&) = delete;
    PlainOutput& operator=(const PlainOutput&) = delete;

    [[nodiscard]] Done write(std::string_view bytes);
    [[nodiscard]] Done flush();

private:
    explicit PlainOutput(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor;
};

// A small new file, whole on the disk when this returns. After a failure a part of it may be there.
[[nodiscard]] Done writePrivately(const std::filesystem::path& file, std::string_view content);

} // namespace chairside::base
