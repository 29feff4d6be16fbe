// Where an export goes.
#pragma once

#include <functional>
#include <string_view>

#include "core/base/result.h"

namespace chairside::exchange {

// Takes the next piece of a file; its failure ends the export.
using WritePiece = std::function<base::Done(std::string_view)>;

} // namespace chairside::exchange
