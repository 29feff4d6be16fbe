#include "ui/charts/chart_picture.h"

#include <QFontInfo>
#include <QFontMetricsF>
#include <QGraphicsLineItem>
#include <QGraphicsPolygonItem>
#include <QGraphicsRectItem>
#include <QGraphicsSimpleTextItem>
#include <QPainter>
#include <QPen>

#include "ui/theme/fonts.h"

namespace chairside::ui {

namespace {

constexpr qreal kBandLayer = -10;
constexpr qreal kGridLayer = -5;
constexpr qreal kLineLayer = -1;
constexpr qreal kTextLayer = 10;
constexpr qreal kLogicalDpi = 96;

QFont inPixels(QFont font, int pixels, QFont::Weight weight = QFont::Normal) {
    font.setPixelSize(pixels);
    font.setWeight(weight);
    return font;
}

ChartStyle styleOf(const ChartColours& colours, int label, int strong, int title, int latest) {
    const QFont family(uiFontFamily());
    return {.colours = colours,
            .label = inPixels(family, label),
            .strong = inPixels(family, strong, QFont::DemiBold),
            .title = inPixels(family, title, QFont::DemiBold),
            .latest = inPixels(family, latest, QFont::Bold)};
}

int pixelsOf(TypeSize size) {
    return QFontInfo(uiFont(size)).pixelSize();
}

} // namespace

ChartStyle screenStyle() {
    const int label = pixelsOf(TypeSize::Label);
    return styleOf(tokens().chart, label, label + 1, pixelsOf(TypeSize::Base), pixelsOf(TypeSize::CardNumber));
}

ChartStyle printStyle(const ChartColours& colours) {
    ChartStyle style = styleOf(colours, 11, 11, 13, 18);
    style.hasFocusLine = false;
    return style;
}

qreal textWidth(const QFont& font, const QString& words) {
    return QFontMetricsF(font).horizontalAdvance(words);
}

qreal textHeight(const QFont& font) {
    return QFontMetricsF(font).height();
}

ChartPicture::ChartPicture(const QSizeF& size, const ChartStyle& style) : m_size(size), m_style(style) {
    m_scene.setSceneRect(QRectF(QPointF(), size));
    m_scene.setItemIndexMethod(QGraphicsScene::NoIndex);
}

ChartPicture::~ChartPicture() = default;

QRectF ChartPicture::text(const QString& words, QPointF at, Qt::Alignment align, const QFont& font,
                          const QColor& colour) {
    auto* item = m_scene.addSimpleText(words, font);
    item->setBrush(colour);
    item->setZValue(kTextLayer);
    const QRectF box = item->boundingRect();
    QPointF corner = at;
    if (align & Qt::AlignRight) corner.rx() -= box.width();
    if (align & Qt::AlignHCenter) corner.rx() -= box.width() / 2;
    if (align & Qt::AlignBottom) corner.ry() -= box.height();
    if (align & Qt::AlignVCenter) corner.ry() -= box.height() / 2;
    item->setPos(corner);
    return box.translated(corner);
}

void ChartPicture::plate(const QRectF& rect) {
    m_scene.addRect(rect, Qt::NoPen, m_style.colours.background)->setZValue(kTextLayer - 1);
}

void ChartPicture::line(QPointF from, QPointF to, const QColor& colour, qreal width, Qt::PenStyle style) {
    QPen pen(colour, width, style);
    pen.setCapStyle(Qt::FlatCap);
    m_scene.addLine(QLineF(from, to), pen)->setZValue(kLineLayer);
}

void ChartPicture::gridLine(QPointF from, QPointF to) {
    m_scene.addLine(QLineF(from, to), QPen(m_style.colours.grid, 1))->setZValue(kGridLayer);
}

void ChartPicture::band(const QRectF& rect, const QColor& colour) {
    m_scene.addRect(rect, Qt::NoPen, colour)->setZValue(kBandLayer);
}

void ChartPicture::triangle(QPointF centre, qreal size, const QColor& colour) {
    const qreal half = size / 2;
    const QPolygonF shape{centre + QPointF(-half, half), centre + QPointF(half, half), centre + QPointF(0, -half)};
    m_scene.addPolygon(shape, Qt::NoPen, colour)->setZValue(kTextLayer);
}

void ChartPicture::render(QPainter& painter, const QRectF& target) {
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.fillRect(target, m_style.colours.background);
    m_scene.render(&painter, target, m_scene.sceneRect(), Qt::IgnoreAspectRatio);
    painter.restore();
}

void paintPicture(QPainter& painter, const QRectF& target, const ChartColours& print,
                  const std::function<std::unique_ptr<ChartPicture>(const QSizeF&, const ChartStyle&)>& draw) {
    // Type keeps its size on paper: the drawing is laid out in pixels of 1/96 inch and scaled to the target.
    const QRectF device = painter.combinedTransform().mapRect(target);
    const QSizeF size(device.width() / painter.device()->logicalDpiX() * kLogicalDpi,
                      device.height() / painter.device()->logicalDpiY() * kLogicalDpi);
    if (size.width() < 1 || size.height() < 1) return;
    draw(size, printStyle(print))->render(painter, target);
}

} // namespace chairside::ui
