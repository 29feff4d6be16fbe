#include "ui/charts/chart_export.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QStringList>
#include <QSvgGenerator>

#include "core/base/csv_text.h"
#include "ui/charts/chart_picture.h"
#include "ui/charts/chart_view.h"
#include "ui/format/to_qt.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ChartExport {
    Q_DECLARE_TR_FUNCTIONS(ChartExport)
};

constexpr QSize kPicture(1120, 640); // in pixels of 1/96 inch
constexpr int kPictureScale = 2;     // of a PNG, so that it prints sharply
constexpr qreal kSentenceShare = 0.09;
constexpr qreal kMarginShare = 0.02;
constexpr int kPaperDpi = 300;
constexpr qreal kLogicalInch = 96;
constexpr qreal kInchMillimetres = 25.4;

struct Ending {
    ChartFormat format;
    const char* ending;
};
constexpr Ending kEndings[] = {
    {ChartFormat::Png, "png"}, {ChartFormat::Svg, "svg"}, {ChartFormat::Pdf, "pdf"}, {ChartFormat::Csv, "csv"}};

// The sentence over the drawing, both inside a margin.
void paintWhole(QPainter& painter, const QRectF& whole, const ChartView& chart, const QString& sentence) {
    const ChartColours& colours = printColours();
    painter.fillRect(whole, colours.background);
    const qreal margin = whole.width() * kMarginShare;
    const QRectF inside = whole.adjusted(margin, margin, -margin, -margin);
    const qreal words = inside.height() * kSentenceShare;
    QFont font = printStyle(colours).label;
    font.setPixelSize(qMax(1, qRound(words / 3)));
    painter.setFont(font);
    painter.setPen(colours.text);
    painter.drawText(QRectF(inside.topLeft(), QSizeF(inside.width(), words)), Qt::TextWordWrap | Qt::AlignTop,
                     sentence);
    chart.paint(painter, inside.adjusted(0, words, 0, 0), colours);
}

QByteArray pngOf(const ChartView& chart, const QString& sentence) {
    QImage image(kPicture * kPictureScale, QImage::Format_RGB32);
    const auto perMetre = qRound(kLogicalInch * kPictureScale / kInchMillimetres * 1000);
    image.setDotsPerMeterX(perMetre);
    image.setDotsPerMeterY(perMetre);
    QPainter painter(&image);
    paintWhole(painter, QRectF(image.rect()), chart, sentence);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray svgOf(const ChartView& chart, const QString& sentence) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setResolution(static_cast<int>(kLogicalInch));
    svg.setSize(kPicture);
    svg.setViewBox(QRect(QPoint(), kPicture));
    svg.setTitle(sentence);
    QPainter painter(&svg);
    paintWhole(painter, QRectF(QPointF(), kPicture), chart, sentence);
    painter.end();
    return bytes;
}

QByteArray pdfOf(const ChartView& chart, const QString& sentence) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter pdf(&buffer);
    pdf.setResolution(kPaperDpi);
    pdf.setPageSize(QPageSize(QPageSize::A4));
    pdf.setPageOrientation(QPageLayout::Landscape);
    pdf.setTitle(ChartExport::tr("Chart"));
    QPainter painter(&pdf);
    paintWhole(painter, QRectF(0, 0, pdf.width(), pdf.height()), chart, sentence);
    painter.end();
    return bytes;
}

} // namespace

std::optional<ChartFormat> chartFormatOf(const QString& path) {
    const QString ending = QFileInfo(path).suffix();
    for (const auto& each : kEndings) {
        if (ending.compare(QLatin1String(each.ending), Qt::CaseInsensitive) == 0) return each.format;
    }
    return std::nullopt;
}

QString chartEnding(ChartFormat format) {
    for (const auto& each : kEndings) {
        if (each.format == format) return QLatin1String(each.ending);
    }
    return {};
}

QString chartFileFilter(bool hasDrawing) {
    const QString numbers = ChartExport::tr("Numbers, comma-separated (*.csv)");
    if (!hasDrawing) return numbers;
    return QStringList{ChartExport::tr("Picture (*.png)"), ChartExport::tr("Drawing (*.svg)"),
                       ChartExport::tr("PDF document (*.pdf)"), numbers}
        .join(u";;"_s);
}

QByteArray chartDrawing(const ChartView& chart, ChartFormat format, const QString& sentence) {
    if (format == ChartFormat::Svg) return svgOf(chart, sentence);
    return format == ChartFormat::Pdf ? pdfOf(chart, sentence) : pngOf(chart, sentence);
}

QByteArray csvOf(const ChartTable& table) {
    const auto line = [](const auto& cells, const auto& textOf) {
        std::vector<std::string> texts;
        for (const auto& cell : cells)
            texts.push_back(base::csvText(toStd(textOf(cell))));
        return QByteArray::fromStdString(base::csvLine(texts));
    };
    QByteArray csv = line(table.headings, [](QString heading) { return heading.replace(u'\n', u' '); });
    for (const auto& row : table.rows)
        csv += line(row, [](const ChartCell& cell) { return cell.text; });
    return csv;
}

} // namespace chairside::ui
