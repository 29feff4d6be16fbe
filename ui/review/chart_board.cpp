#include "ui/review/chart_board.h"

#include <QComboBox>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/charts/chart_table_model.h"
#include "ui/charts/chart_text.h"
#include "ui/charts/domain_chart_view.h"
#include "ui/charts/response_chart_view.h"
#include "ui/charts/tender_matrix_view.h"
#include "ui/review/review_presenter.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/card.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

ChartBoard::ChartBoard(QWidget* parent) : QWidget(parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(12));
    makeResponseCard();
    layout->addWidget(m_responseCard, 1);
}

void ChartBoard::makeResponseCard() {
    m_responseCard = new Card(tr("Response"), this);
    m_responseCard->setObjectName(u"response_card"_s);
    makeCompare();
    m_response = new QStackedWidget(m_responseCard);
    m_pain = new ResponseChartView(m_response);
    m_domains = new DomainChartView(m_response);
    m_sites = new TenderMatrixView(m_response);
    m_table = new TableView(tr("Response table"), m_response);
    m_table->setObjectName(u"response_table"_s);
    m_model = new ChartTableModel(m_table);
    m_table->setModel(m_model);
    m_table->setSortingEnabled(true);
    for (QWidget* each : {static_cast<QWidget*>(m_pain), static_cast<QWidget*>(m_domains),
                          static_cast<QWidget*>(m_sites), static_cast<QWidget*>(m_table)}) {
        m_response->addWidget(each);
    }
    m_responseCard->body()->addWidget(m_response, 1);
    m_tenderText = new TextLabel({}, TextRole::Body, m_responseCard);
    m_tenderText->setObjectName(u"tender_change"_s);
    m_tenderText->setWordWrap(true);
    m_responseCard->body()->addWidget(m_tenderText);
    connect(m_pain, &ResponseChartView::infusionActivated, this, &ChartBoard::infusionActivated);
    connect(m_sites, &TenderMatrixView::columnActivated, this, &ChartBoard::openColumn);
    connect(m_table, &TableView::rowOpened, this, &ChartBoard::openRow);
}

void ChartBoard::makeCompare() {
    m_compare = new QComboBox(m_responseCard);
    m_compare->setObjectName(u"compare_choice"_s);
    m_compare->setAccessibleName(tr("Course to compare with"));
    m_responseCard->addToHeading(m_compare);
    connect(m_compare, &QComboBox::activated, this, [this](int choice) {
        std::vector<domain::CourseId> courses;
        if (choice > 0 && choice <= static_cast<int>(m_others.size())) {
            courses.push_back(m_others[static_cast<std::size_t>(choice) - 1]);
        } else if (choice > 0) {
            courses = m_others;
        }
        Q_EMIT compareWanted(courses);
    });
}

// Oldest first; the last choice is all of them.
void ChartBoard::showOthers(const ReviewContent& content) {
    auto others = content.review->otherCourses;
    std::ranges::sort(others, {}, &domain::Course::number);
    const auto compared = content.beside.courses.size();
    const QSignalBlocker quiet(m_compare);
    m_compare->clear();
    m_others.clear();
    m_compare->addItem(tr("Alone"));
    for (const auto& course : others) {
        m_compare->addItem(tr("With course %1").arg(course.number));
        m_others.push_back(course.id);
        if (compared == 1 && content.beside.courses.front().course.id == course.id) {
            m_compare->setCurrentIndex(m_compare->count() - 1);
        }
    }
    if (others.size() > 1) m_compare->addItem(tr("With all courses"));
    if (compared > 1) m_compare->setCurrentIndex(m_compare->count() - 1);
}

void ChartBoard::show(const ReviewContent& content) {
    const auto& review = *content.review;
    if (m_shown != review.course.id) {
        m_pain->forgetPoint();
        m_domains->forgetPoint();
        m_sites->forgetPoint();
    }
    m_shown = review.course.id;
    const ResponseChartData chart = responseChartData(review, content.beside);
    m_responseCard->setTitle(responseLine(chart));
    m_pain->setData(chart);
    m_domains->setData(domainChartData(review, content.assessments));
    m_sites->setData(tenderMatrixData(review, content.assessments));
    m_tenderText->setText(tr("Tender points: %1").arg(chartSentence(m_sites->data().counts)));
    showOthers(content);
    fillTable();
    showParts();
}

ChartView* ChartBoard::shownChart() const {
    if (m_look == Look::Domains) return m_domains;
    return m_look == Look::Sites ? static_cast<ChartView*>(m_sites) : m_pain;
}

ChartTable ChartBoard::shownTable() const {
    if (m_look == Look::Domains) return domainTable(m_domains->data());
    return m_look == Look::Sites ? tenderMatrixTable(m_sites->data()) : responseTable(m_pain->data());
}

QString ChartBoard::chartName() const {
    if (m_look == Look::Domains) return u"domains"_s;
    return m_look == Look::Sites ? u"examinations"_s : u"pain"_s;
}

void ChartBoard::fillTable() {
    // What is long wraps, so that nothing lies beyond the edge.
    if (m_look == Look::Sites) {
        m_model->setTable(tenderMatrixSummary(m_sites->data()));
        m_table->setWrappingColumns({7, 8});
    } else if (m_look == Look::Domains) {
        m_model->setTable(shownTable());
        m_table->setWrappingColumns({0, 1, 2, 3, 4, 5, 6});
    } else {
        m_model->setTable(shownTable());
        m_table->setWrappingColumns({7, 11});
    }
}

void ChartBoard::setLook(Look look) {
    if (look == m_look) return;
    m_look = look;
    fillTable();
    arrange();
}

void ChartBoard::setTable(bool table) {
    if (table == m_isTable) return;
    m_isTable = table;
    arrange();
}

void ChartBoard::goToDay(base::CalendarDate date) {
    const auto& points = m_pain->data().points;
    const auto found = std::ranges::find(points.rbegin(), points.rend(), date, &ResponsePoint::date);
    if (found == points.rend()) return;
    m_pain->setCurrentPoint(static_cast<int>(points.rend() - found) - 1);
    firstFocus()->setFocus(Qt::OtherFocusReason);
}

// What belongs to the pain alone.
void ChartBoard::showParts() {
    m_tenderText->setVisible(!m_isTable && m_look == Look::Pain && !m_sites->data().counts.visits.empty());
    m_compare->setVisible(m_look == Look::Pain && !m_others.empty());
}

void ChartBoard::arrange() {
    m_response->setCurrentWidget(m_isTable ? static_cast<QWidget*>(m_table) : shownChart());
    showParts();
    if (m_isTable) {
        const int row = m_model->rowOf(shownChart()->currentPoint());
        if (row >= 0) m_table->setCurrentIndex(m_model->index(row, 0));
    }
    firstFocus()->setFocus(Qt::OtherFocusReason);
}

void ChartBoard::openRow(int row) {
    const int point = m_model->pointOf(row);
    if (point < 0 || m_look == Look::Domains) return;
    if (m_look == Look::Sites) return openColumn(point);
    const auto& at = m_pain->data().points[static_cast<std::size_t>(point)];
    if (at.kind == ResponsePointKind::Infusion) Q_EMIT infusionActivated(at.ordinal);
}

void ChartBoard::openColumn(int column) {
    const int ordinal = m_sites->data().columns[static_cast<std::size_t>(column)].ordinal;
    if (ordinal > 0) Q_EMIT infusionActivated(ordinal);
}

QWidget* ChartBoard::firstFocus() const {
    return m_isTable ? static_cast<QWidget*>(m_table) : shownChart()->focusProxy();
}

} // namespace chairside::ui
