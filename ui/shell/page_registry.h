// The pages of the main window: how each is made, and the ones that have been.
#pragma once

#include <functional>
#include <map>
#include <optional>

#include "ui/shell/page.h"

class QStackedWidget;

namespace chairside::ui {

class PageRoom;

// A part of MainWindow. Pages and their rooms belong to the stack, which must outlive this.
class PageRegistry {
public:
    using Factory = std::function<Page*(QWidget* parent)>;

    explicit PageRegistry(QStackedWidget& stack) : m_stack(stack) {}

    void add(PageKind kind, Factory factory) { m_entries[kind].factory = std::move(factory); }
    [[nodiscard]] bool knows(PageKind kind) const { return m_entries.contains(kind); }
    // The page if it has been made already.
    [[nodiscard]] Page* find(PageKind kind) const;
    // The page, made and handed to prepare() if this is its first use; nothing if the kind was never added.
    [[nodiscard]] Page* get(PageKind kind, const std::function<void(Page&)>& prepare);
    // Brings a page that has been made to the front.
    void bringForward(PageKind kind);
    // The first page of the rail that was added.
    [[nodiscard]] std::optional<PageKind> firstOfRail() const;
    // Nobody hears any page any more.
    void silence(QObject& listener) const;
    // Deletes every page when the events in hand are done.
    void clear();

private:
    struct Entry {
        Factory factory{};
        Page* page = nullptr;
        PageRoom* room = nullptr;
    };
    QStackedWidget& m_stack;
    std::map<PageKind, Entry> m_entries;
};

} // namespace chairside::ui
