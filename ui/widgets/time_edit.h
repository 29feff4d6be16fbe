// Free-text entry of a time of day.
#pragma once

#include <QString>

#include "core/base/clock.h"
#include "ui/widgets/entry_edit.h"

namespace chairside::ui {

// Reads "10:45", "1045", "945", "9.45", "now", "-5m", "+1h": minutes since midnight; nothing if it is no
// time.
[[nodiscard]] std::optional<int> readTime(QStringView text, int nowMinuteOfDay);

// The moment nearest to `near` at which the clinic's clock showed minuteOfDay: at 00:10, "23:55" is
// yesterday.
[[nodiscard]] base::Instant instantNear(const base::Instant& near, int minuteOfDay);

// On leaving, a time takes the form HH:mm.
class TimeEdit : public EntryEdit {
    Q_OBJECT

public:
    // The clock must outlive the editor.
    explicit TimeEdit(const base::Clock& clock, QWidget* parent = nullptr);

    // 0..1439; nothing if the field is blank or not a time.
    [[nodiscard]] std::optional<int> minuteOfDay() const;
    void setMinuteOfDay(std::optional<int> minute);
    // The typed time as a moment near now; nothing if the field holds no time.
    [[nodiscard]] std::optional<base::Instant> instant() const;

    [[nodiscard]] std::optional<base::Rule> fault() const override;
    [[nodiscard]] QString faultSentence(const FieldWords& field) const override;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void timeChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void settle();
    void noticeChange();

    const base::Clock& m_clock;
    std::optional<int> m_last;
};

} // namespace chairside::ui
