#include "ui/widgets/date_reading.h"

#include <QRegularExpression>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <chrono>

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

using MaybeDate = std::optional<base::CalendarDate>;

// 1..12 for "jan", "January", "sept"; at least three letters.
std::optional<unsigned> monthOf(const QString& word) {
    static const QStringList months{u"january"_s,   u"february"_s, u"march"_s,    u"april"_s,
                                    u"may"_s,       u"june"_s,     u"july"_s,     u"august"_s,
                                    u"september"_s, u"october"_s,  u"november"_s, u"december"_s};
    if (word.size() < 3) return std::nullopt;
    for (qsizetype at = 0; at < months.size(); ++at) {
        if (months[at].startsWith(word.toLower())) return static_cast<unsigned>(at + 1);
    }
    return std::nullopt;
}

// A two-digit year as a full one; day and month matter only for dates close to today.
MaybeDate withYear(const QString& yearText, unsigned month, unsigned day, base::CalendarDate today,
                   DateExpected expected) {
    const int typed = yearText.toInt();
    if (yearText.size() == 4) return base::CalendarDate::of(typed, month, day);
    if (yearText.size() != 2) return std::nullopt;
    const int century = today.year() / 100 * 100;
    std::vector<base::CalendarDate> found;
    for (const int year : {century - 100 + typed, century + typed, century + 100 + typed}) {
        if (const auto date = base::CalendarDate::of(year, month, day)) found.push_back(*date);
    }
    if (expected == DateExpected::Past) {
        const auto last = std::find_if(found.rbegin(), found.rend(), [&](const auto& date) { return date <= today; });
        return last == found.rend() ? MaybeDate() : *last;
    }
    if (expected == DateExpected::Future) {
        const auto first = std::find_if(found.begin(), found.end(), [&](const auto& date) { return date >= today; });
        return first == found.end() ? MaybeDate() : *first;
    }
    const auto near = std::find_if(found.begin(), found.end(), [&](const auto& date) {
        return date.year() >= today.year() - 80 && date.year() <= today.year() + 19;
    });
    return near == found.end() ? MaybeDate() : *near;
}

base::CalendarDate plusMonths(base::CalendarDate from, int months) {
    const int all = from.year() * 12 + static_cast<int>(from.month()) - 1 + months;
    const int year = all / 12;
    const auto month = static_cast<unsigned>(all % 12 + 1);
    for (unsigned day = from.day(); day > 28; --day) {
        if (const auto date = base::CalendarDate::of(year, month, day)) return *date;
    }
    return base::CalendarDate::of(year, month, std::min(from.day(), 28U)).value_or(from);
}

MaybeDate readRelative(const QString& text, base::CalendarDate today) {
    if (text.compare(u"today"_s, Qt::CaseInsensitive) == 0) return today;
    static const QRegularExpression shape(u"^([+-])(\\d{1,4})\\s*([dwmyDWMY])$"_s);
    const auto match = shape.match(text);
    if (!match.hasMatch()) return std::nullopt;
    const int count = match.captured(2).toInt() * (match.captured(1) == u"-" ? -1 : 1);
    switch (match.captured(3).toLower()[0].unicode()) {
    case u'd':
        return today.plusDays(count);
    case u'w':
        return today.plusDays(7 * count);
    case u'm':
        return plusMonths(today, count);
    default:
        return plusMonths(today, 12 * count);
    }
}

// Everything with a month in letters or the year first: never ambiguous.
MaybeDate readPlain(const QString& text, base::CalendarDate today, DateExpected expected) {
    static const QRegularExpression worded(u"^(\\d{1,2})[\\s./-]*([A-Za-z]{3,9})[\\s./-]*(\\d{2}|\\d{4})$"_s);
    static const QRegularExpression yearFirst(u"^(\\d{4})[./-](\\d{1,2})[./-](\\d{1,2})$"_s);
    static const QRegularExpression digits(u"^(\\d{2})(\\d{2})(\\d{4})$"_s);
    if (const auto match = worded.match(text); match.hasMatch()) {
        const auto month = monthOf(match.captured(2));
        return month ? withYear(match.captured(3), *month, match.captured(1).toUInt(), today, expected) : std::nullopt;
    }
    if (const auto match = yearFirst.match(text); match.hasMatch()) {
        return base::CalendarDate::of(match.captured(1).toInt(), match.captured(2).toUInt(),
                                      match.captured(3).toUInt());
    }
    if (const auto match = digits.match(text); match.hasMatch()) {
        return base::CalendarDate::of(match.captured(3).toInt(), match.captured(2).toUInt(),
                                      match.captured(1).toUInt());
    }
    return std::nullopt;
}

// The last day of a month that a vial names without a day.
MaybeDate readMonth(const QString& text, base::CalendarDate today) {
    static const QRegularExpression shape(u"^(\\d{1,2}|[A-Za-z]{3,9})[\\s./-]+(\\d{2}|\\d{4})$"_s);
    const auto match = shape.match(text);
    if (!match.hasMatch()) return std::nullopt;
    bool isNumber = false;
    const unsigned number = match.captured(1).toUInt(&isNumber);
    const auto month = isNumber ? std::optional(number) : monthOf(match.captured(1));
    const auto first = month ? withYear(match.captured(2), *month, 1, today, DateExpected::Expiry) : std::nullopt;
    return first ? MaybeDate(plusMonths(*first, 1).plusDays(-1)) : std::nullopt;
}

} // namespace

DateReading readDate(QStringView typed, base::CalendarDate today, DateExpected expected) {
    const QString text = typed.trimmed().toString();
    if (const auto relative = readRelative(text, today)) return {relative, {}};
    if (const auto plain = readPlain(text, today, expected)) return {plain, {}};
    if (expected == DateExpected::Expiry) {
        if (const auto month = readMonth(text, today)) return {month, {}};
    }
    static const QRegularExpression numbers(u"^(\\d{1,2})[\\s./-](\\d{1,2})[\\s./-](\\d{2}|\\d{4})$"_s);
    const auto match = numbers.match(text);
    if (!match.hasMatch()) return {};
    const unsigned first = match.captured(1).toUInt();
    const unsigned second = match.captured(2).toUInt();
    const QString year = match.captured(3);
    const auto dayFirst = withYear(year, second, first, today, expected);
    const auto monthFirst = withYear(year, first, second, today, expected);
    if (dayFirst && monthFirst && *dayFirst != *monthFirst) return {std::nullopt, {*dayFirst, *monthFirst}};
    return {dayFirst ? dayFirst : monthFirst, {}};
}

} // namespace chairside::ui
