#include "ui/charts/response_picture.h"

#include <algorithm>

#include "ui/charts/chart_text.h"
#include "ui/charts/response_drawing.h"
#include "ui/format/date_text.h"

namespace chairside::ui {

namespace {

constexpr qreal kDisc = 10;
constexpr qreal kRing = 8;
constexpr qreal kSquare = 8;
constexpr qreal kLowScore = 4;
constexpr qreal kMiddleScore = 5;
constexpr int kWeek = 7;
constexpr qreal kLeastGap = 4;
constexpr qreal kRoomForTender = 320; // a smaller picture keeps its height for the pain
constexpr AxisRange kScore{-0.5, 10.5};

qreal keySize(MarkShape shape) {
    return shape == MarkShape::Disc ? kDisc : kRing;
}

qreal keyWidth(MarkShape shape, qreal wordsWidth) {
    return keySize(shape) + 6 + wordsWidth;
}

qreal scoreValue(domain::Score score) {
    return static_cast<double>(score.raw()) / 1000.0;
}

} // namespace

PlotPanel* ResponseDrawing::panelOf(const ResponsePoint& point) {
    if (point.panel == ChartPanel::Course) return m_course.get();
    return point.panel == ChartPanel::FollowUp ? m_followUp.get() : nullptr;
}

void ResponseDrawing::measure() {
    m_hasEvents = std::ranges::any_of(m_data.points, [](const auto& point) { return !point.events.empty(); });
    m_hasCare = !m_data.careBefore.empty() ||
                std::ranges::any_of(m_data.points, [](const auto& point) { return !point.care.empty(); });
    m_hasTender = m_picture.size().height() >= kRoomForTender &&
                  std::ranges::any_of(m_data.points, [](const auto& point) { return point.tender.has_value(); });
    qreal left = 0;
    for (const QString& caption : {tr("events"), tr("other care"), tr("infusion"), tr("mg per kg"), tr("mg given"),
                                   tr("tender points"), tr("mean intensity")}) {
        left = std::max(left, textWidth(m_style.label, caption));
    }
    left += 2 * kGap;
    for (const auto& line : m_data.lines)
        m_gutter = std::max(m_gutter, textWidth(m_style.label, referenceText(line)));
    if (m_hasTender && !m_data.followUp) m_gutter = std::max(m_gutter, textWidth(m_style.label, noiseText()));
    m_gutter += kGap + 4;
    m_eventsTop = textHeight(m_style.title) + kGap;
    m_careTop = m_eventsTop + (m_hasEvents ? m_row + 4 : 0);
    const qreal top = m_careTop + (m_hasCare ? m_row + 4 : 0);
    const qreal doseHeight = std::clamp(m_picture.size().height() * 0.11, 30.0, 60.0);
    m_tag = m_style.hasFocusLine ? m_row + 6 : 0;
    const qreal aboveDose = 2 * m_row + kGap + m_tag + m_row;
    const qreal below = aboveDose + doseHeight + m_row + 4 + (m_hasTender ? 2 * m_row + kGap : 0);
    const qreal height = std::max(60.0, m_picture.size().height() - top - below);
    const qreal width = std::max(120.0, m_picture.size().width() - left - m_gutter);
    const qreal courseWidth = m_data.followUp ? (width - kBreak) * 0.62 : width;
    m_courseRect = {left, top, courseWidth, height};
    m_doseRect = {left, m_courseRect.bottom() + aboveDose, courseWidth, doseHeight};
    m_tenderTop = m_doseRect.bottom() + m_row + kGap;
    if (m_data.followUp) {
        m_followUpRect = {m_courseRect.right() + kBreak, top, width - kBreak - courseWidth, height};
    }
}

void ResponseDrawing::addPanels() {
    const qreal span = m_data.course.to - m_data.course.from;
    const qreal margin = std::max(0.6, span * 0.05);
    const AxisRange days{m_data.course.from - margin, m_data.course.to + margin};
    m_course = std::make_unique<PlotPanel>(m_picture, m_courseRect, days, kScore, 2);
    const qreal most = std::max(0.001, static_cast<double>(m_data.doseAxisMax.raw()) / 1000.0);
    m_dose = std::make_unique<PlotPanel>(m_picture, m_doseRect, days, AxisRange{0, most}, 0);
    if (!m_data.followUp) return;
    const AxisRange after{0, static_cast<qreal>(m_data.followUp->to)};
    m_followUp = std::make_unique<PlotPanel>(m_picture, m_followUpRect, after, kScore, 2);
}

qreal ResponseDrawing::drawKey(MarkShape shape, const QColor& colour, const QString& words, qreal x, qreal y) {
    const qreal size = keySize(shape);
    const QRectF mark(x, y - size / 2, size, size);
    if (shape == MarkShape::Disc) {
        m_picture.scene().addEllipse(mark, Qt::NoPen, colour);
    } else if (shape == MarkShape::Ring) {
        m_picture.scene().addEllipse(mark, QPen(colour, 2), colours().background);
    } else {
        m_picture.scene().addRect(mark, Qt::NoPen, colour);
    }
    const QRectF box =
        m_picture.text(words, {x + keyWidth(shape, 0), y}, Qt::AlignVCenter, m_style.label, colours().dose);
    return box.right();
}

void ResponseDrawing::drawTitle() {
    const QRectF title =
        m_picture.text(tr("Pain, 0–10, higher is worse ▲"), {0, 0}, Qt::AlignLeft, m_style.title, colours().text);
    const qreal y = title.center().y();
    struct Key {
        MarkShape shape;
        QColor colour;
        QString words;
    };
    std::vector<Key> keys{{MarkShape::Disc, colours().before, tr("before")},
                          {MarkShape::Ring, colours().after, tr("after, same day")}};
    const bool baselines = std::ranges::any_of(
        m_data.points, [](const auto& point) { return point.kind == ResponsePointKind::Baseline && point.before; });
    if (baselines) keys.push_back({MarkShape::Square, colours().reference, tr("baseline")});
    qreal room = m_picture.size().width() - title.right();
    for (const Key& key : keys)
        room -= keyWidth(key.shape, textWidth(m_style.label, key.words));
    // A narrow picture on paper brings them closer together rather than losing the last one.
    const qreal gap = std::clamp(room / static_cast<qreal>(keys.size() + 1), kLeastGap, 2 * kGap);
    qreal x = title.right();
    for (const Key& key : keys)
        x = drawKey(key.shape, key.colour, key.words, x + gap, y);
}

void ResponseDrawing::drawEvents() {
    if (!m_hasEvents) return;
    const qreal y = m_eventsTop + m_row / 2;
    m_picture.text(tr("events"), {m_courseRect.left() - kGap, y}, Qt::AlignRight | Qt::AlignVCenter, m_style.label,
                   colours().dose);
    for (const auto& point : m_data.points) {
        if (point.events.empty() || point.panel != ChartPanel::Course) continue;
        const qreal x = m_course->x(point.day);
        m_picture.triangle({x - 7, y}, 9, colours().text);
        m_picture.text(QString::number(point.events.front().grade), {x + 1, y}, Qt::AlignVCenter, m_style.strong,
                       colours().text);
    }
}

void ResponseDrawing::drawBands() {
    if (!m_followUp || !m_data.window) return;
    const QColor tint = colours().band(colours().dose);
    m_followUp->verticalBand(m_data.windowDays.from, m_data.windowDays.to, tint);
    const qreal middle = m_followUp->x((m_data.windowDays.from + m_data.windowDays.to) / 2.0);
    const QString words = tr("re-treatment\nwindow");
    const qreal half = textWidth(m_style.label, tr("re-treatment")) / 2;
    const qreal x = within(middle, m_followUpRect.left() + half, m_followUpRect.right() - half);
    // At the foot, where no reference line runs, unless a score or the word for a missing one stands there.
    const bool taken = std::ranges::any_of(m_data.points, [this](const auto& point) {
        const bool near = point.day + kWeek > m_data.windowDays.from && point.day - kWeek < m_data.windowDays.to;
        const bool low = !point.before || scoreValue(point.before->value) < kLowScore;
        return point.panel == ChartPanel::FollowUp && point.kind == ResponsePointKind::FollowUp && near && low;
    });
    const qreal y = taken ? m_followUpRect.top() + 2 : m_followUpRect.bottom() - 2;
    m_picture.text(words, {x, y}, taken ? Qt::AlignHCenter : Qt::AlignHCenter | Qt::AlignBottom, m_style.label,
                   colours().dose);
}

void ResponseDrawing::drawReferenceLines() {
    qreal free = m_courseRect.top() - m_row;
    const qreal right = m_followUp ? m_followUpRect.right() : m_courseRect.right();
    for (const auto& line : m_data.lines) {
        const qreal score = scoreValue(line.at);
        const auto pen = line.percent == 0 ? Qt::SolidLine : (line.percent <= 30 ? Qt::DashLine : Qt::DotLine);
        for (PlotPanel* panel : {m_course.get(), m_followUp.get()}) {
            if (!panel) continue;
            if (line.lowest && line.highest) {
                panel->horizontalBand(scoreValue(*line.lowest), scoreValue(*line.highest),
                                      colours().band(colours().reference));
            }
            const qreal y = panel->y(score);
            m_picture.line({panel->plot().left(), y}, {panel->plot().right(), y}, colours().reference, 1.2, pen);
        }
        // Lines near the bottom lie closer together than their labels.
        const qreal y = std::max(m_course->y(score) - m_row / 2, free + m_row);
        m_picture.text(referenceText(line), {right + kGap, y}, Qt::AlignLeft, m_style.label, colours().text);
        free = y;
    }
}

void ResponseDrawing::drawJoins(ChartPanel panel) {
    PlotPanel& plot = panel == ChartPanel::Course ? *m_course : *m_followUp;
    for (const auto kind : {ResponsePointKind::Infusion, ResponsePointKind::FollowUp}) {
        QList<QPointF> run;
        for (const auto& point : m_data.points) {
            if (point.panel != panel || point.kind != kind) continue;
            if (!point.joined) {
                plot.polyline(run, colours().before, 2);
                run.clear();
            }
            if (point.before) run.append(QPointF(point.day, scoreValue(point.before->value)));
        }
        plot.polyline(run, colours().before, 2);
    }
}

void ResponseDrawing::drawSeries(ChartPanel panel) {
    PlotPanel& plot = panel == ChartPanel::Course ? *m_course : *m_followUp;
    drawJoins(panel);
    QList<QPointF> discs, late, squares, rings;
    for (const auto& point : m_data.points) {
        if (point.panel != panel) continue;
        const qreal day = point.day;
        if (point.before) {
            const QPointF at(day, scoreValue(point.before->value));
            auto& series = point.kind == ResponsePointKind::Baseline     ? squares
                           : point.before->mark == ScoreMark::HollowLate ? late
                                                                         : discs;
            series.append(at);
        }
        if (!point.after) continue;
        const QPointF at(day, scoreValue(point.after->value));
        rings.append(at);
        if (point.before) {
            const qreal from = scoreValue(point.before->value);
            m_picture.line(plot.at(day, from), plot.at(day, at.y()), colours().after, 1.5, Qt::DashLine);
        }
    }
    plot.marks(squares, MarkShape::Square, kSquare, colours().reference);
    plot.marks(discs, MarkShape::Disc, kDisc, colours().before);
    plot.marks(late, MarkShape::Ring, kDisc, colours().before);
    plot.marks(rings, MarkShape::Ring, kRing, colours().after);
}

// A word in the gap, at the foot of the plot; neighbours that would touch stand in two rows.
void ResponseDrawing::drawWords() {
    qreal lowerEnd = -1;
    for (const auto& point : m_data.points) {
        PlotPanel* panel = panelOf(point);
        if (!panel) continue;
        const qreal x = panel->x(point.day);
        QString words;
        if (point.beforeGap != ChartGap::NotYet) words = gapText(point.beforeGap);
        if (point.before && point.before->mark == ScoreMark::HollowLate) {
            words = tr("late");
        } else if (words.isEmpty() && point.after && point.after->mark == ScoreMark::HollowLate) {
            words = tr("after late");
        }
        if (words.isEmpty()) continue;
        const qreal half = textWidth(m_style.strong, words) / 2 + 3;
        const bool touches = x - half < lowerEnd;
        const qreal y = panel->plot().bottom() - 4 - (touches ? m_row : 0);
        const qreal left = within(x - half, panel->plot().left(), panel->plot().right() - 2 * half);
        m_picture.text(words, {left + 3, y}, Qt::AlignBottom, m_style.strong, colours().text);
        if (!touches) lowerEnd = left + 2 * half;
    }
}

void ResponseDrawing::drawLatest() {
    const ResponsePoint* newest = nullptr;
    for (const auto& point : m_data.points) {
        if (point.before && point.kind != ResponsePointKind::Baseline && panelOf(point)) newest = &point;
    }
    if (!newest) return;
    const PlotPanel& panel = *panelOf(*newest);
    const qreal score = scoreValue(newest->before->value);
    const QPointF at = panel.at(newest->day, score);
    const bool below = newest->after && newest->after->value > newest->before->value;
    const qreal y = at.y() + (below ? kDisc : -kDisc);
    m_picture.plate(m_picture.text(scoreNumber(newest->before->value), {at.x() + 7, y},
                                   below ? Qt::AlignTop : Qt::AlignBottom, m_style.latest, colours().text));
}

void ResponseDrawing::drawNote() {
    const auto scores = std::ranges::count_if(
        m_data.points, [](const auto& point) { return point.before && point.kind != ResponsePointKind::Baseline; });
    QString note;
    if (scores == 0) note = tr("2 more scores are needed for a trend");
    if (scores == 1) note = tr("1 more score is needed for a trend");
    // Over the plot, or at its foot above the words of the gaps, wherever the one score is not.
    const bool isHigh = std::ranges::any_of(m_data.points, [](const auto& point) {
        return point.before && scoreValue(point.before->value) > kMiddleScore;
    });
    if (!note.isEmpty()) {
        const qreal y = isHigh ? m_courseRect.bottom() - 4 - 2 * m_row : m_courseRect.top() + kGap;
        m_picture.text(note, {m_courseRect.center().x(), y}, Qt::AlignHCenter, m_style.strong, colours().dose);
    }
    if (!m_data.stoppedOn) return;
    const QString words = tr("course stopped %1").arg(dateText(*m_data.stoppedOn));
    // A chart too narrow for it leaves it to the sentence beside the chart.
    if (textWidth(m_style.strong, words) + 8 > m_courseRect.width()) return;
    m_picture.text(words,
                   {m_courseRect.right() - 4, m_courseRect.top() + (note.isEmpty() || isHigh ? 4 : m_row + 2 * kGap)},
                   Qt::AlignRight, m_style.strong, colours().text);
}

void ResponseDrawing::addStops() {
    for (const auto& point : m_data.points) {
        ChartStop stop{.x = -1,
                       .top = m_courseRect.top(),
                       .bottom = m_courseRect.bottom(),
                       .labelY = m_courseRect.bottom() + 5 + 2 * m_row + m_tag / 2,
                       .label = dateText(point.date)};
        if (PlotPanel* panel = panelOf(point)) stop.x = panel->x(point.day);
        m_picture.addStop(stop);
    }
}

void ResponseDrawing::draw() {
    measure();
    addPanels();
    drawTitle();
    drawEvents();
    drawCare();
    drawBands();
    drawReferenceLines();
    drawCompared(ChartPanel::Course);
    if (m_followUp) drawCompared(ChartPanel::FollowUp);
    drawSeries(ChartPanel::Course);
    if (m_followUp) drawSeries(ChartPanel::FollowUp);
    drawWords();
    drawLatest();
    drawCourseAxis();
    drawFollowUpAxis();
    drawDoses();
    drawTenderCounts();
    drawNote();
    addStops();
}

std::unique_ptr<ChartPicture> drawResponse(const ResponseChartData& data, const QSizeF& size, const ChartStyle& style) {
    auto picture = std::make_unique<ChartPicture>(size, style);
    ResponseDrawing(data, *picture).draw();
    return picture;
}

} // namespace chairside::ui
