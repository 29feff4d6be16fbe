#include "ui/charts/vitals_picture.h"

#include <QCoreApplication>
#include <algorithm>

#include "ui/charts/chart_text.h"
#include "ui/charts/plot_panel.h"
#include "ui/format/date_text.h"
#include "ui/format/quantity_text.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qreal kGap = 8;
constexpr qreal kDot = 8;
constexpr qreal kCap = 5; // half the width of the T of a blood pressure
constexpr qreal kMinute = 60'000;
constexpr int kAxisStep = 40;

class VitalsDrawing {
    Q_DECLARE_TR_FUNCTIONS(VitalsChart)

public:
    VitalsDrawing(const VitalsChartData& data, ChartPicture& picture)
        : m_data(data),
          m_picture(picture),
          m_style(picture.style()),
          m_row(textHeight(m_style.label)),
          m_gap(std::clamp(picture.size().height() * 0.06, kGap, m_row)) {}

    void draw();

private:
    [[nodiscard]] const ChartColours& colours() const { return m_style.colours; }
    [[nodiscard]] qreal minute(base::Instant at) const {
        return static_cast<double>(base::between(m_data.from, at).count()) / kMinute;
    }
    void measure();
    [[nodiscard]] PlotPanel panel(qreal share, AxisRange y, qreal gridStep, const QString& name, const QString& unit);
    void numberAxis(PlotPanel& plot, const std::vector<int>& values);
    void drawPressure();
    void drawStartLimit(PlotPanel& plot);
    void writeStartLimit(const PlotPanel& plot);
    void drawDots(const PlotPanel& panel, const std::vector<VitalPoint>& points);
    void drawHeartRate();
    void drawSpo2();
    void drawDose();
    void drawLatest(const PlotPanel& panel, const QString& value);
    void drawMark(QPointF at, domain::VitalMark mark);
    [[nodiscard]] bool isFree(const QRectF& place) const;
    void drawTimes();
    void drawNow();

    const VitalsChartData& m_data;
    ChartPicture& m_picture;
    const ChartStyle& m_style;
    qreal m_row;
    qreal m_gap; // below each panel: room for half an axis number of either neighbour
    AxisRange m_time;
    QRectF m_area;               // of all panels together
    qreal m_top = 0;             // of the next panel
    std::vector<QRectF> m_taken; // by blood pressures and their marks
};

// From the highest on down, by 40.
std::vector<int> multiplesDown(int low, int high) {
    std::vector<int> values;
    for (int value = high / kAxisStep * kAxisStep; value >= low; value -= kAxisStep)
        values.push_back(value);
    return values;
}

void VitalsDrawing::measure() {
    qreal left = 0;
    for (const QString& caption : {tr("mmHg"), tr("per min"), tr("BP"), tr("HR"), tr("SpO2"), u"mg"_s}) {
        left = std::max(left, textWidth(m_style.strong, caption));
    }
    left += textWidth(m_style.label, u"200"_s) + 3 * kGap;
    const qreal right = textWidth(m_style.latest, u"188/100"_s) + kGap;
    const qreal bottom = m_row + kGap;
    m_area = {left, m_row * 0.8, std::max(80.0, m_picture.size().width() - left - right),
              std::max(80.0, m_picture.size().height() - bottom - m_row * 0.8)};
    m_top = m_area.top();
    const qreal span = std::max(1.0, minute(m_data.to));
    m_time = {-span * 0.03, span * 1.03};
}

PlotPanel VitalsDrawing::panel(qreal share, AxisRange y, qreal gridStep, const QString& name, const QString& unit) {
    const QRectF plot(m_area.left(), m_top, m_area.width(), m_area.height() * share - m_gap);
    m_top = plot.bottom() + m_gap;
    const qreal middle = plot.center().y();
    const bool twoLines = plot.height() > 2 * m_row;
    m_picture.text(name, {0, twoLines ? middle : middle - m_row / 2}, twoLines ? Qt::AlignBottom : Qt::AlignLeft,
                   m_style.strong, colours().text);
    if (twoLines) m_picture.text(unit, {0, middle}, Qt::AlignLeft, m_style.label, colours().dose);
    return {m_picture, plot, m_time, y, gridStep};
}

void VitalsDrawing::drawMark(QPointF at, domain::VitalMark mark) {
    if (mark == domain::VitalMark::None) return;
    const bool high = mark == domain::VitalMark::High;
    const QString words = high ? tr("▲ high") : (mark == domain::VitalMark::Low ? tr("▼ low") : tr("▼ very low"));
    m_taken.push_back(
        m_picture.text(words, at + QPointF(kCap + 3, 0), Qt::AlignVCenter, m_style.strong, colours().text));
}

