#include "ui/a11y/tab_stops.h"

#include <QAbstractButton>
#include <QApplication>
#include <QButtonGroup>
#include <QGridLayout>
#include <QKeyEvent>
#include <QWidget>
#include <algorithm>
#include <set>
#include <vector>

namespace chairside::ui {

namespace {

// The button of a choice that is made; nothing for what is no choice, or is not made yet.
const QAbstractButton* chosenBeside(const QAbstractButton& button) {
    if (const auto* group = button.group()) return group->exclusive() ? group->checkedButton() : nullptr;
    if (!button.autoExclusive() || button.parentWidget() == nullptr) return nullptr;
    const auto siblings = button.parentWidget()->findChildren<QAbstractButton*>(Qt::FindDirectChildrenOnly);
    const auto found = std::ranges::find_if(siblings, [](const QAbstractButton* each) {
        return each->autoExclusive() && each->group() == nullptr && each->isChecked();
    });
    return found == siblings.end() ? nullptr : *found;
}

// What hands the focus on to a part of its own is no stop besides that part. A choice has one stop: Qt gives it to the
// button that had the focus last, but people look for the one that is chosen.
bool isStop(const QWidget& widget) {
    if (widget.focusProxy() != nullptr || widget.focusPolicy() == Qt::NoFocus) return false;
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) {
        const auto* chosen = chosenBeside(*button);
        if (chosen != nullptr && chosen->isEnabled() && !chosen->isHidden()) return chosen == button;
    }
    return (widget.focusPolicy() & Qt::TabFocus) != 0;
}

// The stops of a window as its layouts place them: down a column or along a line, then the next one. What stands in no
// layout comes after, from the top left.
class LayoutWalk {
public:
    // from: counts as a stop though Tab would not come to it.
    explicit LayoutWalk(QWidget& root, const QWidget* from = nullptr) : m_from(from) { visit(root); }
    std::vector<QWidget*> stops;

private:
    void visit(QWidget& widget) {
        if (isStop(widget) || &widget == m_from) stops.push_back(&widget);
        std::set<const QWidget*> placed;
        if (QLayout* layout = widget.layout()) visit(*layout, placed);
        std::vector<QWidget*> others;
        for (QObject* child : widget.children()) {
            auto* part = qobject_cast<QWidget*>(child);
            if (part != nullptr && !part->isWindow() && !placed.contains(part)) others.push_back(part);
        }
        std::ranges::stable_sort(others, {}, [](const QWidget* part) { return std::pair(part->y(), part->x()); });
        for (QWidget* part : others)
            enter(*part);
    }

    void enter(QWidget& widget) {
        if (!widget.isHidden()) visit(widget);
    }

    void visit(QLayout& layout, std::set<const QWidget*>& placed) {
        for (QLayoutItem* item : itemsOf(layout)) {
            if (QWidget* widget = item->widget()) {
                placed.insert(widget);
                enter(*widget);
            } else if (QLayout* inner = item->layout()) {
                visit(*inner, placed);
            }
        }
    }

    // A grid is read line by line, whatever was put into it first.
    static std::vector<QLayoutItem*> itemsOf(QLayout& layout) {
        std::vector<std::pair<std::pair<int, int>, QLayoutItem*>> items;
        auto* grid = qobject_cast<QGridLayout*>(&layout);
        for (int at = 0; at < layout.count(); ++at) {
            std::pair place(0, at);
            int rows = 0;
            int columns = 0;
            if (grid != nullptr) grid->getItemPosition(at, &place.first, &place.second, &rows, &columns);
            items.emplace_back(place, layout.itemAt(at));
        }
        std::ranges::stable_sort(items, {}, [](const auto& item) { return item.first; });
        std::vector<QLayoutItem*> ordered;
        ordered.reserve(items.size());
        for (const auto& item : items)
            ordered.push_back(item.second);
        return ordered;
    }

    const QWidget* m_from;
};

// None in a window of one stop.
QWidget* stopAfter(QWidget& from, bool forward) {
    QWidget* window = from.window();
    LayoutWalk walk(*window, &from);
    if (!forward) std::ranges::reverse(walk.stops);
    const auto at = std::ranges::find(walk.stops, &from);
    if (at != walk.stops.end()) std::ranges::rotate(walk.stops, at);
    const auto found = std::ranges::find_if(walk.stops, [&](const QWidget* stop) {
        return stop != &from && stop->isEnabled() && stop->isVisibleTo(window);
    });
    return found == walk.stops.end() ? nullptr : *found;
}

} // namespace

void moveFocus(bool forward) {
    QWidget* from = QApplication::focusWidget();
    QWidget* target = from != nullptr ? stopAfter(*from, forward) : nullptr;
    if (target != nullptr) target->setFocus(forward ? Qt::TabFocusReason : Qt::BacktabFocusReason);
}

QWidget* firstTabStop(QWidget* root) {
    const LayoutWalk walk(*root);
    const auto found = std::ranges::find_if(
        walk.stops, [root](const QWidget* at) { return at->isEnabled() && at->isVisibleTo(root); });
    return found == walk.stops.end() ? nullptr : *found;
}

bool TabsFollowLayout::eventFilter(QObject* watched, QEvent* event) {
    // Every event of the program comes by: what is no key goes on at once.
    if (event->type() != QEvent::KeyPress) return QObject::eventFilter(watched, event);
    const auto* focus = QApplication::focusWidget();
    if (focus == nullptr || watched != focus) return QObject::eventFilter(watched, event);
    const auto& key = *static_cast<QKeyEvent*>(event);
    const bool back = key.key() == Qt::Key_Backtab;
    const bool plain = (key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) == 0;
    const bool isOurs = focus->window()->windowType() != Qt::Popup; // a list that came down keeps its keys
    if (!plain || !isOurs || (key.key() != Qt::Key_Tab && !back)) return QObject::eventFilter(watched, event);
    moveFocus(!back);
    return true;
}

} // namespace chairside::ui
