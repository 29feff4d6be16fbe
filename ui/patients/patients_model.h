// The rows of the find list: two identifiers and the state of each person, in the order the service ranked
// them.
#pragma once

#include <QAbstractTableModel>
#include <optional>
#include <string>
#include <vector>

#include "core/base/calendar_date.h"
#include "core/services/patient_service.h"

namespace chairside::ui {

class PatientsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Born, Gender, Number, State, Remark, ColumnCount };

    explicit PatientsModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void show(std::vector<services::PatientHit> rows, base::CalendarDate today);
    [[nodiscard]] std::optional<std::string> patientAt(int row) const;
    [[nodiscard]] int rowOf(const std::string& patientId) const; // -1 if it is not in the list

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString text(const services::PatientHit& hit, Column column) const;
    // What to look at before the row is opened.
    [[nodiscard]] static QString remarkText(const services::PatientHit& hit, const QString& similar);
    [[nodiscard]] QVariant look(const services::PatientHit& hit, Column column, int role) const;

    std::vector<services::PatientHit> m_rows;
    std::optional<base::CalendarDate> m_today;
};

// "infusion running now", "infusion today", "in a course"; empty if none of them.
[[nodiscard]] QString stateText(const services::PatientHit& hit);

} // namespace chairside::ui
