#include "ui/review/course_view.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/retreatment/inline_form.h"
#include "ui/review/chart_board.h"
#include "ui/review/exposure_card.h"
#include "ui/review/retreatment_card.h"
#include "ui/review/review_presenter.h"
#include "ui/review/review_text.h"
#include "ui/review/titration_card.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kSideWidth = 416;

// As high as what it shows: a stack asks all of its widgets, also those that are not shown.
class CornerStack final : public QStackedWidget {
public:
    using QStackedWidget::QStackedWidget;
    [[nodiscard]] QSize minimumSizeHint() const override {
        const QWidget* shown = currentWidget();
        return shown == nullptr ? QStackedWidget::minimumSizeHint() : shown->minimumSizeHint();
    }
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
    m_board = new ChartBoard(this);
    connect(m_board, &ChartBoard::infusionActivated, this, &CourseView::infusionActivated);
    connect(m_board, &ChartBoard::compareWanted, this, &CourseView::compareWanted);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(scaled(12));
    columns->addWidget(m_board, 1);
    columns->addWidget(makeSide());
    outer->addLayout(columns, 1);
    connect(m_tableButton, &QPushButton::toggled, this, &CourseView::showTable);
    connect(m_domainsButton, &QPushButton::toggled, this, [this] { chooseLook(*m_domainsButton, *m_sitesButton); });
    connect(m_sitesButton, &QPushButton::toggled, this, [this] { chooseLook(*m_sitesButton, *m_domainsButton); });
}

QWidget* CourseView::makeSide() {
    m_side = new QWidget(this);
    auto* layout = new QVBoxLayout(m_side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(12));
    m_titration = new TitrationCard(m_side);
    connect(m_titration, &TitrationCard::entryWanted, this, [this](int ordinal, base::CalendarDate date) {
        if (ordinal > 0) {
            Q_EMIT infusionActivated(ordinal);
        } else {
            showDay(date);
        }
    });
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
    // It takes what the cards leave: the page itself never scrolls for it.
    scroll->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);
    scroll->setWidget(m_corner);
    layout->addWidget(scroll, 1);
    m_exposure = new ExposureCard(m_side);
    connect(m_exposure, &ExposureCard::checkWanted, this, &CourseView::checkWanted);
    layout->addWidget(m_exposure);
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
    m_domainsButton = makeButton(tr("Do&mains"), ButtonKind::Secondary, u"domains_toggle"_s, line);
    m_domainsButton->setCheckable(true);
    m_domainsButton->setToolTip(tr("Impact, fatigue, sleep, memory and mood beside the pain (Alt+M)"));
    layout->addWidget(m_domainsButton);
    m_sitesButton = makeButton(tr("E&xaminations"), ButtonKind::Secondary, u"sites_toggle"_s, line);
    m_sitesButton->setCheckable(true);
    m_sitesButton->setToolTip(tr("Tender points site by site, pressures and endurance (Alt+X)"));
    layout->addWidget(m_sitesButton);
    m_tableButton = makeButton(tr("&Table"), ButtonKind::Secondary, u"table_toggle"_s, line);
    m_tableButton->setCheckable(true);
    m_tableButton->setToolTip(tr("Alt+T"));
    layout->addWidget(m_tableButton);
    auto* documents = makeButton(tr("Documents"), ButtonKind::Secondary, u"review_documents"_s, line);
    documents->setToolTip(tr("Ctrl+P"));
    layout->addWidget(documents);
    connect(documents, &QPushButton::clicked, this, &CourseView::documentsWanted);
    m_exportButton = makeButton(tr("Export…"), ButtonKind::Secondary, u"chart_export"_s, line);
    m_exportButton->setToolTip(tr("The chart as PNG, SVG or PDF, or its numbers as CSV (Ctrl+S)"));
    layout->addWidget(m_exportButton);
    connect(m_exportButton, &QPushButton::clicked, this, &CourseView::exportWanted);
    connect(m_courses, &QComboBox::activated, this, [this](int index) {
        if (index >= 0 && index < static_cast<int>(m_courseIds.size())) {
            Q_EMIT courseChosen(m_courseIds[static_cast<std::size_t>(index)]);
        }
    });
    return line;
}

void CourseView::show(const ReviewContent& content, const Rights& rights) {
    const auto& review = *content.review;
    m_board->show(content);
    m_exportButton->setVisible(rights.issue);
    m_titration->show(review, rights.order);
    m_exposure->show(content.exposure, rights.recordScores);
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
    m_board->setTable(table);
    m_side->setVisible(!table || openedForm());
}

// Where the score of that day stands in the chart of the pain.
void CourseView::showDay(base::CalendarDate date) {
    for (QPushButton* other : {m_tableButton, m_domainsButton, m_sitesButton})
        other->setChecked(false);
    m_board->goToDay(date);
}

// One look at a time; with neither, the pain.
void CourseView::chooseLook(const QPushButton& pressed, QPushButton& other) {
    if (pressed.isChecked()) {
        const QSignalBlocker quiet(other);
        other.setChecked(false);
    }
    ChartBoard::Look look = ChartBoard::Look::Pain;
    if (m_domainsButton->isChecked()) look = ChartBoard::Look::Domains;
    if (m_sitesButton->isChecked()) look = ChartBoard::Look::Sites;
    m_board->setLook(look);
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
    return m_board->firstFocus();
}

std::vector<QWidget*> CourseView::panels() const {
    return {m_board, m_titration, m_corner, m_exposure};
}

} // namespace chairside::ui
