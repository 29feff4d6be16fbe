// The files of instruments that a clinic adds itself.
#pragma once

#include <filesystem>
#include <vector>

#include "core/exchange/instrument_source.h"

namespace chairside::app {

// Every file *.json of the folder "instruments" beside the data, by name; none if there is no such folder. A file that
// cannot be read, or that is larger than any instrument, comes as an empty text, which is refused like another mistake.
[[nodiscard]] std::vector<exchange::InstrumentText> instrumentFilesBeside(const std::filesystem::path& data);

} // namespace chairside::app
