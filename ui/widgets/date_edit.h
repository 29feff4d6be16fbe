// Free-text entry of a calendar date.
#pragma once

#include <QString>

#include "core/base/clock.h"
#include "ui/widgets/date_reading.h"
#include "ui/widgets/entry_edit.h"

namespace chairside::ui {

// Reads what readDate() reads; on leaving, a date takes the form 14-Mar-1979. An ambiguous text stays as
// typed and is answered with two suggestions, which FormBuilder shows as buttons under the field (choose(0),
// choose(1)).
class DateEdit : public EntryEdit {
    Q_OBJECT

public:
    // The clock (for "+2d" and the century) must outlive the editor.
    explicit DateEdit(const base::Clock& clock, DateExpected expected = DateExpected::Near, QWidget* parent = nullptr);

    [[nodiscard]] std::optional<base::CalendarDate> date() const;
    void setDate(std::optional<base::CalendarDate> date);
    [[nodiscard]] const std::vector<base::CalendarDate>& suggestions() const { return m_suggestions; }
    // Takes one of the suggestions as the date; an index outside them changes nothing.
    void choose(std::size_t index);

    [[nodiscard]] std::optional<base::Rule> fault() const override;
    [[nodiscard]] QString faultSentence(const FieldWords& field) const override;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void dateChanged();
    // The list of suggestions became different, possibly empty; raised when the field is left, not while
    // typing.
    void suggestionsChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] DateReading read() const;
    void settle();
    void noticeChange();
    void suggest(std::vector<base::CalendarDate> suggestions);

    const base::Clock& m_clock;
    DateExpected m_expected;
    std::vector<base::CalendarDate> m_suggestions;
    std::optional<base::CalendarDate> m_last;
};

} // namespace chairside::ui
