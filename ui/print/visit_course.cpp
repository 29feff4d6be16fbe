// The course so far: the pain chart with its numbers beside it.
#include <algorithm>

#include "ui/charts/chart_text.h"
#include "ui/charts/response_picture.h"
#include "ui/format/date_text.h"
#include "ui/format/missing_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"
#include "ui/print/print_blocks.h"
#include "ui/print/print_table.h"
#include "ui/print/visit_charts.h"
#include "ui/print/visit_sections.h"
#include "ui/print/visit_words.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qreal kLeastChart = mm(54);
constexpr qreal kMostChart = mm(60);

struct CourseText {
    Q_DECLARE_TR_FUNCTIONS(VisitCourse)
};

// Why there is none stands below, where its words have room.
QString scoreCell(const std::optional<ChartScore>& score, ChartGap gap) {
    if (!score) return gap == ChartGap::None ? QString() : u"–"_s;
    if (score->mark == ScoreMark::HollowLate) return CourseText::tr("%1, late").arg(scoreNumber(score->value));
    return scoreNumber(score->value);
}

QString visitCell(const ResponsePoint& point) {
    switch (point.kind) {
    case ResponsePointKind::Baseline:
        return CourseText::tr("Baseline");
    case ResponsePointKind::Infusion:
        return CourseText::tr("Infusion %1").arg(point.ordinal);
    case ResponsePointKind::FollowUp:
        return CourseText::tr("Follow-up");
    case ResponsePointKind::Care:
        return CourseText::tr("Other treatment");
    }
    return {};
}

// "12 of 18" for an infusion at which they were examined.
QString tenderCell(const TenderChartData& tender, const ResponsePoint& point) {
    for (const auto& visit : tender.visits) {
        if (point.kind == ResponsePointKind::Infusion && visit.ordinal == point.ordinal)
            return partText(visit.positive, visit.examined);
    }
    return {};
}

// A word that is the same before and after, such as "cancelled", is said once, below.
bool isWholeGap(const ResponsePoint& point) {
    return point.kind == ResponsePointKind::Infusion && !point.before && !point.after && !point.dose &&
           point.beforeGap == point.afterGap;
}

// Each missing score with its reason.
QStringList missingScores(const ResponsePoint& point) {
    const bool infusion = point.kind == ResponsePointKind::Infusion;
    if (point.kind == ResponsePointKind::Care) return {};
    if (isWholeGap(point) || (!infusion && !point.before && point.beforeGap != ChartGap::None))
        return {gapText(point.beforeGap)};
    QStringList lines;
    if (infusion && !point.before && point.beforeGap != ChartGap::None)
        lines << CourseText::tr("before: %1").arg(gapText(point.beforeGap));
    if (infusion && !point.after && point.afterGap != ChartGap::None)
        lines << CourseText::tr("after: %1").arg(gapText(point.afterGap));
    return lines;
}

PrintRow pointRow(const ResponsePoint& point, const TenderChartData& tender, int thisInfusion) {
    const bool infusion = point.kind == ResponsePointKind::Infusion;
    const bool gap = isWholeGap(point);
    const bool hasScores = point.kind != ResponsePointKind::Care;
    PrintRow row{{visitCell(point), dateText(point.date),
                  hasScores && !gap ? scoreCell(point.before, point.beforeGap) : QString(),
                  infusion && !gap ? scoreCell(point.after, point.afterGap) : QString(), tenderCell(tender, point),
                  point.perKg ? numberText(*point.perKg) : QString(),
                  point.dose ? numberText(*point.dose) : QString()}};
    QStringList remarks = missingScores(point);
    for (const auto& event : point.events)
        remarks << eventText(event);
    if (!point.reason.empty()) remarks << toQt(point.reason);
    for (const auto& item : point.care)
        remarks << careText(item);
    if (!remarks.isEmpty()) row.notes << remarks.join(u"; "_s);
    row.strong = infusion && point.ordinal == thisInfusion;
    return row;
}

void addNumbers(PrintFlow& flow, const ResponseChartData& data, const TenderChartData& tender, int thisInfusion) {
    PrintTable table{CourseText::tr("Course"),
                     {{CourseText::tr("Visit"), 1.65},
                      {CourseText::tr("Date"), 1.95},
                      {CourseText::tr("Pain before"), 1.02},
                      {CourseText::tr("Pain after"), 0.95},
                      {CourseText::tr("Tender points"), 1.4},
                      {CourseText::tr("mg per kg"), 0.98},
                      {CourseText::tr("mg given"), 0.98}},
                     {}};
    for (const auto& point : data.points)
        table.rows.push_back(pointRow(point, tender, thisInfusion));
    addTable(flow, table);
}

QString linesText(const ResponseChartData& data) {
    QStringList lines;
    for (const auto& line : data.lines)
        lines << referenceText(line);
    return lines.join(u"; "_s);
}

void addConclusion(PrintFlow& flow, const ResponseChartData& data, const TenderChartData& tender) {
    flow.space(mm(1.2));
    addParagraph(flow, {{responseLine(data), true}}, {.role = PrintRole::Small});
    QStringList lines;
    if (!data.lines.empty()) lines << CourseText::tr("Lines of the chart: %1.").arg(linesText(data));
    if (data.window) {
        lines << CourseText::tr("Re-treatment window: %1 to %2.")
                     .arg(dateText(data.window->first), dateText(data.window->last));
    }
    if (data.stoppedOn) lines << CourseText::tr("The course was stopped on %1.").arg(dateText(*data.stoppedOn));
    if (tender.change) lines << chartSentence(tender);
    if (!lines.isEmpty())
        addParagraph(flow, lines.join(u' '), {.role = PrintRole::Caption, .ink = printInks().secondary});
}

} // namespace

void addCourse(PrintFlow& flow, const services::VisitSummary& summary) {
    const auto data = responseChartData(summary.review);
    const auto tender = tenderChartData(summary.review);
    if (data.points.empty()) return;
    const int ordinal = summary.infusion.record.infusion.ordinal;
    addHeading(flow, CourseText::tr("Course %1 of this patient").arg(data.courseNumber));
    const auto chart = [&data](const QSizeF& size, const ChartStyle& style) {
        return drawResponse(data, size, style);
    };
    // As high as the numbers beside it, within what can be read.
    PrintFlow measured(flow.width() / 2);
    addNumbers(measured, data, tender, ordinal);
    const qreal high = std::clamp(measured.height(), kLeastChart, kMostChart);
    addBeside(flow,
              {{1.05,
                [&](PrintFlow& part) {
                    addChartPicture(part, high, chart);
                }},
               {1,
                [&](PrintFlow& part) {
                    addNumbers(part, data, tender, ordinal);
                }}},
              mm(95), PrintGap::UnderHeading);
    addConclusion(flow, data, tender);
}

void addCourseChart(PrintFlow& flow, const services::CourseReview& review) {
    const auto data = responseChartData(review);
    if (data.points.empty()) return;
    addHeading(flow, CourseText::tr("Course %1 of this patient").arg(data.courseNumber));
    addChartPicture(flow, kMostChart,
                    [&data](const QSizeF& size, const ChartStyle& style) { return drawResponse(data, size, style); });
    if (data.lines.empty()) return;
    addParagraph(flow, CourseText::tr("Lines of the chart: %1.").arg(linesText(data)),
                 {.role = PrintRole::Caption, .ink = printInks().secondary});
}

} // namespace chairside::ui
