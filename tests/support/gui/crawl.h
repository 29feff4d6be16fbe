// Walks a page as a screen reader and a keyboard do, and lists what is wrong with it.
#pragma once

#include <QWidget>
#include <string>
#include <vector>

namespace chairside::test {

struct CrawlLimits {
    int smallestTarget = 24; // 36 for chair-side pages, 56 in touch layout
};

// Presents the page and checks every visible, enabled widget that Tab can stop at:
// an accessible name that is not empty, unique in its group, without markup, "&" or "…"; at least the
// smallest target; reachable by Tab and by Back-Tab without a trap, and back to the start, and in reading order: down a
// column or along a line, then to the next one. Also: a label's text is the name of its buddy, no mnemonic is used
// twice, and no text is cut off. Returns one line for each fault; empty is good.
[[nodiscard]] std::vector<std::string> crawl(QWidget& page, const CrawlLimits& limits = {});

} // namespace chairside::test
