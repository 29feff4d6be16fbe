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

Dose unaccounted(const WasteInputs& inputs) {
    return inputs.vialTotal - inputs.given - inputs.wastedVial - inputs.wastedBag;
}

Dose contentOf(const Vial& vial) {
    return Dose::ofRaw(base::divideRounded(base::Wide{vial.strength.raw()} * vial.volume.raw(), 1000));
}

} // namespace chairside::domain
