// How much of the drug a patient has received in the rolling year and in life, and which checks the protocol asks for
// when repeated courses reach its counts. A check that was made, with its date, settles the prompt; nobody is held up
// by one. The counts and how long a check counts are protocol data.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "core/base/calendar_date.h"
#include "core/domain/protocol/protocol_rules.h"

namespace chairside::domain {

// One infusion in which drug has flowed.
struct GivenDose {
    base::CalendarDate date;
    Dose dose;

    bool operator==(const GivenDose&) const = default;
};

struct ExposureSum {
    int infusions = 0;
    Dose dose;

    bool operator==(const ExposureSum&) const = default;
};

enum class ExposureCheck { LiverTest, UrinarySymptoms };

// A check that gave at least one value.
struct CheckDone {
    ExposureCheck check = ExposureCheck::LiverTest;
    base::CalendarDate date;

    bool operator==(const CheckDone&) const = default;
};

// NotAsked: the protocol does not ask, or the count is below its number.
enum class PromptState { NotAsked, Settled, Due, Overdue };

struct ExposurePrompt {
    ExposureCheck check = ExposureCheck::LiverTest;
    PromptState state = PromptState::NotAsked;
    int fromInfusions = 0;                       // the protocol's number; 0: it does not ask
    std::optional<base::CalendarDate> since{};   // of Due and Overdue: the day from which it has been open
    std::optional<base::CalendarDate> until{};   // of Settled: the last day the check counts
    std::optional<base::CalendarDate> checked{}; // the newest check

    bool operator==(const ExposurePrompt&) const = default;
};

struct Exposure {
    ExposureSum lastYear;                  // the 365 days that end today
    ExposureSum inLife;                    // as far as it is recorded here
    std::vector<ExposurePrompt> prompts{}; // one for each check

    bool operator==(const Exposure&) const = default;
};

// A prompt opens on the day of the infusion that brings the rolling count to the protocol's number, and again when the
// newest check is older than the protocol lets it count; it is overdue after the protocol's days of grace. It closes by
// itself when the count falls below the number.
[[nodiscard]] Exposure exposureOf(std::span<const GivenDose> given, std::span<const CheckDone> checks,
                                  const ExposureRules& rules, base::CalendarDate today);

} // namespace chairside::domain
