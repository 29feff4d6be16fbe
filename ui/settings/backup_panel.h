// The clinic's backups: how the last one went, where and when they are made, and whether one could be restored.
#pragma once

#include <QWidget>

#include "core/services/backup_service.h"
#include "ui/work/workbench.h"

class QLineEdit;
class QPushButton;

namespace chairside::ui {

class FormBuilder;
class QuantityEdit;
class RestoreForm;
class TextLabel;

class BackupPanel : public QWidget {
    Q_OBJECT

public:
    explicit BackupPanel(Workbench& bench, QWidget* parent = nullptr);
    // Reads everything again, but keeps what somebody is typing.
    void refresh();
    [[nodiscard]] QWidget* firstFocus() const;

Q_SIGNALS:
    void status(const QString& sentence);

private:
    QWidget* buildState();
    QWidget* buildPlan();
    void askRestore();
    void show(const services::BackupState& state);
    void showKept(const base::Result<std::vector<services::BackupInfo>>& kept);
    void save();
    void backUpNow();
    void tryOut();
    void failed(const base::Error& error);
    // The plan was refused.
    void refused(const base::Error& error);

    Workbench& m_bench;
    TextLabel* m_last = nullptr;
    TextLabel* m_kept = nullptr;
    TextLabel* m_tried = nullptr;
    TextLabel* m_problem = nullptr;
    FormBuilder* m_form = nullptr;
    QLineEdit* m_folder = nullptr;
    QuantityEdit* m_hours = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_now = nullptr;
    QPushButton* m_try = nullptr;
    QString m_savedFolder, m_savedHours;
    std::string m_newest; // name of the newest backup
    RestoreForm* m_restore = nullptr;
    bool m_isUnderWay = false;
};

} // namespace chairside::ui
