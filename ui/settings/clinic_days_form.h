// On which days the clinic gives infusions, and how many a day the chairs take.
#pragma once

#include <QWidget>

#include "core/services/chair_service.h"
#include "ui/widgets/card.h"
#include "ui/work/workbench.h"

class QPushButton;

namespace chairside::ui {

class FormBuilder;
class NoteEdit;
class QuantityEdit;

class ClinicDaysForm : public Card {
    Q_OBJECT

public:
    explicit ClinicDaysForm(Workbench& bench, QWidget* parent = nullptr);
    // Reads the days again, unless somebody is typing others.
    void refresh();

Q_SIGNALS:
    void status(const QString& sentence);

private:
    // Says under the field what is no day; nothing then.
    [[nodiscard]] std::optional<services::ClinicDays> typed();
    void fill(const services::ClinicDays& days);
    void save();
    void showRefusal(const base::Error& error);

    Workbench& m_bench;
    FormBuilder* m_form = nullptr;
    QuantityEdit* m_perDay = nullptr;
    NoteEdit* m_closed = nullptr;
    QPushButton* m_save = nullptr;
    QString m_savedPerDay, m_savedClosed;
};

} // namespace chairside::ui
