#include "ui/widgets/table_view.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QTimer>
#include <algorithm>

#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace chairside::ui {

namespace {

// Beyond this many rows a table is a list to search in, and measuring every row would be felt.
constexpr int kMostWrappedRows = 500;
// Narrower than any word, so that each stands on a line of its own.
constexpr int kOneWord = 40;

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
    m_wrapping = columns;
    horizontalHeader()->setStretchLastSection(false);
    // One by one: all at once would show those that are hidden.
    for (int column = 0; model() != nullptr && column < model()->columnCount(); ++column)
        horizontalHeader()->setSectionResizeMode(column, QHeaderView::Fixed);
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
    const int header = horizontalHeader()->isHidden() ? 0 : horizontalHeader()->sizeHint().height();
    return {least.width(), header + m_leastRows * m_rowHeight + 2 * frameWidth()};
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

struct TableView::ColumnNeed {
    int column = 0;
    bool wraps = false;
    int natural = 0; // everything on one line
    int least = 0;   // the longest word
    int width = 0;
};

std::vector<TableView::ColumnNeed> TableView::columnNeeds() const {
    std::vector<ColumnNeed> needs;
    for (int column = 0; column < model()->columnCount(); ++column) {
        if (isColumnHidden(column)) continue;
        const bool wraps = std::ranges::find(m_wrapping, column) != m_wrapping.end();
        const int natural = std::max(horizontalHeader()->sectionSizeHint(column), sizeHintForColumn(column));
        needs.push_back({.column = column, .wraps = wraps, .natural = natural, .least = natural, .width = natural});
    }
    return needs;
}

int TableView::longestWord(int column) const {
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.features |= QStyleOptionViewItem::WrapText;
    option.rect = QRect(0, 0, scaled(kOneWord), scaled(kTableRow));
    int longest = 0;
    for (int row = 0; row < std::min(model()->rowCount(), kMostWrappedRows); ++row) {
        const QModelIndex index = model()->index(row, column);
        longest = std::max(longest, itemDelegateForIndex(index)->sizeHint(option, index).width());
    }
    const QFontMetrics metrics(uiFont(TypeSize::Label, QFont::DemiBold));
    const int margins = 2 * style()->pixelMetric(QStyle::PM_HeaderMargin, nullptr, horizontalHeader());
    for (const QString& word : model()->headerData(column, Qt::Horizontal).toString().split(u' '))
        longest = std::max(longest, metrics.horizontalAdvance(word) + margins);
    return longest;
}

// A model that is read anew gives every column a width, also those that are hidden.
void TableView::emptyHiddenColumns() {
    int shown = 0;
    for (int column = 0; column < model()->columnCount(); ++column)
        shown += columnWidth(column);
    if (shown == horizontalHeader()->length()) return;
    for (int column = 0; column < model()->columnCount(); ++column) {
        if (!isColumnHidden(column)) continue;
        showColumn(column);
        hideColumn(column);
    }
}

void TableView::fitColumns() {
    emptyHiddenColumns();
    auto needs = columnNeeds();
    std::vector<ColumnNeed*> open;
    int rest = viewport()->width();
    for (auto& need : needs) {
        if (need.wraps)
            open.push_back(&need);
        else
            rest -= need.natural;
    }
    int words = 0; // what the wrapping columns need
    for (auto* need : open) {
        if (need->natural > rest / static_cast<int>(open.size())) need->least = longestWord(need->column);
        words += need->least;
    }
    // Too little for them: the others give what they have above their own longest word.
    int slack = 0;
    for (auto& need : needs) {
        if (need.wraps || words <= rest) continue;
        need.least = longestWord(need.column);
        slack += std::max(0, need.natural - need.least);
    }
    const int missing = std::min(std::max(0, words - rest), slack);
    for (auto& need : needs) {
        if (need.wraps || slack == 0) continue;
        const int given = (std::max(0, need.natural - need.least) * missing + slack - 1) / slack;
        need.width = need.natural - given;
        rest += given;
    }
    shareAmong(open, rest);
    for (const auto& need : needs) {
        if (columnWidth(need.column) != need.width) setColumnWidth(need.column, need.width);
    }
    fitHeader();
}

// The same for each; whose longest word needs more gets that first.
void TableView::shareAmong(std::vector<ColumnNeed*> open, int rest) {
    for (bool again = true; again && !open.empty();) {
        const int share = rest / static_cast<int>(open.size());
        const auto greedy = std::ranges::find_if(open, [share](const auto* need) { return need->least > share; });
        again = greedy != open.end();
        if (!again) break;
        (*greedy)->width = (*greedy)->least;
        rest -= (*greedy)->least;
        open.erase(greedy);
    }
    for (std::size_t at = 0; at < open.size(); ++at) {
        open[at]->width = rest / static_cast<int>(open.size() - at);
        rest -= open[at]->width;
    }
}

// A heading that is longer than its column takes a second line.
void TableView::fitHeader() {
    const QFontMetrics metrics(uiFont(TypeSize::Label, QFont::DemiBold));
    const int margins = 2 * style()->pixelMetric(QStyle::PM_HeaderMargin, nullptr, horizontalHeader());
    int height = scaled(kTableRow);
    for (int column = 0; column < model()->columnCount(); ++column) {
        if (isColumnHidden(column)) continue;
        const QRect room(0, 0, columnWidth(column) - margins, 0);
        const QString text = model()->headerData(column, Qt::Horizontal).toString();
        height =
            std::max(height, metrics.boundingRect(room, Qt::TextWordWrap, text).height() + scaled(space::kRelated));
    }
    if (horizontalHeader()->minimumHeight() == height) return;
    horizontalHeader()->setMinimumHeight(height);
    updateGeometries();
}

void TableView::fitRows() {
    // What is drawn is heard as well.
    if (!m_emptyText.isEmpty())
        setAccessibleDescription(model() == nullptr || model()->rowCount() == 0 ? m_emptyText : QString());
    if (model() == nullptr || m_wrapping.empty()) return;
    fitColumns();
    if (model()->rowCount() > kMostWrappedRows) return;
    for (int row = 0; row < model()->rowCount(); ++row)
        fitRow(row);
}

// Not by the header as well: it is hidden, and asks for more air than a line needs.
void TableView::fitRow(int row) {
    const int height = std::max(m_rowHeight, sizeHintForRow(row));
    if (rowHeight(row) != height) setRowHeight(row, height);
}

void TableView::fitInserted(int first, int last) {
    if (m_wrapping.empty()) return;
    // What is added to a long list takes the columns as they are.
    if (model()->rowCount() <= kMostWrappedRows) fitColumns();
    if (last - first >= kMostWrappedRows) return;
    for (int row = first; row <= last; ++row)
        fitRow(row);
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
