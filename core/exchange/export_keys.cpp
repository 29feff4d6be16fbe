#include "core/exchange/export_keys.h"

#include <array>
#include <cstddef>

namespace chairside::exchange {
namespace {

// The words stand in the order of the enumeration.
template <class Enum, std::size_t Count>
std::string_view pick(const std::array<std::string_view, Count>& words, Enum value) {
    const auto index = static_cast<std::size_t>(value);
    return index < Count ? words[index] : std::string_view{};
}

} // namespace

std::string_view keyOf(domain::Gender value) {
    static constexpr std::array<std::string_view, 4> kWords{"female", "male", "other", "not_known"};
    return pick(kWords, value);
}

std::string_view keyOf(domain::CourseState value) {
    static constexpr std::array<std::string_view, 4> kWords{"active", "on_hold", "stopped", "completed"};
    return pick(kWords, value);
}

std::string_view keyOf(domain::PlanState value) {
    static constexpr std::array<std::string_view, 7> kWords{"planned", "open",     "given",    "not_given",
                                                            "missed",  "declined", "cancelled"};
    return pick(kWords, value);
}

std::string_view keyOf(domain::AssessmentKind value) {
    static constexpr std::array<std::string_view, 2> kWords{"baseline", "follow_up"};
    return pick(kWords, value);
}

std::string_view keyOf(domain::RecallFrame value) {
    static constexpr std::array<std::string_view, 4> kWords{"present", "average_24h", "worst_24h", "average_7d"};
    return pick(kWords, value);
}

std::string_view keyOf(domain::MissingReason value) {
    static constexpr std::array<std::string_view, 4> kWords{"not_recorded", "not_done", "declined", "unavailable"};
    return pick(kWords, value);
}

std::string_view keyOf(domain::InfusionState value) {
    static constexpr std::array<std::string_view, 7> kWords{"opened", "prepared",   "running", "paused",
                                                            "ended",  "discharged", "signed"};
    return pick(kWords, value);
}

std::string_view keyOf(domain::StepKind value) {
    static constexpr std::array<std::string_view, 5> kWords{"start", "rate_change", "pause", "resume", "stop"};
    return pick(kWords, value);
}

std::string_view keyOf(domain::PainMoment value) {
    static constexpr std::array<std::string_view, 3> kWords{"before", "during", "after"};
    return pick(kWords, value);
}

std::string_view keyOf(domain::SedationScale value) {
    static constexpr std::array<std::string_view, 4> kWords{"moaas", "poss", "rass", "ramsay"};
    return pick(kWords, value);
}

std::string_view keyOf(domain::DissociationScale value) {
    static constexpr std::array<std::string_view, 2> kWords{"item_0_to_4", "cadss_6"};
    return pick(kWords, value);
}

std::string_view keyOf(domain::TenderScale value) {
    static constexpr std::array<std::string_view, 4> kWords{"yes_no", "mtps_0_to_10", "graded_0_to_3", "graded_0_to_4"};
    return pick(kWords, value);
}

std::string_view keyOf(domain::TenderCriterion value) {
    static constexpr std::array<std::string_view, 3> kWords{"met", "not_met", "indeterminate"};
    return pick(kWords, value);
}

std::string_view keyOf(domain::CirculationVariant value) {
    static constexpr std::array<std::string_view, 2> kWords{"mmhg", "percent"};
    return pick(kWords, value);
}

std::string_view keyOf(domain::ImpressionDirection value) {
    static constexpr std::array<std::string_view, 2> kWords{"low_is_improved", "high_is_improved"};
    return pick(kWords, value);
}

std::string_view keyOf(domain::ComparedWith value) {
    static constexpr std::array<std::string_view, 2> kWords{"before_infusion", "before_course"};
    return pick(kWords, value);
}

std::string_view keyOf(domain::EnduranceStop value) {
    static constexpr std::array<std::string_view, 4> kWords{"exhausted", "pain", "time_limit", "other"};
    return pick(kWords, value);
}

std::string_view keyOf(domain::EventAction value) {
    static constexpr std::array<std::string_view, 5> kWords{"none", "rate_lowered", "paused", "stopped", "treated"};
    return pick(kWords, value);
}

std::string_view keyOf(domain::EventOutcome value) {
    static constexpr std::array<std::string_view, 4> kWords{"resolved", "ongoing", "resolved_with_sequelae", "unknown"};
    return pick(kWords, value);
}

std::string_view keyOf(domain::EventRelation value) {
    static constexpr std::array<std::string_view, 5> kWords{"unrelated", "unlikely", "possible", "probable",
                                                            "definite"};
    return pick(kWords, value);
}

std::string_view keyOf(domain::DrugRoute value) {
    static constexpr std::array<std::string_view, 7> kWords{"intravenous", "intramuscular", "subcutaneous", "oral",
                                                            "sublingual",  "inhaled",       "intranasal"};
    return pick(kWords, value);
}

std::string_view keyOf(domain::MovementKind value) {
    static constexpr std::array<std::string_view, 5> kWords{"received", "given", "wasted_vial", "wasted_bag",
                                                            "correction"};
    return pick(kWords, value);
}

} // namespace chairside::exchange
