#include "ui/widgets/table_view.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QTimer>

#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace chairside::ui {

namespace {

// Beyond this many rows a table is a list to search in, and measuring every row would be felt.
constexpr int kMostWrappedRows = 500;

} // namespace

TableView::TableView(const QString& accessibleName, QWidget* parent) : QTableView(parent) {
    setAccessibleName(accessibleName);
    setTabKeyNavigation(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTextElideMode(Qt::ElideNone);
    setWordWrap(true);
    setShowGrid(false);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    setReadingRow(kTableRow);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setStretchLastSection(true);
    // A column that gets another width wraps its text at other places; all of them are fitted at once.
    auto* refit = new QTimer(this);
    refit->setSingleShot(true);
    connect(refit, &QTimer::timeout, this, &TableView::fitRows);
    connect(horizontalHeader(), &QHeaderView::sectionResized, refit, qOverload<>(&QTimer::start));
    connect(this, &QTableView::doubleClicked, this,
            [this](const QModelIndex& index) { Q_EMIT rowOpened(index.row()); });
}

void TableView::setModel(QAbstractItemModel* model) {
    if (QAbstractItemModel* before = QTableView::model()) disconnect(before, nullptr, this, nullptr);
    QTableView::setModel(model);
    if (model == nullptr) return;
    connect(model, &QAbstractItemModel::modelReset, this, &TableView::fitRows);
    connect(model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex&, int first, int last) { fitInserted(first, last); });
    connect(model, &QAbstractItemModel::dataChanged, this, &TableView::fitRows);
    fitRows();
}

void TableView::setWrappingColumns(std::initializer_list<int> columns) {
    m_wraps = true;
    horizontalHeader()->setStretchLastSection(false);
    for (int other = 0; model() != nullptr && other < model()->columnCount(); ++other)
        horizontalHeader()->setSectionResizeMode(other, QHeaderView::ResizeToContents);
    for (const int column : columns)
        horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
    fitRows();
}

void TableView::setReadingRow(int height) {
    m_rowHeight = scaled(height);
    verticalHeader()->setMinimumSectionSize(m_rowHeight);
    verticalHeader()->setDefaultSectionSize(m_rowHeight);
    fitRows();
    updateGeometry();
}

void TableView::setLeastRows(int rows) {
    m_leastRows = rows;
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    updateGeometry();
}

QSize TableView::sizeHint() const {
    return m_leastRows == 0 ? QTableView::sizeHint()
                            : QSize(QTableView::sizeHint().width(), minimumSizeHint().height());
}

QSize TableView::minimumSizeHint() const {
    const QSize least = QTableView::minimumSizeHint();
    if (m_leastRows == 0) return least;
    return {least.width(), horizontalHeader()->sizeHint().height() + m_leastRows * m_rowHeight + 2 * frameWidth()};
}

void TableView::setEmptyText(const QString& sentence) {
    m_emptyText = sentence;
    fitRows();
    viewport()->update();
}

int TableView::currentRow() const {
    return currentIndex().isValid() ? currentIndex().row() : -1;
}

void TableView::selectFirstRow() {
    if (model() != nullptr && model()->rowCount() > 0) setCurrentIndex(model()->index(0, 0));
}

void TableView::fitRows() {
    // What is drawn is heard as well.
    if (!m_emptyText.isEmpty())
        setAccessibleDescription(model() == nullptr || model()->rowCount() == 0 ? m_emptyText : QString());
    if (model() == nullptr || !m_wraps || model()->rowCount() > kMostWrappedRows) return;
    resizeRowsToContents();
}

void TableView::fitInserted(int first, int last) {
    if (!m_wraps || last - first >= kMostWrappedRows) return;
    for (int row = first; row <= last; ++row)
        resizeRowToContents(row);
}

void TableView::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier)) return event->ignore();
    if (enter && currentRow() >= 0) {
        Q_EMIT rowOpened(currentRow());
        return;
    }
    // Letters and digits belong to the page: a table does not search by typing.
    const bool typed = !event->text().isEmpty() && event->text().front().isPrint();
    if (typed && event->key() != Qt::Key_Space && !event->modifiers().testFlag(Qt::ControlModifier))
        return event->ignore();
    if (event->key() == Qt::Key_Escape) return event->ignore();
    QTableView::keyPressEvent(event);
}

void TableView::focusInEvent(QFocusEvent* event) {
    QTableView::focusInEvent(event);
    if (currentRow() < 0) selectFirstRow();
    update();
}

void TableView::paintEvent(QPaintEvent* event) {
    QTableView::paintEvent(event);
    QPainter painter(viewport());
    if (model() == nullptr || model()->rowCount() == 0) {
        painter.setPen(tokens().secondary);
        const int margin = scaled(space::kBlock);
        painter.drawText(viewport()->rect().adjusted(margin, margin, -margin, -margin),
                         Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
        return;
    }
    painter.setPen(tokens().hairline);
    for (int row = std::max(0, rowAt(0)); row < model()->rowCount(); ++row) {
        const int bottom = rowViewportPosition(row) + rowHeight(row) - 1;
        if (bottom > viewport()->height()) break;
        painter.drawLine(0, bottom, viewport()->width(), bottom);
    }
}

void TableView::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    fitRows();
}

void TableView::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row()) Q_EMIT currentRowChanged(current.row());
}

} // namespace chairside::ui
