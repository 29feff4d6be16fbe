// The tender points as a table: the same examination as the map, usable instead of it.
#pragma once

#include <QAbstractTableModel>
#include <QTableView>
#include <optional>
#include <vector>

#include "core/domain/outcome/tender_points.h"

namespace chairside::ui {

class TenderBoard;

// One row for each pair of sites in the order of examination, with a column for each side; a control site has
// a row of its own. A site in the middle spans both columns.
class TenderModel : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr int kRight = 0;
    static constexpr int kLeft = 1;

    // The board must outlive the model.
    explicit TenderModel(TenderBoard& board, QObject* parent = nullptr);

    [[nodiscard]] std::optional<domain::TenderSite> siteAt(int row, int column) const;
    [[nodiscard]] QModelIndex indexOf(domain::TenderSite site) const;
    [[nodiscard]] bool isMiddle(int row) const { return m_rows[static_cast<std::size_t>(row)].isMiddle; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row {
        QString name;
        std::optional<domain::TenderSite> right;
        std::optional<domain::TenderSite> left;
        bool isMiddle = false;
    };

    TenderBoard& m_board;
    std::vector<Row> m_rows;
};

// Arrows move between the sites, every other key goes to the board.
class TenderList : public QTableView {
    Q_OBJECT

public:
    explicit TenderList(TenderBoard& board, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    // So that no word of a site and no name of one is cut.
    [[nodiscard]] int siteWidth() const;
    [[nodiscard]] int nameWidth() const;
    void fitRows();
    void step(int rows);
    void side(int column);

    TenderBoard& m_board;
    TenderModel* m_sites = nullptr;
};

} // namespace chairside::ui
