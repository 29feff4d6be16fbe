#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

#include "tests/bench/bench_clinic.h"
#include "tests/bench/benches.h"
#include "ui/charts/response_chart_view.h"
#include "ui/print/visit_summary_pdf.h"
#include "ui/theme/fonts.h"
#include "ui/theme/palette.h"

namespace chairside::bench {

namespace {

constexpr int kRounds = 20;
constexpr int kLinesOfText = 60; // about what a summary says on its pages
constexpr int kLinesOnAPage = 40;

// A bare writer that puts as many lines and the same chart on paper.
void writeBarePages(const ui::ResponseChartData& chart) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
    writer.setResolution(300);
    QPainter painter(&writer);
    painter.setFont(ui::uiFont());
    const int step = writer.height() / (kLinesOnAPage + 2);
    for (int line = 0; line < kLinesOfText; ++line) {
        if (line == kLinesOnAPage) writer.newPage();
        painter.drawText(
            0, (line % kLinesOnAPage + 1) * step,
            QStringLiteral("Line %1: ketamine 34 mg in 100 mL at 66.7 mL per hour over 90 minutes").arg(line));
    }
    ui::paintResponseChart(painter, QRectF(0, writer.height() / 2.0, writer.width(), writer.height() / 3.0), chart,
                           ui::printColours());
}

} // namespace

std::vector<Figure> measurePdf() {
    BenchClinic bench;
    const auto summary =
        need(bench.services().documents.issueVisitSummary(bench.physician(), bench.signedInfusion()), "the summary");
    const auto chart = ui::responseChartData(summary.review);
    return {compare(
        "visit summary PDF in memory", "bare QPdfWriter, as many lines and the chart", "2 at most, 100 ms at most",
        kRounds, [&] { static_cast<void>(ui::renderVisitSummary(summary)); }, [&] { writeBarePages(chart); })};
}

} // namespace chairside::bench
