#include "ui/theme/icons.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <cmath>

#include "ui/theme/palette.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QString iconPath(const QString& name) {
    return u":/icons/"_s + name + u".svg";
}

QColor iconColour(QIcon::Mode mode) {
    switch (mode) {
    case QIcon::Disabled:
        return tokens().disabled;
    case QIcon::Selected:
        return tokens().primary;
    case QIcon::Normal:
    case QIcon::Active:
        break;
    }
    return tokens().text;
}

// Draws at paint time, so an icon made before a change of theme is right after it.
class StrokeIconEngine final : public QIconEngine {
public:
    explicit StrokeIconEngine(QString name) : m_name(std::move(name)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        const int side = std::min(rect.width(), rect.height());
        const qreal ratio = painter->device() != nullptr ? painter->device()->devicePixelRatioF() : 1.0;
        const QRect place(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side, side);
        painter->drawPixmap(place, iconPixmap(m_name, side, iconColour(mode), ratio));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override {
        return iconPixmap(m_name, std::min(size.width(), size.height()), iconColour(mode), 1.0);
    }
    QIconEngine* clone() const override { return new StrokeIconEngine(m_name); }
    bool isNull() override { return false; }

private:
    QString m_name;
};

} // namespace

QIcon icon(const QString& name) {
    return QFile::exists(iconPath(name)) ? QIcon(new StrokeIconEngine(name)) : QIcon();
}

QPixmap iconPixmap(const QString& name, int size, const QColor& colour, qreal devicePixelRatio) {
    const QString key = u"chairside/%1/%2/%3/%4"_s.arg(name).arg(size).arg(colour.name()).arg(devicePixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) return pixmap;
    QFile file(iconPath(name));
    if (!file.open(QIODevice::ReadOnly)) return {};
    QSvgRenderer renderer(file.readAll().replace("currentColor", colour.name().toLatin1()));
    const int side = static_cast<int>(std::ceil(size * devicePixelRatio));
    pixmap = QPixmap(side, side);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(0, 0, side, side));
    painter.end();
    pixmap.setDevicePixelRatio(devicePixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

} // namespace chairside::ui
