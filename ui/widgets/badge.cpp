#include "ui/widgets/badge.h"

#include <QAccessible>
#include <QFontMetrics>
#include <QPainter>

#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct BadgeLook {
    QColor ink;
    QColor tint;
    QString symbol;
};

BadgeLook badgeLook(Tone tone) {
    const Palette& c = tokens();
    switch (tone) {
    case Tone::Active:
        return {c.primary, c.primaryTint, u"●"_s};
    case Tone::Good:
        return {c.success, c.successTint, u"✔"_s};
    case Tone::Caution:
        return {c.warning, c.warningTint, u"▲"_s};
    case Tone::Bad:
        return {c.error, c.errorTint, u"✖"_s};
    case Tone::Neutral:
        break;
    }
    return {c.secondary, c.window, u"○"_s};
}

QFont badgeFont() {
    return uiFont(TypeSize::Label, QFont::DemiBold);
}

} // namespace

Badge::Badge(const QString& text, Tone tone, QWidget* parent) : QWidget(parent), m_tone(tone) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    set(text, tone);
}

void Badge::set(const QString& text, Tone tone) {
    const bool changed = text != m_text;
    m_text = text;
    m_tone = tone;
    setAccessibleName(text);
    if (changed) {
        QAccessibleEvent event(this, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&event);
    }
    updateGeometry();
    update();
}

QSize Badge::sizeHint() const {
    const QFontMetrics metrics(badgeFont());
    return {metrics.horizontalAdvance(badgeLook(m_tone).symbol + u' ' + m_text) + scaled(20),
            std::max(metrics.height() + scaled(6), scaled(24))};
}

void Badge::paintEvent(QPaintEvent*) {
    const BadgeLook look = badgeLook(m_tone);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(mixed(look.ink, look.tint, 35), 1));
    painter.setBrush(look.tint);
    const QRectF face = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(face, face.height() / 2, face.height() / 2);
    painter.setPen(look.ink);
    painter.setFont(badgeFont());
    painter.drawText(rect(), Qt::AlignCenter, look.symbol + u' ' + m_text);
}

} // namespace chairside::ui
