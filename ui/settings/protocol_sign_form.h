// The signatures under a protocol version: the first one with the day it is in force from, and the second one.
#pragma once

#include <QWidget>
#include <optional>

#include "core/services/protocol_service.h"
#include "ui/work/workbench.h"

class QLineEdit;
class QPushButton;

namespace chairside::ui {

class DateEdit;
class FormBuilder;
class TextLabel;

// Shown for a draft, and for a version that waits for the second signature. Whoever may not sign reads what is missing.
class ProtocolSignForm : public QWidget {
    Q_OBJECT

public:
    explicit ProtocolSignForm(Workbench& bench, QWidget* parent = nullptr);
    // None: a template, or a version that needs no signature. What was typed is cleared when it becomes another one.
    void setVersion(const std::optional<services::ProtocolOnFile>& version);

Q_SIGNALS:
    void status(const QString& sentence);

private:
    void act();
    void sign();
    void countersign();
    [[nodiscard]] bool isDraft() const;
    [[nodiscard]] bool mayAct() const;
    [[nodiscard]] bool signedByMe() const;
    [[nodiscard]] QString signedSentence(bool secondNeeded) const;

    Workbench& m_bench;
    std::optional<services::ProtocolOnFile> m_version;
    TextLabel* m_limits = nullptr;
    QWidget* m_entry = nullptr;
    FormBuilder* m_form = nullptr;
    DateEdit* m_from = nullptr;
    QLineEdit* m_password = nullptr;
    QPushButton* m_sign = nullptr;
    QPushButton* m_second = nullptr;
};

} // namespace chairside::ui
