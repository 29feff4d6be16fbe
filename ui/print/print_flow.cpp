#include "ui/print/print_flow.h"

#include <utility>

namespace chairside::ui {

namespace {

class Paginator {
public:
    explicit Paginator(qreal pageHeight) : m_pageHeight(pageHeight), m_pages(1) {}

    void place(const std::vector<PrintStrip>& strips) {
        for (std::size_t from = 0; from < strips.size();) {
            std::size_t to = from;
            while (to + 1 < strips.size() && strips[to].staysWithNext)
                ++to;
            placeGroup({strips.begin() + static_cast<std::ptrdiff_t>(from),
                        strips.begin() + static_cast<std::ptrdiff_t>(to) + 1});
            from = to + 1;
        }
    }
    std::vector<PlacedPage> pages() { return std::move(m_pages); }

private:
    struct Group {
        std::vector<PrintStrip>::const_iterator first, last;
    };

    static qreal heightOf(const Group& group) {
        qreal height = 0;
        for (auto strip = group.first; strip != group.last; ++strip) {
            height += strip->height + (strip == group.first ? 0 : strip->gapBefore);
        }
        return height;
    }

    [[nodiscard]] bool fits(qreal height) const { return m_top + height <= m_pageHeight; }

    void turnPage() {
        if (m_pages.back().empty()) return;
        m_pages.emplace_back();
        m_top = 0;
    }

    void placeGroup(const Group& group) {
        if (!fits(group.first->gapBefore + heightOf(group))) turnPage();
        for (auto strip = group.first; strip != group.last; ++strip)
            placeOne(*strip);
    }

    // Only a group higher than a page turns the page within it.
    void placeOne(const PrintStrip& strip) {
        const qreal gap = m_pages.back().empty() ? 0 : strip.gapBefore;
        if (!fits(gap + strip.height)) turnPage();
        if (m_pages.back().empty()) {
            if (strip.repeated) put(*strip.repeated, 0);
            put(strip, 0);
        } else {
            put(strip, strip.gapBefore);
        }
    }

    void put(const PrintStrip& strip, qreal gap) {
        m_pages.back().push_back({&strip, m_top + gap});
        m_top += gap + strip.height;
    }

    qreal m_pageHeight;
    qreal m_top = 0;
    std::vector<PlacedPage> m_pages;
};

} // namespace

void PrintFlow::addSpaced(PrintStrip strip) {
    strip.gapBefore += std::exchange(m_gap, 0);
    add(std::move(strip));
}

qreal PrintFlow::height() const {
    qreal height = 0;
    for (const PrintStrip& strip : m_strips)
        height += strip.height + (height > 0 ? strip.gapBefore : 0);
    return height;
}

void PrintFlow::paint(QPainter& painter, QPointF topLeft) const {
    qreal top = 0;
    for (const PrintStrip& strip : m_strips) {
        if (top > 0) top += strip.gapBefore;
        strip.paint(painter, topLeft + QPointF(0, top));
        top += strip.height;
    }
}

std::vector<PlacedPage> paginate(const PrintFlow& flow, qreal pageHeight) {
    Paginator paginator(pageHeight);
    paginator.place(flow.strips());
    return paginator.pages();
}

} // namespace chairside::ui
