// The four panels of a course and the place where a form opens beside them.
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "core/services/review_service.h"
#include "ui/review/chart_board.h"

class QComboBox;
class QPushButton;
class QStackedWidget;

namespace chairside::ui {

class ExposureCard;
class InlineForm;
class RetreatmentCard;
class TextLabel;
class TitrationCard;
struct ReviewContent;

class CourseView : public QWidget {
    Q_OBJECT

public:
    explicit CourseView(QWidget* parent = nullptr);

    struct Rights {
        bool order = false;
        bool decide = false;
        bool recordScores = false;
        bool issue = false; // charts and numbers as files
    };
    // content.review is there.
    void show(const ReviewContent& content, const Rights& rights);

    // Forms take the place of the re-treatment card while they are open; the view becomes their parent.
    void addForm(InlineForm& form);
    void openForm(InlineForm& form);
    void closeForms();
    [[nodiscard]] InlineForm* openedForm() const;

    // Chart or table, whichever is shown.
    [[nodiscard]] QWidget* firstFocus() const;
    // The panels F6 walks over, in their order.
    [[nodiscard]] std::vector<QWidget*> panels() const;

    [[nodiscard]] ChartBoard& board() const { return *m_board; }
    [[nodiscard]] TitrationCard& titration() const { return *m_titration; }
    [[nodiscard]] RetreatmentCard& retreatment() const { return *m_retreatment; }

Q_SIGNALS:
    void courseChosen(const chairside::domain::CourseId& course);
    void infusionActivated(int ordinal);
    // Course summary, letter and the rest, of the shown course.
    void documentsWanted();
    void checkWanted();
    void exportWanted();
    void compareWanted(const std::vector<chairside::domain::CourseId>& courses);

private:
    [[nodiscard]] QWidget* makeHeading();
    [[nodiscard]] QWidget* makeSide();
    void showInCorner(QWidget& widget);
    void showCourses(const services::CourseReview& review);
    void showTable(bool table);
    void showDay(base::CalendarDate date);
    void chooseLook(const QPushButton& pressed, QPushButton& other);

    QComboBox* m_courses = nullptr;
    TextLabel* m_order = nullptr;
    QPushButton* m_domainsButton = nullptr;
    QPushButton* m_sitesButton = nullptr;
    QPushButton* m_tableButton = nullptr;
    QPushButton* m_exportButton = nullptr;
    ChartBoard* m_board = nullptr;
    TitrationCard* m_titration = nullptr;
    ExposureCard* m_exposure = nullptr;
    QWidget* m_side = nullptr;
    QStackedWidget* m_corner = nullptr;
    RetreatmentCard* m_retreatment = nullptr;
    std::vector<domain::CourseId> m_courseIds;
};

} // namespace chairside::ui
