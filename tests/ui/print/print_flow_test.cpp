#include "ui/print/print_flow.h"

#include <gtest/gtest.h>

#include <QPainter>
#include <QPixmap>

#include "ui/print/print_blocks.h"
#include "ui/print/print_table.h"

namespace chairside::ui {
namespace {

using namespace Qt::Literals::StringLiterals;

PrintStrip strip(qreal height, bool staysWithNext = false) {
    return {.height = height, .paint = [](QPainter&, QPointF) {}, .staysWithNext = staysWithNext};
}

qreal bottomOf(const PlacedPage& page) {
    return page.back().top + page.back().strip->height;
}

TEST(PrintFlowTest, nothingIsOneEmptyPage) {
    const PrintFlow flow(100);
    EXPECT_EQ(paginate(flow, 100).size(), 1U);
}

TEST(PrintFlowTest, stripsAreNeverCut) {
    PrintFlow flow(100);
    for (int i = 0; i < 5; ++i)
        flow.add(strip(40));
    const auto pages = paginate(flow, 100);
    ASSERT_EQ(pages.size(), 3U);
    for (const auto& page : pages)
        EXPECT_LE(bottomOf(page), 100);
}

TEST(PrintFlowTest, aHeadingMovesToTheNextPageWithWhatFollowsIt) {
    PrintFlow flow(100);
    flow.add(strip(70));
    flow.add(strip(10, true));
    flow.add(strip(40));
    const auto pages = paginate(flow, 100);
    ASSERT_EQ(pages.size(), 2U);
    EXPECT_EQ(pages[0].size(), 1U);
    EXPECT_EQ(pages[1].size(), 2U);
}

TEST(PrintFlowTest, theGapBeforeAStripIsLeftOutAtTheTopOfAPage) {
    PrintFlow flow(100);
    flow.add(strip(90));
    PrintStrip spaced = strip(50);
    spaced.gapBefore = 30;
    flow.add(spaced);
    const auto pages = paginate(flow, 100);
    ASSERT_EQ(pages.size(), 2U);
    EXPECT_EQ(pages[1].front().top, 0);
}

TEST(PrintFlowTest, aStripHigherThanThePageGetsOneOfItsOwn) {
    PrintFlow flow(100);
    for (const qreal height : {20.0, 300.0, 20.0})
        flow.add(strip(height));
    EXPECT_EQ(paginate(flow, 100).size(), 3U);
}

TEST(PrintFlowTest, aGroupHigherThanThePageIsDistributedOverPages) {
    PrintFlow flow(100);
    for (int i = 0; i < 6; ++i)
        flow.add(strip(30, true));
    const auto pages = paginate(flow, 100);
    EXPECT_EQ(pages.size(), 2U);
    EXPECT_EQ(pages[0].size(), 3U);
}

TEST(PrintTableTest, theHeadComesBackOnEveryPageOfTheTable) {
    PrintFlow flow(mm(180));
    PrintTable table{u"Vital signs"_s, {{u"Time"_s}, {u"HR"_s}}, {}};
    for (int i = 0; i < 120; ++i)
        table.rows.push_back({{QString::number(i), u"72"_s}});
    addTable(flow, table);
    const auto pages = paginate(flow, mm(200));
    ASSERT_GE(pages.size(), 3U);
    for (std::size_t i = 1; i < pages.size(); ++i) {
        ASSERT_NE(pages[i].at(1).strip->repeated, nullptr);
        EXPECT_EQ(pages[i].front().strip, pages[i].at(1).strip->repeated.get());
        EXPECT_LE(bottomOf(pages[i]), mm(200));
    }
}

TEST(PrintTableTest, aNoteAsLongAsAPageFlowsOverThePages) {
    PrintFlow flow(mm(180));
    addTable(flow, {u"Notes"_s, {{u"Time"_s}}, {{{u"10:00"_s}, {QString(30'000, u'x')}}}});
    const auto pages = paginate(flow, mm(200));
    EXPECT_GE(pages.size(), 2U);
    for (const auto& page : pages)
        EXPECT_LE(bottomOf(page), mm(200));
}

TEST(PrintBlocksTest, partsThatAreTooHighStandBelowEachOther) {
    const auto fill = [](PrintFlow& part) {
        part.add(strip(50));
    };
    PrintFlow beside(1000), below(1000);
    addBeside(beside, {{1, fill}, {1, fill}}, 60);
    addBeside(below, {{1, fill}, {1, fill}}, 40);
    EXPECT_EQ(beside.strips().size(), 1U);
    EXPECT_EQ(below.strips().size(), 2U);
}

TEST(PrintTextTest, aWordWiderThanItsColumnIsWrappedNotCut) {
    const PrintText text(QString(200, u'W'), mm(40));
    EXPECT_GT(text.lineCount(), 3);
    EXPECT_LE(text.usedWidth(), mm(40));
}

TEST(PrintTextTest, aDateIsNotCutAtItsHyphens) {
    for (int width = 30; width < 60; ++width) {
        const PrintText text(u"signed on 06-Jan-2025 by somebody"_s, mm(width));
        const PrintText date(u"06-Jan-2025"_s, mm(100));
        EXPECT_GE(text.lineCount(), 1);
        EXPECT_LE(text.usedWidth(), mm(width));
        EXPECT_EQ(date.lineCount(), 1);
    }
    EXPECT_EQ(PrintText(u"06-Jan-2025 06-Jan-2025"_s, mm(24)).lineCount(), 2);
}

TEST(PrintableTest, directionOverridesAndControlCharactersAreTakenOut) {
    const QString evil = u"a"_s + QChar(0x202E) + u"b"_s + QChar(0x2066) + u"c"_s + QChar(7) + u"d\te"_s;
    EXPECT_EQ(printable(evil), u"abc d e"_s);
}

TEST(PrintableTest, lineBreaksAreKeptOnlyWhereTextIsFree) {
    EXPECT_EQ(printable(u"one\r\ntwo"), u"one two"_s);
    EXPECT_EQ(printable(u"one\r\ntwo", LineBreaks::Keep), u"one"_s + QChar(QChar::LineSeparator) + u"two"_s);
}

TEST(PrintableTest, manyEmptyLinesBecomeOne) {
    const QString kept = printable(QString(u"a"_s + QString(500, u'\n') + u"b"_s), LineBreaks::Keep);
    EXPECT_EQ(kept.count(QChar(QChar::LineSeparator)), 2);
}

TEST(PrintableTest, aCharacterWithoutGlyphIsWrittenAsItsNumber) {
    const char32_t unassigned[] = {0x0378, 0xE123};
    const QString text = QString::fromUcs4(unassigned, 2);
    const MissingGlyphs outside;
    {
        const MissingGlyphs missing;
        EXPECT_EQ(printable(u"Müller-Łuć, Ελένη, Жанна"), u"Müller-Łuć, Ελένη, Жанна"_s);
        EXPECT_TRUE(missing.characters().isEmpty());
        EXPECT_EQ(printable(text), u"[U+0378][U+E123]"_s);
        EXPECT_EQ(printable(text), u"[U+0378][U+E123]"_s);
        EXPECT_EQ(missing.characters().size(), 2) << "each once";
    }
    EXPECT_TRUE(outside.characters().isEmpty());
}

} // namespace
} // namespace chairside::ui
