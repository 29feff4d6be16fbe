// Why a value is not there. Missing is never 0 and never an empty text.
#pragma once

namespace chairside::domain {

enum class MissingReason { NotRecorded, NotDone, Declined, Unavailable };

} // namespace chairside::domain
