#include "core/base/durable_file.h"

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/private_file.h"

namespace chairside::base {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{1} << 16U;

std::unexpected<Error> outputFailure(int error, std::string_view step) {
    return fail(codeOfErrno(error), "output", std::string(step) + ": errno " + std::to_string(error));
}

std::filesystem::path folderOf(const std::filesystem::path& file) {
    return file.parent_path().empty() ? std::filesystem::path(".") : file.parent_path();
}

} // namespace

Result<DurableFile> DurableFile::create(const std::filesystem::path& file) {
    std::error_code error;
    if (file.filename().empty() || std::filesystem::is_directory(file, error)) {
        return invalid("output", Rule::NotAllowed);
    }
    std::filesystem::path part = file;
    part += ".part";
    // A file without a name goes by itself when the program is killed; not every file system has them.
    int descriptor = ::open(folderOf(file).c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, S_IRUSR | S_IWUSR);
    const bool hasName = descriptor < 0;
    if (hasName) {
        ::unlink(part.c_str());
        descriptor = ::open(part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    }
    if (descriptor < 0) return outputFailure(errno, "create file");
    return DurableFile(file, std::move(part), descriptor, hasName);
}

DurableFile::DurableFile(std::filesystem::path file, std::filesystem::path part, int descriptor, bool hasName)
    : m_file(std::move(file)), m_part(std::move(part)), m_descriptor(descriptor), m_hasName(hasName) {}

DurableFile::DurableFile(DurableFile&& other) noexcept
    : m_file(std::move(other.m_file)),
      m_part(std::move(other.m_part)),
      m_buffer(std::move(other.m_buffer)),
      m_descriptor(std::exchange(other.m_descriptor, -1)),
      m_hasName(std::exchange(other.m_hasName, false)) {}

DurableFile::~DurableFile() {
    if (m_descriptor >= 0) ::close(m_descriptor);
    if (m_hasName) ::unlink(m_part.c_str());
}

Done DurableFile::write(std::string_view bytes) {
    m_buffer += bytes;
    return m_buffer.size() < kBufferBytes ? Done{} : flush();
}

Done DurableFile::flush() {
    std::string_view rest = m_buffer;
    while (!rest.empty()) {
        const auto written = ::write(m_descriptor, rest.data(), rest.size());
        if (written < 0 && errno != EINTR) return outputFailure(errno, "write");
        if (written > 0) rest.remove_prefix(static_cast<std::size_t>(written));
    }
    m_buffer.clear();
    return {};
}

Done DurableFile::commit() {
    if (auto done = flush(); !done) return done;
    if (::fsync(m_descriptor) != 0) return outputFailure(errno, "flush file");
    if (!m_hasName) {
        ::unlink(m_part.c_str());
        const auto open = "/proc/self/fd/" + std::to_string(m_descriptor);
        if (::linkat(AT_FDCWD, open.c_str(), AT_FDCWD, m_part.c_str(), AT_SYMLINK_FOLLOW) != 0) {
            return outputFailure(errno, "name file");
        }
        m_hasName = true;
    }
    if (auto done = renameDurably(m_part, m_file); !done) return done;
    m_hasName = false;
    return {};
}

} // namespace chairside::base
