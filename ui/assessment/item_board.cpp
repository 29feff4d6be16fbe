#include "ui/assessment/item_board.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/assessment/assessment_words.h"
#include "ui/format/to_qt.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/digit_cell.h"
#include "ui/widgets/text_label.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::size_t kOneColumn = 7; // up to so many items stand below each other

// Where a new heading stands: each section of the form, as often as it begins.
bool beginsSection(const domain::Instrument& instrument, std::size_t item) {
    const auto& items = instrument.items;
    return !items[item].section.empty() && (item == 0 || items[item - 1].section != items[item].section);
}

std::size_t rowsOf(const domain::Instrument& instrument) {
    std::size_t rows = instrument.items.size();
    for (std::size_t item = 0; item < instrument.items.size(); ++item)
        if (beginsSection(instrument, item)) ++rows;
    return rows;
}

QGridLayout* addColumn(QHBoxLayout& columns) {
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(scaled(space::kRelated));
    grid->setVerticalSpacing(scaled(space::kLabel));
    grid->setColumnStretch(0, 1);
    columns.addLayout(grid, 1);
    return grid;
}

} // namespace

ItemBoard::ItemBoard(const domain::Instrument& instrument, QWidget* parent)
    : QWidget(parent), m_instrument(instrument) {
    setObjectName(u"items"_s);
    build();
}

void ItemBoard::build() {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(space::kRelated));
    m_answers = new TextLabel(answersText(m_instrument.items.front()), TextRole::Hint, this);
    m_answers->setObjectName(u"answer_words"_s);
    m_answers->setWordWrap(true);
    layout->addWidget(m_answers);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(scaled(space::kGroup));
    layout->addLayout(columns);
    const std::size_t rows = rowsOf(m_instrument);
    const std::size_t perColumn = m_instrument.items.size() > kOneColumn ? (rows + 1) / 2 : rows;
    QGridLayout* grid = nullptr;
    std::size_t used = 0; // rows of the column
    for (std::size_t item = 0; item < m_instrument.items.size(); ++item) {
        const std::size_t heading = beginsSection(m_instrument, item) ? 1 : 0;
        if (grid == nullptr || used + heading >= perColumn) {
            if (grid != nullptr) grid->setRowStretch(grid->rowCount(), 1);
            grid = addColumn(*columns);
            used = 0;
        }
        if (heading > 0) addHeading(toQt(m_instrument.items[item].section), *grid, static_cast<int>(used));
        addItem(item, *grid, static_cast<int>(used + heading));
        used += 1 + heading;
    }
    grid->setRowStretch(grid->rowCount(), 1);
}

void ItemBoard::addHeading(const QString& text, QGridLayout& grid, int row) {
    grid.addWidget(new TextLabel(text, TextRole::Label, this), row, 0, 1, 2, Qt::AlignBottom);
}

void ItemBoard::addItem(std::size_t item, QGridLayout& grid, int row) {
    const auto& asked = m_instrument.items[item];
    const QString text = itemLabel(asked);
    auto* label = new TextLabel(text, TextRole::Body, this);
    label->setWordWrap(true);
    auto* cell = new DigitCell(text, {.low = asked.low, .high = asked.high, .paddedZero = false}, this);
    cell->setObjectName(toQt(asked.key));
    cell->setToolTip(answersText(asked));
    label->setBuddy(cell);
    grid.addWidget(label, row, 0, Qt::AlignVCenter);
    grid.addWidget(cell, row, 1);
    connectCell(cell, item);
    m_cells.push_back(cell);
}

void ItemBoard::connectCell(DigitCell* cell, std::size_t item) {
    cell->installEventFilter(this);
    connect(cell, &DigitCell::changed, this, &ItemBoard::changed);
    connect(cell, &DigitCell::done, this, [this, item] { step(item, 1); });
    connect(cell, &DigitCell::back, this, [this, item] { step(item, -1); });
    connect(cell, &DigitCell::blocked, this, [this](const QString& why) { m_answers->announce(why); });
}

bool ItemBoard::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusIn) {
        const auto found = std::ranges::find(m_cells, watched);
        if (found != m_cells.end()) describe(static_cast<std::size_t>(found - m_cells.begin()));
    }
    return QWidget::eventFilter(watched, event);
}

void ItemBoard::describe(std::size_t item) {
    const auto& asked = m_instrument.items[item];
    m_answers->setText(tr("%1: %2").arg(itemLabel(asked), answersText(asked)));
    if (!m_cells[item]->isNotDone()) m_cells[item]->setAccessibleDescription(answersText(asked));
}

void ItemBoard::step(std::size_t item, int by) {
    if (by > 0 && item + 1 >= m_cells.size()) {
        Q_EMIT finished();
        return;
    }
    if (by < 0 && item == 0) return;
    m_cells[by > 0 ? item + 1 : item - 1]->setFocus(by > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
}

void ItemBoard::keyPressEvent(QKeyEvent* event) {
    const auto focused = std::ranges::find_if(m_cells, [](const DigitCell* cell) { return cell->hasFocus(); });
    const bool on = event->key() == Qt::Key_Down || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (focused == m_cells.end() || !plain || (!on && event->key() != Qt::Key_Up)) {
        return QWidget::keyPressEvent(event);
    }
    step(static_cast<std::size_t>(focused - m_cells.begin()), on ? 1 : -1);
}

domain::ItemValues ItemBoard::values() const {
    domain::ItemValues values;
    for (const auto* cell : m_cells)
        values.push_back(cell->value());
    return values;
}

std::vector<bool> ItemBoard::notAsked() const {
    std::vector<bool> marks;
    for (const auto* cell : m_cells)
        marks.push_back(cell->isNotDone());
    return marks;
}

int ItemBoard::blankCount() const {
    return static_cast<int>(
        std::ranges::count_if(m_cells, [](const DigitCell* cell) { return cell->isBlank() && !cell->isNotDone(); }));
}

DigitCell* ItemBoard::unreadable() const {
    const auto found = std::ranges::find_if(m_cells, [](const DigitCell* cell) { return cell->fault().has_value(); });
    return found == m_cells.end() ? nullptr : *found;
}

void ItemBoard::setAnswer(std::size_t item, std::optional<int> value, bool notAsked) {
    m_cells[item]->setValue(value);
    m_cells[item]->setNotDone(notAsked);
}

QVariantMap ItemBoard::draft() const {
    QVariantMap draft;
    for (const auto* cell : m_cells) {
        if (cell->isNotDone()) draft.insert(cell->objectName(), u"/"_s);
        if (!cell->text().isEmpty()) draft.insert(cell->objectName(), cell->text());
    }
    return draft;
}

void ItemBoard::restore(const QVariantMap& draft) {
    for (std::size_t item = 0; item < m_cells.size(); ++item) {
        const QString text = draft.value(m_cells[item]->objectName()).toString();
        bool isNumber = false;
        const int value = text.toInt(&isNumber);
        setAnswer(item, isNumber ? std::optional(value) : std::nullopt, text == u"/"_s);
    }
}

void ItemBoard::setReadOnly(bool readOnly) {
    for (auto* cell : m_cells)
        cell->setReadOnly(readOnly);
}

} // namespace chairside::ui
