#include "ui/charts/domain_chart_view.h"

#include <QCoreApplication>
#include <algorithm>

#include "ui/charts/chart_picture.h"
#include "ui/charts/chart_text.h"
#include "ui/charts/plot_panel.h"
#include "ui/format/date_text.h"

namespace chairside::ui {

namespace {

constexpr qreal kDomainGap = 8;
constexpr qreal kDomainRowGap = 16;
constexpr qreal kDomainLeastRow = 18;
constexpr qreal kDomainDot = 8;
constexpr qreal kDomainEdge = 0.03; // of the time axis, so that no mark is cut

class DomainDrawing {
    Q_DECLARE_TR_FUNCTIONS(DomainChart)

public:
    DomainDrawing(const DomainChartData& data, ChartPicture& picture)
        : m_data(data),
          m_picture(picture),
          m_style(picture.style()),
          m_text(textHeight(m_style.label)),
          m_tag(m_style.hasFocusLine ? m_text + 6 : 0) {}

    void draw();

private:
    [[nodiscard]] const ChartColours& colours() const { return m_style.colours; }
    [[nodiscard]] QRectF plotOf(std::size_t row) const;
    [[nodiscard]] qreal days() const { return std::max(1, m_data.days); }
    void drawRow(std::size_t row);
    void drawWords(const DomainSeries& series, const QRectF& plot);
    void drawPoints(const DomainSeries& series, PlotPanel& panel);
    void drawGaps(const DomainSeries& series, const PlotPanel& panel);
    void drawStops();

