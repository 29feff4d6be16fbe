// What stands beside the pain of the course: other treatment, other courses, and the count of tender points.
#include <QStringList>
#include <algorithm>

#include "ui/charts/chart_text.h"
#include "ui/charts/response_drawing.h"
#include "ui/format/quantity_text.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qreal kComparedMark = 5;

QString careMarks(const std::vector<CareItem>& items, bool withNames) {
    QStringList parts;
    for (const auto& item : items)
        parts << (withNames ? careMark(item) : careMark(item).left(1));
    parts.removeDuplicates();
    return parts.join(withNames ? u", "_s : u" "_s);
}

} // namespace

// What runs since before the chart begins; only the number of it where there is no room.
void ResponseDrawing::drawCareBefore(qreal room) {
    if (m_data.careBefore.empty()) return;
    QStringList names;
    for (const auto& item : m_data.careBefore)
        names << careMark(item);
    QString words = tr("since before: %1").arg(names.join(u", "_s));
    if (textWidth(m_style.label, words) > room) {
        words = tr("%n since before", nullptr, static_cast<int>(m_data.careBefore.size()));
    }
    m_picture.text(words, {m_courseRect.left() + 2, m_careTop + m_row / 2}, Qt::AlignVCenter, m_style.label,
                   colours().text);
}

// A mark where something began (+) or ended (−), with its name as far as the next mark leaves room.
void ResponseDrawing::drawCare() {
    if (!m_hasCare) return;
    const qreal y = m_careTop + m_row / 2;
    m_picture.text(tr("other care"), {m_courseRect.left() - kGap, y}, Qt::AlignRight | Qt::AlignVCenter, m_style.label,
                   colours().dose);
    const qreal right = m_followUp ? m_followUpRect.right() : m_courseRect.right();
    std::vector<std::pair<qreal, const ResponsePoint*>> marks;
    for (const auto& point : m_data.points) {
        PlotPanel* panel = point.care.empty() ? nullptr : panelOf(point);
        if (panel != nullptr) marks.emplace_back(panel->x(point.day), &point);
    }
    drawCareBefore((marks.empty() ? right : marks.front().first) - m_courseRect.left() - kGap);
    for (std::size_t at = 0; at < marks.size(); ++at) {
        const auto& [x, point] = marks[at];
        const qreal end = at + 1 < marks.size() ? marks[at + 1].first - kGap : right;
        QString words = careMarks(point->care, true);
        if (x + 4 + textWidth(m_style.strong, words) > end) words = careMarks(point->care, false);
        m_picture.text(words, {x + 4, y}, Qt::AlignVCenter, m_style.strong, colours().text);
        const QRectF& plot = panelOf(*point)->plot();
        m_picture.line({x, m_careTop}, {x, plot.bottom()}, colours().dose, 1, Qt::DotLine);
    }
}

// Thin and open, so that it is not taken for the course itself.
void ResponseDrawing::drawCompared(ChartPanel panel) {
    PlotPanel& plot = panel == ChartPanel::Course ? *m_course : *m_followUp;
    for (const auto& course : m_data.compared) {
        QList<QPointF> run, marks;
        for (const auto& score : course.scores) {
            if (score.panel != panel) continue;
            if (!score.joined) {
                plot.polyline(run, colours().dose, 1.2, Qt::DashDotLine);
                run.clear();
            }
            const QPointF at(score.day, static_cast<double>(score.value.raw()) / 1000.0);
            run.append(at);
            marks.append(at);
        }
        plot.polyline(run, colours().dose, 1.2, Qt::DashDotLine);
        plot.marks(marks, MarkShape::Ring, kComparedMark, colours().dose);
        if (marks.isEmpty()) continue;
        const QPointF last = plot.at(marks.back().x(), marks.back().y());
        const QString words = tr("course %1").arg(course.number);
        const qreal x = within(last.x() + 6, plot.plot().left(), plot.plot().right() - textWidth(m_style.label, words));
        m_picture.plate(m_picture.text(words, {x, last.y() - 4}, Qt::AlignBottom, m_style.label, colours().dose));
    }
}

QString ResponseDrawing::noiseText() const {
    return tr("shaded: within ±%1\nof the first count").arg(m_data.tenderNoiseBand);
}

// The count below its infusion; shaded where it differs from the first by no more than examiner noise.
void ResponseDrawing::drawTenderCounts() {
    if (!m_hasTender) return;
    const qreal first = m_tenderTop;
    const qreal left = m_courseRect.left() - kGap;
    m_picture.text(tr("tender points"), {left, first}, Qt::AlignRight, m_style.label, colours().dose);
    m_picture.text(tr("mean intensity"), {left, first + m_row}, Qt::AlignRight, m_style.label, colours().dose);
    qreal end = -1000;
    for (const auto& point : m_data.points) {
        if (!point.tender || point.panel != ChartPanel::Course) continue;
        const auto& count = *point.tender;
        const bool whole = count.examined == static_cast<int>(domain::kTenderPointCount);
        const QString words = whole ? QString::number(count.positive) : partText(count.positive, count.examined);
        const QString mean = count.meanIntensity ? scoreNumber(*count.meanIntensity) : tr("not known");
        const qreal x = m_course->x(point.day);
        const qreal half = std::max(textWidth(m_style.strong, words), textWidth(m_style.label, mean)) / 2 + 3;
        if (x - half < end + 2) continue;
        if (count.withinNoise) {
            m_picture.band({x - half, first, 2 * half, m_row}, colours().band(colours().tenderPoints));
        }
        m_picture.text(words, {x, first}, Qt::AlignHCenter, m_style.strong, colours().text);
        m_picture.text(mean, {x, first + m_row}, Qt::AlignHCenter, m_style.label, colours().text);
        end = x + half;
    }
    m_picture.text(noiseText(), {m_courseRect.right() + kGap, first}, Qt::AlignLeft, m_style.label, colours().dose);
}

} // namespace chairside::ui
