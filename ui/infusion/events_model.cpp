#include "ui/infusion/events_model.h"

#include <QBrush>
#include <QFont>
#include <algorithm>
#include <utility>

#include "ui/charts/chart_text.h"
#include "ui/format/date_text.h"
#include "ui/format/to_qt.h"
#include "ui/infusion/event_words.h"
#include "ui/infusion/infusion_words.h"
#include "ui/theme/fonts.h"
#include "ui/theme/palette.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

const domain::AdverseEvent* eventById(const services::InfusionView& view, const domain::EntryId& id) {
    const auto& events = view.record.events;
    const auto found =
        std::ranges::find_if(events, [&id](const domain::AdverseEvent& each) { return each.head.id == id; });
    return found == events.end() ? nullptr : &*found;
}

QString eventHandling(const services::InfusionView& view, const domain::AdverseEvent& event) {
    QString handling = u"%1, %2"_s.arg(InfusionWords::action(event.action), InfusionWords::outcome(event.outcome));
    if (const auto judged = EventWords::judgement(event); !judged.isEmpty()) handling += u"; "_s + judged.join(u", "_s);
    for (const auto& other : view.record.events) {
        if (other.head.corrects != event.head.id) continue;
        return EventsModel::tr("%1\nCorrected by %2: %3")
            .arg(handling, InfusionWords::written(view.people, other.head), toQt(other.head.correctionReason));
    }
    return handling;
}

EventLine eventLine(const services::InfusionView& view, const domain::AdverseEvent& event) {
    EventLine line{.id = event.head.id, .onset = {}, .event = {}, .grade = {}, .handling = {}, .by = {}};
    line.onset = timeText(event.head.observedAt);
    const QString words = toQt(event.words).trimmed();
    line.event = eventTermText(event.term, event.words);
    if (!words.isEmpty() && line.event != words) line.event += u": "_s + words;
    line.grade = u"%1 %2"_s.arg(event.grade).arg(InfusionWords::grade(event.grade).section(u':', 0, 0));
    line.handling = eventHandling(view, event);
    line.by = u"%1 %2"_s.arg(InfusionWords::personInitials(view.people, event.head.recordedBy),
                             timeText(event.head.recordedAt));
    line.corrected = domain::isCorrected(view.record.events, event);
    return line;
}

} // namespace

std::vector<EventLine> eventLines(const services::InfusionView& view) {
    auto standing = domain::standing(view.record.events);
    std::ranges::stable_sort(standing, std::greater{},
                             [](const domain::AdverseEvent& event) { return event.head.observedAt.utcMs(); });
    std::vector<EventLine> lines;
    for (const auto& event : standing) {
        lines.push_back(eventLine(view, event));
        for (auto old = event.head.corrects; old;) {
            const auto* replaced = eventById(view, *old);
            if (replaced == nullptr) break;
            lines.push_back(eventLine(view, *replaced));
            old = replaced->head.corrects;
        }
    }
    return lines;
}

void EventsModel::setLines(std::vector<EventLine> lines) {
    if (lines == m_lines) return;
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

int EventsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int EventsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QVariant EventsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const EventLine& line = m_lines[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<Column>(index.column());
    if (role == Qt::FontRole) {
        QFont font = uiFont();
        font.setStrikeOut(line.corrected && column != Column::Handling && column != Column::By);
        return font;
    }
    if (role == Qt::ForegroundRole) return line.corrected ? QVariant(QBrush(tokens().secondary)) : QVariant();
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) return {};
    QString text;
    switch (column) {
    case Column::Onset:
        text = line.onset;
        break;
    case Column::Event:
        text = line.event;
        break;
    case Column::Grade:
        text = line.grade;
        break;
    case Column::Handling:
        text = line.handling;
        break;
    case Column::By:
        text = line.by;
        break;
    }
    return role == Qt::AccessibleTextRole && line.corrected ? tr("%1, corrected").arg(text) : text;
}

QVariant EventsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (static_cast<Column>(section)) {
    case Column::Onset:
        return tr("Onset");
    case Column::Event:
        return tr("Event");
    case Column::Grade:
        return tr("Grade");
    case Column::Handling:
        return tr("Done, outcome");
    case Column::By:
        return tr("By");
    }
    return {};
}

} // namespace chairside::ui
