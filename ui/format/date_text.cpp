#include "ui/format/date_text.h"

#include <QStringList>
#include <array>
#include <cstdlib>

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString& monthName(unsigned month) {
    static const std::array<QString, 12> names{u"January"_s,   u"February"_s, u"March"_s,    u"April"_s,
                                               u"May"_s,       u"June"_s,     u"July"_s,     u"August"_s,
                                               u"September"_s, u"October"_s,  u"November"_s, u"December"_s};
    return names[month - 1];
}

QString twoDigits(qint64 number) {
    return u"%1"_s.arg(number, 2, 10, QLatin1Char('0'));
}

} // namespace

QString dateText(base::CalendarDate date) {
    return twoDigits(date.day()) + u'-' + monthName(date.month()).left(3) + u'-' +
           u"%1"_s.arg(date.year(), 4, 10, QLatin1Char('0'));
}

QString weekdayDateText(base::CalendarDate date) {
    static const std::array<QString, 7> names{u"Mon"_s, u"Tue"_s, u"Wed"_s, u"Thu"_s, u"Fri"_s, u"Sat"_s, u"Sun"_s};
    return names[date.isoWeekday() - 1] + u' ' + dateText(date);
}

QString longDateText(base::CalendarDate date) {
    return QString::number(date.day()) + u' ' + monthName(date.month()) + u' ' + QString::number(date.year());
}

QString monthText(base::CalendarDate date) {
    return monthName(date.month()).left(3) + u'-' + QString::number(date.year());
}

QString timeText(int minuteOfDay) {
    return twoDigits(minuteOfDay / 60) + u':' + twoDigits(minuteOfDay % 60);
}

QString timeText(const base::Instant& instant) {
    return timeText(instant.localMinuteOfDay());
}

QString dateTimeText(const base::Instant& instant) {
    return dateText(instant.localDate()) + u' ' + timeText(instant);
}

QString durationText(std::chrono::minutes span) {
    const qint64 all = std::abs(span.count());
    QStringList parts;
    if (const qint64 days = all / 1440; days > 0) parts << u"%1d"_s.arg(days);
    if (const qint64 hours = all / 60 % 24; hours > 0) parts << u"%1hr"_s.arg(hours);
    if (const qint64 minutes = all % 60; minutes > 0 || parts.isEmpty()) parts << u"%1min"_s.arg(minutes);
    return (span.count() < 0 ? u"-"_s : QString()) + parts.join(u' ');
}

QString minutesText(std::chrono::minutes span) {
    return u"%1min"_s.arg(span.count());
}

QString timerText(std::chrono::seconds elapsed) {
    const qint64 all = elapsed.count() < 0 ? 0 : elapsed.count();
    return twoDigits(all / 3600) + u':' + twoDigits(all / 60 % 60) + u':' + twoDigits(all % 60);
}

QString ageText(base::CalendarDate born, base::CalendarDate on) {
    return u"%1y"_s.arg(base::completedYears(born, on));
}

} // namespace chairside::ui
