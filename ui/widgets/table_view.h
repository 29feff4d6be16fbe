// A read-only table of records: whole rows, calm lines, nothing cut.
#pragma once

#include <QTableView>
#include <initializer_list>
#include <vector>

namespace chairside::ui {

// Up/Down move, Enter or a double click opens the row, Tab leaves the table. Names wrap; the columns listed
// with setWrappingColumn grow their rows. Give the model to setModel before any column call.
class TableView : public QTableView {
    Q_OBJECT

public:
    explicit TableView(const QString& accessibleName, QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;
    // The columns share the space the others leave and wrap their text; rows grow with it. No column becomes narrower
    // than its longest word while another one can give: then the others wrap as well.
    void setWrappingColumns(std::initializer_list<int> columns);
    void setWrappingColumn(int column) { setWrappingColumns({column}); }
    // Rows that are read and not hit, in a place that is short of height: pixels at 100 %.
    void setReadingRow(int height);
    // Never shown with fewer rows than these, and asks for no more; takes whatever the page leaves.
    void setLeastRows(int rows);
    // Sentence drawn in the middle while the model has no row.
    void setEmptyText(const QString& sentence);
    // -1 if no row is current.
    [[nodiscard]] int currentRow() const;
    void selectFirstRow();
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void rowOpened(int row);
    void currentRowChanged(int row);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    struct ColumnNeed;
    void emptyHiddenColumns();
    void fitColumns();
    [[nodiscard]] std::vector<ColumnNeed> columnNeeds() const;
    [[nodiscard]] int longestWord(int column) const;
    static void shareAmong(std::vector<ColumnNeed*> open, int rest);
    void fitHeader();
    void fitRows();
    void fitRow(int row);
    void fitInserted(int first, int last);

    QString m_emptyText;
    std::vector<int> m_wrapping; // columns; empty: rows have one line
    int m_leastRows = 0;
    int m_rowHeight = 0;
};

} // namespace chairside::ui
