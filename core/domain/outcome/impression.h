// The Patient Global Impression of Change: one of seven answers to how things are compared with before.
// Source: Guy 1976; a responder says much or very much improved (Farrar 2001). Forms that count the other way round
// exist, so a number means nothing without its direction.
#pragma once

#include <optional>

#include "core/domain/protocol/protocol_rules.h"

namespace chairside::domain {

enum class Impression {
    VeryMuchImproved = 1,
    MuchImproved,
    MinimallyImproved,
    NoChange,
    MinimallyWorse,
    MuchWorse,
    VeryMuchWorse
};

inline constexpr EntryRange kImpressionRange{1, 7};
inline constexpr EntryRange kReliefRange{0, 100}; // per cent

// What a number of the form means; nothing outside the form.
[[nodiscard]] std::optional<Impression> impressionOf(int value, ImpressionDirection direction);
// Improved at least as much as the protocol asks for.
[[nodiscard]] bool isResponder(Impression impression, const AfterRules& rules);

} // namespace chairside::domain
