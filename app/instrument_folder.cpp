#include "app/instrument_folder.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>

namespace chairside::app {

namespace {

constexpr std::uintmax_t kLargestFile = 1024 * 1024;

std::string textOf(const std::filesystem::path& file) {
    std::error_code error;
    if (const auto size = std::filesystem::file_size(file, error); error || size > kLargestFile) return {};
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

std::vector<exchange::InstrumentText> instrumentFilesBeside(const std::filesystem::path& data) {
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (std::filesystem::directory_iterator at(data / "instruments", error), end; !error && at != end;
         at.increment(error)) {
        if (at->path().extension() == ".json") files.push_back(at->path());
    }
    std::ranges::sort(files);
    std::vector<exchange::InstrumentText> texts;
    for (const auto& file : files)
        texts.push_back({file.filename().string(), textOf(file)});
    return texts;
}

} // namespace chairside::app
