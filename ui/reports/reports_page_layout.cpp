// How the page is put together; what it does is in reports_page.cpp.
#include <QHBoxLayout>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/reports/page_preview.h"
#include "ui/reports/reports_page.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/choice_row.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/text_label.h"
#include "ui/work/workbench.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

ReportsPage::ReportsPage(Workbench& bench, QWidget* parent)
    : Page(parent),
      m_bench(bench),
      m_presenter(new ReportsPresenter(bench, this)),
      m_printers(std::make_unique<PrinterDialog>()),
      m_stack(new QStackedWidget(this)) {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_stack);
    m_empty =
        new EmptyState(tr("A visit summary is made from one infusion. Open a patient, choose an infusion of the course "
                          "and then its visit summary; it appears here as it will be on paper."),
                       tr("F&ind a patient"), u"find_patient"_s, m_stack);
    connect(m_empty, &EmptyState::actionChosen, this, [this] { Q_EMIT goTo(Place{.kind = PageKind::Patients}); });
    m_report = new QWidget(m_stack);
    auto* layout = new QVBoxLayout(m_report);
    const int margin = scaled(space::kGroup);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(scaled(space::kRelated));
    m_strip = new MessageStrip(m_report);
    m_strip->setObjectName(u"report_message"_s);
    layout->addWidget(makeHeading());
    layout->addWidget(m_strip);
    layout->addWidget(makeBar());
    layout->addWidget(makePreview(), 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_report);
    connectPreview();
    connectPresenter();
    refreshBar();
}

QWidget* ReportsPage::makeHeading() {
    auto* row = new QWidget(m_report);
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
    auto* row = new QWidget(m_report);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(space::kRelated));
    m_back = makeButton(tr("Previo&us page"), ButtonKind::Secondary, u"previous_page"_s, row);
    m_back->setToolTip(tr("PgUp"));
    m_next = makeButton(tr("&Next page"), ButtonKind::Secondary, u"next_page"_s, row);
    m_next->setToolTip(tr("PgDn"));
    m_pageOf = new TextLabel({}, TextRole::Body, row);
    m_pageOf->setObjectName(u"page_of"_s);
    m_zoomOut = makeButton(tr("Zoom &out"), ButtonKind::Secondary, u"zoom_out"_s, row);
    m_zoomOut->setToolTip(tr("Minus key"));
    m_zoomIn = makeButton(tr("&Zoom in"), ButtonKind::Secondary, u"zoom_in"_s, row);
    m_zoomIn->setToolTip(tr("Plus key"));
    m_zoomText = new TextLabel({}, TextRole::Body, row);
    m_zoomText->setObjectName(u"zoom"_s);
    auto* paper = new TextLabel(tr("Paper"), TextRole::Label, row);
    m_paper = new ChoiceRow(Qt::Horizontal, row);
    m_paper->setObjectName(u"paper"_s);
    m_paper->setAccessibleName(tr("Paper"));
    m_paper->add(tr("&A4"), static_cast<int>(PaperSize::A4))->setObjectName(u"paper_a4"_s);
    m_paper->add(tr("&Letter"), static_cast<int>(PaperSize::Letter))->setObjectName(u"paper_letter"_s);
    m_paper->setValue(static_cast<int>(PaperSize::A4));
    for (QWidget* widget : {static_cast<QWidget*>(m_back), static_cast<QWidget*>(m_next)})
        layout->addWidget(widget);
    layout->addWidget(m_pageOf);
    layout->addStretch(1);
    layout->addWidget(paper);
    layout->addWidget(m_paper);
    layout->addSpacing(scaled(space::kGroup));
    layout->addWidget(m_zoomOut);
    layout->addWidget(m_zoomText);
    layout->addWidget(m_zoomIn);
    connect(m_back, &QPushButton::clicked, this, [this] { turnPage(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { turnPage(1); });
    connect(m_zoomOut, &QPushButton::clicked, this, [this] { zoomBy(-1); });
    connect(m_zoomIn, &QPushButton::clicked, this, [this] { zoomBy(1); });
    connect(m_paper, &ChoiceRow::chosen, this, &ReportsPage::choosePaper);
    return row;
}

QWidget* ReportsPage::makePreview() {
    m_area = new QScrollArea(m_report);
    m_area->setObjectName(u"preview_area"_s);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setBackgroundRole(QPalette::Window);
    m_preview = new PagePreview(m_area);
    m_preview->setObjectName(u"preview"_s);
    m_preview->setSubject(tr("Visit summary"), tr("What is on it can be read on the infusion and review pages."));
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

} // namespace chairside::ui
