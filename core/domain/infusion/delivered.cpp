#include "core/domain/infusion/delivered.h"

#include <algorithm>

namespace chairside::domain {

namespace {

using base::divideToStep;
using base::Instant;
using base::Rule;
using base::Wide;

// Volume is summed as rate (uL per hour) x time (ms), which is exact; this many of them are a microlitre.
constexpr std::int64_t kPerMicrolitre = 3'600'000;

// Rules that name no step round to the smallest unit.
template <class Quantity>
std::int64_t stepOf(Quantity step) {
    return std::max<std::int64_t>(step.raw(), 1);
}

class Fold {
public:
    explicit Fold(Volume capacity) : m_capacity(Wide{capacity.raw()} * kPerMicrolitre) {}

    void apply(const InfusionStep& step) {
        if (m_state == PumpState::Stopped) return;
        if (m_state == PumpState::NotStarted) {
            if (step.kind != StepKind::Start) return;
            m_startedAt = m_at = step.head.observedAt;
        }
        runUntil(step.head.observedAt);
        switch (step.kind) {
        case StepKind::Start:
        case StepKind::Resume:
            m_state = PumpState::Running;
            m_rate = step.rate.value_or(m_rate);
            break;
        case StepKind::RateChange:
            m_rate = step.rate.value_or(m_rate);
            break;
        case StepKind::Pause:
            m_state = PumpState::Paused;
            break;
        case StepKind::Stop:
            m_state = PumpState::Stopped;
            m_stoppedAt = step.head.observedAt;
            break;
        }
    }

    void runUntil(Instant to) {
        if (!m_at || to <= *m_at) return;
        const std::int64_t span = base::between(*m_at, to).count();
        if (m_state == PumpState::Running) {
            noteEmpty(*m_at, span);
            m_running += span;
            m_pumped = std::min(m_pumped + Wide{m_rate.raw()} * span, m_capacity);
        }
        m_at = to;
    }

    [[nodiscard]] PumpState state() const { return m_state; }
    [[nodiscard]] Delivery result(const Preparation& bag, const DoseRules& rules) const;

private:
    void noteEmpty(Instant from, std::int64_t span) {
        const auto left = millisecondsLeft();
        if (!m_emptiedAt && left && *left <= span) m_emptiedAt = from.plus(std::chrono::milliseconds(*left));
    }

    [[nodiscard]] std::optional<std::int64_t> millisecondsLeft() const {
        if (m_rate <= FlowRate{}) return std::nullopt;
        return static_cast<std::int64_t>((m_capacity - m_pumped + m_rate.raw() - 1) / m_rate.raw());
    }

    Wide m_capacity;
    Wide m_pumped = 0;
    PumpState m_state = PumpState::NotStarted;
    FlowRate m_rate;
    std::optional<Instant> m_at, m_startedAt, m_stoppedAt, m_emptiedAt;
    std::int64_t m_running = 0;
};

Delivery Fold::result(const Preparation& bag, const DoseRules& rules) const {
    Delivery result;
    result.state = m_state;
    result.startedAt = m_startedAt;
    result.stoppedAt = m_stoppedAt;
    result.runningTime = std::chrono::milliseconds(m_running);
    if (m_startedAt && m_at) result.elapsed = base::between(*m_startedAt, *m_at);
    if (m_pumped == m_capacity) {
        result.volume = bag.totalVolume;
        result.dose = bag.dose;
    } else {
        const std::int64_t volume = divideToStep(m_pumped, kPerMicrolitre, stepOf(rules.deliveredStep));
        result.volume = std::min(Volume::ofRaw(volume), bag.totalVolume);
        const std::int64_t dose =
            divideToStep(m_pumped * bag.dose.raw(), kPerMicrolitre * bag.totalVolume.raw(), stepOf(rules.doseStep));
        result.dose = std::min(Dose::ofRaw(dose), bag.dose);
    }
    result.bagVolume = bag.totalVolume - result.volume;
    result.bagDose = bag.dose - result.dose;
    if (m_state == PumpState::Running) result.rate = m_rate;
    result.emptyAt = m_emptiedAt;
    if (const auto left = millisecondsLeft(); !m_emptiedAt && m_state == PumpState::Running && left) {
        result.emptyAt = m_at->plus(std::chrono::milliseconds(*left));
    }
    return result;
}

std::optional<Rule> brokenByOrder(PumpState state, StepKind next) {
    switch (next) {
    case StepKind::Start:
        if (state == PumpState::NotStarted) return std::nullopt;
        return Rule::Duplicate;
    case StepKind::RateChange:
    case StepKind::Pause:
        if (state == PumpState::Running) return std::nullopt;
        return Rule::OutOfOrder;
    case StepKind::Resume:
        if (state == PumpState::Paused) return std::nullopt;
        return Rule::OutOfOrder;
    case StepKind::Stop:
        if (state == PumpState::Running || state == PumpState::Paused) return std::nullopt;
        return Rule::OutOfOrder;
    }
    return Rule::OutOfOrder;
}

} // namespace

Delivery foldDelivery(std::span<const InfusionStep> steps, const Preparation& bag, Instant asOf,
                      const DoseRules& rules) {
    Fold fold(bag.totalVolume);
    for (const auto& step : steps)
        fold.apply(step);
    if (pumpStateAfter(steps) != PumpState::Stopped) fold.runUntil(asOf);
    if (bag.totalVolume > Volume{}) return fold.result(bag, rules);
    // Nothing prepared: a step recorded nevertheless delivers nothing.
    Delivery nothing = fold.result({Dose{}, Volume{}}, rules);
    nothing.bagDose = bag.dose;
    nothing.emptyAt.reset();
    return nothing;
}

PumpState pumpStateAfter(std::span<const InfusionStep> steps) {
    Fold fold(Volume{});
    for (const auto& step : steps)
        fold.apply(step);
    return fold.state();
}

base::Problems checkNextStep(std::span<const InfusionStep> steps, StepKind next, Instant at, Instant now) {
    base::Problems problems;
    if (const auto rule = brokenByOrder(pumpStateAfter(steps), next)) {
        problems.push_back({"step", *rule, {}, {}, {}});
    }
    if (at > now) problems.push_back({"observed_at", Rule::InFuture, {}, {}, {}});
    if (!steps.empty()) {
        if (at < steps.front().head.observedAt) {
            problems.push_back({"observed_at", Rule::BeforeStart, {}, {}, {}});
        } else if (at < steps.back().head.observedAt) {
            problems.push_back({"observed_at", Rule::OutOfOrder, {}, {}, {}});
        }
    }
    return problems;
}

} // namespace chairside::domain
