#include "ui/shell/backup_watch.h"

#include <QTimer>
#include <utility>

#include "ui/format/backup_text.h"

namespace chairside::ui {

namespace {

constexpr int kLookMs = 30'000;
// Leaves the worker to the pages between two steps.
constexpr int kBetweenStepsMs = 10;

} // namespace

BackupWatch::BackupWatch(Workbench& bench, std::string workstation, QObject* parent)
    : QObject(parent), m_bench(bench), m_workstation(std::move(workstation)) {
    auto* timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &BackupWatch::look);
    timer->start(kLookMs);
    connect(&m_bench, &Workbench::changed, this, [this](const services::Change& change) {
        if (change.id == services::BackupService::kChangeId) show();
    });
}

void BackupWatch::look() {
    m_bench.ask(
        this, [workstation = m_workstation](services::Services& all) { return all.backups.beginIfDue(workstation); },
        [this](const base::Result<bool>&) { show(); });
}

void BackupWatch::show() {
    m_bench.ask(
        this, [](services::Services& all) { return all.backups.state(); },
        [this](const base::Result<services::BackupState>& state) {
            // A locked clinic says nothing about its backups.
            if (state) told(*state);
        });
}

void BackupWatch::told(const services::BackupState& state) {
    Q_EMIT stateText(backupStatusText(state, m_bench.now()));
    const QString sentence = backupAlarmText(state);
    if (!sentence.isEmpty() && sentence != m_alarm) Q_EMIT alarm(sentence);
    m_alarm = sentence;
    if (state.underWay && !m_isStepping) step();
}

void BackupWatch::step() {
    m_isStepping = true;
    m_bench.ask(
        this, [](services::Services& all) { return all.backups.step(); },
        [this](const base::Result<services::BackupProgress>& progress) {
            if (progress && progress->phase != services::BackupProgress::Phase::Finished) {
                QTimer::singleShot(kBetweenStepsMs, this, &BackupWatch::step);
                return;
            }
            m_isStepping = false;
        });
}

} // namespace chairside::ui
