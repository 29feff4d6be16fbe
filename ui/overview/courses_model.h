// The courses of one patient, newest first.
#pragma once

#include <QAbstractTableModel>
#include <optional>
#include <string>
#include <vector>

#include "ui/overview/overview_screen.h"

namespace chairside::ui {

class CoursesModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Course, Protocol, State, Infusions, Dates, ColumnCount };

    explicit CoursesModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void show(std::vector<CourseRow> rows);
    [[nodiscard]] std::optional<std::string> courseAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    std::vector<CourseRow> m_rows;
};

} // namespace chairside::ui
