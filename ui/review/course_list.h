// Courses to choose from when the review is opened without one.
#pragma once

#include <QWidget>
#include <vector>

#include "core/services/review_service.h"

class QStackedWidget;

namespace chairside::ui {

class RetreatmentModel;
class TableView;

class CourseList : public QWidget {
    Q_OBJECT

public:
    explicit CourseList(QWidget* parent = nullptr);

    void show(std::vector<services::RetreatmentRow> rows, base::CalendarDate today);
    [[nodiscard]] QWidget* firstFocus() const;

Q_SIGNALS:
    void opened(const chairside::services::RetreatmentRow& row);
    void findWanted();

private:
    RetreatmentModel* m_model = nullptr;
    TableView* m_table = nullptr;
    QWidget* m_find = nullptr;
};

} // namespace chairside::ui
