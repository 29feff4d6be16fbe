#include "ui/theme/app_style.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFontInfo>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QStyleOption>
#include <QTabBar>
#include <QToolButton>
#include <algorithm>
#include <cmath>

#include "ui/theme/button_kind.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

// 10.5 pt at 96 dpi, the size the grid is drawn for.
constexpr double kStandardPixels = 14.0;

} // namespace

AppStyle::AppStyle(const Look& look) : QProxyStyle(u"Fusion"_s), m_look(look) {
    QFont font(uiFontFamily());
    font.setPointSizeF(10.5 * m_look.textPercent / 100.0);
    m_scale = std::max(1.0, QFontInfo(font).pixelSize() / kStandardPixels);
}

int AppStyle::grown(int px) const {
    return static_cast<int>(std::lround(px * m_scale));
}

QIcon AppStyle::standardIcon(StandardPixmap which, const QStyleOption* option, const QWidget* widget) const {
    switch (which) {
    // Every menu bar asks for it at once; Qt's own would load the reader for PNG files before the first screen.
    case SP_ToolBarHorizontalExtensionButton:
        return icon(u"chevron-right"_s);
    default:
        return QProxyStyle::standardIcon(which, option, widget);
    }
}

int AppStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return grown(space::kRelated);
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return grown(space::kGroup);
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return grown(20);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return grown(8);
    case PM_ButtonMargin:
        return grown(24);
    case PM_ButtonDefaultIndicator:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
        return grown(20);
    case PM_FocusFrameHMargin:
        return grown(8);
    case PM_FocusFrameVMargin:
        return grown(4);
    case PM_HeaderMargin:
        return grown(8);
    case PM_ScrollBarExtent:
        return grown(14);
    case PM_ScrollBarSliderMin:
        return grown(32);
    case PM_TabBarTabHSpace:
        return grown(18);
    case PM_TabBarTabVSpace:
        return grown(16);
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarBaseOverlap:
        return 0;
    case PM_MenuBarItemSpacing:
        return grown(4);
    case PM_MenuBarHMargin:
        return grown(8);
    case PM_MenuBarVMargin:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int AppStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                        QStyleHintReturn* answer) const {
    switch (hint) {
    case SH_Widget_Animation_Duration:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_ItemView_ActivateItemOnSingleClick:
        return 0;
    case SH_UnderlineShortcut:
        return 1;
    case SH_EtchDisabledText:
        return 0;
    case SH_ComboBox_Popup:
        return 0;
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_TabBar_Alignment:
        return Qt::AlignLeft;
    case SH_Table_GridLineColor:
        return static_cast<int>(colours().hairline.rgb());
    case SH_ScrollBar_ContextMenu:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, answer);
    }
}

// The contents are the text and the icon; the face has its own room around them, and the ring has its own
// around that.
QSize AppStyle::buttonSize(QSize contents, int height, const QWidget* widget) const {
    const bool link = widget != nullptr && buttonKind(*widget) == ButtonKind::Link;
    const bool atTheChair = densityOf(widget) != Density::Desktop;
    const int least = link && !atTheChair ? grown(kSmallestTarget) : height;
    const int width = contents.width() + grown(link ? 12 : 28);
    return {std::max(width, grown(link ? kSmallestTarget : 72)) + 2 * kRingSpace,
            std::max(contents.height() + grown(4), least) + 2 * kRingSpace};
}

QSize AppStyle::controlSize(ContentsType type, QSize size, const QWidget* widget) const {
    const int height = controlHeight(densityOf(widget));
    switch (type) {
    case CT_LineEdit:
    case CT_SpinBox:
        return {size.width() + grown(14), std::max(size.height(), height)};
    case CT_ComboBox:
        return {size.width() + grown(20), std::max(size.height(), height)};
    case CT_PushButton:
        return buttonSize(size, height, widget);
    case CT_ToolButton:
        return size.expandedTo({height, height});
    case CT_CheckBox:
    case CT_RadioButton:
        return {size.width() + 2 * grown(6), std::max(size.height(), height)};
    default:
        return size;
    }
}

