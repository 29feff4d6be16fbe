#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QHeaderView>
#include <QPainter>
#include <QStyleOption>

#include "ui/theme/app_style.h"
#include "ui/theme/fonts.h"
#include "ui/theme/style_drawing.h"

namespace chairside::ui {

namespace {

ControlState fieldState(const QStyleOption& option, const QWidget* widget) {
    ControlState state = stateOf(option);
    state.faulty = isFaulty(widget);
    return state;
}

bool isField(const QStyleOption* option) {
    const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
    return frame != nullptr && frame->lineWidth > 0;
}

void drawScrollAreaFrame(const QStyleOption* option, QPainter* painter, const QWidget* widget, const Palette& colours) {
    ControlState state = fieldState(*option, widget);
    state.focused = widget->hasFocus();
    state.readOnly = false;
    if (state.focused) return drawField(*painter, option->rect, colours, state, false);
    const bool view = qobject_cast<const QAbstractItemView*>(widget) != nullptr;
    if (!view) return drawField(*painter, option->rect, colours, state, false);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colours.hairline, 1));
    painter->drawRoundedRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    painter->restore();
}

} // namespace

void AppStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                             const QWidget* widget) const {
    const Palette& c = colours();
    switch (element) {
    case PE_PanelLineEdit:
        if (isField(option)) return drawField(*painter, option->rect, c, fieldState(*option, widget), true);
        return;
    case PE_FrameLineEdit:
        return drawField(*painter, option->rect, c, stateOf(*option), false);
    case PE_Frame:
        if (qobject_cast<const QAbstractScrollArea*>(widget) != nullptr)
            return drawScrollAreaFrame(option, painter, widget, c);
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    case PE_FrameFocusRect:
        return drawFocusRing(*painter, option->rect, c, 4);
    case PE_PanelButtonCommand: {
        const ButtonKind kind = widget != nullptr ? buttonKind(*widget) : ButtonKind::Secondary;
        const QRectF face = QRectF(option->rect).adjusted(kRingSpace, kRingSpace, -kRingSpace, -kRingSpace);
        return drawButtonFace(*painter, face, c, stateOf(*option), kind);
    }
    case PE_PanelButtonTool: {
        const ControlState state = stateOf(*option);
        if (state.on || state.pressed)
            painter->fillRect(option->rect, c.primaryTint);
        else if (state.hovered)
            painter->fillRect(option->rect, mixed(c.primary, c.window, 10));
        return;
    }
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return drawCheckMark(*painter, option->rect, c, stateOf(*option));
    case PE_IndicatorRadioButton:
        return drawRadioMark(*painter, option->rect, c, stateOf(*option));
    case PE_FrameTabBarBase:
        painter->fillRect(QRectF(option->rect.x(), option->rect.bottom(), option->rect.width(), 1), c.hairline);
        return;
    case PE_FrameTabWidget:
        return;
    case PE_PanelItemViewRow:
    case PE_PanelItemViewItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option);
            item != nullptr && element == PE_PanelItemViewItem) {
            painter->fillRect(option->rect, item->backgroundBrush);
        }
        if (option->state.testFlag(State_Selected)) {
            painter->fillRect(option->rect, c.primaryTint);
        } else if (element == PE_PanelItemViewItem && option->state.testFlag(State_MouseOver)) {
            painter->fillRect(option->rect, mixed(c.primary, c.base, 6));
        }
        return;
    default:
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void AppStyle::drawPushButton(const QStyleOption* option, QPainter* painter, const QWidget* widget) const {
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    if (button == nullptr) return;
    drawPrimitive(PE_PanelButtonCommand, option, painter, widget);
    QStyleOptionButton label(*button);
    const ButtonKind kind = widget != nullptr ? buttonKind(*widget) : ButtonKind::Secondary;
    const QColor ink = buttonTextColour(colours(), stateOf(*option), kind);
    for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
        label.palette.setColor(group, QPalette::ButtonText, ink);
    }
    drawControl(CE_PushButtonLabel, &label, painter, widget);
    if (option->state.testFlag(State_HasFocus)) drawFocusRing(*painter, option->rect, colours(), 8);
}

