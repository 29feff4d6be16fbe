// A list that is texts and nothing else.
#pragma once

#include <QAbstractTableModel>
#include <QStringList>
#include <vector>

namespace chairside::ui {

// Rows of texts under fixed headings.
class TextRowsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit TextRowsModel(QStringList headings, QObject* parent = nullptr);

    void setRows(std::vector<QStringList> rows);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    QStringList m_headings;
    std::vector<QStringList> m_rows;
};

} // namespace chairside::ui
