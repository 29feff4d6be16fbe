// Where the drug of one infusion went, in words and in milligrams.
#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "core/services/infusion_service.h"
#include "ui/infusion/fact_list.h"

namespace chairside::ui {

// What the account starts from; nothing while no dose was prepared.
struct DrugBasis {
    domain::DoseCheck prepared;
    domain::Dose given; // from the fold
    domain::Dose leftInBag;
};
[[nodiscard]] std::optional<DrugBasis> drugBasis(const services::InfusionView& view);

// The vials that had to be opened and what they held together.
struct DrugOpened {
    int vials = 0;
    domain::Dose content;
};
[[nodiscard]] DrugOpened drugOpened(const DrugBasis& basis, domain::Volume vialVolume);

// "ketamine, 10 mg per mL, 3.4 mL drawn (34 mg)", given, left in the bag.
[[nodiscard]] std::vector<FactLine> drugBasisLines(const services::InfusionView& view, const DrugBasis& basis);
// "1 vial of 20 mL holds 200 mg; 166 mg stay in it."
[[nodiscard]] QString vialLine(const DrugBasis& basis, domain::Volume vialVolume);
// "✔ Difference 0 mg" or how much is not accounted for; needs all three amounts.
[[nodiscard]] QString differenceLine(domain::Dose difference);
// The booked movements, vial by vial.
[[nodiscard]] std::vector<FactLine> bookedLines(const services::InfusionView& view);

} // namespace chairside::ui