void AppStyle::drawViewItem(const QStyleOption* option, QPainter* painter, const QWidget* widget) const {
    const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option);
    if (item == nullptr) return;
    QStyleOptionViewItem plain(*item);
    for (const auto group : {QPalette::Active, QPalette::Inactive}) {
        plain.palette.setColor(group, QPalette::HighlightedText, plain.palette.color(group, QPalette::Text));
    }
    const auto* view = qobject_cast<const QAbstractItemView*>(widget);
    const bool rows = view != nullptr && view->selectionBehavior() == QAbstractItemView::SelectRows;
    // A row that is chosen as a whole is marked as a whole, by a bar at its start.
    if (rows) plain.state.setFlag(State_HasFocus, false);
    QProxyStyle::drawControl(CE_ItemViewItem, &plain, painter, widget);
    const bool first = item->viewItemPosition == QStyleOptionViewItem::Beginning ||
                       item->viewItemPosition == QStyleOptionViewItem::OnlyOne;
    if (rows && first && item->state.testFlag(State_Selected)) {
        painter->fillRect(QRect(item->rect.x(), item->rect.y(), 4, item->rect.height()),
                          view->hasFocus() ? colours().focus : colours().primary);
    }
}

void AppStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                           const QWidget* widget) const {
    switch (element) {
    case CE_PushButton:
        return drawPushButton(option, painter, widget);
    case CE_ItemViewItem:
        return drawViewItem(option, painter, widget);
    case CE_TabBarTabShape: {
        ControlState state = stateOf(*option);
        state.on = option->state.testFlag(State_Selected);
        state.focused = state.on && widget != nullptr && widget->hasFocus();
        return drawTabShape(*painter, option->rect, colours(), state);
    }
    case CE_TabBarTabLabel: {
        const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option);
        if (tab == nullptr) return;
        QStyleOptionTab label(*tab);
        label.state.setFlag(State_HasFocus, false);
        const QColor ink = tab->state.testFlag(State_Selected) ? colours().primary : colours().secondary;
        for (const auto role : {QPalette::WindowText, QPalette::ButtonText})
            label.palette.setColor(QPalette::All, role, ink);
        return QProxyStyle::drawControl(element, &label, painter, widget);
    }
    case CE_HeaderSection:
        return drawHeaderSection(*painter, option->rect, colours());
    case CE_HeaderEmptyArea:
        return drawHeaderSection(*painter, option->rect, colours());
    case CE_HeaderLabel: {
        const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
        if (header == nullptr) return;
        painter->save();
        painter->setFont(uiFont(TypeSize::Label, QFont::DemiBold));
        painter->setPen(colours().secondary);
        const int flags = static_cast<int>(header->textAlignment.toInt()) | Qt::TextWordWrap | Qt::TextDontClip;
        painter->drawText(header->rect, flags, header->text);
        painter->restore();
        return;
    }
    case CE_MenuBarItem: {
        const bool open = option->state.testFlag(State_Selected);
        painter->fillRect(option->rect, open ? colours().primaryTint : colours().window);
        const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
        if (item == nullptr) return;
        const int flags = Qt::AlignCenter | Qt::TextSingleLine | Qt::TextShowMnemonic;
        drawItemText(painter, option->rect, flags, option->palette, option->state.testFlag(State_Enabled), item->text,
                     QPalette::WindowText);
        return;
    }
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, colours().window);
        return;
    default:
        return QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void AppStyle::drawComboBox(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const {
    ControlState state = fieldState(*option, widget);
    state.on = false;
    drawField(*painter, option->rect, colours(), state, true);
    const QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
    drawChevron(*painter, arrow, state.enabled ? colours().text : colours().disabled, true);
}

void AppStyle::drawSpinBox(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const {
    const ControlState state = stateOf(*option);
    drawField(*painter, option->rect, colours(), state, true);
    const auto* box = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
    if (box == nullptr || box->buttonSymbols == QAbstractSpinBox::NoButtons) return;
    const QColor ink = state.enabled ? colours().text : colours().disabled;
    drawChevron(*painter, subControlRect(CC_SpinBox, option, SC_SpinBoxUp, widget), ink, false);
    drawChevron(*painter, subControlRect(CC_SpinBox, option, SC_SpinBoxDown, widget), ink, true);
}

void AppStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                  const QWidget* widget) const {
    switch (control) {
    case CC_ComboBox:
        return drawComboBox(option, painter, widget);
    case CC_SpinBox:
        return drawSpinBox(option, painter, widget);
    case CC_ToolButton:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        if (option->state.testFlag(State_HasFocus)) drawFocusRing(*painter, option->rect, colours(), 4);
        return;
    case CC_ScrollBar: {
        const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
        ControlState state = stateOf(*option);
        state.enabled = state.enabled && bar != nullptr && bar->maximum > bar->minimum;
        drawScrollBar(*painter, option->rect, subControlRect(control, option, SC_ScrollBarSlider, widget), colours(),
                      state);
        return;
    }
    default:
        return QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

} // namespace chairside::ui
