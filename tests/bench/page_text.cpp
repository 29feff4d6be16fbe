#include "tests/bench/page_text.h"

#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <limits>

namespace chairside::bench {

namespace {

class TextEngine final : public QPaintEngine {
public:
    explicit TextEngine(std::vector<PlacedText>& found) : QPaintEngine(AllFeatures), m_found(found) {}

    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState& changed) override {
        if (changed.state().testFlag(DirtyTransform)) m_transform = changed.transform();
    }
    void drawTextItem(const QPointF& at, const QTextItem& item) override {
        if (m_transform.type() > QTransform::TxTranslate) return;
        m_found.push_back({m_transform.map(at), item.text(), item.font()});
    }
    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override {}
    void drawPath(const QPainterPath&) override {}
    void drawPolygon(const QPointF*, int, PolygonDrawMode) override {}
    Type type() const override { return User; }

private:
    std::vector<PlacedText>& m_found;
    QTransform m_transform;
};

class Sheet final : public QPaintDevice {
public:
    Sheet(const QSizeF& size, int dotsPerInch, TextEngine& engine)
        : m_size(size.toSize()), m_dotsPerInch(dotsPerInch), m_engine(engine) {}

    QPaintEngine* paintEngine() const override { return &m_engine; }

protected:
    int metric(PaintDeviceMetric metric) const override {
        switch (metric) {
        case PdmWidth:
            return m_size.width();
        case PdmHeight:
            return m_size.height();
        case PdmWidthMM:
            return m_size.width() * 254 / (m_dotsPerInch * 10);
        case PdmHeightMM:
            return m_size.height() * 254 / (m_dotsPerInch * 10);
        case PdmNumColors:
            return std::numeric_limits<int>::max();
        case PdmDepth:
            return 32;
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return static_cast<int>(devicePixelRatioFScale());
        default:
            return m_dotsPerInch;
        }
    }

private:
    QSize m_size;
    int m_dotsPerInch;
    TextEngine& m_engine;
};

} // namespace

std::vector<PlacedText> textOf(const QSizeF& sheet, int dotsPerInch, const std::function<void(QPainter&)>& paint) {
    std::vector<PlacedText> found;
    TextEngine engine(found);
    Sheet device(sheet, dotsPerInch, engine);
    QPainter painter(&device);
    paint(painter);
    painter.end();
    return found;
}

} // namespace chairside::bench
