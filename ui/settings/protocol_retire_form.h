// Retiring a signed version: no course is ordered under it any more.
#pragma once

#include <QWidget>
#include <optional>

#include "ui/work/workbench.h"

class QLineEdit;

namespace chairside::ui {

class FormBuilder;

// Shown only for a version that can be retired by the person at the screen.
class ProtocolRetireForm : public QWidget {
    Q_OBJECT

public:
    explicit ProtocolRetireForm(Workbench& bench, QWidget* parent = nullptr);
    // What was typed is cleared when it becomes another version.
    void setVersion(const std::optional<domain::ProtocolVersionId>& version);

Q_SIGNALS:
    void status(const QString& sentence);

private:
    void retire();

    Workbench& m_bench;
    std::optional<domain::ProtocolVersionId> m_version;
    FormBuilder* m_form = nullptr;
    QLineEdit* m_reason = nullptr;
    QLineEdit* m_password = nullptr;
};

} // namespace chairside::ui
