// The program's look: Fusion for behaviour and metrics, own drawing for frames, buttons, marks and focus.
#pragma once

#include <QProxyStyle>

#include "ui/theme/apply_theme.h"

namespace chairside::ui {

// Owned by QApplication. Every focused control gets a ring of at least 2 px; every input a 1.2 px outline.
class AppStyle : public QProxyStyle {
    Q_OBJECT

public:
    explicit AppStyle(const Look& look);

    [[nodiscard]] const Look& look() const { return m_look; }
    [[nodiscard]] const Palette& colours() const { return paletteOf(m_look.theme); }
    // How many times larger than standard the text is, never below 1.
    [[nodiscard]] double scale() const { return m_scale; }

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                                         const QWidget* widget) const override;
    [[nodiscard]] QRect subElementRect(SubElement element, const QStyleOption* option,
                                       const QWidget* widget) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                       const QWidget* widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                                QStyleHintReturn* answer) const override;
    [[nodiscard]] QIcon standardIcon(StandardPixmap which, const QStyleOption* option,
                                     const QWidget* widget) const override;
    void polish(QWidget* widget) override;
    using QProxyStyle::polish;

private:
    [[nodiscard]] int grown(int px) const;
    void drawComboBox(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const;
    void drawSpinBox(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const;
    void drawPushButton(const QStyleOption* option, QPainter* painter, const QWidget* widget) const;
    void drawViewItem(const QStyleOption* option, QPainter* painter, const QWidget* widget) const;
    [[nodiscard]] QSize buttonSize(QSize contents, int height, const QWidget* widget) const;
    [[nodiscard]] QSize controlSize(ContentsType type, QSize size, const QWidget* widget) const;

    Look m_look;
    double m_scale = 1.0;
};

// The applied style, or nothing before applyTheme or without a QApplication.
[[nodiscard]] const AppStyle* appliedStyle();

} // namespace chairside::ui
