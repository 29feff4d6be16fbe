// Internal to core/services: everything that stands on the summary of one infusion.
#pragma once

#include <optional>
#include <string>

#include "core/services/document_service.h"
#include "core/services/run.h"

namespace chairside::services {

// document: none for a preview.
[[nodiscard]] base::Result<DocumentHead> headOfDocument(Unit& unit, std::string state,
                                                        const std::optional<domain::DocumentId>& document);
[[nodiscard]] base::Result<VisitSummary> gatherVisit(Unit& unit, const domain::InfusionId& id,
                                                     const std::optional<domain::DocumentId>& document);

} // namespace chairside::services
