#include "ui/today/today_model.h"

#include <QStringList>
#include <algorithm>
#include <chrono>
#include <iterator>
#include <map>

#include "ui/format/date_text.h"
#include "ui/format/name_text.h"
#include "ui/format/quantity_text.h"
#include "ui/format/to_qt.h"
#include "ui/patients/patient_banner_data.h"
#include "ui/theme/palette.h"

namespace chairside::ui {

namespace {

using domain::InfusionState;
using domain::PlanState;
using services::BoardRow;

QString patientText(const domain::Patient& patient) {
    const auto& details = patient.details;
    return nameText(toQt(details.name.family), toQt(details.name.given), toQt(details.name.title)) + u'\n' +
           dateText(details.born) + QStringLiteral(" · ") + clinicIdText(toQt(details.clinicNumber)) +
           (patient.state == domain::PatientState::Active ? QString()
                                                          : QStringLiteral("\n▲ ") + recordStateText(patient));
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

std::vector<TodayLine> linesOf(const services::TodayBoard& board) {
    std::vector<TodayLine> lines;
    for (const auto& row : board.rows)
        lines.push_back({.infusion = row, .vial = {}});
    for (const auto& row : board.unsignedEarlier)
        lines.push_back({.infusion = row, .vial = {}, .isTask = true});
    for (const auto& vial : board.openVials)
        lines.push_back({.infusion = {}, .vial = vial, .isTask = true});
    return lines;
}

// The lines that are shown, each as it is now and where it stands; what is new comes after them.
std::vector<TodayLine> inPlace(std::vector<TodayLine> shown, std::vector<TodayLine> fresh) {
    for (auto& line : shown) {
        const auto found = std::ranges::find(fresh, line.key(), &TodayLine::key);
        if (found == fresh.end()) {
            line.isGone = true;
            continue;
        }
        line = std::move(*found);
        fresh.erase(found);
    }
    std::ranges::move(fresh, std::back_inserter(shown));
    return shown;
}

// Puts the held lines, by their places, into what was sorted without regard to them.
std::vector<TodayLine> around(const std::map<int, TodayLine>& held, std::vector<TodayLine> sorted) {
    for (const auto& [place, was] : held) {
        TodayLine line = was;
        line.isGone = true;
        if (const auto now = std::ranges::find(sorted, was.key(), &TodayLine::key); now != sorted.end()) {
            line = *now;
            sorted.erase(now);
        }
        const auto at = std::min<std::ptrdiff_t>(place, std::ssize(sorted));
        sorted.insert(sorted.begin() + at, std::move(line));
    }
    return sorted;
}

bool isSameLine(const TodayLine& one, const TodayLine& other) {
    return one.key() == other.key();
}

} // namespace

std::string TodayLine::key() const {
    return infusion ? infusion->planned.id.text() : vial->vial.id.text();
}

void TodayModel::setBoard(const services::TodayBoard& board, base::Instant now, bool keepOrder) {
    m_now = now;
    auto lines = linesOf(board);
    take(keepOrder ? inPlace(m_lines, std::move(lines)) : std::move(lines));
}

void TodayModel::sortBoard(const services::TodayBoard& board, base::Instant now, std::vector<int> held) {
    m_now = now;
    std::map<int, TodayLine> kept;
    for (const int place : held) {
        if (place >= 0 && place < rowCount()) kept.emplace(place, line(place));
    }
    take(around(kept, linesOf(board)));
}

void TodayModel::take(std::vector<TodayLine> lines) {
    const int before = rowCount();
    const bool startsAlike = static_cast<int>(lines.size()) >= before &&
                             std::equal(m_lines.begin(), m_lines.end(), lines.begin(), isSameLine);
    if (!startsAlike) {
        beginResetModel();
        m_lines = std::move(lines);
        return endResetModel();
    }
    const bool grows = static_cast<int>(lines.size()) > before;
    if (grows) beginInsertRows({}, before, static_cast<int>(lines.size()) - 1);
    m_lines = std::move(lines);
    if (grows) endInsertRows();
    if (before > 0) Q_EMIT dataChanged(index(0, 0), index(before - 1, kColumns - 1));
}

int TodayModel::find(const std::string& key) const {
    const auto found = std::ranges::find(m_lines, key, &TodayLine::key);
    return found == m_lines.end() ? -1 : static_cast<int>(found - m_lines.begin());
}

void TodayModel::setNow(base::Instant now) {
    m_now = now;
    if (m_lines.empty()) return;
    Q_EMIT dataChanged(index(0, static_cast<int>(Column::Status)),
                       index(rowCount() - 1, static_cast<int>(Column::Next)));
}

bool TodayModel::isOverdue(const BoardRow& row) const {
    return isRunning(row) && row.due && row.due->isOverdue(m_now);
}

bool TodayModel::isUrgent(const TodayLine& line) const {
    if (line.isGone) return false;
    return line.vial || isOverdue(*line.infusion) || line.infusion->unsignedTooLong;
}

int TodayModel::nextOnChair(const QString& typed, int from) const {
    for (int step = 1; step <= rowCount(); ++step) {
        const int at = (from + step) % rowCount();
        const auto& candidate = line(at);
        if (candidate.isTask || candidate.isGone) continue;
        if (toQt(candidate.infusion->chair).startsWith(typed, Qt::CaseInsensitive)) return at;
    }
    return -1;
}

int TodayModel::firstInNeed() const {
    if (m_lines.empty()) return -1;
    const auto found = std::ranges::find_if(m_lines, [](const TodayLine& line) {
        if (line.isGone) return false;
        return line.vial || isRunning(*line.infusion) || isToStart(*line.infusion) || isOver(*line.infusion);
    });
    return found == m_lines.end() ? 0 : static_cast<int>(found - m_lines.begin());
}

QString TodayModel::summary() const {
    const auto count = [this](auto test) {
        return static_cast<int>(std::ranges::count_if(m_lines, [&](const TodayLine& line) {
            return !line.isGone && !line.isTask && line.infusion && test(*line.infusion);
        }));
    };
    const auto tasks = [this](auto test) {
        return static_cast<int>(std::ranges::count_if(
            m_lines, [&](const TodayLine& line) { return !line.isGone && line.isTask && test(line); }));
    };
    QStringList parts;
    parts << tr("%n running", nullptr, count(isRunning));
    if (const int overdue = count([this](const BoardRow& row) { return isOverdue(row); }))
        parts << tr("%n overdue", nullptr, overdue);
    parts << tr("%n to start", nullptr, count(isToStart));
    if (const int waiting = count(isToDischarge)) parts << tr("%n to discharge", nullptr, waiting);
    parts << tr("%n to sign", nullptr, count([](const BoardRow& row) { return isOver(row) && !isToDischarge(row); }));
    if (const int earlier = tasks([](const TodayLine& line) { return line.infusion.has_value(); }))
        parts << tr("%n unsigned from earlier", nullptr, earlier);
    if (const int vials = tasks([](const TodayLine& line) { return line.vial.has_value(); }))
        parts << (vials == 1 ? tr("1 vial not at zero") : tr("%n vials not at zero", nullptr, vials));
    return parts.join(QStringLiteral(" · "));
}

int TodayModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}
int TodayModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QVariant TodayModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto& shown = line(index.row());
    const auto column = static_cast<Column>(index.column());
    if (role == Qt::DisplayRole) return text(shown, column);
    if (role == Qt::AccessibleTextRole) return text(shown, column).replace(u'\n', QStringLiteral(", "));
    if (role == Qt::ForegroundRole && isUrgent(shown) && column == Column::Next) return tokens().warning;
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

QString TodayModel::text(const TodayLine& line, Column column) const {
    if (line.isGone && column == Column::Status) return tr("–");
    if (line.isGone && column == Column::Next) return tr("no longer on the board");
    return line.vial ? vialText(line, column) : infusionText(line, column);
}

QString TodayModel::infusionText(const TodayLine& line, Column column) const {
    const BoardRow& row = *line.infusion;
    switch (column) {
    case Column::Chair:
        // Of another day: nobody sits there now.
        return line.isTask || row.chair.empty() ? tr("–") : toQt(row.chair);
    case Column::Time:
        if (line.isTask) return dateText(row.planned.date);
        return row.startedAt ? tr("from %1").arg(timeText(*row.startedAt)) : tr("today");
    case Column::Patient:
        return patientText(row.patient);
    case Column::Course:
        return courseText(row);
    case Column::Status:
        return statusText(row, line.isTask);
    case Column::Next:
        return nextText(row, line.isTask);
    case Column::Nurse:
        return row.openedBy.empty() ? tr("not opened") : toQt(row.openedBy);
    }
    return {};
}

QString TodayModel::vialText(const TodayLine& line, Column column) const {
    const auto& task = *line.vial;
    const bool isLeft = task.unaccounted > domain::Dose{};
    const QString amount = amountText(isLeft ? task.unaccounted : -task.unaccounted, u"mg");
    const QString found = isLeft ? tr("▲ drug book: %1 not accounted for").arg(amount)
                                 : tr("▲ drug book: %1 more than the vial held").arg(amount);
    switch (column) {
    case Column::Chair:
    case Column::Time:
    case Column::Nurse:
        return tr("–");
    case Column::Patient:
        return task.patient ? patientText(*task.patient) : tr("no patient");
    case Column::Course:
        return tr("vial, lot %1").arg(toQt(task.vial.lot)) + u'\n' + perText(task.vial.strength, u"mg", u"mL");
    case Column::Status:
        return tr("VIAL OPEN");
    case Column::Next:
        return task.reason.empty() ? found : found + u'\n' + toQt(task.reason);
    }
    return {};
}

QString TodayModel::courseText(const BoardRow& row) const {
    const QString place = tr("infusion %1 of %2").arg(row.planned.ordinal).arg(row.infusionsPlanned);
    if (!row.dose) return place;
    return place + u'\n' + amountText(*row.dose, u"mg");
}

QString TodayModel::statusText(const BoardRow& row, bool isTask) const {
    if (isTask) {
        if (!row.unsignedSince) return tr("NOT SIGNED");
        return tr("NOT SIGNED\nfor %1").arg(durationText(minutesBetween(*row.unsignedSince, m_now)));
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

QString TodayModel::nextText(const BoardRow& row, bool isTask) const {
    QStringList lines;
    if (isRunning(row) && row.due) {
        lines << dueText(*row.due);
    } else if (isTask || isOver(row)) {
        lines << (row.unsignedTooLong ? tr("▲ left unsigned too long: %1").arg(leftText(row)) : leftText(row));
    } else if (row.state == InfusionState::Prepared) {
        lines << tr("start the infusion");
    } else if (isToStart(row)) {
        lines << tr("identity and dose");
    } else {
        lines << tr("nothing");
    }
    QStringList remarks;
    if (row.drugDifference != domain::Dose{})
        remarks
            << tr("▲ drug book: difference %1, %2").arg(amountText(row.drugDifference, u"mg"), toQt(row.drugReason));
    if (row.sharesChair) remarks << tr("▲ two patients on chair %1").arg(toQt(row.chair));
    if (row.similarName) remarks << tr("▲ similar name today");
    // One line for all of them, so that a remark that comes up does not push the lines below.
    if (!remarks.isEmpty()) lines << remarks.join(QStringLiteral(" · "));
    return lines.join(u'\n');
}

// What is to be done before the signature, in the order of the steps.
QString TodayModel::leftText(const BoardRow& row) const {
    using domain::SigningGap;
    const auto isOpen = [&row](SigningGap gap) {
        return std::ranges::find(row.gaps, gap) != row.gaps.end();
    };
    if (isOpen(SigningGap::NotStopped) && !isOpen(SigningGap::DrugNotAccounted)) return tr("finish or cancel");
    QStringList parts;
    if (isOpen(SigningGap::PainAfterMissing) && !isOpen(SigningGap::NotStopped)) parts << tr("pain after");
    if (isOpen(SigningGap::DrugNotAccounted)) parts << tr("drug book");
    if (row.dischargeFrom)
        parts << (m_now < *row.dischargeFrom ? tr("discharge from %1").arg(timeText(*row.dischargeFrom))
                                             : tr("discharge"));
    parts << tr("signature");
    return parts.join(QStringLiteral(", "));
}

QString TodayModel::dueText(const domain::DueRow& due) const {
    if (m_now < due.dueAt) return tr("vitals %1").arg(timeText(due.dueAt));
    const auto late = minutesBetween(due.dueAt, m_now);
    if (due.isOverdue(m_now)) return tr("▲ vitals %1 overdue").arg(minutesText(late));
    return tr("vitals due now");
}

} // namespace chairside::ui
