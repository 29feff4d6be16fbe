// The switches of both programs.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/base/instant.h"

namespace chairside::app {

struct Options {
    std::filesystem::path data; // empty: the place the desktop keeps program data in
    bool demo = false;
    std::optional<base::Instant> fixedClock; // the program's day starts here instead of now
    std::string locale;                      // language of the texts; numbers and dates of clinical data never change
    std::filesystem::path traceUi;           // one line per key: what it took to paint
    std::filesystem::path screenshots;       // pictures of every page into this folder, then quit
    std::filesystem::path tour;              // one infusion by keys with pictures and a PDF, then quit
    std::string theme = "light";             // light, dark, contrast
    bool selfCheck = false;
};

// What the command line asks for, or the exit code to leave with (0 after --help and --version, 2 for a usage error;
// the text has been written then).
struct ParsedOptions {
    Options options;
    std::optional<int> exitCode;
};
[[nodiscard]] ParsedOptions parseOptions(int argc, const char* const* argv);

// Reads "2025-01-14T10:42" in the machine's zone or with a zone of its own.
[[nodiscard]] std::optional<base::Instant> momentFromText(const std::string& text);

// Where a clinic lives when no folder is named.
[[nodiscard]] std::filesystem::path defaultDataFolder();

} // namespace chairside::app
