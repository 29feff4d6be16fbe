// The items of one instrument, answered by digit keys one after the other.
#pragma once

#include <QVariantMap>
#include <QWidget>
#include <vector>

#include "core/domain/instrument/scoring.h"

class QGridLayout;

namespace chairside::ui {

class DigitCell;
class TextLabel;

// Keys: a digit answers and goes on (where a longer number is possible it waits for the next digit or Enter), '/' marks
// an item as not asked, Backspace in an empty cell or '-' goes back, Up and Down move.
class ItemBoard : public QWidget {
    Q_OBJECT

public:
    explicit ItemBoard(const domain::Instrument& instrument, QWidget* parent = nullptr);

    // Nothing where no value stands, in the order of the items.
    [[nodiscard]] domain::ItemValues values() const;
    // Items marked as not asked.
    [[nodiscard]] std::vector<bool> notAsked() const;
    // How many have neither a value nor that mark.
    [[nodiscard]] int blankCount() const;
    // The first whose text is no value; nothing if there is none.
    [[nodiscard]] DigitCell* unreadable() const;
    void setAnswer(std::size_t item, std::optional<int> value, bool notAsked);

    [[nodiscard]] QVariantMap draft() const;
    void restore(const QVariantMap& draft);
    void setReadOnly(bool readOnly);
    [[nodiscard]] DigitCell* first() const { return m_cells.front(); }
    [[nodiscard]] DigitCell* last() const { return m_cells.back(); }

Q_SIGNALS:
    void changed();
    // The last item is done.
    void finished();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void addHeading(const QString& text, QGridLayout& grid, int row);
    void addItem(std::size_t item, QGridLayout& grid, int row);
    void connectCell(DigitCell* cell, std::size_t item);
    void step(std::size_t item, int by);
    void describe(std::size_t item);

    domain::Instrument m_instrument;
    TextLabel* m_answers = nullptr; // what the item with the focus can be answered with
    std::vector<DigitCell*> m_cells;
};

} // namespace chairside::ui
