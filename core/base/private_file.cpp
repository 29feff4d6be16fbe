#include "core/base/private_file.h"

#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/copy_file.h"

namespace chairside::base {
namespace {

std::unexpected<Error> failure(int error, std::string_view step) {
    return fail(codeOfErrno(error), {}, std::string(step) + ": errno " + std::to_string(error));
}

// Closes a file descriptor at the end of its scope.
class Descriptor {
public:
    explicit Descriptor(int number) : m_number(number) {}
    ~Descriptor() {
        if (m_number >= 0) ::close(m_number);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int number() const { return m_number; }

private:
    int m_number;
};

Done writeAll(int descriptor, std::string_view content) {
    while (!content.empty()) {
        const auto written = ::write(descriptor, content.data(), content.size());
        if (written < 0 && errno != EINTR) return failure(errno, "write");
        if (written > 0) content.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

} // namespace

Code codeOfErrno(int error) {
    if (error == EROFS || error == EACCES || error == EPERM) return Code::StorageReadOnly;
    return error == ENOSPC || error == EDQUOT ? Code::StorageFull : Code::StorageFailed;
}

Done createPrivateFile(const std::filesystem::path& file) {
    const Descriptor opened(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR));
    if (opened.number() < 0) return failure(errno, "create file");
    if (::fchmod(opened.number(), S_IRUSR | S_IWUSR) != 0) return failure(errno, "protect file");
    return {};
}

Done createPrivateFolder(const std::filesystem::path& folder) {
    std::error_code error;
    if (std::filesystem::is_directory(folder, error)) return {};
    const auto above = std::filesystem::absolute(folder, error).parent_path();
    std::filesystem::create_directories(above, error);
    if (error) return failure(error.value(), "create folder");
    if (::mkdir(folder.c_str(), S_IRWXU) != 0) return failure(errno, "create folder");
    return flushFolder(above);
}

Done renameDurably(const std::filesystem::path& from, const std::filesystem::path& to) {
    if (::rename(from.c_str(), to.c_str()) != 0) return failure(errno, "rename");
    return flushFolder(to.parent_path().empty() ? std::filesystem::path(".") : to.parent_path());
}

Done replaceDurably(const std::filesystem::path& file, std::string_view content) {
    std::filesystem::path part = file;
    part += ".part";
    {
        const Descriptor opened(
            ::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR));
        if (opened.number() < 0) return failure(errno, "create file");
        if (::fchmod(opened.number(), S_IRUSR | S_IWUSR) != 0) return failure(errno, "protect file");
        if (auto done = writeAll(opened.number(), content); !done) return done;
        if (::fsync(opened.number()) != 0) return failure(errno, "flush file");
    }
    return renameDurably(part, file);
}

Done replaceContent(const std::filesystem::path& file, std::string_view content) {
    std::filesystem::path part = file;
    part += ".part";
    {
        const Descriptor opened(
            ::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR));
        if (opened.number() < 0) return failure(errno, "create file");
        if (auto done = writeAll(opened.number(), content); !done) return done;
    }
    if (::rename(part.c_str(), file.c_str()) != 0) return failure(errno, "rename");
    return {};
}

} // namespace chairside::base
