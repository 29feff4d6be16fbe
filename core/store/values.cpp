#include "core/store/values.h"

namespace chairside::store {

std::string utcText(base::Instant instant) {
    // "…+00:00" becomes "…Z".
    std::string text = base::Instant::of(instant.utcMs(), 0).iso();
    text.resize(text.size() - 6);
    text += 'Z';
    return text;
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
