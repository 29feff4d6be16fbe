#include "ui/theme/style_drawing.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <QStyleOption>

namespace chairside::ui {

namespace {

constexpr double kFieldRadius = 5;
constexpr double kButtonRadius = 5;
constexpr double kFieldPen = 1.2;
constexpr double kFieldFocusPen = 2.5;
constexpr double kFocusRingPen = 2;

QRectF insetBy(const QRectF& rect, double by) {
    return rect.adjusted(by, by, -by, -by);
}

void roundedRect(QPainter& painter, const QRectF& rect, double radius, const QPen& pen, const QBrush& brush) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(pen);
    painter.setBrush(brush);
    painter.drawRoundedRect(rect, radius, radius);
    painter.restore();
}

} // namespace

ControlState stateOf(const QStyleOption& option) {
    ControlState state;
    state.enabled = option.state.testFlag(QStyle::State_Enabled);
    state.focused = option.state.testFlag(QStyle::State_HasFocus);
    state.hovered = state.enabled && option.state.testFlag(QStyle::State_MouseOver);
    state.pressed = option.state.testFlag(QStyle::State_Sunken);
    state.on = option.state.testFlag(QStyle::State_On);
    state.partly = option.state.testFlag(QStyle::State_NoChange);
    state.readOnly = option.state.testFlag(QStyle::State_ReadOnly);
    return state;
}

void drawFocusRing(QPainter& painter, const QRectF& rect, const Palette& colours, double radius) {
    roundedRect(painter, insetBy(rect, kFocusRingPen / 2), radius, QPen(colours.focus, kFocusRingPen), Qt::NoBrush);
}

void drawField(QPainter& painter, const QRectF& rect, const Palette& colours, const ControlState& state, bool fill) {
    const double width = state.focused ? kFieldFocusPen : state.faulty ? kFocusRingPen : kFieldPen;
    const QColor resting = !state.enabled ? colours.disabled : state.faulty ? colours.error : colours.fieldBorder;
    const QColor line = state.focused ? colours.focus : resting;
    const bool quiet = !state.enabled || state.readOnly;
    const QBrush face = fill ? QBrush(quiet ? colours.window : colours.base) : QBrush(Qt::NoBrush);
    QPen pen(line, width);
    if (quiet && !state.focused) pen.setStyle(Qt::DashLine);
    roundedRect(painter, insetBy(rect, width / 2), kFieldRadius, pen, face);
}

QColor buttonTextColour(const Palette& colours, const ControlState& state, ButtonKind kind) {
    if (!state.enabled) return colours.disabled;
    switch (kind) {
    case ButtonKind::Primary:
        return colours.onPrimary;
    case ButtonKind::Danger:
        return colours.error;
    case ButtonKind::Link:
        return colours.primary;
    case ButtonKind::Secondary:
        break;
    }
    return state.on ? colours.onPrimary : colours.text;
}

void drawButtonFace(QPainter& painter, const QRectF& rect, const Palette& colours, const ControlState& state,
                    ButtonKind kind) {
    const bool solid = kind == ButtonKind::Primary || (kind == ButtonKind::Secondary && state.on);
    const QColor ground = colours.theme == Theme::Light ? colours.base : colours.alternate;
    const QColor ink = kind == ButtonKind::Danger ? colours.error : colours.primary;
    QColor face = solid ? colours.primary : ground;
    QColor edge = solid ? colours.primary : kind == ButtonKind::Danger ? colours.error : colours.fieldBorder;
    if (!state.enabled) {
        face = colours.window;
        edge = colours.disabled;
    } else if (state.pressed) {
        face = solid ? mixed(colours.text, face, 25) : mixed(ink, ground, 22);
    } else if (state.hovered) {
        face = solid ? mixed(colours.text, face, 12) : mixed(ink, ground, 10);
    }
    if (kind == ButtonKind::Link) {
        if (state.hovered || state.pressed)
            roundedRect(painter, rect, kButtonRadius, Qt::NoPen, mixed(ink, ground, 10));
        return;
    }
    roundedRect(painter, insetBy(rect, kFieldPen / 2), kButtonRadius, QPen(edge, kFieldPen), face);
}

void drawCheckMark(QPainter& painter, const QRectF& rect, const Palette& colours, const ControlState& state) {
    const bool filled = (state.on || state.partly) && state.enabled;
    const QColor edge = !state.enabled ? colours.disabled : filled ? colours.primary : colours.fieldBorder;
    roundedRect(painter, insetBy(rect, 1), 4, QPen(edge, 1.5),
                filled          ? colours.primary
                : state.hovered ? colours.primaryTint
                                : colours.base);
    if (!state.on && !state.partly) return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(state.enabled ? colours.onPrimary : colours.disabled, rect.width() / 9, Qt::SolidLine,
                        Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&rect](double x, double y) {
        return QPointF(rect.x() + x * rect.width(), rect.y() + y * rect.height());
    };
    if (state.partly)
        painter.drawLine(at(0.28, 0.5), at(0.72, 0.5));
    else
        painter.drawPolyline(QPolygonF{at(0.26, 0.52), at(0.43, 0.69), at(0.75, 0.33)});
    painter.restore();
}

void drawRadioMark(QPainter& painter, const QRectF& rect, const Palette& colours, const ControlState& state) {
    const QColor edge = !state.enabled ? colours.disabled : state.on ? colours.primary : colours.fieldBorder;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(edge, state.on ? 2 : 1.5));
    painter.setBrush(state.hovered ? colours.primaryTint : colours.base);
    painter.drawEllipse(insetBy(rect, 1));
    if (state.on) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(edge);
        painter.drawEllipse(insetBy(rect, rect.width() * 0.28));
    }
    painter.restore();
}

void drawChevron(QPainter& painter, const QRectF& rect, const QColor& colour, bool down) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF c = rect.center();
    const double dy = down ? 2.2 : -2.2;
    painter.drawPolyline(
        QPolygonF{QPointF(c.x() - 4.5, c.y() - dy), QPointF(c.x(), c.y() + dy), QPointF(c.x() + 4.5, c.y() - dy)});
    painter.restore();
}

void drawTabShape(QPainter& painter, const QRectF& rect, const Palette& colours, const ControlState& state) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (state.hovered && !state.on) {
        painter.setBrush(colours.primaryTint);
        painter.drawRoundedRect(insetBy(rect, 2), 4, 4);
    }
    if (state.on) {
        painter.setBrush(colours.primary);
        painter.drawRoundedRect(QRectF(rect.x() + 6, rect.bottom() - 3, rect.width() - 12, 3), 1.5, 1.5);
    }
    painter.restore();
    if (state.focused) drawFocusRing(painter, insetBy(rect, 1), colours, 4);
}

void drawHeaderSection(QPainter& painter, const QRectF& rect, const Palette& colours) {
    painter.fillRect(rect, colours.alternate);
    painter.fillRect(QRectF(rect.x(), rect.bottom() - 1, rect.width(), 1), colours.fieldBorder);
}

void drawScrollBar(QPainter& painter, const QRectF& groove, const QRectF& handle, const Palette& colours,
                   const ControlState& state) {
    painter.fillRect(groove, colours.window);
    if (!state.enabled) return;
    const bool upright = handle.height() >= handle.width() || groove.height() > groove.width();
    const QRectF face = upright ? handle.adjusted(3, 2, -3, -2) : handle.adjusted(2, 3, -2, -3);
    const double radius = (upright ? face.width() : face.height()) / 2;
    roundedRect(painter, face, radius, Qt::NoPen,
                state.hovered || state.pressed ? colours.secondary : colours.fieldBorder);
}

} // namespace chairside::ui
