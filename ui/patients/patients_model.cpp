#include "ui/patients/patients_model.h"

#include <QFont>

#include "ui/format/date_text.h"
#include "ui/format/name_text.h"
#include "ui/format/to_qt.h"
#include "ui/patients/patient_banner_data.h"
#include "ui/theme/fonts.h"
#include "ui/theme/palette.h"

namespace chairside::ui {

QString stateText(const services::PatientHit& hit) {
    if (hit.infusionRunning) {
        return hit.chair.empty() ? PatientsModel::tr("Infusion running now")
                                 : PatientsModel::tr("Infusion running now, chair %1").arg(toQt(hit.chair));
    }
    if (hit.infusionToday) return PatientsModel::tr("Infusion today");
    if (hit.activeCourse) return PatientsModel::tr("Active course");
    if (hit.lastInfusion) return PatientsModel::tr("Last infusion %1").arg(dateText(*hit.lastInfusion));
    return {};
}

void PatientsModel::show(std::vector<services::PatientHit> rows, base::CalendarDate today) {
    beginResetModel();
    m_rows = std::move(rows);
    m_today = today;
    endResetModel();
}

std::optional<std::string> PatientsModel::patientAt(int row) const {
    if (row < 0 || row >= rowCount()) return std::nullopt;
    return m_rows[static_cast<std::size_t>(row)].patient.id.text();
}

int PatientsModel::rowOf(const std::string& patientId) const {
    for (int row = 0; row < rowCount(); ++row) {
        if (patientAt(row) == patientId) return row;
    }
    return -1;
}

int PatientsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PatientsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString PatientsModel::remarkText(const services::PatientHit& hit, const QString& similar) {
    QStringList remarks;
    if (hit.patient.state != domain::PatientState::Active) remarks << tr("▲ %1").arg(recordStateText(hit.patient));
    if (hit.similarName) remarks << similar;
    return remarks.join(u", ");
}

QString PatientsModel::text(const services::PatientHit& hit, Column column) const {
    const auto& details = hit.patient.details;
    switch (column) {
    case Name:
        return nameText(details.name);
    case Born:
        return tr("%1 (%2)").arg(dateText(details.born), ageText(details.born, *m_today));
    case Gender: {
        const QString gender = genderText(details.gender);
        return gender.isEmpty() ? tr("Not known") : gender;
    }
    case Number:
        return clinicIdText(toQt(details.clinicNumber));
    case State:
        return stateText(hit);
    case Remark:
        return remarkText(hit, tr("⚠ SIMILAR NAME"));
    case ColumnCount:
        break;
    }
    return {};
}

QVariant PatientsModel::look(const services::PatientHit& hit, Column column, int role) const {
    if (role == Qt::FontRole) {
        if (column == Name || column == Remark) return uiFont(TypeSize::Base, QFont::DemiBold);
        if (column == Number) return idFont();
        if (column == State && hit.infusionRunning) return uiFont(TypeSize::Base, QFont::DemiBold);
    }
    if (role == Qt::ForegroundRole) {
        if (column == Remark) return tokens().warning;
        if (column == State && hit.infusionRunning) return tokens().success;
        if (column == Gender || column == State) return tokens().secondary;
    }
    return {};
}

QVariant PatientsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const auto& hit = m_rows[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<Column>(index.column());
    if (role == Qt::DisplayRole) return text(hit, column);
    if (role == Qt::AccessibleTextRole) {
        if (column == Remark) return remarkText(hit, tr("Similar name"));
        return text(hit, column);
    }
    if (role == Qt::AccessibleDescriptionRole && column == Name) {
        return QStringList{text(hit, Born), text(hit, Number)}.join(u", ");
    }
    return look(hit, column, role);
}

QVariant PatientsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
    case Name:
        return tr("Patient");
    case Born:
        return tr("Born");
    case Gender:
        return tr("Gender");
    case Number:
        return tr("ID No.");
    case State:
        return tr("State");
    case Remark:
        return tr("Check");
    default:
        return {};
    }
}

} // namespace chairside::ui