    const DomainChartData& m_data;
    ChartPicture& m_picture;
    const ChartStyle& m_style;
    qreal m_text;
    qreal m_tag; // height of the row for the label of the focus line
};

QRectF DomainDrawing::plotOf(std::size_t row) const {
    const qreal left = textWidth(m_style.strong, domainName(DomainKind::Impact)) +
                       textWidth(m_style.label, QStringLiteral("100")) + 4 * kDomainGap;
    const qreal right = std::max(textWidth(m_style.latest, QStringLiteral("48.5")),
                                 textWidth(m_style.label, tr("from %1").arg(QStringLiteral("48.5")))) +
                        2 * kDomainGap;
    const QSizeF size = m_picture.size();
    const qreal top = textHeight(m_style.title) + kDomainGap;
    const auto rows = static_cast<qreal>(m_data.series.size());
    const qreal height =
        std::max(kDomainLeastRow, (size.height() - top - m_text - m_tag - kDomainGap - kDomainRowGap * rows) / rows);
    return {left, top + kDomainRowGap / 2 + static_cast<qreal>(row) * (height + kDomainRowGap),
            std::max(80.0, size.width() - left - right), height};
}

// The name on the left; on the right the newest value and what it began with.
void DomainDrawing::drawWords(const DomainSeries& series, const QRectF& plot) {
    const qreal middle = plot.center().y();
    m_picture.text(domainName(series.kind), {0, middle}, Qt::AlignVCenter, m_style.strong, colours().text);
    const auto* newest = series.newest();
    if (newest == nullptr) {
        const QString none = series.points.empty() ? tr("no score yet") : tr("no score");
        m_picture.text(none, plot.center(), Qt::AlignCenter, m_style.label, colours().dose);
        return;
    }
    const qreal x = plot.right() + 2 * kDomainGap;
    const bool moved = series.from && *series.from != *newest->value;
    m_picture.text(scoreNumber(*newest->value), {x, middle}, moved ? Qt::AlignBottom : Qt::AlignVCenter, m_style.latest,
                   colours().text);
    if (moved) {
        m_picture.text(tr("from %1").arg(scoreNumber(*series.from)), {x, middle}, Qt::AlignTop, m_style.label,
                       colours().dose);
    }
}

void DomainDrawing::drawPoints(const DomainSeries& series, PlotPanel& panel) {
    QList<QPointF> marks, late, line;
    for (const auto& point : series.points) {
        if (!point.value) continue;
        const QPointF at(point.day, static_cast<qreal>(point.value->raw()) / 1000);
        if (!point.joined) {
            panel.polyline(line, colours().before, 1.5);
            line.clear();
        }
        line.append(at);
        (point.late ? late : marks).append(at);
    }
    panel.polyline(line, colours().before, 1.5);
    panel.marks(marks, MarkShape::Disc, kDomainDot, colours().before);
    panel.marks(late, MarkShape::Ring, kDomainDot, colours().before);
}

// A word at the foot of the plot where a score is not there; neighbours that would touch are left to the table.
void DomainDrawing::drawGaps(const DomainSeries& series, const PlotPanel& panel) {
    qreal end = -1000;
    for (const auto& point : series.points) {
        const QString word = point.late ? tr("late") : gapText(point.gap);
        if (word.isEmpty()) continue;
        const qreal half = textWidth(m_style.label, word) / 2;
        const qreal x = within(panel.x(point.day), panel.plot().left() + half, panel.plot().right() - half);
        if (x - half < end + kDomainGap) continue;
        m_picture.text(word, {x, panel.plot().bottom() - 1}, Qt::AlignHCenter | Qt::AlignBottom, m_style.label,
                       colours().text);
        end = x + half;
    }
}

void DomainDrawing::drawRow(std::size_t row) {
    const auto& series = m_data.series[row];
    const QRectF plot = plotOf(row);
    const auto top = static_cast<qreal>(series.top);
    const AxisRange across{-days() * kDomainEdge, days() * (1 + kDomainEdge)};
    PlotPanel panel(m_picture, plot, across, {-top * 0.06, top * 1.06}, top / 2);
    panel.axisNumber(0, QStringLiteral("0"));
    panel.axisNumber(top, QString::number(series.top));
    if (series.from) {
        const qreal y = panel.y(static_cast<qreal>(series.from->raw()) / 1000);
        m_picture.line({plot.left(), y}, {plot.right(), y}, colours().reference, 1, Qt::DotLine);
    }
    drawPoints(series, panel);
    drawGaps(series, panel);
    drawWords(series, plot);
}

void DomainDrawing::drawStops() {
    const QRectF first = plotOf(0);
    const QRectF last = plotOf(m_data.series.size() - 1);
    const qreal y = m_picture.size().height() - m_text - m_tag;
    const qreal labelY = m_tag > 0 ? y + m_text + m_tag / 2 : y + m_text / 2;
    qreal end = -1000;
    for (const auto date : m_data.dates) {
        const int day = base::daysBetween(m_data.dates.front(), date);
        const qreal x = first.left() + (day / days() + kDomainEdge) / (1 + 2 * kDomainEdge) * first.width();
        m_picture.addStop(
            {.x = x, .top = first.top(), .bottom = last.bottom(), .labelY = labelY, .label = dateText(date)});
        const qreal half = textWidth(m_style.label, dateText(date)) / 2;
        if (x - half < end + 2 * kDomainGap) continue;
        m_picture.text(dateText(date), {x, y}, Qt::AlignHCenter, m_style.label, colours().dose);
        end = x + half;
    }
}

void DomainDrawing::draw() {
    const QRectF title =
        m_picture.text(tr("Domains, higher is worse ▲"), {0, 0}, Qt::AlignLeft, m_style.title, colours().text);
    m_picture.text(tr("dotted: where it began"), {title.right() + 3 * kDomainGap, title.center().y()}, Qt::AlignVCenter,
                   m_style.label, colours().dose);
    for (std::size_t row = 0; row < m_data.series.size(); ++row)
        drawRow(row);
    if (!m_data.series.empty()) drawStops();
}

} // namespace

DomainChartView::DomainChartView(QWidget* parent) : ChartView(parent) {
    setCanvasName(QStringLiteral("domain_chart"), tr("Domains over time, higher is worse"));
}

void DomainChartView::setData(DomainChartData data) {
    m_data = std::move(data);
    dataChanged(pointCount() - 1);
}

std::unique_ptr<ChartPicture> DomainChartView::draw(const QSizeF& size, const ChartStyle& style) const {
    auto picture = std::make_unique<ChartPicture>(size, style);
    DomainDrawing(m_data, *picture).draw();
    return picture;
}

int DomainChartView::pointCount() const {
    return static_cast<int>(m_data.dates.size());
}

QString DomainChartView::textOf(int point) const {
    return ui::pointText(m_data, point);
}

QString DomainChartView::sentence() const {
    return chartSentence(m_data);
}

} // namespace chairside::ui
