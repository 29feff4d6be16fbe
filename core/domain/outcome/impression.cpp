#include "core/domain/outcome/impression.h"

namespace chairside::domain {

std::optional<Impression> impressionOf(int value, ImpressionDirection direction) {
    if (!kImpressionRange.contains(value)) return std::nullopt;
    const bool low = direction == ImpressionDirection::LowIsImproved;
    return static_cast<Impression>(low ? value : kImpressionRange.low + kImpressionRange.high - value);
}

bool isResponder(Impression impression, const AfterRules& rules) {
    return static_cast<int>(impression) <= rules.impressionResponder;
}

} // namespace chairside::domain
