#include "ui/widgets/date_edit.h"

#include <QFontMetrics>
#include <QKeyEvent>

#include "ui/format/date_text.h"
#include "ui/theme/metrics.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

DateEdit::DateEdit(const base::Clock& clock, DateExpected expected, QWidget* parent)
    : EntryEdit(parent), m_clock(clock), m_expected(expected) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setMaxLength(24);
    connect(this, &QLineEdit::textChanged, this, &DateEdit::noticeChange);
    connect(this, &QLineEdit::textEdited, this, [this] { suggest({}); });
}

QSize DateEdit::sizeHint() const {
    return {QFontMetrics(font()).horizontalAdvance(u"14 September 1979"_s) + scaled(24),
            EntryEdit::sizeHint().height()};
}

DateReading DateEdit::read() const {
    return readDate(text(), m_clock.now().localDate(), m_expected);
}

std::optional<base::CalendarDate> DateEdit::date() const {
    return read().date;
}

void DateEdit::setDate(std::optional<base::CalendarDate> date) {
    setText(date ? dateText(*date) : QString());
    suggest({});
}

void DateEdit::choose(std::size_t index) {
    if (index >= m_suggestions.size()) return;
    setText(dateText(m_suggestions[index]));
    suggest({});
    Q_EMIT textEdited(text());
}

std::optional<base::Rule> DateEdit::fault() const {
    if (isBlank() || date()) return std::nullopt;
    return base::Rule::NotADate;
}

QString DateEdit::faultSentence(const FieldWords& field) const {
    if (read().suggestions.empty()) return EntryEdit::faultSentence(field);
    return tr("%1 can be read in two ways. Choose one of the two dates below it.").arg(field.label);
}

void DateEdit::settle() {
    const DateReading reading = read();
    if (reading.date) {
        if (const QString canonical = dateText(*reading.date); canonical != text()) setText(canonical);
    }
    suggest(reading.suggestions);
}

void DateEdit::suggest(std::vector<base::CalendarDate> suggestions) {
    if (suggestions == m_suggestions) return;
    m_suggestions = std::move(suggestions);
    Q_EMIT suggestionsChanged();
}

void DateEdit::noticeChange() {
    if (const auto now = date(); now != m_last) {
        m_last = now;
        Q_EMIT dateChanged();
    }
}

void DateEdit::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) settle();
    EntryEdit::keyPressEvent(event);
}

void DateEdit::focusOutEvent(QFocusEvent* event) {
    settle();
    EntryEdit::focusOutEvent(event);
}

} // namespace chairside::ui
