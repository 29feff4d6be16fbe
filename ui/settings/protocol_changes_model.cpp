#include "ui/settings/protocol_changes_model.h"

#include <QCoreApplication>
#include <QStringList>

#include "core/domain/protocol/protocol_changes.h"
#include "ui/format/counted_text.h"
#include "ui/format/protocol_text.h"
#include "ui/format/to_qt.h"
#include "ui/infusion/check_words.h"

namespace chairside::ui {
namespace {

using domain::ChangedPart;

struct ChangeText {
    Q_DECLARE_TR_FUNCTIONS(ChangeText)
};

QString absent() {
    return ChangeText::tr("not there");
}

QString groupOf(const domain::ProtocolChange& change) {
    switch (change.part) {
    case ChangedPart::Screening:
        return ChangeText::tr("Asked before a course");
    case ChangedPart::PreCheck:
        return ChangeText::tr("Asked before the start");
    case ChangedPart::Discharge:
        return ChangeText::tr("Asked before leaving");
    case ChangedPart::Number:
    case ChangedPart::Why:
        return protocolGroupLabel(change.key);
    default:
        return ChangeText::tr("Text");
    }
}

QString linesOf(const std::vector<std::string>& texts) {
    QStringList lines;
    for (const auto& text : texts)
        lines << toQt(text);
    return lines.isEmpty() ? absent() : lines.join(u'\n');
}

QString screeningOf(const domain::ProtocolVersion& version, const std::string& key) {
    if (key.empty()) {
        QStringList order;
        for (const auto& item : version.screening)
            order << toQt(item.text);
        return order.join(u'\n');
    }
    const auto* item = domain::screeningItem(version, key);
    if (item == nullptr) return absent();
    const QString days =
        item->dated ? ChangeText::tr("Counts for %1 from the day of the finding.") : ChangeText::tr("Counts for %1.");
    return ChangeText::tr("%1: “%2” or “%3”, which %4. %5 %6 %7")
        .arg(toQt(item->text), toQt(item->favourable), toQt(item->unfavourable), CheckWords::effect(item->effect),
             days.arg(countedText(item->validDays, Counted::Day)),
             item->always ? ChangeText::tr("Applies always.") : ChangeText::tr("May not apply."), toQt(item->why));
}

QString checklistOf(const domain::ProtocolVersion& version, domain::ChecklistKind list, const std::string& key) {
    if (key.empty()) {
        QStringList order;
        for (const auto& item : domain::itemsOf(version.items, list))
            order << toQt(item.text);
        return order.join(u'\n');
    }
    const auto* item = domain::checklistItem(version, list, key);
    if (item == nullptr) return absent();
    return ChangeText::tr("%1: “%2” or “%3”, which %4. %5 %6")
        .arg(toQt(item->text), toQt(item->favourable), toQt(item->unfavourable), CheckWords::effect(item->effect),
             item->always ? ChangeText::tr("Applies always.") : ChangeText::tr("May not apply."), toQt(item->why));
}

QString valueIn(const domain::ProtocolVersion& version, const domain::ProtocolChange& change) {
    switch (change.part) {
    case ChangedPart::Name:
        return toQt(version.name);
    case ChangedPart::Drug:
        return toQt(version.drug);
    case ChangedPart::Summary:
        return toQt(version.summary);
    case ChangedPart::Remark:
        return linesOf(version.remarks);
    case ChangedPart::Emergency:
        return linesOf(version.emergency);
    case ChangedPart::Number:
        return protocolFieldValue(*domain::protocolField(change.key), version.rules);
    case ChangedPart::Why: {
        const QString why = toQt(domain::whyOf(version, change.key));
        return why.isEmpty() ? absent() : why;
    }
    case ChangedPart::Screening:
        return screeningOf(version, change.key);
    case ChangedPart::PreCheck:
        return checklistOf(version, domain::ChecklistKind::PreCheck, change.key);
    case ChangedPart::Discharge:
        return checklistOf(version, domain::ChecklistKind::Discharge, change.key);
    }
    return {};
}

QString nameOfItem(const domain::ProtocolChange& change, const domain::ProtocolVersion& version) {
    if (change.part == ChangedPart::Screening) {
        const auto* item = domain::screeningItem(version, change.key);
        return item == nullptr ? QString() : toQt(item->text);
    }
    const auto list =
        change.part == ChangedPart::PreCheck ? domain::ChecklistKind::PreCheck : domain::ChecklistKind::Discharge;
    const auto* item = domain::checklistItem(version, list, change.key);
    return item == nullptr ? QString() : toQt(item->text);
}

QString nameIn(const domain::ProtocolChange& change, const domain::ProtocolVersion& before,
               const domain::ProtocolVersion& after) {
    switch (change.part) {
    case ChangedPart::Name:
        return ChangeText::tr("Name");
    case ChangedPart::Drug:
        return ChangeText::tr("Drug");
    case ChangedPart::Summary:
        return ChangeText::tr("Summary");
    case ChangedPart::Remark:
        return ChangeText::tr("Remarks");
    case ChangedPart::Emergency:
        return ChangeText::tr("What is done in an emergency");
    case ChangedPart::Number:
        return protocolFieldLabel(change.key);
    case ChangedPart::Why:
        return ChangeText::tr("Reason of “%1”").arg(protocolFieldLabel(change.key));
    default:
        break;
    }
    if (change.key.empty()) return ChangeText::tr("Order of the questions");
    const QString now = nameOfItem(change, after);
    return now.isEmpty() ? nameOfItem(change, before) : now;
}

} // namespace

void ProtocolChangesModel::compare(const domain::ProtocolVersion& before, const domain::ProtocolVersion& after) {
    beginResetModel();
    m_rows.clear();
    for (const auto& change : domain::changesBetween(before, after)) {
        m_rows.push_back(
            {groupOf(change), nameIn(change, before, after), valueIn(before, change), valueIn(after, change)});
    }
    endResetModel();
}

void ProtocolChangesModel::clear() {
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

int ProtocolChangesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ProtocolChangesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QVariant ProtocolChangesModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole) return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (static_cast<Column>(index.column())) {
    case Column::Group:
        return row.group;
    case Column::Name:
        return row.name;
    case Column::Before:
        return row.before;
    case Column::After:
        return row.after;
    }
    return {};
}

QVariant ProtocolChangesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (static_cast<Column>(section)) {
    case Column::Group:
        return tr("Part");
    case Column::Name:
        return tr("What changed");
    case Column::Before:
        return tr("Before");
    case Column::After:
        return tr("Now");
    }
    return {};
}

} // namespace chairside::ui
