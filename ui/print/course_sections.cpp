#include "ui/print/course_sections.h"

#include <QCoreApplication>
#include <algorithm>

#include "core/domain/course/course_state.h"
#include "ui/charts/chart_text.h"
#include "ui/format/date_text.h"
#include "ui/format/missing_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"
#include "ui/infusion/infusion_words.h"
#include "ui/overview/overview_words.h"
#include "ui/print/print_blocks.h"
#include "ui/print/print_table.h"
#include "ui/retreatment/retreatment_text.h"
#include "ui/review/review_text.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

using services::CourseReview;
using services::ReviewPoint;

struct SectionText {
    Q_DECLARE_TR_FUNCTIONS(CourseSections)
};

QString painCell(const std::optional<domain::Score>& score, const std::optional<domain::MissingReason>& missing) {
    if (score) return scoreNumber(*score);
    return missing ? missingText(*missing) : missingText(Missing::NotRecorded);
}

QString highestPressure(const ReviewPoint& point) {
    if (!point.highestSystolic || !point.highestDiastolic) return missingText(Missing::NotRecorded);
    return u"%1/%2"_s.arg(*point.highestSystolic).arg(*point.highestDiastolic);
}

// "nausea, grade 2, serious".
QString happenedLine(const domain::AdverseEvent& event) {
    const QString line = eventText({event.term, event.words, event.grade});
    return event.serious.value_or(false) ? SectionText::tr("%1, judged serious").arg(line) : line;
}

PrintRow infusionRow(const ReviewPoint& point) {
    const QString number = SectionText::tr("Infusion %1").arg(point.planned.ordinal);
    PrintRow row;
    if (point.dose) {
        row.cells = {number,
                     dateText(point.planned.date),
                     point.perKg ? numberText(*point.perKg) : missingText(Missing::NotRecorded),
                     numberText(*point.dose),
                     painCell(point.before, point.beforeMissing),
                     painCell(point.after, point.afterMissing),
                     highestPressure(point),
                     point.worstDissociation ? QString::number(*point.worstDissociation)
                                             : missingText(Missing::NotRecorded)};
    } else {
        row.cells = {number, dateText(point.planned.date), OverviewWords::plan(point.planned.state)};
        while (row.cells.size() < 8)
            row.cells << QString();
    }
    QStringList notes;
    if (point.tender)
        notes << SectionText::tr("Tender points %1").arg(partText(point.tender->positive, point.tender->examined));
    for (const auto& event : point.events)
        notes << happenedLine(event);
    if (!point.planned.reason.empty()) notes << toQt(point.planned.reason);
    if (!notes.isEmpty()) row.notes << notes.join(u"; "_s);
    return row;
}

PrintRow assessmentRow(const QString& visit, const domain::FollowUp& score) {
    const QString pain =
        score.pain ? QString::number(*score.pain) : missingText(score.missing.value_or(Missing::NotRecorded));
    return {{visit, dateText(score.date), {}, {}, pain, {}, {}, {}}};
}

QString orderKindText(domain::OrderKind kind) {
    switch (kind) {
    case domain::OrderKind::Initial:
        return SectionText::tr("first order");
    case domain::OrderKind::Change:
        return SectionText::tr("dose changed");
    case domain::OrderKind::Keep:
        return SectionText::tr("dose kept");
    case domain::OrderKind::Stop:
        return SectionText::tr("course stopped");
    case domain::OrderKind::Hold:
        return SectionText::tr("course held");
    case domain::OrderKind::Resume:
        return SectionText::tr("course resumed");
    case domain::OrderKind::Complete:
        return SectionText::tr("course completed");
    }
    return {};
}

// The newest dose that was given; before the first one, what is ordered.
QString doseFigure(const CourseReview& review) {
    const auto given = std::find_if(review.points.rbegin(), review.points.rend(),
                                    [](const ReviewPoint& point) { return point.perKg && point.dose; });
    if (given != review.points.rend()) return perText(*given->perKg, u"mg", u"kg");
    return review.orders.empty() ? missingText(Missing::NotRecorded)
                                 : perText(review.orders.back().perKg, u"mg", u"kg");
}

QString scoreFigure(const std::optional<domain::Score>& score) {
    return score ? scoreNumber(*score) : missingText(Missing::NotRecorded);
}

} // namespace

int infusionsGiven(const CourseReview& review) {
    return static_cast<int>(
        std::ranges::count_if(review.points, [](const ReviewPoint& point) { return point.dose.has_value(); }));
}

void addCourseFigures(PrintFlow& flow, const CourseReview& review) {
    const auto percent = percentBetter(review.baseline, review.latest);
    addFigures(flow,
               {{SectionText::tr("Infusions given"),
                 partText(infusionsGiven(review), static_cast<int>(review.points.size())), courseText(review.course)},
                {SectionText::tr("Pain at baseline (0–10)"), scoreFigure(review.baseline),
                 review.baselineScores == 1 ? SectionText::tr("one score")
                                            : SectionText::tr("mean of %1 scores").arg(review.baselineScores)},
                {SectionText::tr("Newest pain (0–10)"), scoreFigure(review.latest),
                 review.latestDate ? dateText(*review.latestDate) : QString()},
                {SectionText::tr("Change"), percent ? percentBetterText(*percent) : SectionText::tr("not evaluable"),
                 SectionText::tr("%1 scores").arg(partText(review.durableScores, review.durableExpected))},
                {SectionText::tr("Newest dose"), doseFigure(review), toQt(review.protocol.drug)}});
}

