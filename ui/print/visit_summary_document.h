// The visit summary, laid out: the same pages for PDF, printer and screen.
#pragma once

#include <QByteArray>
#include <QString>

#include "core/services/document_service.h"
#include "ui/print/print_document.h"

namespace chairside::ui {

struct PrintOptions {
    PaperSize paper = PaperSize::A4;
    bool demo = false;    // marked as invented on every page
    bool preview = false; // not issued: has no document id, no hashes, and says so on every page
};

// GUI thread only.
class VisitSummaryDocument {
public:
    explicit VisitSummaryDocument(const services::VisitSummary& summary, const PrintOptions& options = {});

    [[nodiscard]] PaperSize paper() const { return m_document.paper(); }
    [[nodiscard]] int pageCount() const { return m_document.pageCount(); }
    // page counts from 0; the painter's unit is 1/300 inch, its origin the corner of the sheet.
    void paintPage(QPainter& painter, int page) const { m_document.paintPage(painter, page); }
    [[nodiscard]] QByteArray toPdf() const { return m_document.toPdf(m_title); }

private:
    QString m_title;
    PrintDocument m_document;
};

} // namespace chairside::ui
