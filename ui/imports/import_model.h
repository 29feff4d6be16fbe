// What would become of each part of a file, as a table.
#pragma once

#include <QAbstractTableModel>

#include "ui/imports/import_lines.h"

namespace chairside::ui {

class ImportModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Column { Place, Verdict, What, When, Number, Detail };
    static constexpr int kColumns = 6;

    explicit ImportModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}
    void setLines(std::vector<ImportLine> lines);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<ImportLine> m_lines;
};

} // namespace chairside::ui
