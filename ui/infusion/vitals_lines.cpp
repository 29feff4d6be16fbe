#include "ui/infusion/vitals_lines.h"

#include <algorithm>
#include <cstdlib>

#include "ui/format/date_text.h"
#include "ui/format/to_qt.h"
#include "ui/infusion/infusion_words.h"
#include "ui/widgets/digit_range.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct VitalsText {
    Q_DECLARE_TR_FUNCTIONS(VitalsText)
};

template <class Score>
std::optional<int> scoreIn(const std::vector<Score>& scores, const domain::EntryId& row) {
    for (const auto& score : scores) {
        if (score.row == row) return score.value;
    }
    return std::nullopt;
}

VitalsCell plainCell(std::optional<int> value) {
    return {value ? QString::number(*value) : QString(), false};
}

VitalsCell markedCell(domain::VitalKind kind, std::optional<int> value, const domain::MonitoringRules& rules) {
    if (!value) return {};
    const auto mark = domain::markOf(kind, *value, rules);
    if (mark == domain::VitalMark::None) return plainCell(value);
    return {u"%1 %2"_s.arg(*value).arg(InfusionWords::mark(mark)), true};
}

// One mark for both numbers: that of the systolic, unless only the diastolic has one.
VitalsCell pressureCell(const domain::VitalSigns& row, const domain::MonitoringRules& rules) {
    if (!row.systolic || !row.diastolic) return {};
    const QString text = u"%1/%2"_s.arg(*row.systolic).arg(*row.diastolic);
    auto mark = domain::markOf(domain::VitalKind::Systolic, *row.systolic, rules);
    if (mark == domain::VitalMark::None) mark = domain::markOf(domain::VitalKind::Diastolic, *row.diastolic, rules);
    if (mark == domain::VitalMark::None) return {text, false};
    return {u"%1 %2"_s.arg(text, InfusionWords::mark(mark)), true};
}

const domain::VitalSigns* correctionOf(const domain::InfusionRecord& record, const domain::VitalSigns& row) {
    const auto found = std::ranges::find_if(
        record.vitals, [&row](const domain::VitalSigns& other) { return other.head.corrects == row.head.id; });
    return found == record.vitals.end() ? nullptr : &*found;
}

QString noteOf(const services::InfusionView& view, const domain::VitalSigns& row) {
    const QString note = toQt(row.note);
    const auto* by = correctionOf(view.record, row);
    if (by == nullptr) return note;
    const QString why = VitalsText::tr("corrected by %1: %2")
                            .arg(InfusionWords::written(view.people, by->head), toQt(by->head.correctionReason));
    return note.isEmpty() ? why : u"%1\n%2"_s.arg(note, why);
}

VitalsLine lineOf(const services::InfusionView& view, const domain::VitalSigns& row) {
    const auto& rules = view.protocol.rules.monitoring;
    const VitalsScores scores = scoresOf(view.record, row);
    VitalsLine line{row.head.id, {}, domain::isCorrected(view.record.vitals, row)};
    const auto cell = [&line](VitalsColumn column) -> VitalsCell& {
        return line.cells[static_cast<std::size_t>(column)];
    };
    cell(VitalsColumn::Time) = {rowTimeText(view, row), false};
    cell(VitalsColumn::Pressure) = pressureCell(row, rules);
    cell(VitalsColumn::HeartRate) = markedCell(domain::VitalKind::HeartRate, row.heartRate, rules);
    cell(VitalsColumn::Spo2) = markedCell(domain::VitalKind::Spo2, row.spo2, rules);
    if (scores.sedation) {
        const auto range = domain::rangeOf(rules.sedationScale);
        cell(VitalsColumn::Sedation) = {cellText({.low = range.low, .high = range.high}, *scores.sedation), false};
    }
    cell(VitalsColumn::Respiration) = markedCell(domain::VitalKind::Respiration, row.respiration, rules);
    cell(VitalsColumn::Dissociation) = plainCell(scores.dissociation);
    cell(VitalsColumn::Pain) = plainCell(scores.pain);
    cell(VitalsColumn::Note) = {noteOf(view, row), false};
    const QString who = InfusionWords::personInitials(view.people, row.head.recordedBy);
    cell(VitalsColumn::By) = {u"%1 %2"_s.arg(who, timeText(row.head.recordedAt)), false};
    return line;
}

} // namespace

VitalsScores scoresOf(const domain::InfusionRecord& record, const domain::VitalSigns& row) {
    return {scoreIn(record.sedation, row.head.id), scoreIn(record.dissociation, row.head.id),
            scoreIn(record.pain, row.head.id)};
}

QString rowTimeText(const services::InfusionView& view, const domain::VitalSigns& row) {
    const QString at = timeText(row.head.observedAt);
    if (row.dueAt) {
        const auto off =
            std::chrono::duration_cast<std::chrono::minutes>(base::between(*row.dueAt, row.head.observedAt));
        if (off.count() == 0) return at;
        const QString span = durationText(std::chrono::abs(off));
        return off.count() > 0 ? VitalsText::tr("%1, %2 late").arg(at, span)
                               : VitalsText::tr("%1, %2 early").arg(at, span);
    }
    const auto& delivery = view.delivery;
    if (!delivery.startedAt || row.head.observedAt < *delivery.startedAt) return VitalsText::tr("%1 base").arg(at);
    if (delivery.stoppedAt && row.head.observedAt >= *delivery.stoppedAt) return VitalsText::tr("%1 after").arg(at);
    return VitalsText::tr("%1 extra").arg(at);
}

std::vector<VitalsLine> vitalsLines(const services::InfusionView& view) {
    std::vector<const domain::VitalSigns*> rows;
    for (const auto& row : view.record.vitals)
        rows.push_back(&row);
    std::ranges::stable_sort(rows, [](const domain::VitalSigns* one, const domain::VitalSigns* other) {
        if (one->head.observedAt != other->head.observedAt) return one->head.observedAt > other->head.observedAt;
        return one->head.recordedAt > other->head.recordedAt;
    });
    std::vector<VitalsLine> lines;
    for (const auto* row : rows) {
        if (domain::isCorrected(view.record.vitals, *row)) continue;
        lines.push_back(lineOf(view, *row));
        // What it replaced follows, the latest first.
        for (auto old = row->head.corrects; old;) {
            const auto found = std::ranges::find_if(
                view.record.vitals, [&old](const domain::VitalSigns& each) { return each.head.id == *old; });
            if (found == view.record.vitals.end()) break;
            lines.push_back(lineOf(view, *found));
            old = found->head.corrects;
        }
    }
    return lines;
}

} // namespace chairside::ui
