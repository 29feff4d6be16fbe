// How much drug, how much volume, how fast. Exact integers throughout; rounding is named and half away from zero.
// Source of the rules: the clinic's regimen and the label's mg per kg basis; worked cases in
// tests/data/cases/dose.json.
#pragma once

#include <cstdint>

#include "core/base/result.h"
#include "core/domain/protocol/protocol_rules.h"
#include "core/domain/quantities.h"

namespace chairside::domain {

struct DoseInputs {
    Weight weight;
    DosePerKg perKg;
    int minutes = 0;        // planned duration, at least 1
    Concentration strength; // of the vial, more than 0
    Volume bag;             // of the diluent bag, more than 0
    VolumeConvention convention = VolumeConvention::QsTotal;

    bool operator==(const DoseInputs&) const = default;
};

struct DoseCalculation {
    std::int64_t exactNanograms = 0;  // weight x dose per kg before rounding
    Dose dose;                        // rounded to DoseRules::doseStep
    Volume drugVolume;                // rounded dose / strength, rounded to volumeStep
    Volume totalVolume;               // what the pump delivers
    FlowRate rate;                    // total volume over the minutes, rounded to rateStep
    bool belowGuidelineFloor = false; // information, never an alarm

    bool operator==(const DoseCalculation&) const = default;
};

// Requires inputs that passed check(). Never overflows for values inside the entry limits.
[[nodiscard]] DoseCalculation calculateDose(const DoseInputs& inputs, const DoseRules& rules);

// Every hard limit the inputs or their result break (fields weight, dose_per_kg, minutes, strength, bag, dose, rate).
[[nodiscard]] base::Problems check(const DoseInputs& inputs, const DoseRules& rules);

// Relative rounding of the dose in tenths of a percent, signed: 35.75 -> 36 mg is +7.
[[nodiscard]] int roundingPermille(const DoseCalculation& calculation);

// Weight differs from an earlier one by more than the protocol allows.
[[nodiscard]] bool weightChangeIsLarge(Weight earlier, Weight now, const DoseRules& rules);

// Pounds in thousandths with 1 lb = 0.45359237 kg exactly, rounded once to a multiple of step (a gram unless told).
[[nodiscard]] Weight weightFromPounds(std::int64_t thousandthsOfPound, Weight step = Weight::ofRaw(1));

// The whole vials that have to be opened and what stays in the last one; nothing for a vial without volume.
struct VialUse {
    int vials = 0;
    Volume residualVolume;
    Dose residualDose;
};
[[nodiscard]] VialUse vialUse(Volume drugVolume, Volume vialVolume, Concentration strength);

} // namespace chairside::domain
