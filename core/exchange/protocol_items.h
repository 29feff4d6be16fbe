// Internal to core/exchange: the checklist items of a protocol template as JSON.
#pragma once

#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/result.h"
#include "core/domain/protocol/checklist.h"
#include "core/domain/protocol/screening_item.h"

namespace chairside::exchange {

// The array under "items"; a missing array, unknown keys and words, and items that are refused by domain::check are
// problems named "items.<number from 1>.<part>".
[[nodiscard]] std::vector<domain::ChecklistItem> readItems(const nlohmann::ordered_json& object,
                                                           base::Problems& problems);
[[nodiscard]] nlohmann::ordered_json itemsText(const std::vector<domain::ChecklistItem>& items);

// The same for the array under "screening", named "screening.<number from 1>.<part>"; a missing array means none.
[[nodiscard]] std::vector<domain::ScreeningItem> readScreening(const nlohmann::ordered_json& object,
                                                               base::Problems& problems);
[[nodiscard]] nlohmann::ordered_json screeningText(const std::vector<domain::ScreeningItem>& items);

} // namespace chairside::exchange
