// The visit summaries of a period, one file each, with progress and a way to stop.
#pragma once

#include <QObject>
#include <QSet>
#include <QString>
#include <vector>

#include "core/services/document_service.h"
#include "ui/print/print_document.h"

namespace chairside::ui {

class Workbench;

// Each summary is issued, drawn and written before the next; what was written before a stop or a failure stays and is
// on record. Between two of them the window answers to its keys.
class VisitBatch : public QObject {
    Q_OBJECT

public:
    static constexpr int kMost = 500;

    explicit VisitBatch(Workbench& bench, QObject* parent = nullptr);

    void setOptions(const PrintOptions& options) { m_options = options; }
    // Does nothing while it runs.
    void start(base::CalendarDate from, base::CalendarDate to, const QString& folder);
    // After the one that is being made.
    void stop();
    [[nodiscard]] bool running() const { return m_running; }

Q_SIGNALS:
    void progressed(int done, int total);
    // stopped: somebody did so before the last one.
    void finished(int done, bool stopped);
    void tooMany();
    void failed(int done, const chairside::base::Error& error);

private:
    void next();
    void write(const services::VisitSummary& visit);
    void end(const std::function<void()>& tell);

    Workbench& m_bench;
    PrintOptions m_options;
    QString m_folder;
    std::vector<domain::InfusionId> m_visits;
    QSet<QString> m_names; // taken by this run
    std::size_t m_done = 0;
    bool m_running = false;
    bool m_stopping = false;
};

} // namespace chairside::ui
