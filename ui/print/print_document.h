// A document that is laid out once and then painted page by page: to PDF, to a printer, or on the screen.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <functional>
#include <optional>
#include <vector>

#include "ui/print/page_frame.h"
#include "ui/print/print_flow.h"

class QPainter;

namespace chairside::ui {

struct PrintOptions {
    PaperSize paper = PaperSize::A4;
    bool preview = false; // not issued: has no document id, no hashes, and says so on every page
};

// fill writes the content into a flow of the right width. GUI thread only.
class PrintDocument {
public:
    // title: what a reader of PDF shows; never a person's name.
    PrintDocument(const PageWords& words, PaperSize paper, QString title, const std::function<void(PrintFlow&)>& fill);
    virtual ~PrintDocument() = default;
    PrintDocument(const PrintDocument&) = delete;
    PrintDocument& operator=(const PrintDocument&) = delete;

    [[nodiscard]] const QString& title() const { return m_title; }
    [[nodiscard]] PaperSize paper() const { return m_paper; }
    [[nodiscard]] int pageCount() const { return static_cast<int>(m_pages.size()); }
    // page counts from 0; the painter's unit is a dot, its origin the corner of the sheet.
    void paintPage(QPainter& painter, int page) const;
    [[nodiscard]] QByteArray toPdf() const;
    // Characters that no installed font can draw; on the pages they are replaced by their numbers.
    [[nodiscard]] const QStringList& missingGlyphs() const { return m_missing; }

private:
    PaperSize m_paper;
    QString m_title;
    std::optional<PageFrame> m_frame;
    std::optional<PrintFlow> m_flow;
    std::vector<PlacedPage> m_pages; // points into m_flow
    QStringList m_missing;
};

} // namespace chairside::ui
