#include "ui/work/thread_runner.h"

#include <QMetaObject>

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

ThreadRunner::ThreadRunner(QObject* parent) : QObject(parent), m_worker(std::make_unique<QObject>()) {
    m_thread.setObjectName(u"chairside-work"_s);
    m_worker->moveToThread(&m_thread);
    m_thread.start();
}

ThreadRunner::~ThreadRunner() {
    // Posted after every job, so the thread ends when the last one has run.
    QMetaObject::invokeMethod(
        m_worker.get(), [this] { m_thread.quit(); }, Qt::QueuedConnection);
    m_thread.wait();
}

void ThreadRunner::submit(std::function<void()> job, std::function<void()> done) {
    QMetaObject::invokeMethod(
        m_worker.get(),
        [this, job = std::move(job), done = std::move(done)] {
            job();
            if (done) QMetaObject::invokeMethod(this, done, Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

} // namespace chairside::ui
