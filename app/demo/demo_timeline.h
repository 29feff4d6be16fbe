// Things that happened in the demo clinic, carried out in the order of their times.
#pragma once

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

#include "app/demo/demo_clock.h"
#include "core/base/result.h"

namespace chairside::app {

class DemoTimeline {
public:
    using Action = std::function<base::Done()>;

    void at(base::Instant when, Action action) { m_steps.push_back({when, std::move(action)}); }

    // Sets the clock to each step's time and runs it; steps of one time keep their order. Steps after `until` are left
    // out.
    [[nodiscard]] base::Done play(DemoClock& clock, base::Instant until) {
        std::stable_sort(m_steps.begin(), m_steps.end(), [](const Step& a, const Step& b) { return a.when < b.when; });
        for (const auto& step : m_steps) {
            if (step.when > until) break;
            clock.set(step.when);
            if (auto done = step.action(); !done) return done;
        }
        return {};
    }

private:
    struct Step {
        base::Instant when;
        Action action;
    };
    std::vector<Step> m_steps;
};

} // namespace chairside::app
