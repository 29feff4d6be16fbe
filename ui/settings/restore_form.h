// Choosing a backup to work with from now on: its day is typed, so that nobody restores by mistake.
#pragma once

#include "core/services/ports/backup_keeper.h"
#include "ui/retreatment/inline_form.h"

class QComboBox;
class QLineEdit;

namespace chairside::base {
class Clock;
}

namespace chairside::ui {

class DateEdit;

// Object names: "restore_backup", "restore_day", "restore_password", "restore_code".
class RestoreForm : public InlineForm {
    Q_OBJECT

public:
    explicit RestoreForm(const base::Clock& clock, QWidget* parent = nullptr);

    // Newest first; the chosen one stays chosen.
    void setBackups(const std::vector<services::BackupInfo>& backups);
    void askForCode(bool code);
    [[nodiscard]] std::string backup() const; // its name
    [[nodiscard]] std::string password() const;
    [[nodiscard]] std::string code() const;
    void reset() override;

protected:
    [[nodiscard]] bool isReady() override;
    // It is no panel that closes: Esc leaves what is typed.
    void keyPressEvent(QKeyEvent* event) override;

private:
    std::vector<services::BackupInfo> m_backups;
    QComboBox* m_backup = nullptr;
    DateEdit* m_day = nullptr;
    QLineEdit* m_password = nullptr;
    QLineEdit* m_code = nullptr;
};

} // namespace chairside::ui
