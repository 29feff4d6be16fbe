#include "ui/today/today_model.h"

#include <QStringList>
#include <algorithm>
#include <chrono>

#include "ui/format/date_text.h"
#include "ui/format/name_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"
#include "ui/theme/palette.h"

namespace chairside::ui {

namespace {

using domain::InfusionState;
using domain::PlanState;
using services::BoardRow;

QString patientText(const BoardRow& row) {
    const auto& details = row.patient.details;
    return nameText(toQt(details.name.family), toQt(details.name.given), toQt(details.name.title)) + u'\n' +
           dateText(details.born) + QStringLiteral(" · ") + clinicIdText(toQt(details.clinicNumber));
}

bool isRunning(const BoardRow& row) {
    return row.state == InfusionState::Running || row.state == InfusionState::Paused;
}

bool isToStart(const BoardRow& row) {
    if (row.state) return *row.state == InfusionState::Opened || *row.state == InfusionState::Prepared;
    return row.planned.state == PlanState::Planned || row.planned.state == PlanState::Open;
}

bool isOver(const BoardRow& row) {
    return row.state == InfusionState::Ended || row.state == InfusionState::Discharged;
}

bool isToDischarge(const BoardRow& row) {
    return row.dischargeFrom.has_value();
}

std::chrono::minutes minutesBetween(base::Instant from, base::Instant to) {
    return std::chrono::floor<std::chrono::minutes>(base::between(from, to));
}

// Puts the rows that are shown already into the places they have.
void keepPlaces(const std::vector<BoardRow>& shown, std::vector<BoardRow>& rows) {
    const auto place = [&shown](const BoardRow& row) {
        const auto found = std::find_if(shown.begin(), shown.end(),
                                        [&row](const BoardRow& other) { return other.planned.id == row.planned.id; });
        return found - shown.begin();
    };
    std::stable_sort(rows.begin(), rows.end(),
                     [&](const BoardRow& a, const BoardRow& b) { return place(a) < place(b); });
}

} // namespace

void TodayModel::setBoard(const services::TodayBoard& board, base::Instant now, bool keepOrder) {
    m_now = now;
    std::vector<BoardRow> rows = board.rows;
    if (keepOrder) keepPlaces(m_rows, rows);
    const int firstEarlier = static_cast<int>(rows.size());
    rows.insert(rows.end(), board.unsignedEarlier.begin(), board.unsignedEarlier.end());
    const bool samePlaces =
        rows.size() == m_rows.size() && firstEarlier == m_firstEarlier &&
        std::equal(rows.begin(), rows.end(), m_rows.begin(),
                   [](const BoardRow& a, const BoardRow& b) { return a.planned.id == b.planned.id; });
    if (samePlaces) {
        m_rows = std::move(rows);
        if (!m_rows.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    m_firstEarlier = firstEarlier;
    endResetModel();
}

void TodayModel::setNow(base::Instant now) {
    m_now = now;
    if (m_rows.empty()) return;
    Q_EMIT dataChanged(index(0, static_cast<int>(Column::Status)),
                       index(rowCount() - 1, static_cast<int>(Column::Next)));
}

bool TodayModel::isOverdue(const BoardRow& row) const {
    return isRunning(row) && row.due && row.due->isOverdue(m_now);
}

int TodayModel::nextOnChair(const QString& typed, int from) const {
    for (int step = 1; step <= rowCount(); ++step) {
        const int at = (from + step) % rowCount();
        if (!isEarlier(at) && toQt(row(at).chair).startsWith(typed, Qt::CaseInsensitive)) return at;
    }
    return -1;
}

int TodayModel::firstInNeed() const {
    if (m_rows.empty()) return -1;
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [](const BoardRow& row) {
        return isRunning(row) || isToStart(row) || isOver(row);
    });
    return found == m_rows.end() ? 0 : static_cast<int>(found - m_rows.begin());
}

QString TodayModel::summary() const {
    const auto count = [this](auto test) {
        return std::count_if(m_rows.begin(), m_rows.begin() + m_firstEarlier, test);
    };
    const auto earlier = static_cast<int>(m_rows.size()) - m_firstEarlier;
    QStringList parts;
    parts << tr("%n running", nullptr, static_cast<int>(count(isRunning)));
    if (const auto overdue = count([this](const BoardRow& row) { return isOverdue(row); }))
        parts << tr("%n overdue", nullptr, static_cast<int>(overdue));
    parts << tr("%n to start", nullptr, static_cast<int>(count(isToStart)));
    if (const auto waiting = count(isToDischarge)) parts << tr("%n to discharge", nullptr, static_cast<int>(waiting));
    parts << tr("%n to sign", nullptr,
                static_cast<int>(count([](const BoardRow& row) { return isOver(row) && !isToDischarge(row); })));
    if (earlier > 0) parts << tr("%n unsigned from earlier", nullptr, earlier);
    return parts.join(QStringLiteral(" · "));
}

int TodayModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}
int TodayModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QVariant TodayModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto& shown = row(index.row());
    const auto column = static_cast<Column>(index.column());
    if (role == Qt::DisplayRole) return text(shown, column, isEarlier(index.row()));
    if (role == Qt::AccessibleTextRole)
        return text(shown, column, isEarlier(index.row())).replace(u'\n', QStringLiteral(", "));
    if (role == Qt::ForegroundRole && isOverdue(shown) && column == Column::Next) return tokens().warning;
    return {};
}

