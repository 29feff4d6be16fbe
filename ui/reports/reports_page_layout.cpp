// How the page is put together; what it does is in reports_page.cpp.
#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include "ui/reports/batch_panel.h"
#include "ui/reports/document_choice.h"
#include "ui/reports/page_preview.h"
#include "ui/reports/paper_choice.h"
#include "ui/reports/reports_page.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/split_line.h"
#include "ui/widgets/text_label.h"
#include "ui/work/workbench.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kChoiceWidth = 280;

QHBoxLayout* lineIn(QWidget& widget) {
    auto* line = new QHBoxLayout(&widget);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(scaled(space::kRelated));
    return line;
}

} // namespace

ReportsPage::ReportsPage(Workbench& bench, QWidget* parent)
    : Page(parent),
      m_bench(bench),
      m_presenter(new ReportsPresenter(bench, this)),
      m_printers(std::make_unique<PrinterDialog>()) {
    auto* layout = new QVBoxLayout(this);
    const int margin = scaled(space::kGroup);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(scaled(space::kRelated));
    m_strip = new MessageStrip(this);
    m_strip->setObjectName(u"report_message"_s);
    layout->addWidget(makeHeading());
    layout->addWidget(m_strip);
    layout->addWidget(makeBody(), 1);
    connectPreview();
    connectChoice();
    connectPresenter();
    refreshBar();
}

// What is chosen on the left, the pages on the right.
QWidget* ReportsPage::makeBody() {
    auto* body = new QWidget(this);
    auto* layout = new QHBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(space::kGroup));
    auto* tabs = new QTabWidget(body);
    tabs->setObjectName(u"report_tabs"_s);
    tabs->setAccessibleName(tr("What leaves the clinic"));
    tabs->setDocumentMode(true);
    tabs->setFixedWidth(scaled(kChoiceWidth));
    m_choice = new DocumentChoice(tabs);
    m_batch = new BatchPanel(m_bench, tabs);
    tabs->addTab(m_choice, tr("Docu&ment"));
    tabs->addTab(m_batch, tr("Man&y visits"));
    connect(m_batch, &BatchPanel::status, this, &ReportsPage::status);
    auto* pages = new QWidget(body);
    auto* column = new QVBoxLayout(pages);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(scaled(space::kRelated));
    column->addWidget(makeBar());
    column->addWidget(makePreview(), 1);
    layout->addWidget(tabs);
    layout->addWidget(pages, 1);
    return body;
}

QWidget* ReportsPage::makeHeading() {
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(12));
    m_subject = new TextLabel(title(), TextRole::PageTitle, row);
    m_subject->setObjectName(u"report_subject"_s);
    m_badge = new Badge({}, Tone::Neutral, row);
    m_badge->setObjectName(u"report_state"_s);
    m_state = new TextLabel({}, TextRole::Label, row);
    m_state->setObjectName(u"issue_state"_s);
    m_save = makeButton(tr("Save as P&DF"), ButtonKind::Primary, u"save_pdf"_s, row);
    m_save->setToolTip(tr("Ctrl+S"));
    m_print = makeButton(tr("P&rint"), ButtonKind::Secondary, u"print"_s, row);
    m_print->setToolTip(tr("Ctrl+P"));
    layout->addWidget(m_subject);
    layout->addWidget(m_badge);
    layout->addWidget(m_state, 1);
    layout->addWidget(m_save);
    layout->addWidget(m_print);
    connect(m_save, &QPushButton::clicked, this, &ReportsPage::chooseFile);
    connect(m_print, &QPushButton::clicked, this, &ReportsPage::choosePrinter);
    return row;
}

