// The infusions of the day as a table, one patient a row.
#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "core/base/clock.h"
#include "core/services/infusion_service.h"

namespace chairside::ui {

// Rows that still need somebody come first, in the order the service gives. Owned by the page.
class TodayModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Column { Chair, Time, Patient, Course, Status, Next, Nurse };
    static constexpr int kColumns = 7;

    explicit TodayModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    // keepOrder: rows that are already shown stay where they are, so that nothing moves under the cursor.
    void setBoard(const services::TodayBoard& board, base::Instant now, bool keepOrder);
    // Times that pass: only texts change.
    void setNow(base::Instant now);
    [[nodiscard]] const services::BoardRow& row(int index) const { return m_rows[static_cast<std::size_t>(index)]; }
    // An infusion of an earlier day that is not signed yet.
    [[nodiscard]] bool isEarlier(int index) const { return index >= m_firstEarlier; }
    // The next row after from whose chair begins with what was typed; -1 if there is none.
    [[nodiscard]] int nextOnChair(const QString& typed, int from) const;
    // First row in which something is to be done now; 0 if there is none, -1 for an empty board.
    [[nodiscard]] int firstInNeed() const;
    // "2 running · 1 overdue · 3 to start · 1 to sign".
    [[nodiscard]] QString summary() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const services::BoardRow& row, Column column, bool earlier) const;
    [[nodiscard]] bool isOverdue(const services::BoardRow& row) const;
    [[nodiscard]] QString courseText(const services::BoardRow& row) const;
    [[nodiscard]] QString statusText(const services::BoardRow& row, bool earlier) const;
    [[nodiscard]] QString nextText(const services::BoardRow& row, bool earlier) const;
    [[nodiscard]] QString dueText(const domain::DueRow& due) const;

    std::vector<services::BoardRow> m_rows;
    int m_firstEarlier = 0;
    base::Instant m_now = base::Instant::of(0, 0);
};

} // namespace chairside::ui
