// The pieces AppStyle draws with; they know colours and geometry, but no widgets.
#pragma once

#include <QRectF>

#include "ui/theme/button_kind.h"
#include "ui/theme/palette.h"

class QPainter;
class QStyleOption;

namespace chairside::ui {

struct ControlState {
    bool enabled = true;
    bool focused = false;
    bool hovered = false;
    bool pressed = false;
    bool on = false;
    bool partly = false;
    bool readOnly = false;
    bool faulty = false; // FormBuilder has a problem to show here
};

[[nodiscard]] ControlState stateOf(const QStyleOption& option);

// The ring around a focused control, 2 px, inside rect.
void drawFocusRing(QPainter& painter, const QRectF& rect, const Palette& colours, double radius = 6);
// The face and outline of an input: 1.2 px, focused 2.5 px.
void drawField(QPainter& painter, const QRectF& rect, const Palette& colours, const ControlState& state, bool fill);
// rect is the face without the ring's space.
void drawButtonFace(QPainter& painter, const QRectF& rect, const Palette& colours, const ControlState& state,
                    ButtonKind kind);
[[nodiscard]] QColor buttonTextColour(const Palette& colours, const ControlState& state, ButtonKind kind);
void drawCheckMark(QPainter& painter, const QRectF& rect, const Palette& colours, const ControlState& state);
void drawRadioMark(QPainter& painter, const QRectF& rect, const Palette& colours, const ControlState& state);
// A small arrow head in the middle of rect; down or up.
void drawChevron(QPainter& painter, const QRectF& rect, const QColor& colour, bool down);
void drawTabShape(QPainter& painter, const QRectF& rect, const Palette& colours, const ControlState& state);
void drawHeaderSection(QPainter& painter, const QRectF& rect, const Palette& colours);
void drawScrollBar(QPainter& painter, const QRectF& groove, const QRectF& handle, const Palette& colours,
                   const ControlState& state);

} // namespace chairside::ui