void addInfusionTable(PrintFlow& flow, const CourseReview& review) {
    PrintTable table{SectionText::tr("Infusions"),
                     {{SectionText::tr("Visit"), 1},
                      {SectionText::tr("Date"), 1.3},
                      {SectionText::tr("mg per kg"), 1, Qt::AlignRight},
                      {SectionText::tr("mg given"), 1, Qt::AlignRight},
                      {SectionText::tr("Pain before"), 1.2, Qt::AlignRight},
                      {SectionText::tr("Pain after"), 1.2, Qt::AlignRight},
                      {SectionText::tr("Highest BP mmHg"), 1.5, Qt::AlignRight},
                      {SectionText::tr("Worst dissociation"), 1.4, Qt::AlignRight}},
                     {}};
    for (const auto& score : review.assessments) {
        if (score.kind == domain::AssessmentKind::Baseline)
            table.rows.push_back(assessmentRow(SectionText::tr("Baseline"), score));
    }
    for (const auto& point : review.points)
        table.rows.push_back(infusionRow(point));
    for (const auto& score : review.assessments) {
        if (score.kind == domain::AssessmentKind::FollowUp)
            table.rows.push_back(assessmentRow(SectionText::tr("Follow-up"), score));
    }
    addTable(flow, table);
}

void addOrderTable(PrintFlow& flow, const services::CourseDocument& course) {
    PrintTable table{SectionText::tr("Orders"),
                     {{SectionText::tr("Version"), 0.6},
                      {SectionText::tr("Date and time"), 1.6},
                      {SectionText::tr("Order"), 1.3},
                      {SectionText::tr("mg per kg"), 0.9, Qt::AlignRight},
                      {SectionText::tr("Minutes"), 0.8, Qt::AlignRight},
                      {SectionText::tr("Ordered by"), 1.7}},
                     {}};
    for (const auto& order : course.review.orders) {
        PrintRow row{{QString::number(order.version), dateTimeText(order.orderedAt), orderKindText(order.kind),
                      numberText(order.perKg), QString::number(order.minutes),
                      InfusionWords::person(course.people, order.orderedBy)}};
        if (!order.reason.empty()) row.notes << toQt(order.reason);
        table.rows.push_back(std::move(row));
    }
    addTable(flow, table);
}

QStringList responseSentences(const CourseReview& review) {
    QStringList lines{responseLine(responseChartData(review)) + u'.', responderText(review) + u'.'};
    const auto tender = tenderChartData(review);
    if (!tender.visits.empty()) {
        const auto& newest = tender.visits.back();
        lines << SectionText::tr("Tender points at infusion %1: %2 painful.")
                     .arg(newest.ordinal)
                     .arg(partText(newest.positive, newest.examined));
        if (tender.change) lines << chartSentence(tender);
    }
    return lines;
}

QStringList toleranceSentences(const CourseReview& review) {
    QStringList events;
    std::optional<int> systolic;
    std::optional<int> diastolic;
    std::optional<int> dissociation;
    for (const auto& point : review.points) {
        for (const auto& event : point.events)
            events << SectionText::tr("%1 (infusion %2)").arg(happenedLine(event)).arg(point.planned.ordinal);
        systolic = std::max(systolic, point.highestSystolic);
        diastolic = std::max(diastolic, point.highestDiastolic);
        dissociation = std::max(dissociation, point.worstDissociation);
    }
    QStringList lines;
    if (infusionsGiven(review) == 0) return {SectionText::tr("No infusion has been given.")};
    lines << (events.isEmpty() ? SectionText::tr("No adverse event was recorded.")
                               : SectionText::tr("Adverse events: %1.").arg(events.join(u"; "_s)));
    if (systolic && diastolic) {
        lines << SectionText::tr("Highest systolic pressure %1 mmHg, highest diastolic %2 mmHg.")
                     .arg(*systolic)
                     .arg(*diastolic);
    }
    if (dissociation) {
        const QString scale = InfusionWords::dissociationScale(review.protocol.rules.monitoring.dissociationScale);
        lines << SectionText::tr("Worst dissociation score %1 (%2).").arg(*dissociation).arg(scale);
    }
    return lines;
}

QStringList decisionSentences(const CourseReview& review) {
    QStringList lines;
    for (auto decision = review.decisions.rbegin(); decision != review.decisions.rend(); ++decision)
        lines << decisionLine(*decision);
    if (review.course.state == domain::CourseState::Stopped) {
        lines << SectionText::tr("The course was stopped: %1").arg(toQt(review.course.stopReason));
    }
    lines << nextDecisionText(review) + u'.';
    return lines;
}

QStringList nextDateSentences(const CourseReview& review, base::CalendarDate today) {
    QStringList dates;
    for (const auto& point : review.points) {
        if (point.planned.state == domain::PlanState::Planned && point.planned.date >= today)
            dates << SectionText::tr("infusion %1 on %2")
                         .arg(point.planned.ordinal)
                         .arg(weekdayDateText(point.planned.date));
    }
    QStringList lines;
    if (!dates.isEmpty()) lines << SectionText::tr("Planned: %1.").arg(dates.join(u", "_s));
    const bool over = !domain::isRunning(review.course.state);
    if (over && review.window.opens && review.window.closes)
        lines << SectionText::tr("Re-treatment window: %1.").arg(windowText(review.window));
    if (lines.isEmpty()) lines << SectionText::tr("No further date is planned.");
    return lines;
}

} // namespace chairside::ui
