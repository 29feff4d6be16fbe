#include "ui/infusion/check_rows.h"

#include <QVBoxLayout>
#include <algorithm>

#include "ui/infusion/check_item_row.h"
#include "ui/theme/metrics.h"

namespace chairside::ui {

CheckRows::CheckRows(InfusionPresenter& presenter, domain::ChecklistKind list, QWidget* parent)
    : QWidget(parent), m_presenter(presenter), m_list(list) {
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(scaled(space::kRelated));
}

void CheckRows::makeRows(const services::InfusionView& view) {
    m_version = view.protocol.id.text();
    for (CheckItemRow* row : m_rows)
        delete row;
    m_rows.clear();
    for (const auto& item : domain::itemsOf(view.protocol.items, m_list)) {
        auto* row = new CheckItemRow(m_presenter, item, CheckItemRow::Kind::Question, this);
        m_layout->addWidget(row);
        join(row);
    }
    m_items = m_rows.size();
    Q_EMIT rowsMade();
}

void CheckRows::join(CheckItemRow* row) {
    m_rows.push_back(row);
    connect(row, &CheckItemRow::said, this, &CheckRows::said);
    connect(row, &CheckItemRow::answered, this, &CheckRows::answered);
}

void CheckRows::showRecord(const services::InfusionView& view, bool mayAnswer) {
    if (m_version != view.protocol.id.text()) makeRows(view);
    for (std::size_t at = 0; at < m_items; ++at) {
        const auto& item = m_rows[at]->item();
        m_rows[at]->showAnswer(view, domain::answerOf(view.record, item.list, item.key), mayAnswer);
    }
}

int CheckRows::openCount() const {
    return static_cast<int>(std::ranges::count_if(
        m_rows, [](const CheckItemRow* row) { return !row->isAnswered() && row->firstFocus() != nullptr; }));
}

QWidget* CheckRows::firstOpen() const {
    for (const CheckItemRow* row : m_rows) {
        if (QWidget* focus = row->isAnswered() ? nullptr : row->firstFocus()) return focus;
    }
    return nullptr;
}

QWidget* CheckRows::focusOf(const std::string& key) const {
    for (const CheckItemRow* row : m_rows) {
        if (row->item().key == key) return row->firstFocus();
    }
    return nullptr;
}

bool CheckRows::hasEntry() const {
    return std::ranges::any_of(m_rows, [](const CheckItemRow* row) { return row->hasEntry(); });
}

bool CheckRows::saveEntry() {
    const auto typed = std::ranges::find_if(m_rows, [](const CheckItemRow* row) { return row->hasEntry(); });
    return typed != m_rows.end() && (*typed)->save();
}

void CheckRows::addDraft(EntryDraft& draft) const {
    for (const CheckItemRow* row : m_rows)
        row->addDraft(draft);
}

void CheckRows::restore(const EntryDraft& draft) {
    for (CheckItemRow* row : m_rows)
        row->restore(draft);
}

} // namespace chairside::ui
