// The course around the sample visit: people, protocol, order and the infusions before it.
#pragma once

#include "core/services/document_service.h"

namespace chairside::ui::testing {

[[nodiscard]] base::Uuid nextUuid();

template <class SomeId>
[[nodiscard]] SomeId nextId() {
    return SomeId(nextUuid());
}

// Ready to record infusion 4; nothing is recorded yet.
[[nodiscard]] services::VisitSummary emptyVisit();

} // namespace chairside::ui::testing
