#include "core/store/data_folder.h"

#include <array>
#include <cerrno>
#include <string>
#include <system_error>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/private_file.h"
#include "core/store/backup/restore.h"
#include "core/store/file_system.h"

namespace chairside::store {
namespace {

std::string textOf(int lock) {
    std::array<char, 300> buffer{};
    const auto size = ::pread(lock, buffer.data(), buffer.size(), 0);
    return size > 0 ? std::string(buffer.data(), static_cast<std::size_t>(size)) : std::string("unknown");
}

// Only for the person who is refused: the lock itself does not depend on what the file says.
void sign(int lock) {
    std::array<char, 256> host{};
    if (::gethostname(host.data(), host.size() - 1) != 0) host[0] = '\0';
    const std::string text = std::string(host.data()) + " pid " + std::to_string(::getpid());
    if (::ftruncate(lock, 0) == 0 && ::pwrite(lock, text.data(), text.size(), 0) < 0) {
        static_cast<void>(::ftruncate(lock, 0));
    }
}

} // namespace

base::Result<std::unique_ptr<DataFolder>> DataFolder::hold(const std::filesystem::path& folder) {
    if (const auto network = networkFileSystemOf(folder); !network.empty()) {
        return base::fail(base::Code::StorageFailed, "network_folder", std::string(network));
    }
    if (auto done = base::createPrivateFolder(folder); !done) return std::unexpected(std::move(done.error()));
    const auto file = folder / "clinic.lock";
    const int lock = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (lock < 0) {
        const int error = errno;
        return base::fail(base::codeOfErrno(error), {}, "lock file: errno " + std::to_string(error));
    }
    std::unique_ptr<DataFolder> held(new DataFolder(folder, lock));
    if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
        const int error = errno;
        if (error == EWOULDBLOCK) return base::fail(base::Code::StorageHeld, {}, textOf(lock));
        return base::fail(base::codeOfErrno(error), {}, "lock: errno " + std::to_string(error));
    }
    sign(lock);
    if (auto done = finishReplacing(folder); !done) return std::unexpected(std::move(done.error()));
    return held;
}

DataFolder::~DataFolder() {
    ::close(m_lock);
}

bool DataFolder::hasLog() const {
    std::error_code error;
    const auto size = std::filesystem::file_size(m_folder / "clinic.db-wal", error);
    return !error && size > 0;
}

std::filesystem::path DataFolder::copyBefore(int migration) const {
    std::string digits = std::to_string(migration);
    digits.insert(0, digits.size() < 4 ? 4 - digits.size() : 0, '0');
    return m_folder / ("clinic-before-" + digits + ".db");
}

} // namespace chairside::store
