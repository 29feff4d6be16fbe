// What stands on every page around the content: whose paper it is, what state it is in, and where it came from.
#pragma once

#include <QImage>
#include <QRectF>
#include <QString>
#include <QStringList>
#include <vector>

#include "ui/print/print_blocks.h"

class QPainter;

namespace chairside::ui {

struct PageWords {
    QString clinic;
    QString clinicDetail;         // address and telephone; empty: none
    QImage logo{};                // left of them; none if null
    QString document;             // "Infusion visit summary"
    QString person;               // "FAMILY, Given (Title)"
    std::vector<PrintFact> facts; // Born, ID ...
    QString mark;                 // "DRAFT", "SIGNED", "AMENDED"
    QString markDetail;
    bool markIsFinal = false; // a solid mark; otherwise a dashed frame
    QString watermark;        // under the content; empty: none
    QString demo;             // in a band on top; empty: none
    QStringList footer;       // left of the page number
};

class PageFrame {
public:
    PageFrame(PageWords words, PaperSize paper);

    // Where the content goes, in dots from the corner of the sheet.
    [[nodiscard]] QRectF content() const { return m_content; }
    // page counts from 1.
    void paint(QPainter& painter, int page, int pages) const;

private:
    [[nodiscard]] qreal detailHeight() const;
    void placeClinicDetail();
    void paintDemo(QPainter& painter) const;
    void paintHead(QPainter& painter) const;
    void paintMark(QPainter& painter) const;
    void paintWatermark(QPainter& painter) const;
    void paintFoot(QPainter& painter, int page, int pages) const;

    PageWords m_words;
    QSizeF m_sheet;
    QPointF m_detailAt;
    QRectF m_demo, m_mark, m_content, m_logo;
    qreal m_clinicLeft = 0; // beside the logo
    PrintText m_clinic, m_clinicDetail, m_document, m_person, m_facts, m_markText, m_markDetail, m_foot;
    qreal m_personTop = 0, m_factsTop = 0, m_footTop = 0;
};

} // namespace chairside::ui
