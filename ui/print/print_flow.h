// Content of a document as a column of strips, and its distribution over pages.
#pragma once

#include <QPointF>
#include <functional>
#include <memory>
#include <vector>

#include "ui/print/print_style.h"

class QPainter;

namespace chairside::ui {

// A piece of content as wide as its flow that is never cut.
struct PrintStrip {
    qreal height = 0;
    std::function<void(QPainter&, QPointF)> paint; // draws with its top left corner at the point
    qreal gapBefore = 0;                           // left out at the top of a page
    bool staysWithNext = false;
    std::shared_ptr<const PrintStrip> repeated{}; // drawn above it when it opens a page: the head of its table
};

class PrintFlow {
public:
    explicit PrintFlow(qreal width) : m_width(width) {}

    [[nodiscard]] qreal width() const { return m_width; }
    void add(PrintStrip strip) { m_strips.push_back(std::move(strip)); }
    // A distance before whatever comes next.
    void space(qreal gap) { m_gap = gap; }
    // Adds the strip with the distance that was asked for.
    void addSpaced(PrintStrip strip);

    [[nodiscard]] const std::vector<PrintStrip>& strips() const { return m_strips; }
    // Of the whole content in one piece.
    [[nodiscard]] qreal height() const;
    void paint(QPainter& painter, QPointF topLeft) const;

private:
    qreal m_width;
    qreal m_gap = 0;
    std::vector<PrintStrip> m_strips;
};

// One page: which strips, at which height. Pointers into the flow and its heads.
struct PlacedStrip {
    const PrintStrip* strip = nullptr;
    qreal top = 0;
};
using PlacedPage = std::vector<PlacedStrip>;

// At least one page, even of nothing. A strip higher than a page gets one of its own.
[[nodiscard]] std::vector<PlacedPage> paginate(const PrintFlow& flow, qreal pageHeight);

} // namespace chairside::ui
