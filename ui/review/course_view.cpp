#include "ui/review/course_view.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/charts/chart_table_model.h"
#include "ui/charts/chart_text.h"
#include "ui/charts/response_chart_view.h"
#include "ui/charts/tender_chart_view.h"
#include "ui/retreatment/inline_form.h"
#include "ui/review/retreatment_card.h"
#include "ui/review/review_text.h"
#include "ui/review/titration_card.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kSideWidth = 416;
constexpr int kTenderHeight = 188;

// As high as what it shows: a stack asks all of its widgets, also those that are not shown.
class CornerStack final : public QStackedWidget {
public:
    using QStackedWidget::QStackedWidget;
    [[nodiscard]] int heightForWidth(int width) const override {
        const QWidget* shown = currentWidget();
        const int least = minimumSizeHint().height();
        return shown == nullptr ? least : std::max(least, shown->heightForWidth(width));
    }
};

} // namespace

CourseView::CourseView(QWidget* parent) : QWidget(parent) {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(scaled(12));
    outer->addWidget(makeHeading());
    // Two columns of their own: the cards on the right must not push the charts apart.
    auto* charts = new QVBoxLayout;
    charts->setSpacing(scaled(12));
    charts->addWidget(makeResponseCard(), 1);
    charts->addWidget(makeTenderCard());
    auto* columns = new QHBoxLayout;
    columns->setSpacing(scaled(12));
    columns->addLayout(charts, 1);
    columns->addWidget(makeSide());
    outer->addLayout(columns, 1);
    connect(m_tableButton, &QPushButton::toggled, this, &CourseView::showTable);
}

QWidget* CourseView::makeSide() {
    m_side = new QWidget(this);
    auto* layout = new QVBoxLayout(m_side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(12));
    m_titration = new TitrationCard(m_side);
    layout->addWidget(m_titration);
    m_corner = new CornerStack(m_side);
    m_retreatment = new RetreatmentCard(m_corner);
    m_corner->addWidget(m_retreatment);
    // A form with all its messages may be taller than a small screen.
    auto* scroll = new QScrollArea(m_side);
    scroll->setObjectName(u"corner"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_corner);
    layout->addWidget(scroll, 1);
    m_side->setFixedWidth(scaled(kSideWidth));
    return m_side;
}

QWidget* CourseView::makeHeading() {
    auto* line = new QWidget(this);
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(space::kRelated));
    layout->addWidget(new TextLabel(tr("Review"), TextRole::PageTitle, line));
    layout->addSpacing(scaled(space::kRelated));
    auto* label = new TextLabel(tr("Course &number"), TextRole::Label, line);
    m_courses = new QComboBox(line);
    m_courses->setObjectName(u"course_choice"_s);
    m_courses->setAccessibleName(tr("Course number"));
    label->setBuddy(m_courses);
    m_order = new TextLabel({}, TextRole::Body, line);
    m_order->setObjectName(u"course_order"_s);
    m_order->setWordWrap(true);
    layout->addWidget(label);
    layout->addWidget(m_courses);
    layout->addWidget(m_order, 1);
    m_tableButton = makeButton(tr("&Table"), ButtonKind::Secondary, u"table_toggle"_s, line);
    m_tableButton->setCheckable(true);
    m_tableButton->setToolTip(tr("Alt+T"));
    layout->addWidget(m_tableButton);
    connect(m_courses, &QComboBox::activated, this, [this](int index) {
        if (index >= 0 && index < static_cast<int>(m_courseIds.size())) {
            Q_EMIT courseChosen(m_courseIds[static_cast<std::size_t>(index)]);
        }
    });
    return line;
}

Card* CourseView::makeResponseCard() {
    m_responseCard = new Card(tr("Response"), this);
    m_responseCard->setObjectName(u"response_card"_s);
    m_response = new QStackedWidget(m_responseCard);
    m_chart = new ResponseChartView(m_response);
    m_table = new TableView(tr("Response table"), m_response);
    m_table->setObjectName(u"response_table"_s);
    m_model = new ChartTableModel(m_table);
    m_table->setModel(m_model);
    m_table->setSortingEnabled(true);
    m_response->addWidget(m_chart);
    m_response->addWidget(m_table);
    m_responseCard->body()->addWidget(m_response, 1);
    connect(m_chart, &ResponseChartView::infusionActivated, this, &CourseView::infusionActivated);
    connect(m_table, &TableView::rowOpened, this, &CourseView::openRow);
    return m_responseCard;
}

