#include "ui/overview/schedule_words.h"

#include <QCoreApplication>

#include "ui/format/date_text.h"
#include "ui/format/problem_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"

namespace chairside::ui {

namespace {

struct ScheduleText {
    Q_DECLARE_TR_FUNCTIONS(ScheduleText)
};

QString daysOf(const std::string& number) {
    return daysText(toQt(number).toInt());
}

} // namespace

QString daysText(int days) {
    return days == 1 ? ScheduleText::tr("1 day") : ScheduleText::tr("%1 days").arg(countText(days));
}

QString scheduleSentence(const base::Problem& problem, const QString& label) {
    switch (problem.rule) {
    case base::Rule::GapTooShort:
        return ScheduleText::tr("%1 is %2 after the one before; the protocol needs at least %3.")
            .arg(label, daysOf(problem.value), daysOf(problem.low));
    case base::Rule::GapTooLong:
        return ScheduleText::tr("%1 is %2 after the one before; the protocol allows at most %3.")
            .arg(label, daysOf(problem.value), daysOf(problem.high));
    case base::Rule::NotAClinicDay:
        return problem.value == "closed" ? ScheduleText::tr("%1 is on a day the clinic lists as closed.").arg(label)
                                         : ScheduleText::tr("%1 is on a day the clinic is closed.").arg(label);
    case base::Rule::TooMany:
        if (problem.field == "dates") break;
        return ScheduleText::tr("%1 is on a full day: the chairs take no more than %2 a day.")
            .arg(label, toQt(problem.high));
    case base::Rule::OutOfOrder:
        return ScheduleText::tr("%1 is before the one before it.").arg(label);
    case base::Rule::Duplicate:
        return ScheduleText::tr("%1 is on the same day as the one before it.").arg(label);
    case base::Rule::SpanTooLong:
        return ScheduleText::tr("First to last infusion takes %1; the protocol allows at most %2.")
            .arg(daysOf(problem.value), daysOf(problem.high));
    case base::Rule::BelowLimit:
        return ScheduleText::tr("First to last infusion takes %1; the protocol needs at least %2.")
            .arg(daysOf(problem.value), daysOf(problem.low));
    default:
        break;
    }
    return describe(problem, {label, {}});
}

QString obstacleSentence(const base::Problem& problem) {
    const auto first = base::CalendarDate::fromIso(problem.low);
    const QString from = first ? dateText(*first) : QString();
    if (problem.rule == base::Rule::NotAClinicDay) {
        return problem.value == "closed"
                   ? ScheduleText::tr(
                         "Closed days of the clinic, the first on %1, leave no room for the protocol’s gaps.")
                         .arg(from)
                   : ScheduleText::tr("The protocol names no weekday on which infusions are given.");
    }
    if (problem.rule == base::Rule::TooMany) {
        return ScheduleText::tr(
                   "Full days, the first on %1, leave no room for the protocol’s gaps: the chairs take no more "
                   "than %2 a day.")
            .arg(from, toQt(problem.high));
    }
    return ScheduleText::tr("The protocol’s gaps and span cannot be met from this day on.");
}

} // namespace chairside::ui
