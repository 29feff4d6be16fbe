// Pages as they will be printed, one at a time, at any zoom.
#pragma once

#include <QPixmap>
#include <QWidget>
#include <memory>

#include "ui/print/print_document.h"

namespace chairside::ui {

// Keys: PgUp/PgDn, Home/End and +/- are told by signals; arrows scroll the area around it.
class PagePreview : public QWidget {
    Q_OBJECT

public:
    explicit PagePreview(QWidget* parent = nullptr);

    // What is heard: the name of the document and where its content can be read.
    void setSubject(const QString& name, const QString& readable);
    // None: nothing is drawn.
    void setDocument(std::shared_ptr<const PrintDocument> document);
    // Counts from 0; an index outside the document goes to the nearest end.
    void setPage(int page);
    void setZoom(int percent);
    [[nodiscard]] int page() const { return m_page; }
    [[nodiscard]] int pageCount() const { return m_document ? m_document->pageCount() : 0; }
    [[nodiscard]] int zoom() const { return m_zoom; }
    // Of the document; see PrintDocument.
    [[nodiscard]] QStringList missingGlyphs() const { return m_document ? m_document->missingGlyphs() : QStringList(); }
    // Per cent at which the sheet fills a width in pixels.
    [[nodiscard]] int zoomForWidth(int width) const;
    // The next larger (1) or smaller (-1) of the usual zooms; the same at either end.
    [[nodiscard]] int zoomAfter(int step) const;

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void pageChanged(int page);
    // 1 = forward or larger, -1 = back or smaller.
    void pageWanted(int step);
    void endWanted(int direction);
    void zoomWanted(int step);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QSize sheetSize() const;
    void draw();
    void describe();

    std::shared_ptr<const PrintDocument> m_document;
    QString m_subject, m_readable;
    QPixmap m_drawn;
    int m_page = 0;
    int m_zoom = 100;
};

} // namespace chairside::ui
