#include "core/domain/protocol/protocol_standing.h"

#include <algorithm>
#include <utility>

namespace chairside::domain {

namespace {

bool cameIntoForce(const ProtocolVersion& version, base::CalendarDate today) {
    const auto first = inForceOn(version);
    return first && *first <= today && (!version.retiredAt || version.retiredAt->localDate() >= *first);
}

std::pair<base::CalendarDate, int> order(const ProtocolVersion& version) {
    return {*inForceOn(version), version.version};
}

} // namespace

std::optional<base::CalendarDate> inForceOn(const ProtocolVersion& version) {
    if (version.state == ProtocolState::Draft || !version.signedAt) return std::nullopt;
    if (version.secondNeeded && !version.secondAt) return std::nullopt;
    const auto from = version.inForceFrom.value_or(version.signedAt->localDate());
    return version.secondAt ? std::max(from, version.secondAt->localDate()) : from;
}

const ProtocolVersion* replacementOf(const ProtocolVersion& version, std::span<const ProtocolVersion> all,
                                     base::CalendarDate today) {
    if (!inForceOn(version)) return nullptr;
    const ProtocolVersion* last = nullptr;
    for (const auto& other : all) {
        if (other.protocol != version.protocol || other.id == version.id || !cameIntoForce(other, today)) continue;
        if (order(other) > order(version) && (last == nullptr || order(other) > order(*last))) last = &other;
    }
    return last;
}

ProtocolStanding standingOf(const ProtocolVersion& version, std::span<const ProtocolVersion> all,
                            base::CalendarDate today) {
    using enum ProtocolStanding;
    if (version.state == ProtocolState::Draft) return Draft;
    if (version.state == ProtocolState::Retired) return Retired;
    const auto first = inForceOn(version);
    if (!first) return AwaitsSecond;
    if (*first > today) return Upcoming;
    return replacementOf(version, all, today) != nullptr ? Replaced : Active;
}

const ProtocolVersion* lastSignedOf(const ProtocolVersion& draft, std::span<const ProtocolVersion> all) {
    const ProtocolVersion* last = nullptr;
    for (const auto& other : all) {
        if (other.protocol != draft.protocol || other.id == draft.id || !inForceOn(other)) continue;
        if (last == nullptr || other.version > last->version) last = &other;
    }
    return last;
}

} // namespace chairside::domain
