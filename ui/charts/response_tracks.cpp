#include <algorithm>

#include "ui/charts/response_drawing.h"
#include "ui/format/quantity_text.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

void ResponseDrawing::drawCourseAxis() {
    const qreal numbers = m_courseRect.bottom() + 5;
    for (const int score : {0, 2, 4, 6, 8, 10})
        m_course->axisNumber(score, QString::number(score));
    m_picture.text(tr("infusion"), {m_courseRect.left() - kGap, numbers}, Qt::AlignRight, m_style.label,
                   colours().dose);
    m_picture.text(tr("day"), {m_courseRect.left() - kGap, numbers + m_row}, Qt::AlignRight, m_style.label,
                   colours().dose);
    qreal end = -1000;
    for (const auto& point : m_data.points) {
        if (point.panel != ChartPanel::Course || point.kind != ResponsePointKind::Infusion) continue;
        const qreal x = m_course->x(point.day);
        m_picture.line({x, m_courseRect.bottom()}, {x, m_courseRect.bottom() + 4}, colours().dose, 1);
        const QString day = QString::number(point.day);
        const qreal half = std::max(textWidth(m_style.label, day), textWidth(m_style.strong, u"00"_s)) / 2;
        if (x - half < end + 4) continue;
        m_picture.text(QString::number(point.ordinal), {x, numbers}, Qt::AlignHCenter, m_style.strong, colours().text);
        m_picture.text(day, {x, numbers + m_row}, Qt::AlignHCenter, m_style.label, colours().dose);
        end = x + half;
    }
}

void ResponseDrawing::drawFollowUpAxis() {
    if (!m_followUp) return;
    const qreal numbers = m_followUpRect.bottom() + 5;
    const int weeks = m_data.followUp->to / 7;
    const qreal room = m_followUpRect.width() / weeks;
    const int step = room > 24 ? 1 : (room > 12 ? 2 : (room > 6 ? 4 : 13));
    for (int week = 0; week <= weeks; ++week) {
        const qreal x = m_followUp->x(week * 7);
        m_picture.line({x, m_followUpRect.bottom()}, {x, m_followUpRect.bottom() + 4}, colours().dose, 1);
        if (week % step != 0) continue;
        m_picture.text(QString::number(week), {x, numbers}, Qt::AlignHCenter, m_style.label, colours().text);
    }
    m_picture.text(tr("weeks after infusion %1").arg(m_data.lastGiven), {m_followUpRect.center().x(), numbers + m_row},
                   Qt::AlignHCenter, m_style.label, colours().dose);
    // The break in the axis.
    const qreal middle = m_courseRect.right() + kBreak / 2;
    for (const qreal shift : {-3.0, 3.0}) {
        const QPointF foot(middle + shift, m_courseRect.bottom());
        m_picture.line(foot + QPointF(-3, 6), foot + QPointF(3, -6), colours().dose, 1.2);
    }
}

void ResponseDrawing::drawDoses() {
    int closest = 1000;
    const ResponsePoint* earlier = nullptr;
    for (const auto& point : m_data.points) {
        if (point.kind != ResponsePointKind::Infusion || point.panel != ChartPanel::Course) continue;
        if (earlier && point.day > earlier->day) closest = std::min(closest, point.day - earlier->day);
        earlier = &point;
    }
    const qreal half = std::min(m_dose->xSpan(13), closest * 0.35);
    QList<QPointF> outline;
    for (const auto& point : m_data.points) {
        if (!point.perKg || point.panel != ChartPanel::Course) continue;
        const qreal dose = static_cast<double>(point.perKg->raw()) / 1000.0;
        outline << QPointF(point.day - half, 0) << QPointF(point.day - half, dose) << QPointF(point.day + half, dose)
                << QPointF(point.day + half, 0);
    }
    m_dose->area(outline, mixed(colours().dose, colours().background, 45), colours().dose);
    drawDoseNumbers();
}

void ResponseDrawing::drawDoseNumbers() {
    const qreal left = m_doseRect.left() - kGap;
    m_picture.text(tr("mg per kg"), {left, m_doseRect.center().y()}, Qt::AlignRight | Qt::AlignVCenter, m_style.label,
                   colours().dose);
    m_picture.text(tr("mg given"), {left, m_doseRect.bottom() + 2}, Qt::AlignRight, m_style.label, colours().dose);
    qreal perKgEnd = -1000, doseEnd = -1000;
    for (const auto& point : m_data.points) {
        if (!point.perKg || point.panel != ChartPanel::Course) continue;
        const qreal x = m_dose->x(point.day);
        const QString perKg = numberText(*point.perKg);
        const qreal halfText = textWidth(m_style.strong, perKg) / 2;
        const qreal y = m_dose->y(static_cast<double>(point.perKg->raw()) / 1000.0);
        if (x - halfText > perKgEnd + 2) {
            perKgEnd =
                m_picture.text(perKg, {x, y - 1}, Qt::AlignHCenter | Qt::AlignBottom, m_style.strong, colours().text)
                    .right();
        }
        if (!point.dose) continue;
        const QString dose = numberText(*point.dose);
        if (x - textWidth(m_style.label, dose) / 2 > doseEnd + 2) {
            doseEnd =
                m_picture.text(dose, {x, m_doseRect.bottom() + 2}, Qt::AlignHCenter, m_style.label, colours().text)
                    .right();
        }
    }
}

} // namespace chairside::ui
