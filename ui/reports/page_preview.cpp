#include "ui/reports/page_preview.h"

#include <QKeyEvent>
#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>

#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace chairside::ui {

namespace {

constexpr int kScreenDpi = 96;
constexpr int kFrame = 12; // around the sheet: room for the focus ring
constexpr std::array kZooms{50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300};

} // namespace

PagePreview::PagePreview(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    describe();
}

void PagePreview::setSubject(const QString& name, const QString& readable) {
    m_subject = name;
    m_readable = readable;
    describe();
}

void PagePreview::setDocument(std::shared_ptr<const PrintDocument> document) {
    m_document = std::move(document);
    m_page = std::clamp(m_page, 0, std::max(0, pageCount() - 1));
    draw();
}

void PagePreview::setPage(int page) {
    const int bounded = std::clamp(page, 0, std::max(0, pageCount() - 1));
    if (bounded == m_page) return;
    m_page = bounded;
    draw();
    Q_EMIT pageChanged(m_page);
}

void PagePreview::setZoom(int percent) {
    if (percent == m_zoom) return;
    m_zoom = percent;
    draw();
}

int PagePreview::zoomForWidth(int width) const {
    if (!m_document) return m_zoom;
    const qreal natural = sheetOf(m_document->paper()).width() * kScreenDpi / kDotsPerInch;
    return static_cast<int>((width - 2 * kFrame) * 100 / natural);
}

int PagePreview::zoomAfter(int step) const {
    if (step > 0) {
        const auto larger = std::ranges::upper_bound(kZooms, m_zoom);
        return larger == kZooms.end() ? m_zoom : *larger;
    }
    const auto smaller = std::ranges::lower_bound(kZooms, m_zoom);
    return smaller == kZooms.begin() ? m_zoom : *std::prev(smaller);
}

QSize PagePreview::sheetSize() const {
    if (!m_document) return {};
    return (sheetOf(m_document->paper()) * kScreenDpi * m_zoom / (100.0 * kDotsPerInch)).toSize();
}

QSize PagePreview::sizeHint() const {
    return sheetSize() + QSize(2 * kFrame, 2 * kFrame);
}

// Once for a page and a zoom, not for every scrolled line.
void PagePreview::draw() {
    m_drawn = QPixmap();
    if (m_document) {
        const QSize size = sheetSize();
        m_drawn = QPixmap(size * devicePixelRatioF());
        m_drawn.setDevicePixelRatio(devicePixelRatioF());
        m_drawn.fill(printInks().paper);
        QPainter painter(&m_drawn);
        const qreal scale = m_zoom * kScreenDpi / (100.0 * kDotsPerInch);
        painter.scale(scale, scale);
        m_document->paintPage(painter, m_page);
    }
    resize(sizeHint());
    updateGeometry();
    describe();
    update();
}

void PagePreview::describe() {
    setAccessibleName(m_document ? tr("%1, page %2 of %3").arg(m_subject).arg(m_page + 1).arg(pageCount())
                                 : tr("%1, no page yet").arg(m_subject));
    setAccessibleDescription(tr("A picture of the paper. %1").arg(m_readable));
}

void PagePreview::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QRect sheet(QPoint(kFrame, kFrame), sheetSize());
    painter.setRenderHint(QPainter::Antialiasing);
    if (hasFocus()) {
        painter.setPen(QPen(tokens().focus, 2.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(sheet).adjusted(-5, -5, 5, 5), 4, 4);
    }
    painter.fillRect(sheet.translated(2, 3), tokens().hairline);
    painter.drawPixmap(sheet.topLeft(), m_drawn);
    painter.setPen(QPen(tokens().fieldBorder, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(sheet);
}

void PagePreview::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_PageDown:
        Q_EMIT pageWanted(1);
        return;
    case Qt::Key_PageUp:
        Q_EMIT pageWanted(-1);
        return;
    case Qt::Key_End:
        Q_EMIT endWanted(1);
        return;
    case Qt::Key_Home:
        Q_EMIT endWanted(-1);
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        Q_EMIT zoomWanted(1);
        return;
    case Qt::Key_Minus:
        Q_EMIT zoomWanted(-1);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace chairside::ui
