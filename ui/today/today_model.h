// The infusions of the day and the tasks left over from earlier ones as a table.
#pragma once

#include <QAbstractTableModel>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/services/infusion_service.h"

namespace chairside::ui {

// One line of the board: an infusion, or a vial that does not reconcile.
struct TodayLine {
    std::optional<services::BoardRow> infusion;
    std::optional<services::OpenVial> vial;
    bool isTask = false; // left over from an earlier day
    bool isGone = false; // no longer on the board; its place is kept while somebody moves among the lines

    // Stays the same from one reading of the board to the next.
    [[nodiscard]] std::string key() const;
};

// Lines that need somebody come first, in the order the service gives, what is left of earlier days last. Owned by the
// page.
class TodayModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Column { Chair, Time, Patient, Course, Status, Next, Nurse };
    static constexpr int kColumns = 7;

    explicit TodayModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    // keepOrder: lines that are shown stay where they are, also those that have left the board, and new ones come last.
    void setBoard(const services::TodayBoard& board, base::Instant now, bool keepOrder);
    // Sorts by need around the lines that somebody points at or has chosen: those stay in their places.
    void sortBoard(const services::TodayBoard& board, base::Instant now, std::vector<int> held);
    // Times that pass: only texts change.
    void setNow(base::Instant now);
    [[nodiscard]] const TodayLine& line(int index) const { return m_lines[static_cast<std::size_t>(index)]; }
    // -1 if there is no such line.
    [[nodiscard]] int find(const std::string& key) const;
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
    void take(std::vector<TodayLine> lines);
    [[nodiscard]] QString text(const TodayLine& line, Column column) const;
    [[nodiscard]] QString infusionText(const TodayLine& line, Column column) const;
    [[nodiscard]] QString vialText(const TodayLine& line, Column column) const;
    [[nodiscard]] bool isOverdue(const services::BoardRow& row) const;
    [[nodiscard]] bool isUrgent(const TodayLine& line) const;
    [[nodiscard]] QString courseText(const services::BoardRow& row) const;
    [[nodiscard]] QString statusText(const services::BoardRow& row, bool isTask) const;
    [[nodiscard]] QString nextText(const services::BoardRow& row, bool isTask) const;
    [[nodiscard]] QString leftText(const services::BoardRow& row) const;
    [[nodiscard]] QString dueText(const domain::DueRow& due) const;

    std::vector<TodayLine> m_lines;
    base::Instant m_now = base::Instant::of(0, 0);
};

} // namespace chairside::ui
