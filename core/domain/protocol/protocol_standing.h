// Where a version stands on a day: which one courses are ordered under follows from the signatures and their days and
// is kept nowhere.
#pragma once

#include <optional>
#include <span>

#include "core/base/calendar_date.h"
#include "core/domain/protocol/protocol.h"

namespace chairside::domain {

enum class ProtocolStanding {
    Draft,
    AwaitsSecond, // signed; its hard limits wait for a second person
    Upcoming,     // signed, in force from a later day
    Active,       // the one of its protocol that courses are ordered under
    Replaced,     // a later one of its protocol has come into force
    Retired
};

// Its first day: the day it was signed for, or that of the second signature if this one came later. None for a draft
// and while the second signature is missing.
[[nodiscard]] std::optional<base::CalendarDate> inForceOn(const ProtocolVersion& version);

// The version of the same protocol that came into force last on or before the day, if it is not the version itself: by
// its first day, then by its number. One that was retired before its first day was never in force; one that was retired
// later still has replaced what was there before, so that nothing old comes back unasked.
[[nodiscard]] const ProtocolVersion* replacementOf(const ProtocolVersion& version, std::span<const ProtocolVersion> all,
                                                   base::CalendarDate today);

// all: at least every version of the same protocol.
[[nodiscard]] ProtocolStanding standingOf(const ProtocolVersion& version, std::span<const ProtocolVersion> all,
                                          base::CalendarDate today);

// What the hard limits of a draft are compared with: the newest version of its protocol that every signature it needs
// stands under, retired or not. None: nothing of this protocol was signed yet.
[[nodiscard]] const ProtocolVersion* lastSignedOf(const ProtocolVersion& draft, std::span<const ProtocolVersion> all);

} // namespace chairside::domain
