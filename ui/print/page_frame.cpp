#include "ui/print/page_frame.h"

#include <QCoreApplication>
#include <QPainter>
#include <algorithm>

namespace chairside::ui {

namespace {

constexpr qreal kSide = mm(13);
constexpr qreal kTop = mm(9);
constexpr qreal kBottom = mm(8);
// In the margin, so that a page holds as much as one without it.
constexpr qreal kDemoTop = mm(3.4);
constexpr qreal kDemoHeight = mm(5);
constexpr qreal kMarkWidth = mm(46);
constexpr qreal kMarkPadding = mm(1.6);
constexpr qreal kPageNumberWidth = mm(26);
constexpr qreal kHeadGap = mm(3);
constexpr qreal kLogoHeight = mm(11);
constexpr qreal kMostLogoWidth = mm(34);
constexpr qreal kLogoGap = mm(3);

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PageFrame)
};

PrintLook quiet(Qt::Alignment align = Qt::AlignLeft) {
    return {.role = PrintRole::Caption, .align = align, .ink = printInks().secondary};
}

// "Born 14-Mar-1979     ID KC 0412": values strong, a wide gap between the facts.
std::vector<PrintSpan> factSpans(const std::vector<PrintFact>& facts) {
    std::vector<PrintSpan> spans;
    for (const PrintFact& fact : facts) {
        if (!spans.empty()) spans.push_back({QString(6, QChar::Nbsp) + u' ', false});
        spans.push_back({fact.label + QChar(QChar::Nbsp), false});
        QString whole = fact.value;
        spans.push_back({whole.replace(u' ', QChar(QChar::Nbsp)), true});
    }
    return spans;
}

// The room a logo takes, shape kept.
QSizeF logoSize(const QImage& logo) {
    if (logo.isNull()) return {};
    return QSizeF(logo.size()).scaled(kMostLogoWidth, kLogoHeight, Qt::KeepAspectRatio);
}

qreal clinicWidth(const QSizeF& sheet, const QImage& logo) {
    const qreal width = (sheet.width() - 2 * kSide) * 0.6;
    return logo.isNull() ? width : width - logoSize(logo).width() - kLogoGap;
}

QColor markInk(const PageWords& words) {
    return words.markIsFinal ? printInks().paper : printInks().text;
}

} // namespace

PageFrame::PageFrame(PageWords words, PaperSize paper)
    : m_words(std::move(words)),
      m_sheet(sheetOf(paper)),
      m_clinic(m_words.clinic, clinicWidth(m_sheet, m_words.logo), {.role = PrintRole::Strong}),
      m_clinicDetail(m_words.clinicDetail, clinicWidth(m_sheet, m_words.logo), quiet()),
      m_document(m_words.document, (m_sheet.width() - 2 * kSide) * 0.38, quiet(Qt::AlignRight)),
      m_person(m_words.person, m_sheet.width() - 2 * kSide - kMarkWidth - kHeadGap, {.role = PrintRole::Person}),
      m_facts(factSpans(m_words.facts), m_sheet.width() - 2 * kSide - kMarkWidth - kHeadGap, {.role = PrintRole::Body}),
      m_markText(m_words.mark, kMarkWidth - 2 * kMarkPadding, {.role = PrintRole::Heading, .ink = markInk(m_words)}),
      m_markDetail(m_words.markDetail, kMarkWidth - 2 * kMarkPadding,
                   {.role = PrintRole::Caption, .ink = markInk(m_words)}),
      m_foot(m_words.footer.join(u'\n'), m_sheet.width() - 2 * kSide - kPageNumberWidth,
             {.role = PrintRole::Caption, .ink = printInks().secondary, .breaks = LineBreaks::Keep}) {
    const qreal width = m_sheet.width() - 2 * kSide;
    if (!m_words.demo.isEmpty()) m_demo = QRectF(kSide, kDemoTop, width, kDemoHeight);
    m_logo = QRectF(QPointF(kSide, kTop), logoSize(m_words.logo));
    m_clinicLeft = m_logo.isEmpty() ? kSide : m_logo.right() + kLogoGap;
    placeClinicDetail();
    const qreal clinicBottom = std::max(m_clinic.height(), m_detailAt.y() - kTop + detailHeight());
    m_personTop = kTop + std::max({clinicBottom, m_document.height(), m_logo.height()}) + mm(2.2);
    m_factsTop = m_personTop + m_person.height() + mm(0.4);
    const qreal markHeight = m_markText.height() + m_markDetail.height() + 2 * kMarkPadding;
    m_mark = QRectF(kSide + width - kMarkWidth, m_personTop, kMarkWidth, markHeight);
    const qreal headBottom = std::max(m_factsTop + m_facts.height(), m_mark.bottom()) + mm(1.6);
    m_footTop = m_sheet.height() - kBottom - m_foot.height();
    m_content = QRectF(kSide, headBottom + kHeadGap, width, m_footTop - mm(3.5) - headBottom - kHeadGap);
}

