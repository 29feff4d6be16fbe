#include "ui/print/print_document.h"

#include <QBuffer>
#include <QMarginsF>
#include <QPainter>
#include <QPdfWriter>

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

PrintDocument::PrintDocument(const PageWords& words, PaperSize paper, QString title,
                             const std::function<void(PrintFlow&)>& fill)
    : m_paper(paper), m_title(std::move(title)) {
    const MissingGlyphs missing;
    m_frame.emplace(words, paper);
    m_flow.emplace(m_frame->content().width());
    fill(*m_flow);
    m_pages = paginate(*m_flow, m_frame->content().height());
    m_missing = missing.characters();
}

void PrintDocument::paintPage(QPainter& painter, int page) const {
    if (page < 0 || page >= pageCount()) return;
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    m_frame->paint(painter, page + 1, pageCount());
    const QPointF corner = m_frame->content().topLeft();
    for (const PlacedStrip& placed : m_pages[static_cast<std::size_t>(page)]) {
        placed.strip->paint(painter, corner + QPointF(0, placed.top));
    }
    painter.restore();
}

QByteArray PrintDocument::toPdf() const {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
    writer.setResolution(kDotsPerInch);
    writer.setPageSize(pageSizeOf(m_paper));
    writer.setPageMargins(QMarginsF());
    writer.setTitle(m_title);
    writer.setCreator(u"Chairside"_s);
    QPainter painter(&writer);
    for (int page = 0; page < pageCount(); ++page) {
        if (page > 0) writer.newPage();
        paintPage(painter, page);
    }
    painter.end();
    return bytes;
}

} // namespace chairside::ui
