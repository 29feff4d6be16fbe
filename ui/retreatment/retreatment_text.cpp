#include "ui/retreatment/retreatment_text.h"

#include <QCoreApplication>
#include <QStringList>

#include "ui/charts/chart_text.h"
#include "ui/format/date_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"
#include "ui/patients/patient_banner_data.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;
using domain::WindowState;
using services::RetreatmentGroup;

namespace {

struct RetreatmentText {
    Q_DECLARE_TR_FUNCTIONS(RetreatmentText)
};

QString whyNoPercent(const services::RetreatmentRow& row) {
    using Reason = domain::NotEvaluableReason;
    if (row.overall.reason == Reason::BaselineZero) return RetreatmentText::tr("no per cent, baseline is 0");
    if (row.overall.reason == Reason::BaselineMissing) return RetreatmentText::tr("no per cent, no baseline");
    return RetreatmentText::tr("no score yet");
}

} // namespace

QString groupText(RetreatmentGroup group) {
    switch (group) {
    case RetreatmentGroup::Overdue:
        return RetreatmentText::tr("Overdue");
    case RetreatmentGroup::DueThisWeek:
        return RetreatmentText::tr("Due this week");
    case RetreatmentGroup::InWindow:
        return RetreatmentText::tr("In the window");
    case RetreatmentGroup::FollowUpMissing:
        return RetreatmentText::tr("Follow-up score missing");
    case RetreatmentGroup::EarlyRelapse:
        return RetreatmentText::tr("Early relapse");
    case RetreatmentGroup::BeforeWindow:
        return RetreatmentText::tr("Before the window");
    case RetreatmentGroup::Postponed:
        return RetreatmentText::tr("Postponed");
    case RetreatmentGroup::CourseRunning:
        return RetreatmentText::tr("Course running");
    case RetreatmentGroup::Decided:
        return RetreatmentText::tr("Decided");
    }
    return {};
}

QString windowStateText(WindowState state) {
    switch (state) {
    case WindowState::BeforeWindow:
        return RetreatmentText::tr("before the window");
    case WindowState::InWindow:
        return RetreatmentText::tr("in the window");
    case WindowState::AfterWindow:
        return RetreatmentText::tr("window has passed");
    case WindowState::CourseNotComplete:
        return RetreatmentText::tr("course not complete");
    case WindowState::NoInfusionGiven:
        return RetreatmentText::tr("no infusion given");
    case WindowState::LastInfusionInFuture:
        return RetreatmentText::tr("check the date of the last infusion");
    }
    return {};
}

QString windowText(const domain::RetreatmentWindow& window) {
    if (!window.opens || !window.closes) return windowStateText(window.state);
    return RetreatmentText::tr("%1 to %2").arg(dateText(*window.opens), dateText(*window.closes));
}

QString windowLines(const domain::RetreatmentWindow& window) {
    if (!window.opens || !window.closes) return windowStateText(window.state);
    return RetreatmentText::tr("%1\nto %2").arg(dateText(*window.opens), dateText(*window.closes));
}

QString decisionText(domain::DecisionKind kind) {
    switch (kind) {
    case domain::DecisionKind::Retreat:
        return RetreatmentText::tr("Re-treat");
    case domain::DecisionKind::Postpone:
        return RetreatmentText::tr("Postpone");
    case domain::DecisionKind::Discharge:
        return RetreatmentText::tr("Discharge");
    }
    return {};
}

QString decisionLine(const domain::RetreatmentDecision& decision) {
    const QString on = dateText(decision.decidedAt.localDate());
    const QString reason = toQt(decision.reason);
    switch (decision.kind) {
    case domain::DecisionKind::Retreat:
        return RetreatmentText::tr("Re-treatment decided on %1: %2").arg(on, reason);
    case domain::DecisionKind::Discharge:
        return RetreatmentText::tr("Discharged on %1: %2").arg(on, reason);
    case domain::DecisionKind::Postpone:
        break;
    }
    const QString until = decision.until ? dateText(*decision.until) : RetreatmentText::tr("no date");
    return RetreatmentText::tr("Postponed to %1 on %2: %3").arg(until, on, reason);
}

