// The left side of a review: the response of a course as one of several charts, or the same data as a table.
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "core/domain/ids.h"
#include "ui/charts/chart_table_model.h"

class QComboBox;
class QStackedWidget;

namespace chairside::ui {

class Card;
class ChartView;
class DomainChartView;
class ResponseChartView;
class TableView;
class TenderMatrixView;
class TextLabel;
struct ReviewContent;

class ChartBoard : public QWidget {
    Q_OBJECT

public:
    // What the upper card shows.
    enum class Look { Pain, Domains, Sites };

    explicit ChartBoard(QWidget* parent = nullptr);

    // content.review is there.
    void show(const ReviewContent& content);

    void setLook(Look look);
    void setTable(bool table);
    // Puts the focus line of the pain on the last point of that day; nothing happens if there is none.
    void goToDay(base::CalendarDate date);
    [[nodiscard]] bool isTable() const { return m_isTable; }
    // Chart or table, whichever is shown.
    [[nodiscard]] QWidget* firstFocus() const;

    // What is shown, for a file.
    [[nodiscard]] ChartView& chart() const { return *shownChart(); }
    [[nodiscard]] ChartTable table() const { return shownTable(); }
    // "pain", "domains", "examinations".
    [[nodiscard]] QString chartName() const;

Q_SIGNALS:
    void infusionActivated(int ordinal);
    // Which other courses are to be drawn beside this one.
    void compareWanted(const std::vector<chairside::domain::CourseId>& courses);

private:
    void makeResponseCard();
    void makeCompare();
    void showOthers(const ReviewContent& content);
    void fillTable();
    void arrange();
    void showParts();
    void openRow(int row);
    void openColumn(int column);
    [[nodiscard]] ChartTable shownTable() const;
    [[nodiscard]] ChartView* shownChart() const;

    Look m_look = Look::Pain;
    bool m_isTable = false;
    Card* m_responseCard = nullptr;
    QStackedWidget* m_response = nullptr;
    ResponseChartView* m_pain = nullptr;
    DomainChartView* m_domains = nullptr;
    TenderMatrixView* m_sites = nullptr;
    TableView* m_table = nullptr;
    ChartTableModel* m_model = nullptr;
    QComboBox* m_compare = nullptr;
    TextLabel* m_tenderText = nullptr;
    std::vector<domain::CourseId> m_others; // of the choices after the first
    std::optional<domain::CourseId> m_shown;
};

} // namespace chairside::ui
