#include "ui/infusion/vitals_heading.h"

#include <QCoreApplication>

#include "ui/format/date_text.h"

namespace chairside::ui {

namespace {

using std::chrono::minutes;

struct HeadingText {
    Q_DECLARE_TR_FUNCTIONS(HeadingText)
};

VitalsHeading dueHeading(const domain::DueRow& due, const base::Instant& now, bool stopped) {
    if (stopped) return {timeText(due.dueAt), HeadingText::tr("before the stop"), false};
    const auto late = std::chrono::floor<minutes>(base::between(due.dueAt, now));
    const auto left = std::chrono::ceil<minutes>(base::between(now, due.dueAt));
    QString detail = HeadingText::tr("due, %1 late").arg(durationText(late));
    const bool overdue = due.isOverdue(now);
    if (overdue)
        detail = HeadingText::tr("overdue %1").arg(durationText(late));
    else if (now < due.dueAt)
        detail = HeadingText::tr("due in %1").arg(durationText(left));
    else if (late.count() == 0)
        detail = HeadingText::tr("due now");
    return {timeText(due.dueAt), detail, overdue};
}

} // namespace

std::optional<domain::DueRow> dueVitals(const services::InfusionView& view, const base::Instant& now) {
    return domain::nextDueVitals(view.record, now, view.protocol.rules.monitoring);
}

VitalsRowKind rowKindWithoutDue(const services::InfusionView& view) {
    if (!view.delivery.startedAt) return VitalsRowKind::Baseline;
    return view.delivery.stoppedAt ? VitalsRowKind::After : VitalsRowKind::Extra;
}

VitalsRowKind rowKindAt(const services::InfusionView& view, const base::Instant& now) {
    const auto due = dueVitals(view, now);
    const auto grace = minutes(view.protocol.rules.monitoring.graceMinutes);
    return due && now.plus(grace) >= due->dueAt ? VitalsRowKind::Due : rowKindWithoutDue(view);
}

std::optional<VitalsHeading> headingOf(VitalsRowKind kind, const services::InfusionView& view,
                                       const base::Instant& now) {
    switch (kind) {
    case VitalsRowKind::Due:
        if (const auto due = dueVitals(view, now)) return dueHeading(*due, now, view.delivery.stoppedAt.has_value());
        return VitalsHeading{timeText(now), HeadingText::tr("extra row"), false};
    case VitalsRowKind::Baseline:
        return VitalsHeading{HeadingText::tr("Base"), HeadingText::tr("before the start"), false};
    case VitalsRowKind::Extra:
        return VitalsHeading{timeText(now), HeadingText::tr("extra row"), false};
    case VitalsRowKind::After:
        return VitalsHeading{timeText(now), HeadingText::tr("after the stop"), false};
    case VitalsRowKind::Correction:
        break;
    }
    return std::nullopt;
}

} // namespace chairside::ui
