#include "ui/charts/chart_view.h"

#include <QEvent>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/charts/chart_canvas.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

ChartView::ChartView(QWidget* parent)
    : QWidget(parent), m_canvas(new ChartCanvas(*this)), m_line(new TextLabel({}, TextRole::Strong, this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kLabel);
    layout->addWidget(m_canvas, 1);
    layout->addWidget(m_line);
    m_line->setWordWrap(true);
    setFocusProxy(m_canvas);
}

ChartView::~ChartView() = default;

void ChartView::setCanvasName(const QString& objectName, const QString& accessibleName) {
    setObjectName(objectName);
    m_canvas->setObjectName(objectName + QStringLiteral("_canvas"));
    m_canvas->setAccessibleName(accessibleName);
    m_line->setObjectName(objectName + QStringLiteral("_point"));
}

void ChartView::hidePointLine() {
    m_hasLine = false;
    m_line->hide();
}

void ChartView::setCurrentPoint(int point) {
    const int last = pointCount() - 1;
    const int bounded = last < 0 ? -1 : std::clamp(point, 0, last);
    if (bounded == m_current) return;
    m_current = bounded;
    showPoint(true);
    Q_EMIT currentPointChanged(m_current);
}

QString ChartView::pointText() const {
    return m_current < 0 ? QString() : textOf(m_current);
}

void ChartView::dataChanged(int newest, bool follow) {
    if (follow || m_current < 0 || m_current >= pointCount()) m_current = std::min(newest, pointCount() - 1);
    m_canvas->drawAgain();
    showPoint(false);
}

void ChartView::showPoint(bool announce) {
    const QString text = pointText();
    if (announce && m_hasLine) {
        m_line->announce(text);
    } else {
        m_line->setText(text);
    }
    m_line->setVisible(m_hasLine && !text.isEmpty());
    // Two sentences: where the focus line stands, then the chart as a whole.
    const QString whole = sentence();
    m_canvas->setAccessibleDescription(text.isEmpty() ? whole : text + QStringLiteral(". ") + whole);
    m_canvas->update();
}

void ChartView::setPreferredHeight(int height) {
    m_preferredHeight = height;
    updateGeometry();
}

QSize ChartView::sizeHint() const {
    return {scaled(640), scaled(m_preferredHeight)};
}

QSize ChartView::minimumSizeHint() const {
    return {scaled(280), scaled(120)};
}

void ChartView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    const auto type = event->type();
    if (type == QEvent::PaletteChange || type == QEvent::StyleChange || type == QEvent::FontChange) {
        m_canvas->drawAgain();
    }
}

void ChartView::paint(QPainter& painter, const QRectF& target, const ChartColours& print) const {
    paintPicture(painter, target, print,
                 [this](const QSizeF& size, const ChartStyle& style) { return draw(size, style); });
}

} // namespace chairside::ui
