// The four panels of a course and the place where a form opens beside them.
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "core/services/review_service.h"

class QComboBox;
class QPushButton;
class QStackedWidget;

namespace chairside::ui {

class Card;
class ChartTableModel;
class InlineForm;
class ResponseChartView;
class RetreatmentCard;
class TableView;
class TenderChartView;
class TextLabel;
class TitrationCard;

class CourseView : public QWidget {
    Q_OBJECT

public:
    explicit CourseView(QWidget* parent = nullptr);

    struct Rights {
        bool order = false;
        bool decide = false;
        bool recordScores = false;
    };
    void show(const services::CourseReview& review, const Rights& rights);

    // Forms take the place of the re-treatment card while they are open; the view becomes their parent.
    void addForm(InlineForm& form);
    void openForm(InlineForm& form);
    void closeForms();
    [[nodiscard]] InlineForm* openedForm() const;

    // Chart or table, whichever is shown.
    [[nodiscard]] QWidget* firstFocus() const;
    // The panels F6 walks over, in their order.
    [[nodiscard]] std::vector<QWidget*> panels() const;

    [[nodiscard]] ResponseChartView& chart() const { return *m_chart; }
    [[nodiscard]] TitrationCard& titration() const { return *m_titration; }
    [[nodiscard]] RetreatmentCard& retreatment() const { return *m_retreatment; }

Q_SIGNALS:
    void courseChosen(const chairside::domain::CourseId& course);
    void infusionActivated(int ordinal);

private:
    [[nodiscard]] QWidget* makeHeading();
    [[nodiscard]] Card* makeResponseCard();
    [[nodiscard]] Card* makeTenderCard();
    [[nodiscard]] QWidget* makeSide();
    void showInCorner(QWidget& widget);
    void showCourses(const services::CourseReview& review);
    void showTable(bool table);
    void openRow(int row);

    QComboBox* m_courses = nullptr;
    TextLabel* m_order = nullptr;
    Card* m_responseCard = nullptr;
    QPushButton* m_tableButton = nullptr;
    QStackedWidget* m_response = nullptr;
    ResponseChartView* m_chart = nullptr;
    TableView* m_table = nullptr;
    ChartTableModel* m_model = nullptr;
    TitrationCard* m_titration = nullptr;
    Card* m_tenderCard = nullptr;
    TextLabel* m_tenderText = nullptr;
    TenderChartView* m_tender = nullptr;
    QWidget* m_side = nullptr;
    QStackedWidget* m_corner = nullptr;
    RetreatmentCard* m_retreatment = nullptr;
    std::vector<domain::CourseId> m_courseIds;
    std::optional<domain::CourseId> m_shown;
};

} // namespace chairside::ui
