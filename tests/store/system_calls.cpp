#include "tests/store/system_calls.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <string_view>
#include <utility>

#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

namespace chairside::test {
namespace {

std::string failingPart;
std::string killPart;
std::atomic<int> failWith{0};
std::atomic<int> failed{0};
std::atomic<int> callsLeft{0};
std::atomic<bool> countsWrites{true};
std::atomic<long> pretendedMagic{0};

bool isNamed(int descriptor, const std::string& part) {
    std::array<char, 4096> target{};
    const auto link = "/proc/self/fd/" + std::to_string(descriptor);
    const auto size = ::readlink(link.c_str(), target.data(), target.size());
    return size > 0 &&
           std::string_view(target.data(), static_cast<std::size_t>(size)).find(part) != std::string_view::npos;
}

void count(int descriptor) {
    if (callsLeft == 0 || !isNamed(descriptor, killPart)) return;
    if (--callsLeft == 0) ::raise(SIGKILL);
}

bool fails(int descriptor) {
    if (failWith == 0 || !isNamed(descriptor, failingPart)) return false;
    ++failed;
    errno = failWith;
    return true;
}

int flush(long number, int descriptor) {
    count(descriptor);
    if (fails(descriptor)) return -1;
    return static_cast<int>(::syscall(number, descriptor));
}

ssize_t writeAt(int descriptor, const void* bytes, std::size_t size, off_t offset) {
    if (countsWrites) count(descriptor);
    return ::syscall(SYS_pwrite64, descriptor, bytes, size, offset);
}

} // namespace

FailingFlush::FailingFlush(std::string pathPart, int error) {
    failingPart = std::move(pathPart);
    failed = 0;
    failWith = error;
}

FailingFlush::~FailingFlush() {
    failWith = 0;
}

int FailingFlush::failures() const {
    return failed;
}

OnFileSystem::OnFileSystem(long magic) {
    pretendedMagic = magic;
}

OnFileSystem::~OnFileSystem() {
    pretendedMagic = 0;
}

void killBefore(int call, std::string pathPart, Calls counted) {
    countsWrites = counted == Calls::WritesAndFlushes;
    killPart = std::move(pathPart);
    callsLeft = call;
}

extern "C" {
int fsync(int descriptor) {
    return flush(SYS_fsync, descriptor);
}
int fdatasync(int descriptor) {
    return flush(SYS_fdatasync, descriptor);
}
int statfs(const char* path, struct statfs* facts) noexcept {
    const auto done = static_cast<int>(::syscall(SYS_statfs, path, facts));
    if (done == 0 && pretendedMagic != 0) facts->f_type = pretendedMagic;
    return done;
}
ssize_t pwrite(int descriptor, const void* bytes, size_t size, off_t offset) {
    return writeAt(descriptor, bytes, size, offset);
}
ssize_t pwrite64(int descriptor, const void* bytes, size_t size, off64_t offset) {
    return writeAt(descriptor, bytes, size, offset);
}
}

} // namespace chairside::test