QVariant TodayModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (static_cast<Column>(section)) {
    case Column::Chair:
        return tr("Chair");
    case Column::Time:
        return tr("Day");
    case Column::Patient:
        return tr("Patient");
    case Column::Course:
        return tr("Course");
    case Column::Status:
        return tr("Status");
    case Column::Next:
        return tr("Next");
    case Column::Nurse:
        return tr("Opened by");
    }
    return {};
}

QString TodayModel::text(const BoardRow& row, Column column, bool earlier) const {
    switch (column) {
    case Column::Chair:
        // Of another day: nobody sits there now.
        return earlier || row.chair.empty() ? tr("–") : toQt(row.chair);
    case Column::Time:
        if (earlier) return dateText(row.planned.date);
        return row.startedAt ? tr("from %1").arg(timeText(*row.startedAt)) : tr("today");
    case Column::Patient:
        return patientText(row);
    case Column::Course:
        return courseText(row);
    case Column::Status:
        return statusText(row, earlier);
    case Column::Next:
        return nextText(row, earlier);
    case Column::Nurse:
        return row.openedBy.empty() ? tr("not opened") : toQt(row.openedBy);
    }
    return {};
}

QString TodayModel::courseText(const BoardRow& row) const {
    const QString place = tr("infusion %1 of %2").arg(row.planned.ordinal).arg(row.infusionsPlanned);
    if (!row.dose) return place;
    return place + u'\n' + amountText(*row.dose, u"mg");
}

QString TodayModel::statusText(const BoardRow& row, bool earlier) const {
    if (earlier) {
        if (!row.startedAt) return tr("NOT SIGNED");
        return tr("NOT SIGNED\nstarted %1 ago").arg(durationText(minutesBetween(*row.startedAt, m_now)));
    }
    switch (row.planned.state) {
    case PlanState::Missed:
        return tr("missed");
    case PlanState::Declined:
        return tr("declined");
    case PlanState::Cancelled:
        return tr("cancelled");
    default:
        break;
    }
    if (!row.state) return tr("to start");
    const QString since = row.startedAt ? u'\n' + minutesText(minutesBetween(*row.startedAt, m_now)) : QString();
    switch (*row.state) {
    case InfusionState::Opened:
        return tr("OPENED");
    case InfusionState::Prepared:
        return tr("DOSE READY");
    case InfusionState::Running:
        return tr("RUNNING") + since;
    case InfusionState::Paused:
        return tr("PAUSED") + since;
    case InfusionState::Ended:
    case InfusionState::Discharged:
        return row.dischargeFrom ? tr("TO DISCHARGE") : tr("TO SIGN");
    case InfusionState::Signed:
        return tr("signed");
    }
    return {};
}

QString TodayModel::nextText(const BoardRow& row, bool earlier) const {
    QStringList lines;
    if (earlier) {
        lines << tr("finish and sign");
    } else if (isRunning(row) && row.due) {
        lines << dueText(*row.due);
    } else if (row.dischargeFrom) {
        lines << (m_now < *row.dischargeFrom ? tr("discharge from %1").arg(timeText(*row.dischargeFrom))
                                             : tr("scores, drug, discharge"));
    } else if (isOver(row)) {
        lines << tr("scores, drug, signature");
    } else if (row.state == InfusionState::Prepared) {
        lines << tr("start the infusion");
    } else if (isToStart(row)) {
        lines << tr("identity and dose");
    } else {
        lines << tr("nothing");
    }
    if (row.sharesChair) lines << tr("▲ two patients on chair %1").arg(toQt(row.chair));
    if (row.similarName) lines << tr("similar name today");
    return lines.join(u'\n');
}

QString TodayModel::dueText(const domain::DueRow& due) const {
    if (m_now < due.dueAt) return tr("vitals %1").arg(timeText(due.dueAt));
    const auto late = minutesBetween(due.dueAt, m_now);
    if (due.isOverdue(m_now)) return tr("▲ vitals %1 overdue").arg(minutesText(late));
    return tr("vitals due now");
}

} // namespace chairside::ui
