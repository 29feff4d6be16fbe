#include "ui/retreatment/retreatment_model.h"

#include <iterator>
#include <utility>

#include "ui/format/date_text.h"
#include "ui/format/name_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"
#include "ui/patients/patient_banner_data.h"
#include "ui/retreatment/retreatment_text.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

void RetreatmentModel::begin(services::RetreatmentPart part, base::CalendarDate today) {
    beginResetModel();
    m_awaiting = false;
    m_rows = std::exchange(part.rows, {});
    m_all = std::move(part);
    m_today = today;
    m_lines = linesFrom(0);
    endResetModel();
}

bool RetreatmentModel::append(services::RetreatmentPart part) {
    m_awaiting = false;
    if (part.counts != m_all.counts || part.total != m_all.total) return false;
    if (part.rows.empty()) return true;
    const std::size_t first = m_rows.size();
    m_rows.insert(m_rows.end(), std::make_move_iterator(part.rows.begin()), std::make_move_iterator(part.rows.end()));
    const auto lines = linesFrom(first);
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(lines.size()) - 1);
    m_lines.insert(m_lines.end(), lines.begin(), lines.end());
    endInsertRows();
    return true;
}

std::vector<RetreatmentModel::Line> RetreatmentModel::linesFrom(std::size_t row) const {
    std::vector<Line> lines;
    for (std::size_t i = row; i < m_rows.size(); ++i) {
        if (i == 0 || m_rows[i].group != m_rows[i - 1].group) lines.push_back({.heading = true, .row = i});
        lines.push_back({.row = i});
    }
    return lines;
}

bool RetreatmentModel::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && !m_awaiting && loaded() < m_all.total;
}

void RetreatmentModel::fetchMore(const QModelIndex& parent) {
    if (!canFetchMore(parent)) return;
    m_awaiting = true;
    Q_EMIT moreWanted(loaded());
}

const services::RetreatmentRow* RetreatmentModel::at(int row) const {
    if (row < 0 || row >= std::ssize(m_lines) || isHeading(row)) return nullptr;
    return &m_rows[m_lines[static_cast<std::size_t>(row)].row];
}

bool RetreatmentModel::isHeading(int row) const {
    return row >= 0 && row < std::ssize(m_lines) && m_lines[static_cast<std::size_t>(row)].heading;
}

int RetreatmentModel::rowOf(const domain::CourseId& course) const {
    for (int row = 0; row < rowCount(); ++row) {
        if (const auto* line = at(row); line && line->course.id == course) return row;
    }
    return -1;
}

int RetreatmentModel::firstRow() const {
    return m_lines.empty() ? -1 : 1;
}

int RetreatmentModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int RetreatmentModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RetreatmentModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto& line = m_lines[static_cast<std::size_t>(index.row())];
    if (role == kHeadingRole) return line.heading;
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) return {};
    if (!line.heading) return textOf(m_rows[line.row], index.column());
    if (index.column() != 0) return {};
    const auto group = m_rows[line.row].group;
    return u"%1  %2"_s.arg(groupText(group), countText(m_all.count(group)));
}

QString RetreatmentModel::textOf(const services::RetreatmentRow& row, int column) const {
    const auto& details = row.patient.details;
    switch (column) {
    case Patient:
        // Two identifiers beside the name: no banner stands above this list.
        return u"%1\n%2 · %3%4"_s.arg(
            nameText(details.name), dateText(details.born), clinicIdText(toQt(details.clinicNumber)),
            row.patient.state == domain::PatientState::Active ? QString() : u"\n▲ "_s + recordStateText(row.patient));
    case Course:
        return courseText(row);
    case Response:
        return responseText(row);
    case LastScore:
        return lastScoreText(row, m_today);
    case Window:
        return windowLines(row.window);
    case Due:
        return dueText(row);
    case LastYear:
        return countText(row.infusionsLast365Days);
    default:
        return {};
    }
}

QVariant RetreatmentModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
    case Patient:
        return tr("Patient");
    case Course:
        return tr("Course");
    case Response:
        return tr("Response");
    case LastScore:
        return tr("Last score");
    case Window:
        return tr("Window");
    case Due:
        return tr("Decision");
    case LastYear:
        return tr("Infusions in\n365 days");
    default:
        return {};
    }
}

Qt::ItemFlags RetreatmentModel::flags(const QModelIndex& index) const {
    return isHeading(index.row()) ? Qt::ItemFlags(Qt::NoItemFlags) : QAbstractTableModel::flags(index);
}

} // namespace chairside::ui