QString dueText(const services::RetreatmentRow& row) {
    const auto& window = row.window;
    switch (row.group) {
    case RetreatmentGroup::Overdue:
        if (!window.closes) return RetreatmentText::tr("closed without an infusion, decide now");
        return RetreatmentText::tr("▲ overdue since %1").arg(dateText(window.closes->plusDays(1)));
    case RetreatmentGroup::DueThisWeek:
    case RetreatmentGroup::InWindow:
        return window.closes ? RetreatmentText::tr("decide by %1").arg(dateText(*window.closes)) : QString();
    case RetreatmentGroup::FollowUpMissing:
        return window.closes ? RetreatmentText::tr("score missing, decide by %1").arg(dateText(*window.closes))
                             : RetreatmentText::tr("score missing");
    case RetreatmentGroup::EarlyRelapse:
        return window.opens ? RetreatmentText::tr("relapse before the window opens %1").arg(dateText(*window.opens))
                            : RetreatmentText::tr("relapse");
    case RetreatmentGroup::BeforeWindow:
        return window.opens ? RetreatmentText::tr("opens %1").arg(dateText(*window.opens))
                            : windowStateText(window.state);
    case RetreatmentGroup::Postponed:
        if (!row.postponedUntil) return RetreatmentText::tr("postponed");
        return RetreatmentText::tr("postponed to %1: %2").arg(dateText(*row.postponedUntil), toQt(row.postponedReason));
    case RetreatmentGroup::CourseRunning:
        return RetreatmentText::tr("after the course");
    case RetreatmentGroup::Decided:
        return RetreatmentText::tr("nothing to decide");
    }
    return {};
}

QString responseText(const services::RetreatmentRow& row) {
    if (!row.latest || !row.overall.reductionPermille) return whyNoPercent(row);
    const auto percent = percentBetter(row.overall.points + *row.latest, row.latest);
    return percent ? percentBetterText(*percent) : whyNoPercent(row);
}

QString lastScoreText(const services::RetreatmentRow& row, base::CalendarDate today) {
    if (!row.latest || !row.latestDate) return RetreatmentText::tr("no score yet");
    const QString score = scoreNumber(*row.latest);
    const int days = base::daysBetween(*row.latestDate, today);
    if (days == 0) return RetreatmentText::tr("%1 today").arg(score);
    if (days == 1) return RetreatmentText::tr("%1 on %2, 1 day ago").arg(score, dateText(*row.latestDate));
    return RetreatmentText::tr("%1 on %2, %3 days ago").arg(score, dateText(*row.latestDate)).arg(days);
}

QString courseText(const services::RetreatmentRow& row) {
    return RetreatmentText::tr("Course %1, %2 infusions")
        .arg(row.course.number)
        .arg(partText(row.infusionsGiven, row.infusionsPlanned));
}

QString followUpTitle(const services::RetreatmentRow& row) {
    const QString name = nameText(row.patient.details.name);
    const int days = row.window.days;
    if (!row.window.opens || days < 0) return RetreatmentText::tr("Follow-up score of %1").arg(name);
    return RetreatmentText::tr("Follow-up score of %1, week %2 (day %3) after the last infusion")
        .arg(name)
        .arg(days / 7)
        .arg(days);
}

QString summaryText(const services::RetreatmentPart& part) {
    int due = 0;
    for (const auto group : kShownGroups)
        if (domain::isDue(group)) due += part.count(group);
    QStringList parts{RetreatmentText::tr("Due for decision %1").arg(countText(due))};
    for (const auto group : {RetreatmentGroup::Overdue, RetreatmentGroup::DueThisWeek,
                             RetreatmentGroup::FollowUpMissing, RetreatmentGroup::Postponed}) {
        const int count = part.count(group);
        if (count > 0) parts << RetreatmentText::tr("%1 %2", "Overdue 3").arg(groupText(group), countText(count));
    }
    return parts.join(u" · "_s);
}

} // namespace chairside::ui
