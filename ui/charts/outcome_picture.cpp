#include "ui/charts/outcome_picture.h"

#include <QCoreApplication>
#include <algorithm>

#include "ui/charts/outcome_chart_text.h"
#include "ui/charts/plot_panel.h"
#include "ui/format/quantity_text.h"

namespace chairside::ui {

namespace {

constexpr qreal kMargin = 8;
constexpr qreal kWorstShown = 100; // per cent worse; bars beyond end in a triangle
constexpr qreal kGridPercent = 50;
constexpr qreal kMark = 8;
constexpr qreal kSideStep = 0.12; // of the distance between two infusion numbers

struct OutcomePicture {
    Q_DECLARE_TR_FUNCTIONS(OutcomePicture)
};

QString changeNumber(int percent) {
    return percent > 0 ? OutcomePicture::tr("+%1 %").arg(percent) : OutcomePicture::tr("%1 %").arg(percent);
}

PlotPanel waterfallPanel(ChartPicture& picture, qreal bars) {
    const auto& style = picture.style();
    const qreal row = textHeight(style.label);
    const qreal left = textWidth(style.label, changeNumber(-100)) + 2 * kMargin;
    const qreal right = textWidth(style.label, OutcomePicture::tr("no change")) + 3 * kMargin;
    const QRectF plot(left, row + kMargin, std::max(60.0, picture.size().width() - left - right),
                      std::max(40.0, picture.size().height() - 2 * row - 3 * kMargin));
    return {picture, plot, {0, bars}, {-100, kWorstShown}, kGridPercent};
}

void drawBars(const WaterfallChartData& data, ChartPicture& picture, const PlotPanel& panel) {
    const auto& colours = picture.style().colours;
    const auto bars = data.bars.size();
    const qreal zero = panel.y(0);
    // Where there are more courses than pixels, every column shows one of those it stands for.
    const auto columns = std::min(bars, static_cast<std::size_t>(std::max(1.0, panel.plot().width() / 2)));
    const qreal width = panel.plot().width() / static_cast<qreal>(columns);
    for (std::size_t column = 0; column < columns; ++column) {
        const auto& bar = data.bars[column * bars / columns];
        const qreal change = -static_cast<qreal>(bar.reductionPermille) / 10;
        const qreal x = panel.plot().left() + static_cast<qreal>(column) * width;
        const qreal y = panel.y(std::min(change, kWorstShown));
        const qreal gap = width > 4 ? 1 : 0;
        const QRectF rect(x + gap, std::min(y, zero - 1), width - 2 * gap, std::max(2.0, std::abs(y - zero)));
        picture.band(rect, bar.responder ? colours.before : colours.reference);
        if (change > kWorstShown) picture.triangle({rect.center().x(), y - kMark / 2}, kMark, colours.text);
    }
}

void addBarStops(const WaterfallChartData& data, ChartPicture& picture, const PlotPanel& panel) {
    const qreal row = textHeight(picture.style().label);
    for (std::size_t at = 0; at < data.bars.size(); ++at) {
        picture.addStop({.x = panel.x(static_cast<qreal>(at) + 0.5),
                         .top = panel.plot().top(),
                         .bottom = panel.plot().bottom(),
                         .labelY = panel.plot().bottom() + kMargin + row / 2,
                         .label = OutcomePicture::tr("course %1 of %2").arg(at + 1).arg(data.bars.size())});
    }
}

void drawSpreadSeries(const SpreadChartData& data, ChartPicture& picture, PlotPanel& panel, bool before) {
    const auto& colours = picture.style().colours;
    const QColor colour = before ? colours.before : colours.after;
    QList<QPointF> medians;
    for (const auto& one : data.infusions) {
        const auto& spread = before ? one.before : one.after;
        const qreal x = one.ordinal + (before ? -kSideStep : kSideStep);
        if (!spread.quartiles) continue;
        picture.line(panel.at(x, spread.quartiles->lower), panel.at(x, spread.quartiles->upper), colour,
                     before ? 5 : 2);
        medians.append({x, spread.quartiles->median});
    }
    // The newest number of each series stands beside its mark; the legend is words in the margin.
    panel.polyline(medians, colour, 1.5, before ? Qt::SolidLine : Qt::DashLine);
    panel.marks(medians, before ? MarkShape::Disc : MarkShape::Ring, before ? kMark + 3 : kMark, colour);
    if (medians.isEmpty()) return;
    const QPointF last = panel.at(medians.back().x(), medians.back().y());
    const QString words = before ? OutcomePicture::tr("before %1").arg(hundredthsText(medians.back().y()))
                                 : OutcomePicture::tr("after %1").arg(hundredthsText(medians.back().y()));
    picture.text(words, {panel.plot().right() + kMargin, last.y()}, Qt::AlignVCenter, picture.style().strong, colour);
}

} // namespace

void drawSentence(ChartPicture& picture, const QString& sentence) {
    picture.text(sentence, QPointF(picture.size().width() / 2, picture.size().height() / 2), Qt::AlignCenter,
                 picture.style().strong, picture.style().colours.text);
}

void drawWaterfall(const WaterfallChartData& data, ChartPicture& picture) {
    if (data.isTooSmall() || data.bars.empty()) {
        drawSentence(picture, tooFewText(data.smallestGroup));
        return;
    }
    const auto& style = picture.style();
    const auto& colours = style.colours;
    auto panel = waterfallPanel(picture, static_cast<qreal>(data.bars.size()));
    for (const int percent : {-100, -50, 0, 50, 100})
        panel.axisNumber(percent, changeNumber(percent));
    picture.text(
        OutcomePicture::tr("Change of pain from baseline to the end score; down is better. Bars that reach the "
                           "dashed line are responders."),
        {panel.plot().left(), 0}, Qt::AlignLeft, style.label, colours.dose);
    drawBars(data, picture, panel);
    picture.line(panel.at(0, 0), {panel.plot().right(), panel.y(0)}, colours.text, 1);
    picture.text(OutcomePicture::tr("no change"), {panel.plot().right() + kMargin, panel.y(0)}, Qt::AlignVCenter,
                 style.label, colours.dose);
    for (const int percent : data.responderPercents) {
        const qreal y = panel.y(-percent);
        picture.line({panel.plot().left(), y}, {panel.plot().right(), y}, colours.text, 1, Qt::DashLine);
        picture.text(responderLineText({percent}), {panel.plot().right() + kMargin, y}, Qt::AlignVCenter, style.label,
                     colours.dose);
    }
    addBarStops(data, picture, panel);
}

void drawSpread(const SpreadChartData& data, ChartPicture& picture) {
    if (data.infusions.empty()) {
        drawSentence(picture, OutcomePicture::tr("No infusion was given."));
        return;
    }
    const auto& style = picture.style();
    const auto& colours = style.colours;
    const qreal row = textHeight(style.label);
    const qreal left = textWidth(style.label, OutcomePicture::tr("scores before / after")) + 2 * kMargin;
    const qreal right =
        textWidth(style.strong, OutcomePicture::tr("before %1").arg(QStringLiteral("10.00"))) + 2 * kMargin;
    const QRectF plot(left, row + kMargin, std::max(60.0, picture.size().width() - left - right),
                      std::max(40.0, picture.size().height() - 3 * row - 3 * kMargin));
    PlotPanel panel(picture, plot, {0.5, data.infusions.back().ordinal + 0.5}, {0, 10}, 2);
    for (int score = 0; score <= 10; score += 2)
        panel.axisNumber(score, QString::number(score));
    picture.text(OutcomePicture::tr("Median pain, 0 to 10, higher is worse; bars reach from quartile to quartile."),
                 {plot.left(), 0}, Qt::AlignLeft, style.label, colours.dose);
    drawSpreadSeries(data, picture, panel, true);
    drawSpreadSeries(data, picture, panel, false);
    const qreal axis = plot.bottom() + kMargin / 2;
    picture.text(OutcomePicture::tr("infusion"), {plot.left() - kMargin, axis}, Qt::AlignRight, style.label,
                 colours.dose);
    picture.text(OutcomePicture::tr("scores before / after"), {plot.left() - kMargin, axis + row}, Qt::AlignRight,
                 style.label, colours.dose);
    for (const auto& one : data.infusions) {
        const qreal x = panel.x(one.ordinal);
        picture.text(QString::number(one.ordinal), {x, axis}, Qt::AlignHCenter, style.strong, colours.text);
        picture.text(OutcomePicture::tr("%1 / %2", "scores").arg(one.before.scores).arg(one.after.scores),
                     {x, axis + row}, Qt::AlignHCenter, style.label, colours.text);
        picture.addStop({.x = x,
                         .top = plot.top(),
                         .bottom = plot.bottom(),
                         .labelY = axis + row / 2,
                         .label = QString::number(one.ordinal)});
    }
}

std::unique_ptr<ChartPicture> drawOutcomes(const OutcomeChart& chart, const QSizeF& size, const ChartStyle& style) {
    auto picture = std::make_unique<ChartPicture>(size, style);
    struct Draw {
        ChartPicture& picture;
        void operator()(const WaterfallChartData& data) const { drawWaterfall(data, picture); }
        void operator()(const LanesChartData& data) const { drawLanes(data, picture); }
        void operator()(const SpreadChartData& data) const { drawSpread(data, picture); }
        void operator()(const GainChartData& data) const { drawGain(data, picture); }
    };
    std::visit(Draw{*picture}, chart);
    return picture;
}

} // namespace chairside::ui