bool VitalsDrawing::isFree(const QRectF& place) const {
    return std::ranges::none_of(m_taken, [&place](const QRectF& taken) { return taken.intersects(place); });
}

void VitalsDrawing::drawLatest(const PlotPanel& panel, const QString& value) {
    // In a low panel the large figures would touch those of its neighbours.
    const bool fits = textHeight(m_style.latest) <= panel.plot().height() + m_gap;
    m_picture.text(value, {panel.plot().right() + kGap, panel.plot().center().y()}, Qt::AlignVCenter,
                   fits ? m_style.latest : m_style.strong, colours().text);
}

// Highest first; as many as stand clear of each other and of the panels above and below.
void VitalsDrawing::numberAxis(PlotPanel& plot, const std::vector<int>& values) {
    if (values.empty()) return;
    const qreal inside = std::min((m_row - m_gap) / 2, plot.plot().height() / 2);
    const auto heightOf = [&](int value) {
        return std::clamp(plot.y(value), plot.plot().top() + inside, plot.plot().bottom() - inside);
    };
    const qreal lowest = heightOf(values.back());
    qreal above = heightOf(values.front()) - m_row;
    for (const int value : values) {
        const qreal height = heightOf(value);
        const bool between = value != values.front() && value != values.back();
        if (height - above < m_row || (between && lowest - height < m_row)) continue;
        plot.axisNumberAt(height, QString::number(value));
        above = height;
    }
}

void VitalsDrawing::drawStartLimit(PlotPanel& plot) {
    if (m_data.startSystolicMax <= 0) return;
    plot.horizontalBand(m_data.pressureAxis.low, m_data.startSystolicMax, colours().band(colours().before));
    const qreal diastolic = plot.y(m_data.startDiastolicMax);
    m_picture.line({plot.plot().left(), diastolic}, {plot.plot().right(), diastolic}, colours().reference, 1,
                   Qt::DotLine);
}

// Above or below the edge of the band, wherever no blood pressure stands in the way.
void VitalsDrawing::writeStartLimit(const PlotPanel& plot) {
    if (m_data.startSystolicMax <= 0) return;
    const QString words = tr("start limit %1/%2 or lower").arg(m_data.startSystolicMax).arg(m_data.startDiastolicMax);
    const QSizeF size(textWidth(m_style.label, words), m_row);
    const qreal y = plot.y(m_data.startSystolicMax);
    const qreal left = plot.plot().left() + 4;
    const qreal right = plot.plot().right() - 4 - size.width();
    QPointF corner(right, y - m_row);
    for (const qreal top : {y - m_row, y}) {
        for (qreal x = right; x >= left && !isFree({corner, size}); x -= m_row)
            corner = {x, top};
    }
    m_picture.plate(m_picture.text(words, corner, Qt::AlignLeft, m_style.label, colours().dose));
}

void VitalsDrawing::drawPressure() {
    const auto& axis = m_data.pressureAxis;
    PlotPanel plot = panel(0.46, {axis.low * 1.0, axis.high * 1.0}, 40, tr("BP"), tr("mmHg"));
    drawStartLimit(plot);
    numberAxis(plot, multiplesDown(axis.low, axis.high));
    const qreal cap = plot.xSpan(kCap);
    for (const auto& point : m_data.pressure) {
        const qreal at = minute(point.at);
        const qreal high = point.systolic;
        const qreal low = point.diastolic;
        plot.polyline({{at - cap, high}, {at + cap, high}, {at, high}, {at, low}, {at - cap, low}, {at + cap, low}},
                      colours().before, 2);
        m_taken.emplace_back(plot.at(at - cap, high), plot.at(at + cap, low));
        drawMark(plot.at(at, high), point.systolicMark);
        drawMark(plot.at(at, low), point.diastolicMark);
    }
    writeStartLimit(plot);
    if (!m_data.pressure.empty()) {
        const auto& newest = m_data.pressure.back();
        drawLatest(plot, u"%1/%2"_s.arg(newest.systolic).arg(newest.diastolic));
    }
    for (const auto& row : m_data.rows) {
        m_picture.addStop({.x = plot.x(minute(row)),
                           .top = m_area.top(),
                           .bottom = m_area.bottom() - m_gap,
                           .labelY = m_area.bottom() - m_gap + 4 + m_row / 2,
                           .label = timeText(row)});
    }
}

void VitalsDrawing::drawDots(const PlotPanel& constPanel, const std::vector<VitalPoint>& points) {
    PlotPanel plot = constPanel;
    QList<QPointF> dots;
    for (const auto& point : points) {
        dots.append(QPointF(minute(point.at), point.value));
        drawMark(plot.at(minute(point.at), point.value), point.mark);
    }
    // Whole also in a low panel.
    plot.marks(dots, MarkShape::Disc, std::min(kDot, plot.plot().height() / 2), colours().before);
    if (!points.empty()) drawLatest(plot, QString::number(points.back().value));
}

