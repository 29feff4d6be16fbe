// From the engine's result codes to the program's.
#pragma once

#include <string_view>

#include "core/base/result.h"

struct sqlite3;

namespace chairside::store {

// The failure a result code stands for. where: the step that failed, for the log. The detail holds the
// engine's code and, for broken rules of the schema, its message, which names tables and columns but no
// values.
[[nodiscard]] std::unexpected<base::Error> sqliteFailure(sqlite3* handle, int code, std::string_view where);

} // namespace chairside::store
