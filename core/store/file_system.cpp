#include "core/store/file_system.h"

#include <algorithm>
#include <cstdint>
#include <system_error>

#include <sys/vfs.h>

namespace chairside::store {
namespace {

struct NetworkKind {
    std::uint32_t magic;
    std::string_view name;
};

// statfs(2) and linux/magic.h. FUSE is not among them: encrypted and foreign local disks are mounted by it too.
constexpr NetworkKind kNetworkKinds[] = {
    {0x6969, "NFS"},     {0xff534d42, "CIFS"},   {0xfe534d42, "SMB"},  {0x517b, "SMB"},       {0x01021997, "9P"},
    {0x5346414f, "AFS"}, {0x6b414653, "AFS"},    {0x73757245, "Coda"}, {0x00c36400, "Ceph"},  {0x0bd00bd0, "Lustre"},
    {0x564c, "NCP"},     {0x19830326, "BeeGFS"}, {0x47504653, "GPFS"}, {0x7461636f, "OCFS2"}, {0x01161970, "GFS2"},
};

} // namespace

std::string_view networkFileSystemOf(const std::filesystem::path& folder) {
    std::error_code error;
    auto place = std::filesystem::absolute(folder, error);
    while (!error && !std::filesystem::exists(place, error) && place.has_relative_path())
        place = place.parent_path();
    struct statfs facts {};
    if (::statfs(place.c_str(), &facts) != 0) return {};
    const auto magic = static_cast<std::uint32_t>(facts.f_type);
    const auto kind = std::ranges::find(kNetworkKinds, magic, &NetworkKind::magic);
    return kind == std::ranges::end(kNetworkKinds) ? std::string_view() : kind->name;
}

} // namespace chairside::store
