// Accountability of a controlled drug: every milligram of a vial is given, wasted or still there.
// Source: 21 CFR 1304.22(c); a witness for waste is practice, not federal rule.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/calendar_date.h"
#include "core/base/instant.h"
#include "core/base/result.h"
#include "core/domain/ids.h"
#include "core/domain/quantities.h"

namespace chairside::domain {

struct Vial {
    VialId id;
    std::string drug;
    Concentration strength;
    Volume volume;
    std::string lot;
    base::CalendarDate expires;
};

enum class MovementKind { Received, Given, WastedVial, WastedBag, Correction };

// One line of the controlled-drug book. Amounts are positive; a Correction adds to what should still be there, so that
// one for drug lost without being given or wasted is negative.
struct DrugMovement {
    EntryId id;
    VialId vial;
    std::optional<InfusionId> infusion;
    MovementKind kind = MovementKind::Given;
    Dose amount;
    base::Instant at;
    base::Instant recordedAt;
    AccountId recordedBy;
    std::optional<AccountId> witness; // required for waste, and a different person
    std::string reason;               // required for Correction
};

struct DrugBalance {
    Dose received, given, wastedVial, wastedBag, corrected;
    Dose unaccounted; // 0: balanced; below 0: more used than received
    [[nodiscard]] bool balanced() const { return unaccounted == Dose{}; }
};

[[nodiscard]] DrugBalance balanceOf(std::span<const DrugMovement> movements);

// What a movement adds to what should still be there: given and wasted drug is taken away.
[[nodiscard]] Dose effectOf(const DrugMovement& movement);
// What should be there after each movement of one vial, in their order.
[[nodiscard]] std::vector<Dose> runningBalance(std::span<const DrugMovement> movements);
// The volume that holds an amount, rounded to a microlitre; 0 for a strength of 0.
[[nodiscard]] Volume volumeOf(Dose amount, Concentration strength);

// What is on the vial and in the bag for one infusion, before it is booked.
struct WasteInputs {
    Dose vialTotal; // vials opened x strength x volume
    Dose given;     // delivered
    Dose wastedVial;
    Dose wastedBag;
};
[[nodiscard]] Dose unaccounted(const WasteInputs& inputs);

// Full content of one vial.
[[nodiscard]] Dose contentOf(const Vial& vial);

} // namespace chairside::domain
