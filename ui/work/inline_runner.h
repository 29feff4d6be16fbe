// Runs jobs at once on the calling thread: tests and single-threaded programs.
#pragma once

#include <deque>

#include "ui/work/task_runner.h"

namespace chairside::ui {

class InlineRunner final : public TaskRunner {
public:
    void submit(std::function<void()> job, std::function<void()> done) override;

    // While held, jobs wait, so that a test can look at a page between asking and answering.
    void hold() { m_held = true; }
    // Runs everything that waits, in order.
    void release();
    [[nodiscard]] std::size_t waiting() const { return m_waiting.size(); }

private:
    struct Task {
        std::function<void()> job;
        std::function<void()> done;
    };
    bool m_held = false;
    std::deque<Task> m_waiting;
};

} // namespace chairside::ui
