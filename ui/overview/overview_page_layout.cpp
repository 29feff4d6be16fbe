// Building the overview: which cards there are, and how they stand on the screen.
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/overview/course_state_form.h"
#include "ui/overview/course_strip.h"
#include "ui/overview/overview_page.h"
#include "ui/overview/pain_sparkline.h"
#include "ui/overview/plan_panel.h"
#include "ui/overview/visits_model.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/text_label.h"
#include "ui/work/workbench.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLeastVisits = 4;
constexpr int kVisitRow = 28;

// Two columns of short facts on a card, from the top down.
QGridLayout* addFactGrid(Card& card, int rowGap) {
    auto* grid = new QGridLayout;
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(scaled(12));
    grid->setVerticalSpacing(scaled(rowGap));
    grid->setColumnStretch(1, 1);
    card.body()->addLayout(grid);
    return grid;
}

// The way from a card to the page that has all of it.
QPushButton* addWay(Card& card, const QString& text, const QString& name, const QString& key) {
    auto* button = makeButton(text, ButtonKind::Secondary, name, &card);
    button->setToolTip(key);
    button->setAutoDefault(true);
    card.addToHeading(button);
    return button;
}

} // namespace

QWidget* OverviewPage::makeContent() {
    auto* content = new QWidget(this);
    auto* layout = new QVBoxLayout(content);
    const int margin = scaled(space::kRelated);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(scaled(space::kRelated));
    auto* top = new QHBoxLayout;
    auto* bottom = new QHBoxLayout;
    for (QHBoxLayout* row : {top, bottom})
        row->setSpacing(scaled(space::kRelated));
    top->addWidget(makeNextCard(), 31);
    top->addWidget(makePainCard(), 43);
    top->addWidget(makeAssessmentsCard(), 40);
    bottom->addWidget(makeFactsCard(), 40);
    bottom->addWidget(makeHistoryCard(), 37);
    bottom->addWidget(makeVisitsCard(), 37);
    m_caution = new MessageStrip(this);
    m_caution->setObjectName(u"weight_caution"_s);
    layout->addWidget(m_caution);
    layout->addLayout(top);
    layout->addWidget(makeCourseCard());
    layout->addLayout(bottom, 1);
    return content;
}

