// The lines of the controlled-drug book: a heading for each vial, its movements below.
#pragma once

#include <QAbstractTableModel>
#include <optional>
#include <vector>

#include "core/services/drug_book_service.h"

namespace chairside::ui {

// Headings cannot be selected; the arrow keys pass over them.
class DrugBookModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, Patient, Movement, Amount, Volume, Balance, By, Witness, Reason, ColumnCount };
    // Whether a row is the heading of a vial.
    static constexpr int kHeadingRole = Qt::UserRole;

    explicit DrugBookModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void setBook(services::DrugBook book);
    void clear();
    // Of the row or of its heading; nothing outside the table.
    [[nodiscard]] const services::DrugBookVial* vialAt(int row) const;
    [[nodiscard]] bool isHeading(int row) const;
    // The first line of a vial; -1 if it is not in the book.
    [[nodiscard]] int firstLineOf(const domain::VialId& vial) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row {
        std::size_t vial = 0;
        std::optional<std::size_t> line; // none: a heading
    };
    [[nodiscard]] QString cellText(const services::DrugBookLine& line, int column) const;

    std::optional<services::DrugBook> m_book;
    std::vector<Row> m_rows;
};

} // namespace chairside::ui
