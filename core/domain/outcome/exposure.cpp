#include "core/domain/outcome/exposure.h"

#include <algorithm>

namespace chairside::domain {

namespace {

constexpr int kRollingDays = 365; // the year of the rolling count, not a limit

ExposureSum sumUntil(std::span<const GivenDose> given, base::CalendarDate day) {
    ExposureSum sum;
    for (const auto& one : given) {
        const int age = base::daysBetween(one.date, day);
        if (age < 0 || age >= kRollingDays) continue;
        ++sum.infusions;
        sum.dose += one.dose;
    }
    return sum;
}

// The day since which the rolling count has been at or above the number without a break; nothing if it is below today.
std::optional<base::CalendarDate> reachedSince(std::span<const GivenDose> given, int number, base::CalendarDate today) {
    if (sumUntil(given, today).infusions < number) return std::nullopt;
    std::vector<base::CalendarDate> dates;
    for (const auto& one : given) {
        if (one.date <= today) dates.push_back(one.date);
    }
    std::ranges::sort(dates, std::ranges::greater{});
    base::CalendarDate since = today;
    for (const auto date : dates) {
        // It only falls between infusions, so the day before each of them tells whether there was a break.
        since = date;
        if (sumUntil(given, date.plusDays(-1)).infusions < number) break;
    }
    return since;
}

struct PromptRule {
    ExposureCheck check;
    int infusions;
    int days;
};

ExposurePrompt promptOf(const PromptRule& rule, std::span<const GivenDose> given, std::span<const CheckDone> checks,
                        int graceDays, base::CalendarDate today) {
    ExposurePrompt prompt{.check = rule.check, .fromInfusions = rule.infusions};
    for (const auto& one : checks) {
        if (one.check == rule.check && one.date <= today)
            prompt.checked = std::max(prompt.checked, std::optional(one.date));
    }
    const auto reached = rule.infusions > 0 ? reachedSince(given, rule.infusions, today) : std::nullopt;
    if (!reached) return prompt;
    auto since = *reached;
    if (prompt.checked) {
        const auto until = prompt.checked->plusDays(rule.days);
        if (today <= until) {
            prompt.state = PromptState::Settled;
            prompt.until = until;
            return prompt;
        }
        since = std::max(since, until.plusDays(1));
    }
    prompt.since = since;
    prompt.state = base::daysBetween(since, today) > graceDays ? PromptState::Overdue : PromptState::Due;
    return prompt;
}

} // namespace

Exposure exposureOf(std::span<const GivenDose> given, std::span<const CheckDone> checks, const ExposureRules& rules,
                    base::CalendarDate today) {
    Exposure exposure{.lastYear = sumUntil(given, today), .inLife = {}};
    for (const auto& one : given) {
        if (one.date > today) continue;
        ++exposure.inLife.infusions;
        exposure.inLife.dose += one.dose;
    }
    for (const auto& rule : {PromptRule{ExposureCheck::LiverTest, rules.liverInfusions, rules.liverDays},
                             PromptRule{ExposureCheck::UrinarySymptoms, rules.urinaryInfusions, rules.urinaryDays}}) {
        exposure.prompts.push_back(promptOf(rule, given, checks, rules.graceDays, today));
    }
    return exposure;
}

} // namespace chairside::domain
