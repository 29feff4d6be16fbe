// The charts that follow courses through time: lanes, and the share that kept its gain.
#include <QCoreApplication>
#include <QGraphicsPolygonItem>
#include <algorithm>

#include "ui/charts/outcome_chart_text.h"
#include "ui/charts/outcome_picture.h"
#include "ui/charts/plot_panel.h"

namespace chairside::ui {

namespace {

constexpr qreal kSpace = 8;
constexpr qreal kLaneHeight = 12;
constexpr qreal kSign = 7;
constexpr qreal kTick = 3; // half of a tick on a lane or a curve
constexpr int kDaySteps[] = {7, 14, 28, 56, 91, 182, 364, 728, 1456};
constexpr int kMostDayNumbers = 10;

struct CoursePictures {
    Q_DECLARE_TR_FUNCTIONS(CoursePictures)
};

int dayStep(int longest) {
    for (const int step : kDaySteps) {
        if (longest / step < kMostDayNumbers) return step;
    }
    return longest;
}

// Draws the lanes that there is room for, the newest ones.
class LaneDrawing {
public:
    LaneDrawing(const LanesChartData& data, ChartPicture& picture)
        : m_data(data), m_picture(picture), m_row(textHeight(picture.style().label)) {
        const auto room = std::max<qreal>(1, (picture.size().height() - 3 * m_row - 3 * kSpace) / kLaneHeight);
        m_shown = std::min(data.lanes.size(), static_cast<std::size_t>(room));
    }

    void draw() {
        const auto& style = m_picture.style();
        const qreal top = 2 * m_row + kSpace;
        const QRectF plot(kSpace * 2, top, std::max(60.0, m_picture.size().width() - 6 * kSpace),
                          std::max(20.0, m_picture.size().height() - top - m_row - 2 * kSpace));
        const qreal longest = std::max(1, m_data.longest);
        PlotPanel panel(m_picture, plot, {-longest * 0.01, longest * 1.02}, {0, static_cast<qreal>(m_shown)}, 0);
        m_picture.text(legend(), {plot.left(), 0}, Qt::AlignLeft, style.label, style.colours.dose);
        m_picture.text(shownText(), {plot.left(), m_row}, Qt::AlignLeft, style.label, style.colours.dose);
        for (int day = 0; day <= m_data.longest; day += dayStep(m_data.longest)) {
            m_picture.gridLine(panel.at(day, 0), {panel.x(day), plot.top()});
            m_picture.text(QString::number(day), {panel.x(day), plot.bottom() + kSpace / 2}, Qt::AlignHCenter,
                           style.label, style.colours.dose);
        }
        drawLanes(panel);
        drawSigns(panel);
    }

private:
    [[nodiscard]] static QString legend() {
        return CoursePictures::tr(
            "Days from the first infusion.  | infusion   ▲ adverse event   ● response   ○ relapse "
            "  ■ re-treated   ▸ followed so far");
    }
    [[nodiscard]] QString shownText() const {
        if (m_shown == m_data.lanes.size()) return CoursePictures::tr("%1 started courses.").arg(m_shown);
        return CoursePictures::tr("The newest %1 of %2 started courses; the table has all of them.")
            .arg(m_shown)
            .arg(m_data.lanes.size());
    }

    void drawLanes(const PlotPanel& panel) {
        const auto& colours = m_picture.style().colours;
        const std::size_t first = m_data.lanes.size() - m_shown;
        const qreal labelY = panel.plot().bottom() + kSpace / 2 + m_row / 2;
        for (std::size_t at = 0; at < m_data.lanes.size(); ++at) {
            if (at < first) {
                m_picture.addStop({.x = -1, .top = 0, .bottom = 0, .labelY = 0, .label = {}});
                continue;
            }
            const auto& lane = m_data.lanes[at];
            const QPointF from = panel.at(0, heightOf(at));
            m_picture.line(from, panel.at(lane.followedDays, heightOf(at)), colours.reference, 2);
            for (const int day : lane.infusions) {
                const QPointF tick = panel.at(day, heightOf(at));
                m_picture.line(tick - QPointF(0, kTick), tick + QPointF(0, kTick), colours.text, 1.5);
            }
            for (const int day : lane.adverse)
                m_picture.triangle(panel.at(day, heightOf(at)) - QPointF(0, kTick), kSign - 1, colours.tenderPoints);
            m_picture.addStop({.x = panel.x(lane.followedDays) + 2 * kSpace,
                               .top = from.y() - kLaneHeight / 2,
                               .bottom = from.y() + kLaneHeight / 2,
                               .labelY = labelY,
                               .label = CoursePictures::tr("course %1 of %2").arg(at + 1).arg(m_data.lanes.size())});
        }
    }

    void drawSigns(PlotPanel& panel) {
        const auto& style = m_picture.style();
        QList<QPointF> responses, relapses, again;
        for (std::size_t at = m_data.lanes.size() - m_shown; at < m_data.lanes.size(); ++at) {
            const auto& lane = m_data.lanes[at];
            const QPointF end(lane.followedDays, heightOf(at));
            if (lane.responseDay) responses.append({static_cast<qreal>(*lane.responseDay), heightOf(at)});
            if (lane.end == services::GainEnd::Relapsed) {
                relapses.append(end);
            } else if (lane.end == services::GainEnd::Retreated) {
                again.append(end);
            } else {
                m_picture.text(QStringLiteral("▸"), panel.at(end.x(), end.y()), Qt::AlignVCenter, style.label,
                               style.colours.text);
            }
        }
        panel.marks(responses, MarkShape::Disc, kSign, style.colours.before);
        panel.marks(relapses, MarkShape::Ring, kSign, style.colours.text);
        panel.marks(again, MarkShape::Square, kSign, style.colours.text);
    }

