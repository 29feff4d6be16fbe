#include "app/demo/demo_folder.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>

namespace chairside::app {

base::Result<std::unique_ptr<DemoFolder>> DemoFolder::make(const std::filesystem::path& named) {
    if (!named.empty()) return std::unique_ptr<DemoFolder>(new DemoFolder(named, true));
    std::error_code error;
    const auto parent = std::filesystem::temp_directory_path(error);
    std::string name = ((error ? std::filesystem::path("/tmp") : parent) / "chairside-demo-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) return base::fail(base::Code::StorageFailed, "folder", std::strerror(errno));
    return std::unique_ptr<DemoFolder>(new DemoFolder(name, false));
}

DemoFolder::~DemoFolder() {
    if (m_keep) return;
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

} // namespace chairside::app
