#include "ui/widgets/time_edit.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QRegularExpression>

#include "ui/format/date_text.h"
#include "ui/theme/metrics.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMinutesPerDay = 1440;

} // namespace

std::optional<int> readTime(QStringView typed, int nowMinuteOfDay) {
    const QString text = typed.trimmed().toString().toLower();
    if (text == u"now") return nowMinuteOfDay;
    static const QRegularExpression relative(u"^([+-])(\\d{1,3})\\s*([mh])$"_s);
    static const QRegularExpression parted(u"^(\\d{1,2})[:.](\\d{2})$"_s);
    static const QRegularExpression joined(u"^(\\d{1,2})(\\d{2})$"_s);
    if (const auto match = relative.match(text); match.hasMatch()) {
        const int minutes = match.captured(2).toInt() * (match.captured(3) == u"h" ? 60 : 1);
        if (minutes >= kMinutesPerDay) return std::nullopt;
        const int shifted = nowMinuteOfDay + (match.captured(1) == u"-" ? -minutes : minutes);
        return (shifted + kMinutesPerDay) % kMinutesPerDay;
    }
    auto match = parted.match(text);
    if (!match.hasMatch()) match = joined.match(text);
    if (!match.hasMatch()) return std::nullopt;
    const int hour = match.captured(1).toInt();
    const int minute = match.captured(2).toInt();
    if (hour > 23 || minute > 59) return std::nullopt;
    return hour * 60 + minute;
}

base::Instant instantNear(const base::Instant& near, int minuteOfDay) {
    int shift = minuteOfDay - near.localMinuteOfDay();
    if (shift > kMinutesPerDay / 2) shift -= kMinutesPerDay;
    if (shift < -kMinutesPerDay / 2) shift += kMinutesPerDay;
    return near.wholeMinute().plus(std::chrono::minutes(shift));
}

TimeEdit::TimeEdit(const base::Clock& clock, QWidget* parent) : EntryEdit(parent), m_clock(clock) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setMaxLength(8);
    connect(this, &QLineEdit::textChanged, this, &TimeEdit::noticeChange);
}

QSize TimeEdit::sizeHint() const {
    return {QFontMetrics(font()).horizontalAdvance(u"00:00000"_s) + scaled(24), EntryEdit::sizeHint().height()};
}

std::optional<int> TimeEdit::minuteOfDay() const {
    return readTime(text(), m_clock.now().localMinuteOfDay());
}

void TimeEdit::setMinuteOfDay(std::optional<int> minute) {
    setText(minute ? timeText(*minute) : QString());
}

std::optional<base::Instant> TimeEdit::instant() const {
    const auto minute = minuteOfDay();
    if (!minute) return std::nullopt;
    return instantNear(m_clock.now(), *minute);
}

std::optional<base::Rule> TimeEdit::fault() const {
    if (isBlank() || minuteOfDay()) return std::nullopt;
    return base::Rule::NotADate;
}

QString TimeEdit::faultSentence(const FieldWords& field) const {
    return fault() ? tr("%1 must be a time such as 10:45.").arg(field.label) : QString();
}

void TimeEdit::settle() {
    if (const auto minute = minuteOfDay()) {
        if (const QString canonical = timeText(*minute); canonical != text()) setText(canonical);
    }
}

void TimeEdit::noticeChange() {
    if (const auto now = minuteOfDay(); now != m_last) {
        m_last = now;
        Q_EMIT timeChanged();
    }
}

void TimeEdit::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) settle();
    EntryEdit::keyPressEvent(event);
}

void TimeEdit::focusOutEvent(QFocusEvent* event) {
    settle();
    EntryEdit::focusOutEvent(event);
}

} // namespace chairside::ui
