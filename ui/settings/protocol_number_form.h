// Changing one number of a draft: its value and why it is what it is.
#pragma once

#include <QWidget>
#include <optional>

#include "core/domain/protocol/protocol.h"
#include "core/services/protocol_service.h"
#include "ui/work/workbench.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace chairside::ui {

class FormBuilder;
class QuantityEdit;

// The days of a week to tick; bit 0 is Monday.
class WeekdayRow : public QWidget {
    Q_OBJECT

public:
    explicit WeekdayRow(QWidget* parent = nullptr);
    [[nodiscard]] int days() const;
    void setDays(int days);

private:
    std::array<QCheckBox*, 7> m_boxes{};
};

// One of three editors is shown for the value: a number, a choice of words, or the days of a week.
class ProtocolNumberForm : public QWidget {
    Q_OBJECT

public:
    explicit ProtocolNumberForm(Workbench& bench, QWidget* parent = nullptr);

    // Fills the form with what the draft says; nothing chosen: it asks for a number to be chosen. What was typed for
    // the same number of the same draft stays until it is saved.
    void show(const domain::ProtocolVersion& draft, const domain::ProtocolField* field);

Q_SIGNALS:
    void status(const QString& sentence);

private:
    enum class Kind { Number, Choice, Days };
    [[nodiscard]] Kind kindOf(const domain::ProtocolField& field) const;
    void fill();
    void fillChoice(const domain::ProtocolField& field);
    void showEditor(std::optional<Kind> kind);
    [[nodiscard]] std::optional<std::int64_t> typed() const;
    [[nodiscard]] QString valueName() const;
    void save();
    void refuse(const base::Error& error);

    Workbench& m_bench;
    std::optional<domain::ProtocolVersion> m_draft;
    const domain::ProtocolField* m_field = nullptr;
    FormBuilder* m_form = nullptr;
    QuantityEdit* m_number = nullptr;
    QComboBox* m_choice = nullptr;
    WeekdayRow* m_days = nullptr;
    QLineEdit* m_why = nullptr;
    QPushButton* m_save = nullptr;
};

} // namespace chairside::ui
