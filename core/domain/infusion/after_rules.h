// What may be written down after an infusion besides pain, as its protocol asks for it.
#pragma once

#include "core/base/result.h"
#include "core/domain/infusion/entries.h"

namespace chairside::domain {

// Whether the protocol asks for any of it.
[[nodiscard]] bool asksAfter(const AfterRules& rules);

// Fields: after (nothing at all: Required), impression, relief, held_seconds, load, stop_words. NotAllowed where the
// protocol does not ask.
[[nodiscard]] base::Problems check(const AfterAssessment& entry, const AfterRules& rules);

} // namespace chairside::domain
