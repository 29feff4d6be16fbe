// Entry of one line of a patient's history, or its correction, end or withdrawal.
#pragma once

#include <QVariantMap>

#include "ui/history/history_presenter.h"
#include "ui/retreatment/inline_form.h"

class QLineEdit;

namespace chairside::base {
class Clock;
}

namespace chairside::ui {

class ChoiceRow;
class DateEdit;

// Made for one kind and one task; has the fields that they need and no others. Object names of the fields are those of
// the problems of domain::check(HistoryDetails), and "reason".
class HistoryForm : public InlineForm {
    Q_OBJECT

public:
    HistoryForm(const base::Clock& clock, HistoryTask task, domain::HistoryKind kind, QWidget* parent = nullptr);

    // What is corrected, ended or withdrawn; a correction starts with its entries.
    void setLine(const services::HistoryLine& line);
    [[nodiscard]] HistoryTask task() const { return m_task; }
    [[nodiscard]] domain::HistoryKind kind() const { return m_kind; }
    [[nodiscard]] std::optional<domain::EntryId> target() const { return m_target; }
    [[nodiscard]] domain::HistoryDetails details() const;
    [[nodiscard]] std::string reason() const;
    [[nodiscard]] std::optional<base::CalendarDate> until() const;
    // Everything typed so far, and taking it up again.
    [[nodiscard]] QVariantMap draft() const;
    void restore(const QVariantMap& draft);
    void refuse(const base::Error& error);
    void reset() override;

Q_SIGNALS:
    void edited();

protected:
    [[nodiscard]] bool isReady() override;

private:
    void build(const base::Clock& clock);
    void addField(domain::HistoryFieldUse use, const base::Clock& clock);
    void addChoice(domain::HistoryField field);
    QLineEdit* addText(const QString& label, const QString& name, bool required, int span);
    [[nodiscard]] QString textLabel() const;
    [[nodiscard]] QString sentenceOf(const base::Problem& problem) const;

    HistoryTask m_task;
    domain::HistoryKind m_kind;
    std::optional<domain::EntryId> m_target;
    QLineEdit* m_text = nullptr;
    QLineEdit* m_note = nullptr;
    QLineEdit* m_phone = nullptr;
    QLineEdit* m_dose = nullptr;
    QLineEdit* m_route = nullptr;
    QLineEdit* m_code = nullptr;
    ChoiceRow* m_therapy = nullptr;
    ChoiceRow* m_trigger = nullptr;
    ChoiceRow* m_group = nullptr;
    DateEdit* m_since = nullptr;
    DateEdit* m_until = nullptr;
    QLineEdit* m_reason = nullptr;
};

} // namespace chairside::ui
