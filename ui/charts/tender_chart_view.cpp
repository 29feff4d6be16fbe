#include "ui/charts/tender_chart_view.h"

#include <QCoreApplication>
#include <algorithm>

#include "ui/charts/chart_picture.h"
#include "ui/charts/chart_text.h"
#include "ui/charts/plot_panel.h"
#include "ui/format/date_text.h"

namespace chairside::ui {

namespace {

constexpr qreal kTenderGap = 8;
constexpr qreal kTenderSquare = 9;

class TenderDrawing {
    Q_DECLARE_TR_FUNCTIONS(TenderChart)

public:
    TenderDrawing(const TenderChartData& data, ChartPicture& picture)
        : m_data(data), m_picture(picture), m_style(picture.style()), m_row(textHeight(m_style.label)) {}

    void draw();

private:
    [[nodiscard]] const ChartColours& colours() const { return m_style.colours; }
    [[nodiscard]] PlotPanel makePanel() const;
    void drawBand(PlotPanel& panel);
    void drawCounts(PlotPanel& panel);
    void drawRows(const PlotPanel& panel);

    const TenderChartData& m_data;
    ChartPicture& m_picture;
    const ChartStyle& m_style;
    qreal m_row;
};

PlotPanel TenderDrawing::makePanel() const {
    const qreal left =
        std::max(textWidth(m_style.label, tr("mean intensity")), textWidth(m_style.label, tr("infusion"))) +
        2 * kTenderGap;
    const qreal right = textWidth(m_style.label, tr("within examiner noise")) + kTenderGap;
    const QSizeF size = m_picture.size();
    const QRectF plot(left, 4, std::max(80.0, size.width() - left - right),
                      std::max(40.0, size.height() - 4 - 2 * m_row - kTenderGap));
    const qreal last = m_data.visits.empty() ? 1 : std::max(1, m_data.visits.back().day);
    return {m_picture, plot, {-last * 0.06, last * 1.06}, {-1, m_data.sites + 1.0}, 6};
}

void TenderDrawing::drawBand(PlotPanel& panel) {
    if (m_data.visits.empty() || m_data.noiseBand <= 0) return;
    const int first = m_data.visits.front().positive;
    panel.horizontalBand(first - m_data.noiseBand, first + m_data.noiseBand, colours().band(colours().tenderPoints));
    const qreal y = panel.y(first);
    m_picture.line({panel.plot().left(), y}, {panel.plot().right(), y}, colours().reference, 1, Qt::DotLine);
    const QPointF at(panel.plot().right() + kTenderGap,
                     within(y, panel.plot().top() + m_row, panel.plot().bottom() - m_row));
    m_picture.text(tr("first count ±%1\nwithin examiner noise").arg(m_data.noiseBand), at, Qt::AlignVCenter,
                   m_style.label, colours().dose);
}

void TenderDrawing::drawCounts(PlotPanel& panel) {
    QList<QPointF> whole, partial, all;
    for (const auto& visit : m_data.visits) {
        const QPointF at(visit.day, visit.positive);
        all.append(at);
        (visit.examined < m_data.sites ? partial : whole).append(at);
    }
    panel.polyline(all, colours().tenderPoints, 1.5);
    panel.marks(whole, MarkShape::Square, kTenderSquare, colours().tenderPoints);
    panel.marks(partial, MarkShape::Ring, kTenderSquare, colours().tenderPoints);
    for (std::size_t i = 0; i < m_data.visits.size(); ++i) {
        const auto& visit = m_data.visits[i];
        const bool newest = i + 1 == m_data.visits.size();
        const QString count = visit.examined < m_data.sites
                                  ? tr("%1 of %2 examined").arg(visit.positive).arg(visit.examined)
                                  : QString::number(visit.positive);
        const QFont& font = newest ? m_style.latest : m_style.strong;
        const QPointF mark = panel.at(visit.day, visit.positive);
        const bool below = mark.y() - textHeight(font) < panel.plot().top() - 4;
        m_picture.text(count, mark + QPointF(8, below ? 2 : -2), below ? Qt::AlignTop : Qt::AlignBottom, font,
                       colours().text);
        m_picture.addStop({.x = mark.x(),
                           .top = panel.plot().top(),
                           .bottom = panel.plot().bottom(),
                           .labelY = panel.plot().bottom() + 4 + m_row / 2,
                           .label = tr("%1 · %2", "infusion and date").arg(visit.ordinal).arg(dateText(visit.date))});
    }
}

void TenderDrawing::drawRows(const PlotPanel& panel) {
    for (const int count : {0, 6, 12, 18}) {
        if (count <= m_data.sites) {
            m_picture.text(QString::number(count), {panel.plot().left() - kTenderGap, panel.y(count)},
                           Qt::AlignRight | Qt::AlignVCenter, m_style.label, colours().dose);
        }
    }
    const qreal first = panel.plot().bottom() + 4;
    const qreal left = panel.plot().left() - kTenderGap;
    m_picture.text(tr("infusion"), {left, first}, Qt::AlignRight, m_style.label, colours().dose);
    m_picture.text(tr("mean intensity"), {left, first + m_row}, Qt::AlignRight, m_style.label, colours().dose);
    qreal end = -1000;
    for (const auto& visit : m_data.visits) {
        const qreal x = panel.x(visit.day);
        const QString mean = visit.meanIntensity ? scoreNumber(*visit.meanIntensity) : tr("not known");
        const qreal half = textWidth(m_style.label, mean) / 2;
        if (x - half < end + 4) continue;
        m_picture.text(QString::number(visit.ordinal), {x, first}, Qt::AlignHCenter, m_style.strong, colours().text);
        m_picture.text(mean, {x, first + m_row}, Qt::AlignHCenter, m_style.label, colours().text);
        end = x + half;
    }
}

void TenderDrawing::draw() {
    PlotPanel panel = makePanel();
    drawBand(panel);
    drawCounts(panel);
    drawRows(panel);
    if (m_data.visits.empty()) {
        m_picture.text(tr("No tender-point examination yet"), panel.plot().center(), Qt::AlignCenter, m_style.strong,
                       colours().dose);
    }
}

} // namespace

TenderChartView::TenderChartView(QWidget* parent) : ChartView(parent) {
    setCanvasName(QStringLiteral("tender_chart"), tr("Tender-point chart, count of 18, higher is worse"));
    // Everything the line below would say stands in the drawing.
    hidePointLine();
}

void TenderChartView::setData(TenderChartData data) {
    m_data = std::move(data);
    dataChanged(pointCount() - 1);
}

std::unique_ptr<ChartPicture> TenderChartView::draw(const QSizeF& size, const ChartStyle& style) const {
    auto picture = std::make_unique<ChartPicture>(size, style);
    TenderDrawing(m_data, *picture).draw();
    return picture;
}

int TenderChartView::pointCount() const {
    return static_cast<int>(m_data.visits.size());
}

QString TenderChartView::textOf(int point) const {
    return ui::pointText(m_data, point);
}

QString TenderChartView::sentence() const {
    return chartSentence(m_data);
}

} // namespace chairside::ui
