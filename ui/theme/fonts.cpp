#include "ui/theme/fonts.h"

#include <QFontDatabase>
#include <QStringList>

#include "ui/theme/apply_theme.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

double pointSizeOf(TypeSize size) {
    switch (size) {
    case TypeSize::Label:
        return 9;
    case TypeSize::Base:
        return 10.5;
    case TypeSize::PageTitle:
        return 13;
    case TypeSize::CardNumber:
        return 16;
    case TypeSize::Timer:
        return 20;
    }
    return 10.5;
}

// QFontDatabase::hasFamily asks fontconfig for substitutes each time, which start-up would feel.
QString firstInstalled(const QStringList& families) {
    const QStringList installed = QFontDatabase::families();
    for (const QString& family : families) {
        if (installed.contains(family, Qt::CaseInsensitive)) return family;
    }
    return families.back();
}

} // namespace

QString uiFontFamily() {
    static const QString family =
        firstInstalled({u"Open Sans"_s, u"Noto Sans"_s, u"Roboto"_s, u"Liberation Sans"_s, u"DejaVu Sans"_s});
    return family;
}

QFont uiFont(TypeSize size, QFont::Weight weight) {
    QFont font(uiFontFamily());
    font.setPointSizeF(pointSizeOf(size) * currentLook().textPercent / 100.0);
    font.setWeight(weight);
    return font;
}

QFont idFont() {
    static const QString family =
        firstInstalled({u"DejaVu Sans Mono"_s, u"Noto Sans Mono"_s, u"Liberation Mono"_s, u"monospace"_s});
    QFont font(family);
    font.setPointSizeF(10.5 * currentLook().textPercent / 100.0);
    font.setStyleHint(QFont::Monospace);
    return font;
}

} // namespace chairside::ui
