#include "ui/print/print_style.h"

#include <cmath>

#include "ui/theme/fonts.h"
#include "ui/theme/palette.h"

namespace chairside::ui {

namespace {

struct Type {
    double points;
    QFont::Weight weight;
};

Type typeOf(PrintRole role) {
    switch (role) {
    case PrintRole::Body:
        return {8.5, QFont::Normal};
    case PrintRole::Strong:
        return {8.5, QFont::DemiBold};
    case PrintRole::Small:
        return {8, QFont::Normal};
    case PrintRole::SmallStrong:
        return {8, QFont::DemiBold};
    case PrintRole::Caption:
        return {7, QFont::Normal};
    case PrintRole::Heading:
        return {10, QFont::DemiBold};
    case PrintRole::Large:
        return {11.5, QFont::Normal};
    case PrintRole::LargeStrong:
        return {11.5, QFont::DemiBold};
    case PrintRole::Person:
        return {13, QFont::DemiBold};
    case PrintRole::Figure:
        return {13, QFont::DemiBold};
    }
    return {8.5, QFont::Normal};
}

PrintInks lightInks() {
    const Palette& light = paletteOf(Theme::Light);
    return {.text = light.text,
            .secondary = light.secondary,
            .rule = light.fieldBorder,
            .hairline = light.hairline,
            .tint = light.window,
            .watermark = mixed(light.hairline, light.base, 45),
            .paper = light.base,
            .demo = light.demoStrip,
            .onDemo = light.onDemoStrip};
}

} // namespace

QPageSize pageSizeOf(PaperSize paper) {
    return QPageSize(paper == PaperSize::A4 ? QPageSize::A4 : QPageSize::Letter);
}

QSizeF sheetOf(PaperSize paper) {
    return pageSizeOf(paper).sizePixels(kDotsPerInch).toSizeF();
}

QFont printFont(PrintRole role) {
    const Type type = typeOf(role);
    QFont font(uiFontFamily());
    font.setPixelSize(static_cast<int>(std::lround(type.points * kDotsPerInch / 72)));
    font.setWeight(type.weight);
    return forPaper(font);
}

QFont forPaper(QFont font) {
    // Screen hinting would move letters by whole dots.
    font.setHintingPreference(QFont::PreferNoHinting);
    // Any spacing switches ligatures off: a reader's search finds no "cuff" that is drawn with one glyph for "ff".
    font.setLetterSpacing(QFont::AbsoluteSpacing, 1.0 / 64);
    return font;
}

const PrintInks& printInks() {
    static const PrintInks inks = lightInks();
    return inks;
}

} // namespace chairside::ui