QSize AppStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                                 const QWidget* widget) const {
    if (type == CT_PushButton) return controlSize(type, contents, widget);
    const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    switch (type) {
    case CT_TabBarTab:
        return size.expandedTo({grown(64), grown(40)});
    case CT_HeaderSection: {
        // The side of a table is as high as its rows, which the table knows.
        const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
        if (header != nullptr && header->orientation == Qt::Vertical) return size;
        if (header == nullptr || header->sortIndicator == QStyleOptionHeader::None)
            return size.expandedTo({0, grown(kTableRow)});
        // The mark is small, whatever the height of the heading, which is written in the size of labels.
        const int text = QFontMetrics(uiFont(TypeSize::Label, QFont::DemiBold)).size(0, header->text).width();
        const int mark = pixelMetric(PM_HeaderMarkSize, option, widget);
        const int width = text + mark + 3 * pixelMetric(PM_HeaderMargin, option, widget);
        return {width, std::max(size.height(), grown(kTableRow))};
    }
    case CT_MenuBarItem:
        return {size.width() + grown(12), std::max(size.height(), grown(kTableRow))};
    case CT_MenuItem: {
        const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
        if (item != nullptr && item->menuItemType == QStyleOptionMenuItem::Separator) return size;
        return {size.width() + grown(16), std::max(size.height(), grown(kTableRow))};
    }
    case CT_ItemViewItem:
        // Two lines would else fill their row from edge to edge.
        return size.height() > grown(kTableRow) ? size.grownBy({0, grown(4), 0, grown(4)})
                                                : QSize(size.width(), grown(28));
    case CT_LineEdit:
        // The editor inside a combo or spin box lies within that box's own frame.
        if (widget != nullptr && (qobject_cast<const QAbstractSpinBox*>(widget->parentWidget()) != nullptr ||
                                  qobject_cast<const QComboBox*>(widget->parentWidget()) != nullptr)) {
            return size;
        }
        return controlSize(type, size, widget);
    default:
        return controlSize(type, size, widget);
    }
}

QRect AppStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const {
    const int side = grown(6);
    switch (element) {
    case SE_LineEditContents: {
        const QRect rect = QProxyStyle::subElementRect(element, option, widget);
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        return frame != nullptr && frame->lineWidth > 0 ? rect.adjusted(side, 0, -side, 0) : rect;
    }
    case SE_PushButtonFocusRect:
        return option->rect;
    case SE_CheckBoxFocusRect:
    case SE_RadioButtonFocusRect:
        return option->rect;
    case SE_CheckBoxIndicator:
    case SE_RadioButtonIndicator: {
        const bool leftToRight = option->direction == Qt::LeftToRight;
        return QProxyStyle::subElementRect(element, option, widget).translated(leftToRight ? side : -side, 0);
    }
    case SE_CheckBoxContents:
    case SE_RadioButtonContents: {
        const bool leftToRight = option->direction == Qt::LeftToRight;
        return QProxyStyle::subElementRect(element, option, widget).translated(leftToRight ? side : -side, 0);
    }
    default:
        return QProxyStyle::subElementRect(element, option, widget);
    }
}

QRect AppStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                               const QWidget* widget) const {
    if (control == CC_ComboBox && option != nullptr) {
        const int arrow = grown(28);
        const QRect rect = option->rect;
        QRect found;
        if (part == SC_ComboBoxArrow) found = QRect(rect.right() - arrow + 1, rect.top(), arrow, rect.height());
        if (part == SC_ComboBoxEditField) found = rect.adjusted(grown(8), 2, -arrow, -2);
        if (!found.isNull()) return visualRect(option->direction, rect, found);
    }
    if (control == CC_ScrollBar && option != nullptr) {
        // No arrow buttons: the whole length is groove.
        if (part == SC_ScrollBarAddLine || part == SC_ScrollBarSubLine) return {};
        if (part == SC_ScrollBarGroove) return option->rect;
        const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
        if (bar != nullptr &&
            (part == SC_ScrollBarSlider || part == SC_ScrollBarAddPage || part == SC_ScrollBarSubPage)) {
            const bool flat = bar->orientation == Qt::Horizontal;
            const int length = flat ? bar->rect.width() : bar->rect.height();
            const qint64 range = qint64{bar->maximum} - bar->minimum;
            const int least = std::min(grown(32), length);
            const int slider =
                range <= 0 ? length
                           : std::clamp(static_cast<int>(qint64{length} * bar->pageStep / (range + bar->pageStep)),
                                        least, length);
            const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - slider,
                                                      bar->upsideDown);
            int from = start;
            int span = slider;
            if (part == SC_ScrollBarSubPage) {
                from = 0;
                span = start;
            }
            if (part == SC_ScrollBarAddPage) {
                from = start + slider;
                span = length - from;
            }
            const QRect found = flat ? QRect(bar->rect.x() + from, bar->rect.y(), span, bar->rect.height())
                                     : QRect(bar->rect.x(), bar->rect.y() + from, bar->rect.width(), span);
            return visualRect(bar->direction, bar->rect, found);
        }
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

void AppStyle::polish(QWidget* widget) {
    QProxyStyle::polish(widget);
    if (qobject_cast<QPushButton*>(widget) != nullptr || qobject_cast<QComboBox*>(widget) != nullptr ||
        qobject_cast<QCheckBox*>(widget) != nullptr || qobject_cast<QRadioButton*>(widget) != nullptr ||
        qobject_cast<QToolButton*>(widget) != nullptr || qobject_cast<QScrollBar*>(widget) != nullptr ||
        qobject_cast<QTabBar*>(widget) != nullptr) {
        widget->setAttribute(Qt::WA_Hover);
    }
    if (auto* tabs = qobject_cast<QTabBar*>(widget)) tabs->setExpanding(false);
}

const AppStyle* appliedStyle() {
    if (qobject_cast<QApplication*>(QCoreApplication::instance()) == nullptr) return nullptr;
    return qobject_cast<const AppStyle*>(QApplication::style());
}

} // namespace chairside::ui