Card* OverviewPage::makeNextCard() {
    auto* card = new Card(tr("Next step"), this);
    m_nextSentence = new TextLabel({}, TextRole::PageTitle, card);
    m_nextSentence->setObjectName(u"next_sentence"_s);
    m_nextSentence->setWordWrap(true);
    m_nextDetail = new TextLabel({}, TextRole::Hint, card);
    m_nextRefusal = new TextLabel({}, TextRole::Error, card);
    m_next = makeButton({}, ButtonKind::Primary, u"next_step"_s, card);
    m_openToday = makeButton(tr("Open it &today"), ButtonKind::Secondary, u"open_today"_s, card);
    m_order = makeButton(tr("Order a co&urse"), ButtonKind::Secondary, u"order_course"_s, card);
    m_documents = makeButton(tr("Documents"), ButtonKind::Secondary, u"overview_documents"_s, card);
    m_documents->setToolTip(tr("Ctrl+P"));
    m_exportData = makeButton(tr("E&xport"), ButtonKind::Secondary, u"overview_export"_s, card);
    connect(m_exportData, &QPushButton::clicked, this,
            [this] { Q_EMIT goTo({.kind = PageKind::Export, .patientId = m_patientId}); });
    connect(m_documents, &QPushButton::clicked, this, &OverviewPage::openDocuments);
    connect(m_next, &QPushButton::clicked, this, &OverviewPage::doNext);
    connect(m_openToday, &QPushButton::clicked, this, [this] {
        if (m_screen && m_screen->nextPlanned) openPlanned(*m_screen->nextPlanned);
    });
    connect(m_order, &QPushButton::clicked, this, [this] { Q_EMIT goTo(Place{PageKind::Order, m_patientId, {}, {}}); });
    for (QPushButton* button : {m_next, m_openToday, m_order})
        button->setAutoDefault(true);
    card->body()->addWidget(m_nextSentence);
    card->body()->addWidget(m_nextDetail);
    card->body()->addWidget(m_nextRefusal);
    card->body()->addStretch(1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(scaled(space::kRelated));
    for (QPushButton* button : {m_next, m_openToday, m_order})
        buttons->addWidget(button);
    buttons->addStretch(1);
    card->addToHeading(m_documents);
    card->addToHeading(m_exportData);
    card->body()->addLayout(buttons);
    return card;
}

Card* OverviewPage::makePainCard() {
    auto* card = new Card(tr("Pain, 0–10 (higher is worse)"), this);
    m_latest = new TextLabel({}, TextRole::CardNumber, card);
    m_latest->setObjectName(u"latest_pain"_s);
    m_latestDetail = new TextLabel({}, TextRole::Hint, card);
    auto* latest = new QHBoxLayout;
    latest->setSpacing(scaled(space::kRelated));
    latest->addWidget(m_latest);
    latest->addWidget(m_latestDetail, 1);
    card->body()->addLayout(latest);
    m_sparkline = new PainSparkline(card);
    m_sparkline->setObjectName(u"pain_sparkline"_s);
    card->body()->addWidget(m_sparkline, 1);
    return card;
}

Card* OverviewPage::makeCourseCard() {
    m_courseCard = new Card(tr("Course"), this);
    m_orderLine = new TextLabel({}, TextRole::Hint, m_courseCard);
    m_strip = new CourseStrip(m_courseCard);
    m_strip->setObjectName(u"course_strip"_s);
    m_strip->setAccessibleName(tr("Infusions of the course"));
    m_plan = new PlanPanel(m_bench.clock(), m_courseCard);
    m_orderLine->setWordWrap(false);
    m_courseCard->addToHeading(m_orderLine);
    m_agreement = new TextLabel({}, TextRole::Hint, m_courseCard);
    m_agreement->setObjectName(u"course_agreement"_s);
    m_agreement->setWordWrap(true);
    auto* lines = new QVBoxLayout; // the line belongs to the strip, and the page has no height to spare
    lines->setSpacing(scaled(2));
    lines->addWidget(m_strip);
    lines->addWidget(m_agreement);
    m_courseCard->body()->addLayout(lines);
    m_courseCard->body()->addWidget(m_plan);
    m_review = makeButton(tr("Review with ch&art"), ButtonKind::Secondary, u"course_review"_s, m_courseCard);
    m_review->setAutoDefault(true);
    connect(m_review, &QPushButton::clicked, this, [this] {
        if (m_screen && m_screen->courseId) showReview(*m_screen->courseId);
    });
    m_courseCard->addToHeading(m_review);
    m_stateButton = makeButton({}, ButtonKind::Secondary, u"course_state"_s, m_courseCard);
    m_state = new CourseStateForm(m_bench.clock(), m_courseCard);
    m_state->hide();
    m_courseCard->addToHeading(m_stateButton);
    m_courseCard->body()->addWidget(m_state);
    return m_courseCard;
}

Card* OverviewPage::makeFactsCard() {
    auto* card = new Card(tr("Latest"), this);
    m_facts = addFactGrid(*card, 4);
    card->body()->addStretch(1);
    return card;
}

Card* OverviewPage::makeHistoryCard() {
    auto* card = new Card(tr("History"), this);
    auto* button = addWay(*card, tr("Histor&y"), u"open_history"_s, tr("Ctrl+Shift+H"));
    connect(button, &QPushButton::clicked, this, [this] {
        Q_EMIT goTo(Place{PageKind::History, m_patientId, {}, {}});
    });
    m_history = addFactGrid(*card, 4);
    card->body()->addStretch(1);
    return card;
}

Card* OverviewPage::makeAssessmentsCard() {
    auto* card = new Card(tr("Questionnaires and tests"), this);
    auto* button = addWay(*card, tr("Fill &in"), u"open_assessments"_s, tr("Ctrl+Shift+A"));
    connect(button, &QPushButton::clicked, this, [this] {
        Q_EMIT goTo(Place{PageKind::Assessment, m_patientId, {}, {}});
    });
    m_assessments = addFactGrid(*card, 2);
    m_noAssessment = new TextLabel(tr("Nothing has been filled in yet."), TextRole::Hint, card);
    m_noAssessment->setObjectName(u"no_assessment"_s);
    card->body()->addWidget(m_noAssessment);
    card->body()->addStretch(1);
    return card;
}

Card* OverviewPage::makeVisitsCard() {
    auto* card = new Card(tr("Visits"), this);
    m_visits = new TableView(tr("Visits"), card);
    m_visits->setObjectName(u"visits_table"_s);
    m_visits->setModel(m_visitsModel);
    m_visits->setWrappingColumn(VisitsModel::Visit);
    m_visits->setEmptyText(tr("No infusion has been opened yet."));
    // A visit says itself what it is: the room belongs to the rows.
    m_visits->horizontalHeader()->hide();
    m_visits->setReadingRow(kVisitRow);
    m_visits->setLeastRows(kLeastVisits);
    connect(m_visits, &TableView::rowOpened, this, [this](int row) {
        const auto* visit = m_visitsModel->rowAt(row);
        if (visit == nullptr) return;
        if (visit->infusionId) return showInfusion(*visit->infusionId);
        showReview(visit->courseId);
    });
    card->body()->addWidget(m_visits, 1);
    return card;
}

} // namespace chairside::ui
