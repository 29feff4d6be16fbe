#include "ui/overview/overview_words.h"

#include <QStringList>

#include "ui/format/date_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"
#include "ui/overview/schedule_words.h"

namespace chairside::ui {

QString OverviewWords::plan(domain::PlanState state) {
    switch (state) {
    case domain::PlanState::Planned:
        return tr("planned");
    case domain::PlanState::Open:
        return tr("open");
    case domain::PlanState::Given:
        return tr("given");
    case domain::PlanState::NotGiven:
        return tr("not given");
    case domain::PlanState::Missed:
        return tr("missed");
    case domain::PlanState::Declined:
        return tr("declined");
    case domain::PlanState::Cancelled:
        return tr("cancelled");
    }
    return {};
}

QString OverviewWords::course(const domain::Course& course) {
    switch (course.state) {
    case domain::CourseState::Active:
        return tr("active");
    case domain::CourseState::OnHold:
        return tr("on hold");
    case domain::CourseState::Stopped:
        return tr("stopped");
    case domain::CourseState::Completed:
        return tr("completed");
    }
    return {};
}

QString OverviewWords::visit(domain::InfusionState state) {
    switch (state) {
    case domain::InfusionState::Opened:
    case domain::InfusionState::Prepared:
        return tr("open");
    case domain::InfusionState::Running:
        return tr("running");
    case domain::InfusionState::Paused:
        return tr("paused");
    case domain::InfusionState::Ended:
    case domain::InfusionState::Discharged:
        return tr("not signed");
    case domain::InfusionState::Signed:
        return tr("signed");
    }
    return {};
}

QString OverviewWords::window(const std::optional<domain::RetreatmentWindow>& window) {
    if (!window || !window->opens || !window->closes) return {};
    const QString opens = dateText(*window->opens);
    const QString closes = dateText(*window->closes);
    switch (window->state) {
    case domain::WindowState::BeforeWindow:
        return tr("Re-treatment can be decided from %1 to %2.").arg(opens, closes);
    case domain::WindowState::InWindow:
        return tr("Re-treatment can be decided now, until %1.").arg(closes);
    case domain::WindowState::AfterWindow:
        return tr("The time to decide on re-treatment ended on %1.").arg(closes);
    default:
        return {};
    }
}

QString OverviewWords::vitals(const domain::VitalSigns& row) {
    QStringList parts;
    if (row.systolic && row.diastolic) parts << tr("%1/%2 mmHg").arg(*row.systolic).arg(*row.diastolic);
    if (row.heartRate) parts << tr("HR %1 per min").arg(*row.heartRate);
    if (row.spo2) parts << tr("SpO2 %1 %").arg(*row.spo2);
    if (row.respiration) parts << tr("breathing %1 per min").arg(*row.respiration);
    return parts.join(QStringLiteral(" · "));
}

QString OverviewWords::event(const domain::AdverseEvent& event) {
    const QString name = event.term == "other" ? toQt(event.words) : toQt(event.term).replace(u'_', u' ');
    return tr("%1 (grade %2)").arg(name).arg(event.grade);
}

QString OverviewWords::score(domain::Score score) {
    return numberText(base::divideToStep(score.raw(), 1, 100));
}

QString OverviewWords::distance(base::CalendarDate date, base::CalendarDate today) {
    const int days = base::daysBetween(today, date);
    if (days == 0) return tr("today");
    if (days == 1) return tr("tomorrow");
    if (days == -1) return tr("yesterday");
    return days > 0 ? tr("in %1").arg(daysText(days)) : tr("%1 ago").arg(daysText(-days));
}

} // namespace chairside::ui