    // Of the panel's values; the earliest lane that is drawn stands on top.
    [[nodiscard]] qreal heightOf(std::size_t at) const { return static_cast<qreal>(m_data.lanes.size() - at) - 0.5; }

    const LanesChartData& m_data;
    ChartPicture& m_picture;
    qreal m_row;
    std::size_t m_shown = 0;
};

class GainDrawing {
public:
    GainDrawing(const GainChartData& data, ChartPicture& picture)
        : m_data(data), m_picture(picture), m_style(picture.style()), m_row(textHeight(m_style.label)) {}

    void draw() {
        const qreal left = textWidth(m_style.label, CoursePictures::tr("censored")) + 3 * kSpace;
        const qreal right = textWidth(m_style.strong, shareText(0.999)) + 2 * kSpace;
        const QRectF plot(left, m_row + kSpace, std::max(60.0, m_picture.size().width() - left - right),
                          std::max(40.0, m_picture.size().height() - 5 * m_row - 3 * kSpace));
        PlotPanel panel(m_picture, plot, {0, static_cast<qreal>(m_data.longest)}, {0, 1}, 0.25);
        for (const int percent : {0, 25, 50, 75, 100})
            panel.axisNumber(percent / 100.0, CoursePictures::tr("%1 %", "per cent").arg(percent));
        m_picture.text(CoursePictures::tr("Share without re-treatment or relapse, by days after the last infusion; "
                                          "shaded: 95 % interval, short lines: censored."),
                       {plot.left(), 0}, Qt::AlignLeft, m_style.label, m_style.colours.dose);
        drawBand(panel);
        drawCurve(panel);
        drawRisk(panel);
    }

private:
    void drawBand(const PlotPanel& panel) {
        QPolygonF upper, lower;
        qreal high = 1;
        qreal low = 1;
        bool known = true; // the share is 1 until the first event
        const auto extend = [&](qreal day) {
            upper << panel.at(day, high);
            lower.prepend(panel.at(day, low));
        };
        extend(0);
        for (const auto& step : m_data.curve.steps) {
            if (!known) break;
            extend(step.day);
            known = step.survival >= 1 || step.band.has_value();
            if (!step.band) continue;
            high = step.band->high;
            low = step.band->low;
            extend(step.day);
        }
        auto* item =
            m_picture.scene().addPolygon(upper + lower, Qt::NoPen, m_style.colours.band(m_style.colours.before));
        item->setZValue(-10);
    }

    void drawCurve(PlotPanel& panel) {
        const auto& colours = m_style.colours;
        QList<QPointF> line{{0, 1}};
        qreal share = 1;
        for (const auto& step : m_data.curve.steps) {
            line.append({static_cast<qreal>(step.day), share});
            share = step.survival;
            line.append({static_cast<qreal>(step.day), share});
            const QPointF mark = panel.at(step.day, share);
            if (step.censored > 0) m_picture.line(mark - QPointF(0, 2 * kTick), mark, colours.text, 1.5);
            m_picture.addStop({.x = mark.x(),
                               .top = panel.plot().top(),
                               .bottom = panel.plot().bottom(),
                               .labelY = panel.plot().bottom() + kSpace / 2 + m_row / 2,
                               .label = CoursePictures::tr("day %1").arg(step.day)});
        }
        panel.polyline(line, colours.before, 2);
        m_picture.text(shareText(share), panel.at(line.back().x(), share) + QPointF(kSpace, 0), Qt::AlignVCenter,
                       m_style.strong, colours.text);
    }

    void drawRisk(const PlotPanel& panel) {
        const qreal top = panel.plot().bottom() + kSpace / 2;
        const QString captions[] = {CoursePictures::tr("day"), CoursePictures::tr("at risk"),
                                    CoursePictures::tr("censored"), CoursePictures::tr("events")};
        for (int row = 0; row < 4; ++row) {
            m_picture.text(captions[row], {panel.plot().left() - 2 * kSpace, top + row * m_row}, Qt::AlignRight,
                           m_style.label, m_style.colours.dose);
        }
        for (const auto& column : m_data.risk) {
            const int numbers[] = {column.day, column.atRisk, column.censored, column.events};
            for (int row = 0; row < 4; ++row) {
                m_picture.text(QString::number(numbers[row]), {panel.x(column.day), top + row * m_row},
                               Qt::AlignHCenter, m_style.label, row == 0 ? m_style.colours.dose : m_style.colours.text);
            }
        }
    }

    const GainChartData& m_data;
    ChartPicture& m_picture;
    const ChartStyle& m_style;
    qreal m_row;
};

} // namespace

void drawLanes(const LanesChartData& data, ChartPicture& picture) {
    if (data.lanes.empty()) {
        drawSentence(picture, CoursePictures::tr("No course has begun in this period."));
        return;
    }
    LaneDrawing(data, picture).draw();
}

void drawGain(const GainChartData& data, ChartPicture& picture) {
    if (data.curve.steps.empty()) {
        drawSentence(picture, tooFewText(data.smallestGroup));
        return;
    }
    GainDrawing(data, picture).draw();
}

} // namespace chairside::ui
