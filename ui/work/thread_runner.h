// Runs jobs in order on one worker thread.
#pragma once

#include <QObject>
#include <QThread>
#include <memory>

#include "ui/work/task_runner.h"

namespace chairside::ui {

// Lives on the GUI thread. The destructor waits until every submitted job has run; their done calls are
// dropped.
class ThreadRunner final : public QObject, public TaskRunner {
    Q_OBJECT

public:
    explicit ThreadRunner(QObject* parent = nullptr);
    ~ThreadRunner() override;
    ThreadRunner(const ThreadRunner&) = delete;
    ThreadRunner& operator=(const ThreadRunner&) = delete;

    void submit(std::function<void()> job, std::function<void()> done) override;

private:
    QThread m_thread;
    std::unique_ptr<QObject> m_worker;
};

} // namespace chairside::ui
