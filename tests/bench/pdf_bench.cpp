#include <QBuffer>
#include <QMarginsF>
#include <QPainter>
#include <QPdfWriter>
#include <cstdio>

#include "tests/bench/bench_clinic.h"
#include "tests/bench/benches.h"
#include "tests/bench/page_text.h"
#include "ui/charts/response_chart_view.h"
#include "ui/charts/vitals_chart_view.h"
#include "ui/print/print_style.h"
#include "ui/print/visit_summary_document.h"
#include "ui/print/visit_summary_pdf.h"
#include "ui/theme/palette.h"

namespace chairside::bench {

namespace {

constexpr int kRounds = 20;

using Pages = std::vector<std::vector<PlacedText>>;

Pages pagesOf(const ui::VisitSummaryDocument& document) {
    Pages pages;
    for (int page = 0; page < document.pageCount(); ++page) {
        pages.push_back(textOf(ui::sheetOf(document.paper()), ui::kDotsPerInch,
                               [&](QPainter& painter) { document.paintPage(painter, page); }));
    }
    return pages;
}

// A bare writer that puts the same words at the same places and the same two charts on paper.
QByteArray writeBarePages(const Pages& pages, const ui::ResponseChartData& response,
                          const ui::VitalsChartData& vitals) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
    writer.setResolution(ui::kDotsPerInch);
    writer.setPageMargins(QMarginsF());
    QPainter painter(&writer);
    for (std::size_t page = 0; page < pages.size(); ++page) {
        if (page > 0) writer.newPage();
        for (const auto& placed : pages[page]) {
            painter.setFont(placed.font);
            painter.drawText(placed.at, placed.text);
        }
    }
    const QRectF half(0, writer.height() / 2.0, writer.width(), writer.height() / 4.0);
    ui::paintResponseChart(painter, half, response, ui::printColours());
    ui::paintVitalsChart(painter, half.translated(0, half.height()), vitals, ui::printColours());
    painter.end();
    return bytes;
}

} // namespace

std::vector<Figure> measurePdf() {
    BenchClinic bench;
    const auto summary = need(
        bench.services().documents.issueVisit(bench.physician(), services::VisitPaper::Summary, bench.signedInfusion()),
        "the summary");
    const auto response = ui::responseChartData(summary.review);
    const auto& view = summary.infusion;
    const auto vitals = ui::vitalsChartData(view.record, view.protocol.rules, view.order.minutes, view.asOf);
    const Pages pages = pagesOf(ui::VisitSummaryDocument(summary));
    std::size_t pieces = 0;
    for (const auto& page : pages)
        pieces += page.size();
    std::fprintf(stderr, "bench: the summary has %zu pages and %zu pieces of text, %lld bytes; bare %lld bytes\n",
                 pages.size(), pieces, static_cast<long long>(ui::renderVisitSummary(summary).size()),
                 static_cast<long long>(writeBarePages(pages, response, vitals).size()));
    return {compare(
        "visit summary PDF in memory", "bare QPdfWriter, the same text and charts", "2 at most, 100 ms at most",
        kRounds, [&] { static_cast<void>(ui::renderVisitSummary(summary)); },
        [&] { static_cast<void>(writeBarePages(pages, response, vitals)); })};
}

} // namespace chairside::bench