qreal PageFrame::detailHeight() const {
    return m_words.clinicDetail.isEmpty() ? 0 : m_clinicDetail.height();
}

// Behind the name where it fits, which leaves a line more for what the document says; else below it.
void PageFrame::placeClinicDetail() {
    const qreal behind = m_clinic.usedWidth() + kHeadGap;
    const bool fits = m_clinic.lineCount() == 1 && m_clinicDetail.lineCount() == 1 &&
                      behind + m_clinicDetail.usedWidth() <= clinicWidth(m_sheet, m_words.logo);
    m_detailAt = fits ? QPointF(m_clinicLeft + behind, kTop + m_clinic.height() - m_clinicDetail.height())
                      : QPointF(m_clinicLeft, kTop + m_clinic.height());
}

void PageFrame::paint(QPainter& painter, int page, int pages) const {
    if (!m_words.watermark.isEmpty()) paintWatermark(painter);
    if (!m_words.demo.isEmpty()) paintDemo(painter);
    paintHead(painter);
    paintMark(painter);
    paintFoot(painter, page, pages);
}

void PageFrame::paintDemo(QPainter& painter) const {
    painter.fillRect(m_demo, printInks().demo);
    const PrintText text(m_words.demo, m_demo.width(),
                         {.role = PrintRole::Strong, .align = Qt::AlignHCenter, .ink = printInks().onDemo});
    text.paint(painter, m_demo.topLeft() + QPointF(0, (m_demo.height() - text.height()) / 2));
}

void PageFrame::paintHead(QPainter& painter) const {
    if (!m_logo.isEmpty()) painter.drawImage(m_logo, m_words.logo);
    m_clinic.paint(painter, {m_clinicLeft, kTop});
    if (!m_words.clinicDetail.isEmpty()) m_clinicDetail.paint(painter, m_detailAt);
    m_document.paint(painter, {m_content.right() - (m_sheet.width() - 2 * kSide) * 0.38, kTop});
    m_person.paint(painter, {kSide, m_personTop});
    m_facts.paint(painter, {kSide, m_factsTop});
    painter.fillRect(QRectF(kSide, m_content.top() - kHeadGap, m_content.width(), 6), printInks().text);
}

void PageFrame::paintMark(QPainter& painter) const {
    const PrintInks& inks = printInks();
    if (m_words.markIsFinal) {
        painter.fillRect(m_mark, inks.text);
    } else {
        painter.setPen(QPen(inks.text, 4, Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(m_mark.adjusted(2, 2, -2, -2));
    }
    const QPointF at = m_mark.topLeft() + QPointF(kMarkPadding, kMarkPadding);
    m_markText.paint(painter, at);
    m_markDetail.paint(painter, at + QPointF(0, m_markText.height()));
}

void PageFrame::paintWatermark(QPainter& painter) const {
    painter.save();
    painter.translate(m_content.center());
    painter.rotate(-45);
    QFont font = printFont(PrintRole::Person);
    font.setPixelSize(static_cast<int>(mm(52)));
    painter.setFont(font);
    painter.setPen(printInks().watermark);
    const QRectF room(-m_sheet.height() / 2, -mm(35), m_sheet.height(), mm(70));
    painter.drawText(room, static_cast<int>(Qt::AlignCenter), m_words.watermark);
    painter.restore();
}

void PageFrame::paintFoot(QPainter& painter, int page, int pages) const {
    painter.fillRect(QRectF(kSide, m_footTop - mm(1.6), m_content.width(), 2), printInks().rule);
    m_foot.paint(painter, {kSide, m_footTop});
    const PrintText number(Words::tr("Page %1 of %2").arg(page).arg(pages), kPageNumberWidth,
                           {.role = PrintRole::SmallStrong, .align = Qt::AlignRight});
    number.paint(painter, {m_content.right() - kPageNumberWidth, m_footTop});
}

} // namespace chairside::ui
