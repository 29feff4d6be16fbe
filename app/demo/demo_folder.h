// The folder of a demo clinic: a named one is kept, an unnamed one goes with the program.
#pragma once

#include <filesystem>
#include <memory>

#include "core/base/result.h"

namespace chairside::app {

class DemoFolder {
public:
    // named empty: a new private folder among the temporary files. StorageFailed if it cannot be made.
    [[nodiscard]] static base::Result<std::unique_ptr<DemoFolder>> make(const std::filesystem::path& named);
    ~DemoFolder();
    DemoFolder(const DemoFolder&) = delete;
    DemoFolder& operator=(const DemoFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    DemoFolder(std::filesystem::path path, bool keep) : m_path(std::move(path)), m_keep(keep) {}
    std::filesystem::path m_path;
    bool m_keep;
};

} // namespace chairside::app
