#include "ui/shell/page_registry.h"

#include <QStackedWidget>

#include "ui/shell/command_set.h"
#include "ui/shell/page_room.h"

namespace chairside::ui {

Page* PageRegistry::find(PageKind kind) const {
    const auto found = m_entries.find(kind);
    return found == m_entries.end() ? nullptr : found->second.page;
}

Page* PageRegistry::get(PageKind kind, const std::function<void(Page&)>& prepare) {
    const auto found = m_entries.find(kind);
    if (found == m_entries.end()) return nullptr;
    Entry& entry = found->second;
    if (entry.page == nullptr) {
        entry.page = entry.factory(&m_stack);
        entry.room = new PageRoom(entry.page, &m_stack);
        m_stack.addWidget(entry.room);
        prepare(*entry.page);
    }
    return entry.page;
}

void PageRegistry::bringForward(PageKind kind) {
    m_stack.setCurrentWidget(m_entries.at(kind).room);
}

std::optional<PageKind> PageRegistry::firstOfRail() const {
    for (const auto& [kind, entry] : m_entries) {
        if (railEntry(kind)) return kind;
    }
    return std::nullopt;
}

void PageRegistry::silence(QObject& listener) const {
    for (const auto& [kind, entry] : m_entries) {
        if (entry.page != nullptr) entry.page->disconnect(&listener);
    }
}

void PageRegistry::clear() {
    for (auto& [kind, entry] : m_entries) {
        if (entry.room == nullptr) continue;
        m_stack.removeWidget(entry.room);
        entry.room->deleteLater();
        entry.room = nullptr;
        entry.page = nullptr;
    }
}

} // namespace chairside::ui