Card* CourseView::makeTenderCard() {
    m_tenderCard = new Card(tr("Tender points, count of 18, higher is worse"), this);
    m_tenderCard->setObjectName(u"tender_card"_s);
    m_tenderText = new TextLabel({}, TextRole::Strong, m_tenderCard);
    m_tenderText->setObjectName(u"tender_change"_s);
    m_tenderCard->addToHeading(m_tenderText);
    m_tender = new TenderChartView(m_tenderCard);
    m_tenderCard->body()->addWidget(m_tender, 1);
    m_tenderCard->setFixedHeight(scaled(kTenderHeight));
    return m_tenderCard;
}

void CourseView::show(const services::CourseReview& review, const Rights& rights) {
    if (m_shown != review.course.id) {
        m_chart->forgetPoint();
        m_tender->forgetPoint();
    }
    m_shown = review.course.id;
    const ResponseChartData chart = responseChartData(review);
    m_responseCard->setTitle(responseLine(chart));
    m_model->setTable(responseTable(chart));
    m_chart->setData(chart);
    const TenderChartData tender = tenderChartData(review);
    m_tenderText->setText(chartSentence(tender));
    m_tender->setData(tender);
    m_titration->show(review, rights.order);
    m_retreatment->show(review, rights.decide, rights.recordScores);
    m_order->setText(orderText(review));
    showCourses(review);
}

void CourseView::showCourses(const services::CourseReview& review) {
    auto courses = review.otherCourses;
    courses.push_back(review.course);
    std::ranges::sort(courses, std::ranges::greater{}, &domain::Course::number);
    const QSignalBlocker quiet(m_courses);
    m_courses->clear();
    m_courseIds.clear();
    for (const auto& course : courses) {
        m_courses->addItem(courseText(course));
        m_courseIds.push_back(course.id);
        if (course.id == review.course.id) m_courses->setCurrentIndex(m_courses->count() - 1);
    }
}

// The table has the whole page to itself, except for a form that somebody has begun.
void CourseView::showTable(bool table) {
    const bool moveFocus = table || m_response->isAncestorOf(focusWidget()) || m_tableButton->hasFocus();
    m_response->setCurrentWidget(table ? static_cast<QWidget*>(m_table) : m_chart);
    m_tenderCard->setVisible(!table);
    m_side->setVisible(!table || openedForm());
    if (table) {
        const int row = m_model->rowOf(m_chart->currentPoint());
        if (row >= 0) m_table->setCurrentIndex(m_model->index(row, 0));
    }
    if (moveFocus) firstFocus()->setFocus(Qt::OtherFocusReason);
}

void CourseView::openRow(int row) {
    const int point = m_model->pointOf(row);
    if (point < 0) return;
    const auto& at = m_chart->data().points[static_cast<std::size_t>(point)];
    if (at.kind == ResponsePointKind::Infusion) Q_EMIT infusionActivated(at.ordinal);
}

void CourseView::addForm(InlineForm& form) {
    m_corner->addWidget(&form);
    showInCorner(*m_retreatment);
}

// Only the widget that is shown counts for the height.
void CourseView::showInCorner(QWidget& widget) {
    for (int i = 0; i < m_corner->count(); ++i) {
        QWidget* each = m_corner->widget(i);
        each->setSizePolicy(QSizePolicy::Preferred, each == &widget ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    }
    m_corner->setCurrentWidget(&widget);
}

void CourseView::openForm(InlineForm& form) {
    showInCorner(form);
    form.takeFocus();
}

void CourseView::closeForms() {
    showInCorner(*m_retreatment);
    m_side->setVisible(!m_tableButton->isChecked());
}

InlineForm* CourseView::openedForm() const {
    return qobject_cast<InlineForm*>(m_corner->currentWidget());
}

QWidget* CourseView::firstFocus() const {
    return m_response->currentWidget() == m_table ? static_cast<QWidget*>(m_table) : m_chart->focusProxy();
}

std::vector<QWidget*> CourseView::panels() const {
    return {m_responseCard, m_titration, m_tenderCard, m_corner};
}

} // namespace chairside::ui
