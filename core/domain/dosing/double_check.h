// Two people calculate the same preparation apart from each other; this compares what they came to.
#pragma once

#include <cstdint>
#include <vector>

#include "core/domain/protocol/protocol_rules.h"
#include "core/domain/quantities.h"

namespace chairside::domain {

// The four numbers two people have to agree on.
struct DoseNumbers {
    Weight weight;
    Dose dose;
    Volume drugVolume; // to draw from the vial
    FlowRate rate;

    bool operator==(const DoseNumbers&) const = default;
};

enum class DoseNumber { BodyWeight, TotalDose, DrugVolume, PumpRate };

struct NumberDifference {
    DoseNumber number = DoseNumber::BodyWeight;
    std::int64_t first = 0; // thousandths of kg, mg, mL or mL per hour
    std::int64_t second = 0;
    bool tenTimes = false; // they would agree with one decimal point moved by one place

    bool operator==(const NumberDifference&) const = default;
};

// Every number that differs by more than its tolerance, in the order of DoseNumber; none: they agree. A difference of
// exactly the tolerance agrees, and a tolerance of 0 asks for equal numbers.
[[nodiscard]] std::vector<NumberDifference> differences(const DoseNumbers& first, const DoseNumbers& second,
                                                        const SecondCheckRules& rules);

} // namespace chairside::domain
