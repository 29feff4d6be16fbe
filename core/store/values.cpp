#include "core/store/values.h"

#include <chrono>

namespace chairside::store {
namespace {

// No clinic's clock is further than this from UTC.
constexpr std::chrono::hours kFurthestZone{14};

std::string midnightText(base::CalendarDate day, std::chrono::hours shift) {
    const auto midnight = std::chrono::milliseconds(day.days().time_since_epoch());
    return utcText(base::Instant::of((midnight + shift).count(), 0));
}

} // namespace

std::string utcText(base::Instant instant) {
    // "…+00:00" becomes "…Z".
    std::string text = base::Instant::of(instant.utcMs(), 0).iso();
    text.resize(text.size() - 6);
    text += 'Z';
    return text;
}

std::string earliestOfDay(base::CalendarDate day) {
    return midnightText(day, -kFurthestZone);
}

std::string afterDay(base::CalendarDate day) {
    return midnightText(day.plusDays(1), kFurthestZone);
}

void put(Values& values, const domain::EntryHead& head) {
    put(values, head.id);
    put(values, head.infusion);
    put(values, head.observedAt);
    put(values, head.recordedAt);
    put(values, head.recordedBy);
    put(values, head.corrects);
    put(values, std::string_view(head.correctionReason));
}

} // namespace chairside::store
