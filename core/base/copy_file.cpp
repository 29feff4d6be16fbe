#include "core/base/copy_file.h"

#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace chairside::base {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{1} << 20U;

std::unexpected<Error> copyFailure(int error, std::string_view step) {
    return fail(codeOfErrno(error), {}, std::string(step) + ": errno " + std::to_string(error));
}

Done copyAll(int from, PlainOutput& to) {
    std::string piece(kPieceBytes, '\0');
    while (true) {
        const auto size = ::read(from, piece.data(), piece.size());
        if (size < 0 && errno == EINTR) continue;
        if (size < 0) return copyFailure(errno, "read file");
        if (size == 0) return to.flush();
        if (auto done = to.write({piece.data(), static_cast<std::size_t>(size)}); !done) return done;
    }
}

} // namespace

Result<PlainOutput> PlainOutput::create(const std::filesystem::path& file) {
    const int made = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (made < 0) return copyFailure(errno, "create file");
    return PlainOutput(made);
}

PlainOutput::PlainOutput(PlainOutput&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

PlainOutput::~PlainOutput() {
    if (m_descriptor >= 0) ::close(m_descriptor);
}

Done PlainOutput::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(m_descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) return copyFailure(errno, "write");
        if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

Done PlainOutput::flush() {
    if (::fsync(m_descriptor) != 0) return copyFailure(errno, "flush file");
    return {};
}

Done copyPrivately(const std::filesystem::path& from, const std::filesystem::path& to) {
    const int opened = ::open(from.c_str(), O_RDONLY | O_CLOEXEC);
    if (opened < 0) return copyFailure(errno, "open file");
    auto out = PlainOutput::create(to);
    auto done = out ? copyAll(opened, *out) : Done(std::unexpected(out.error()));
    ::close(opened);
    if (!done && out) ::unlink(to.c_str());
    return done;
}

Done flushFolder(const std::filesystem::path& folder) {
    const int opened = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (opened < 0) return copyFailure(errno, "open folder");
    const bool flushed = ::fsync(opened) == 0;
    const int error = errno;
    ::close(opened);
    if (!flushed) return copyFailure(error, "flush folder");
    return {};
}

Done writePrivately(const std::filesystem::path& file, std::string_view content) {
    auto out = PlainOutput::create(file);
    if (!out) return std::unexpected(out.error());
    if (auto done = out->write(content); !done) return done;
    return out->flush();
}

} // namespace chairside::base
