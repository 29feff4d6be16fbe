// Keeps the clinic's backups going while people work, and says when they do not.
#pragma once

#include <QObject>
#include <optional>
#include <string>

#include "core/services/backup_service.h"
#include "ui/work/workbench.h"

namespace chairside::ui {

// Begins a backup when one is due, goes on with whatever was begun in short steps between the jobs of the pages, and
// says in the status line how old the last one is.
class BackupWatch : public QObject {
    Q_OBJECT

public:
    BackupWatch(Workbench& bench, std::string workstation, QObject* parent = nullptr);
    // Done every half minute.
    void look();
    // Says anew how old the last backup is.
    void show();

Q_SIGNALS:
    // For the status line.
    void stateText(const QString& text);
    // Something is wrong since now.
    void alarm(const QString& sentence);

private:
    void told(const services::BackupState& state);
    void step();

    Workbench& m_bench;
    std::string m_workstation;
    QString m_alarm; // the last one that was said
    bool m_isStepping = false;
};

} // namespace chairside::ui
