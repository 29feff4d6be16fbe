#include "ui/work/inline_runner.h"

namespace chairside::ui {

void InlineRunner::submit(std::function<void()> job, std::function<void()> done) {
    if (m_held) {
        m_waiting.push_back({std::move(job), std::move(done)});
        return;
    }
    job();
    if (done) done();
}

void InlineRunner::release() {
    m_held = false;
    while (!m_waiting.empty()) {
        const Task task = std::move(m_waiting.front());
        m_waiting.pop_front();
        task.job();
        if (task.done) task.done();
    }
}

} // namespace chairside::ui
