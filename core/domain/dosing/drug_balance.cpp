#include "core/domain/dosing/drug_balance.h"

#include "core/base/scaled.h"

namespace chairside::domain {

DrugBalance balanceOf(std::span<const DrugMovement> movements) {
    DrugBalance balance;
    for (const auto& movement : movements) {
        switch (movement.kind) {
        case MovementKind::Received:
            balance.received += movement.amount;
            break;
        case MovementKind::Given:
            balance.given += movement.amount;
            break;
        case MovementKind::WastedVial:
            balance.wastedVial += movement.amount;
            break;
        case MovementKind::WastedBag:
            balance.wastedBag += movement.amount;
            break;
        case MovementKind::Correction:
            balance.corrected += movement.amount;
            break;
        }
    }
    balance.unaccounted = balance.received + balance.corrected - balance.given - balance.wastedVial - balance.wastedBag;
    return balance;
}

Dose effectOf(const DrugMovement& movement) {
    const bool adds = movement.kind == MovementKind::Received || movement.kind == MovementKind::Correction;
    return adds ? movement.amount : -movement.amount;
}

std::vector<Dose> runningBalance(std::span<const DrugMovement> movements) {
    std::vector<Dose> after;
    Dose sum;
    for (const auto& movement : movements) {
        sum += effectOf(movement);
        after.push_back(sum);
    }
    return after;
}

Volume volumeOf(Dose amount, Concentration strength) {
    if (strength == Concentration{}) return {};
    return Volume::ofRaw(base::divideRounded(base::Wide{amount.raw()} * 1000, strength.raw()));
}

Dose unaccounted(const WasteInputs& inputs) {
    return inputs.vialTotal - inputs.given - inputs.wastedVial - inputs.wastedBag;
}

Dose contentOf(const Vial& vial) {
    return Dose::ofRaw(base::divideRounded(base::Wide{vial.strength.raw()} * vial.volume.raw(), 1000));
}

} // namespace chairside::domain
