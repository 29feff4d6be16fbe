// The re-treatment list: a heading for each group that has somebody in it, and everybody below.
#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "core/services/review_service.h"

namespace chairside::ui {

// Headings cannot be selected; the arrow keys pass over them.
class RetreatmentModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Patient, Course, Response, LastScore, Window, Due, LastYear, ColumnCount };
    // Whether a row is the heading of a group.
    static constexpr int kHeadingRole = Qt::UserRole;

    explicit RetreatmentModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void setRows(std::vector<services::RetreatmentRow> rows, base::CalendarDate today);
    // Nothing for a heading.
    [[nodiscard]] const services::RetreatmentRow* at(int row) const;
    [[nodiscard]] bool isHeading(int row) const;
    // -1 if the course is not in the list.
    [[nodiscard]] int rowOf(const domain::CourseId& course) const;
    // The first row that is no heading; -1 if there is none.
    [[nodiscard]] int firstRow() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Line {
        bool heading = false;
        std::size_t row = 0; // of m_rows; of a heading the first of its group
        int count = 0;       // of a heading
    };
    [[nodiscard]] QString textOf(const services::RetreatmentRow& row, int column) const;

    std::vector<services::RetreatmentRow> m_rows;
    std::vector<Line> m_lines;
    base::CalendarDate m_today = base::CalendarDate::ofDays({});
};

} // namespace chairside::ui
