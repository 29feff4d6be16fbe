// The re-treatment list: a heading for each group that has somebody in it, and everybody below. Rows come part by part
// as the list is scrolled; a heading counts everybody of its group, whether read or not.
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

    // The beginning of the list.
    void begin(services::RetreatmentPart part, base::CalendarDate today);
    // What follows. False if it is not a part of the same list any more: nothing is taken in, the list has to begin
    // anew.
    [[nodiscard]] bool append(services::RetreatmentPart part);
    // How many rows are there, headings not counted.
    [[nodiscard]] int loaded() const { return static_cast<int>(m_rows.size()); }
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
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    // Somebody has scrolled to the last row; answered by append, or by begin.
    void moreWanted(int from);

private:
    struct Line {
        bool heading = false;
        std::size_t row = 0; // of m_rows; of a heading the first of its group
    };
    [[nodiscard]] std::vector<Line> linesFrom(std::size_t row) const;
    [[nodiscard]] QString textOf(const services::RetreatmentRow& row, int column) const;

    std::vector<services::RetreatmentRow> m_rows;
    std::vector<Line> m_lines;
    services::RetreatmentPart m_all; // counts and total
    bool m_awaiting = false;         // more rows
    base::CalendarDate m_today = base::CalendarDate::ofDays({});
};

} // namespace chairside::ui
