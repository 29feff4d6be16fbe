#include "ui/review/course_list.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/retreatment/group_delegate.h"
#include "ui/retreatment/retreatment_model.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

namespace {

constexpr int kLeastRows = 6;

} // namespace

using namespace Qt::Literals::StringLiterals;

CourseList::CourseList(QWidget* parent) : QWidget(parent), m_model(new RetreatmentModel(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(12));
    layout->addWidget(new TextLabel(tr("Review"), TextRole::PageTitle, this));
    auto* line = new QHBoxLayout;
    line->setSpacing(scaled(space::kGroup));
    auto* words = new TextLabel(tr("No course is open. Find the patient, or open one of the courses below with Enter."),
                                TextRole::Body, this);
    words->setWordWrap(true);
    auto* find = makeButton(tr("F&ind a patient"), ButtonKind::Primary, u"review_find"_s, this);
    find->setToolTip(tr("Ctrl+F"));
    m_find = find;
    line->addWidget(find);
    line->addWidget(words, 1);
    layout->addLayout(line);
    m_table = new TableView(tr("Newest course of each patient"), this);
    m_table->setObjectName(u"review_courses"_s);
    m_table->setLeastRows(kLeastRows);
    m_table->setItemDelegate(new GroupDelegate(RetreatmentModel::kHeadingRole, m_table));
    m_table->setModel(m_model);
    m_table->setWrappingColumns({RetreatmentModel::Patient, RetreatmentModel::Due});
    m_table->setColumnHidden(RetreatmentModel::LastYear, true);
    m_table->setEmptyText(tr("No course has been ordered yet. Courses appear here as soon as a physician orders one."));
    layout->addWidget(m_table, 1);
    connect(m_model, &RetreatmentModel::moreWanted, this, &CourseList::moreWanted);
    connect(find, &QPushButton::clicked, this, &CourseList::findWanted);
    connect(m_table, &TableView::rowOpened, this, [this](int row) {
        if (const auto* chosen = m_model->at(row)) Q_EMIT opened(*chosen);
    });
}

void CourseList::show(const services::RetreatmentPart& part, base::CalendarDate today) {
    const auto* before = m_model->at(m_table->currentRow());
    const auto chosen = before ? std::optional(before->course.id) : std::nullopt;
    m_model->begin(part, today);
    m_table->clearSpans();
    spanHeadings(*m_table, RetreatmentModel::kHeadingRole, 0);
    const int again = chosen ? m_model->rowOf(*chosen) : -1;
    const int row = again >= 0 ? again : m_model->firstRow();
    if (row >= 0) m_table->setCurrentIndex(m_model->index(row, 0));
}

bool CourseList::showMore(const services::RetreatmentPart& part) {
    const int first = m_model->rowCount();
    if (!m_model->append(part)) return false;
    spanHeadings(*m_table, RetreatmentModel::kHeadingRole, first);
    return true;
}

QWidget* CourseList::firstFocus() const {
    return m_model->rowCount() > 0 ? static_cast<QWidget*>(m_table) : m_find;
}

} // namespace chairside::ui
