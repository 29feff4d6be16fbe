// The way work leaves the GUI thread and its result comes back.
#pragma once

#include <QObject>
#include <QPointer>
#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace chairside::ui {

// Owned by the composition root; pages hold a reference. submit() is called on the GUI thread only.
class TaskRunner {
public:
    virtual ~TaskRunner() = default;
    // Runs job on the worker thread, after every job submitted before it; afterwards runs done on the GUI
    // thread. Neither may throw. done is dropped if the runner is destroyed first; a submitted job always
    // runs.
    virtual void submit(std::function<void()> job, std::function<void()> done) = 0;
};

// Runs job() on the worker and hands its value to then(value) on the GUI thread (then() if job returns
// nothing). If context has died meanwhile the value is dropped: the work is done, but nobody is told.
template <class Job, class Then>
void run(TaskRunner& runner, QObject* context, Job job, Then then) {
    using Value = std::invoke_result_t<Job&>;
    const QPointer<QObject> alive(context);
    // Shared by the worker, which fills it, and the GUI thread, which reads it afterwards.
    const auto work = std::make_shared<Job>(std::move(job));
    const auto after = std::make_shared<Then>(std::move(then));
    if constexpr (std::is_void_v<Value>) {
        runner.submit([work] { (*work)(); },
                      [alive, after] {
                          if (alive) (*after)();
                      });
    } else {
        const auto value = std::make_shared<std::optional<Value>>();
        runner.submit([work, value] { value->emplace((*work)()); },
                      [alive, after, value] {
                          if (alive && value->has_value()) (*after)(std::move(**value));
                      });
    }
}

} // namespace chairside::ui