QWidget* ReportsPage::makeBar() {
    auto* bar = new QWidget(this);
    auto* line = new SplitLine(bar);
    auto* pages = new QWidget(bar);
    auto* turning = lineIn(*pages);
    auto* row = new QWidget(bar);
    auto* layout = lineIn(*row);
    line->addWidget(pages);
    line->addWidget(row);
    m_back = makeButton(tr("Previo&us page"), ButtonKind::Secondary, u"previous_page"_s, pages);
    m_back->setToolTip(tr("PgUp"));
    m_next = makeButton(tr("&Next page"), ButtonKind::Secondary, u"next_page"_s, pages);
    m_next->setToolTip(tr("PgDn"));
    m_pageOf = new TextLabel({}, TextRole::Body, row);
    m_pageOf->setObjectName(u"page_of"_s);
    auto* paper = new TextLabel(tr("Paper"), TextRole::Label, row);
    m_paper = makePaperChoice(row);
    m_zoomOut = makeButton(tr("Zoom &out"), ButtonKind::Secondary, u"zoom_out"_s, row);
    m_zoomOut->setToolTip(tr("Minus key"));
    m_zoomIn = makeButton(tr("&Zoom in"), ButtonKind::Secondary, u"zoom_in"_s, row);
    m_zoomIn->setToolTip(tr("Plus key"));
    m_fit = makeButton(tr("&Fit width"), ButtonKind::Secondary, u"zoom_fit"_s, row);
    m_fit->setToolTip(tr("0 key"));
    m_zoomText = new TextLabel({}, TextRole::Body, row);
    m_zoomText->setObjectName(u"zoom"_s);
    for (QWidget* widget : {static_cast<QWidget*>(m_back), static_cast<QWidget*>(m_next)})
        turning->addWidget(widget);
    turning->addWidget(m_pageOf);
    turning->addStretch(1);
    layout->addWidget(paper);
    layout->addWidget(m_paper);
    layout->addSpacing(scaled(space::kGroup));
    layout->addWidget(m_zoomOut);
    layout->addWidget(m_zoomText);
    layout->addWidget(m_zoomIn);
    layout->addWidget(m_fit);
    connect(m_back, &QPushButton::clicked, this, [this] { turnPage(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { turnPage(1); });
    connect(m_zoomOut, &QPushButton::clicked, this, [this] { zoomBy(-1); });
    connect(m_zoomIn, &QPushButton::clicked, this, [this] { zoomBy(1); });
    connect(m_fit, &QPushButton::clicked, this, &ReportsPage::fitWidth);
    connect(m_paper, &ChoiceRow::chosen, this, &ReportsPage::choosePaper);
    return bar;
}

QWidget* ReportsPage::makePreview() {
    m_area = new QScrollArea(this);
    m_area->setObjectName(u"preview_area"_s);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setBackgroundRole(QPalette::Window);
    // Its own room, so that the sheet fits before and after it is needed.
    m_area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_area->viewport()->installEventFilter(this);
    m_preview = new PagePreview(m_area);
    m_preview->setObjectName(u"preview"_s);
    m_preview->setSubject(tr("Document"), tr("Nothing is chosen yet."));
    m_area->setWidget(m_preview);
    return m_area;
}

void ReportsPage::connectPreview() {
    connect(m_preview, &PagePreview::pageChanged, this, [this](int page) {
        refreshBar();
        Q_EMIT status(tr("Page %1 of %2").arg(page + 1).arg(m_preview->pageCount()));
    });
    connect(m_preview, &PagePreview::pageWanted, this, &ReportsPage::turnPage);
    connect(m_preview, &PagePreview::zoomWanted, this, &ReportsPage::zoomBy);
    connect(m_preview, &PagePreview::endWanted, this,
            [this](int direction) { turnPage(direction * m_preview->pageCount()); });
}

void ReportsPage::connectChoice() {
    connect(m_choice, &DocumentChoice::kindChosen, this, [this](DocumentKind kind) {
        if (!m_presenter->busy()) m_presenter->choose(kind);
    });
    connect(m_choice, &DocumentChoice::visitChosen, this, [this](int index) {
        const auto& visits = m_presenter->visits();
        if (!m_presenter->busy() && index < static_cast<int>(visits.size()))
            m_presenter->chooseVisit(visits[static_cast<std::size_t>(index)].infusion);
    });
    connect(m_choice, &DocumentChoice::letterChanged, this, [this] {
        m_presenter->setLetter(m_choice->letter());
        if (!m_presenter->content()) return;
        showPages();
        warn();
    });
    connect(m_choice, &DocumentChoice::patientWanted, this, [this] { Q_EMIT goTo(Place{.kind = PageKind::Patients}); });
}

} // namespace chairside::ui