void VitalsDrawing::drawHeartRate() {
    const auto& axis = m_data.heartRateAxis;
    PlotPanel plot = panel(0.22, {axis.low * 1.0, axis.high * 1.0}, 40, tr("HR"), tr("per min"));
    plot.horizontalBand(m_data.heartRateBand.low, m_data.heartRateBand.high, colours().band(colours().before));
    numberAxis(plot, multiplesDown(axis.low, axis.high));
    drawDots(plot, m_data.heartRate);
}

void VitalsDrawing::drawSpo2() {
    const auto& axis = m_data.spo2Axis;
    // A little room above 100, so that the dots are whole.
    PlotPanel plot = panel(0.18, {axis.low * 1.0, axis.high + 1.5}, 8, tr("SpO2"), u"%"_s);
    plot.horizontalBand(m_data.spo2Band.low, m_data.spo2Band.high, colours().band(colours().before));
    numberAxis(plot, {axis.high, m_data.spo2Band.low});
    drawDots(plot, m_data.spo2);
}

void VitalsDrawing::drawDose() {
    const auto inMg = [](domain::Dose dose) {
        return static_cast<double>(dose.raw()) / 1000.0;
    };
    const qreal most = std::max(0.001, inMg(std::max(m_data.prepared, m_data.given)));
    PlotPanel plot = panel(0.14, {0, most * 1.08}, 0, tr("dose"), u"mg"_s);
    QList<QPointF> outline;
    for (const auto& point : m_data.dose)
        outline.append(QPointF(minute(point.at), inMg(point.given)));
    if (!outline.isEmpty()) outline.append(QPointF(outline.back().x(), 0));
    plot.area(outline, mixed(colours().dose, colours().background, 45), colours().dose);
    for (const auto& pause : m_data.pauses) {
        m_picture.text(tr("paused"), plot.at(minute(pause.at), inMg(pause.given)) + QPointF(3, 0), Qt::AlignBottom,
                       m_style.label, colours().text);
    }
    if (m_data.prepared <= domain::Dose{}) return;
    plot.axisNumber(most, numberText(m_data.prepared));
    drawLatest(plot, numberText(m_data.given));
    if (m_data.startedAt) return;
    m_picture.text(tr("not started"), plot.plot().center(), Qt::AlignCenter, m_style.label, colours().dose);
}

void VitalsDrawing::drawTimes() {
    const qreal y = m_area.bottom() - m_gap + 4;
    const qreal room = textWidth(m_style.label, u"00:00"_s) + 2 * kGap;
    const qreal perMinute = m_area.width() / (m_time.to - m_time.from);
    int step = 15;
    while (step * perMinute < room)
        step *= 2;
    const int first = m_data.from.localMinuteOfDay();
    for (int at = (first + step - 1) / step * step; at - first <= minute(m_data.to); at += step) {
        const qreal x = m_area.left() + (at - first - m_time.from) * perMinute;
        m_picture.line({x, m_area.bottom() - m_gap}, {x, m_area.bottom() - m_gap + 4}, colours().dose, 1);
        m_picture.text(timeText(at % 1440), {x, y}, Qt::AlignHCenter, m_style.label, colours().text);
    }
}

void VitalsDrawing::drawNow() {
    const qreal perMinute = m_area.width() / (m_time.to - m_time.from);
    const auto mark = [&](base::Instant at, const QString& words) {
        const qreal x = m_area.left() + (minute(at) - m_time.from) * perMinute;
        m_picture.line({x, m_area.top()}, {x, m_area.bottom() - m_gap}, colours().dose, 1, Qt::DashLine);
        m_picture.text(words, {x, m_area.top()}, Qt::AlignHCenter | Qt::AlignBottom, m_style.label, colours().dose);
    };
    if (m_data.startedAt) mark(*m_data.startedAt, tr("start"));
    if (m_data.stoppedAt) mark(*m_data.stoppedAt, tr("stop"));
    if (m_data.running) mark(m_data.asOf, tr("now"));
}

void VitalsDrawing::draw() {
    measure();
    drawPressure();
    drawHeartRate();
    drawSpo2();
    drawDose();
    drawTimes();
    drawNow();
}

} // namespace

std::unique_ptr<ChartPicture> drawVitals(const VitalsChartData& data, const QSizeF& size, const ChartStyle& style) {
    auto picture = std::make_unique<ChartPicture>(size, style);
    VitalsDrawing(data, *picture).draw();
    return picture;
}

} // namespace chairside::ui
