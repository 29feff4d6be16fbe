// The adverse events of one infusion for a table view; read-only.
#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "core/services/infusion_service.h"

namespace chairside::ui {

struct EventLine {
    domain::EntryId id;
    QString onset;
    QString event;    // "nausea" and the words written down
    QString grade;    // "1 mild"
    QString handling; // what was done, how it ended
    QString by;
    bool corrected = false;

    bool operator==(const EventLine&) const = default;
};

// Newest onset first, corrected ones below their correction.
[[nodiscard]] std::vector<EventLine> eventLines(const services::InfusionView& view);

class EventsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Column { Onset, Event, Grade, Handling, By };
    static constexpr int kColumns = 5;

    using QAbstractTableModel::QAbstractTableModel;

    // The same lines again change nothing.
    void setLines(std::vector<EventLine> lines);
    // row must exist.
    [[nodiscard]] const EventLine& line(int row) const { return m_lines[static_cast<std::size_t>(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<EventLine> m_lines;
};

} // namespace chairside::ui
