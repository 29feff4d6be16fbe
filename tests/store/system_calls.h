// The calls by which the engine reaches the disk, made to fail or to end the process. This program's own definitions
// take the place of the library's, for the engine too.
#pragma once

#include <string>

namespace chairside::test {

// While it lives, flushing a file whose path holds this text fails with the error. One at a time.
class FailingFlush {
public:
    FailingFlush(std::string pathPart, int error);
    ~FailingFlush();
    FailingFlush(const FailingFlush&) = delete;
    FailingFlush& operator=(const FailingFlush&) = delete;
    [[nodiscard]] int failures() const;
};

// While it lives, every folder lies on a file system with this number (statfs).
class OnFileSystem {
public:
    explicit OnFileSystem(long magic);
    ~OnFileSystem();
    OnFileSystem(const OnFileSystem&) = delete;
    OnFileSystem& operator=(const OnFileSystem&) = delete;
};

// Ends this process as SIGKILL does, before the call with this number (from 1) of those to files whose path
// holds the text. For child processes.
enum class Calls { WritesAndFlushes, Flushes };
void killBefore(int call, std::string pathPart, Calls counted = Calls::WritesAndFlushes);

} // namespace chairside::test
