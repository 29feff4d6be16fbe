// What the patient has received so far: a fold over start, rate changes, pauses, resumes and stop.
#pragma once

#include <chrono>
#include <optional>
#include <span>

#include "core/base/instant.h"
#include "core/base/result.h"
#include "core/domain/infusion/entries.h"
#include "core/domain/quantities.h"

namespace chairside::domain {

// The prepared bag.
struct Preparation {
    Dose dose;
    Volume totalVolume;
};

enum class PumpState { NotStarted, Running, Paused, Stopped };

struct Delivery {
    PumpState state = PumpState::NotStarted;
    std::optional<base::Instant> startedAt;
    std::optional<base::Instant> stoppedAt;
    std::chrono::milliseconds runningTime{0}; // pauses left out
    std::chrono::milliseconds elapsed{0};     // from start to stop or asOf
    Volume volume;                            // never more than the bag
    Dose dose;                                // rounded to doseStep
    Volume bagVolume;                         // what is left in the bag
    Dose bagDose;                             // prepared less delivered
    FlowRate rate;                            // at asOf; zero unless running
    std::optional<base::Instant> emptyAt;     // when the bag runs out at the present rate
};

// Steps are standing entries ordered by observedAt. Volume is rounded to deliveredStep once, at the end, and the dose
// is computed from the volume before that rounding; a full bag delivers exactly its dose. asOf is ignored after the
// stop and where it lies before the last step (somebody set the clock back). Steps that make no sense where they stand,
// such as a resume without a pause, never lose volume: they are taken for what the pump would do.
[[nodiscard]] Delivery foldDelivery(std::span<const InfusionStep> steps, const Preparation& bag, base::Instant asOf,
                                    const DoseRules& rules);

// Where the pump stands after these steps.
[[nodiscard]] PumpState pumpStateAfter(std::span<const InfusionStep> steps);

// Whether a step may follow those before it: start first and once, pause only while running, resume only while paused,
// nothing after stop, times not going back nor before the start nor in the future. Fields: step, observed_at.
[[nodiscard]] base::Problems checkNextStep(std::span<const InfusionStep> steps, StepKind next, base::Instant at,
                                           base::Instant now);

} // namespace chairside::domain
