// Instruments as files: the form is described in README.md beside this file.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/domain/instrument/instrument.h"

namespace chairside::exchange {

// Invalid lists everything that is wrong, by its path in the file ("items.phq9.range"): what is missing or has the
// wrong type (Required), an unknown name or word (NotAllowed), and all that domain::check refuses. Field "instrument"
// without problems: not a JSON object at all.
[[nodiscard]] base::Result<domain::Instrument> parseInstrument(std::string_view json);

// Internal if one that was compiled in cannot be read, or two have one id; detail names the file.
[[nodiscard]] base::Result<std::vector<domain::Instrument>> shippedInstruments();

// A clinic's own files, each a whole text. The first that is refused stops it, with its problems as parseInstrument has
// them; an id that is taken by another one or by a shipped one is a Duplicate on "id".
[[nodiscard]] base::Result<std::vector<domain::Instrument>> ownInstruments(std::span<const std::string> files);

} // namespace chairside::exchange
