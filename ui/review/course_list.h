// Courses to choose from when the review is opened without one.
#pragma once

#include <QWidget>

#include "core/services/review_service.h"

class QStackedWidget;

namespace chairside::ui {

class RetreatmentModel;
class TableView;

class CourseList : public QWidget {
    Q_OBJECT

public:
    explicit CourseList(QWidget* parent = nullptr);

    void show(const services::RetreatmentPart& part, base::CalendarDate today);
    // False if the list has changed meanwhile and has to be shown anew.
    [[nodiscard]] bool showMore(const services::RetreatmentPart& part);
    [[nodiscard]] QWidget* firstFocus() const;

Q_SIGNALS:
    void opened(const chairside::services::RetreatmentRow& row);
    void moreWanted(int from);
    void findWanted();

private:
    RetreatmentModel* m_model = nullptr;
    TableView* m_table = nullptr;
    QWidget* m_find = nullptr;
};

} // namespace chairside::ui
