#include "tests/support/gui/crawl.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QApplication>
#include <QButtonGroup>
#include <QComboBox>
#include <QKeySequence>
#include <QLabel>
#include <QRegularExpression>
#include <algorithm>
#include <map>
#include <set>

#include "tests/support/gui/gui_fixture.h"
#include "ui/widgets/buttons.h"

namespace chairside::test {

using namespace Qt::Literals::StringLiterals;

namespace {

using Faults = std::vector<std::string>;

std::string nameForPeople(const QWidget& widget) {
    QString text = QString::fromLatin1(widget.metaObject()->className());
    if (!widget.objectName().isEmpty()) text += u" '"_s + widget.objectName() + u'\'';
    return text.toStdString();
}

bool isTabStop(const QWidget& widget) {
    return (widget.focusPolicy() & Qt::TabFocus) != 0 && widget.isVisible() && widget.isEnabled() &&
           widget.focusProxy() == nullptr && !widget.objectName().startsWith(u"qt_");
}

std::vector<QWidget*> tabStopsOf(QWidget& page) {
    std::vector<QWidget*> stops;
    if (isTabStop(page)) stops.push_back(&page);
    for (QWidget* child : page.findChildren<QWidget*>()) {
        if (isTabStop(*child)) stops.push_back(child);
    }
    return stops;
}

QString nameHeard(QWidget& widget) {
    if (!widget.accessibleName().isEmpty()) return widget.accessibleName();
    // Qt names a combo box by its present text, which is no name.
    if (qobject_cast<QComboBox*>(&widget) != nullptr) return {};
    QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(&widget);
    return interface != nullptr ? interface->text(QAccessible::Name) : QString();
}

QWidget* groupOf(QWidget& widget, QWidget& page) {
    for (QWidget* at = widget.parentWidget(); at != nullptr && at != &page; at = at->parentWidget()) {
        if (!at->accessibleName().isEmpty()) return at;
    }
    return &page;
}

void checkNames(QWidget& page, const std::vector<QWidget*>& stops, Faults& faults) {
    static const QRegularExpression markup(u"<[A-Za-z/][^>]*>"_s);
    std::map<std::pair<QWidget*, QString>, int> uses;
    for (QWidget* stop : stops) {
        const QString name = nameHeard(*stop);
        if (name.trimmed().isEmpty()) faults.push_back(nameForPeople(*stop) + " has no accessible name");
        if (markup.match(name).hasMatch()) faults.push_back(nameForPeople(*stop) + " has markup in its name");
        if (name.contains(u'&') || name.contains(u'…'))
            faults.push_back(nameForPeople(*stop) + " has '&' or '…' in its name");
        if (++uses[{groupOf(*stop, page), name}] == 2) {
            faults.push_back(nameForPeople(*stop) + " shares the name '" + name.toStdString() + "' with another");
        }
    }
}

void checkSizes(const std::vector<QWidget*>& stops, int smallest, Faults& faults) {
    for (const QWidget* stop : stops) {
        if (stop->width() >= smallest && stop->height() >= smallest) continue;
        faults.push_back(nameForPeople(*stop) + " is only " + std::to_string(stop->width()) + " x " +
                         std::to_string(stop->height()));
    }
}

void checkLabels(QWidget& page, Faults& faults) {
    for (const QLabel* label : page.findChildren<QLabel*>()) {
        const QWidget* buddy = label->buddy();
        if (buddy == nullptr || !label->isVisible()) continue;
        const QString text = ui::withoutMnemonic(label->text());
        if (text != buddy->accessibleName()) {
            faults.push_back(nameForPeople(*buddy) + " is labelled '" + text.toStdString() + "' but named '" +
                             buddy->accessibleName().toStdString() + "'");
        }
    }
}

// Nothing a person reads is cut off: neither a line at its end nor the lines below the first.
void checkText(QWidget& page, Faults& faults) {
    for (const QLabel* label : page.findChildren<QLabel*>()) {
        if (!label->isVisible() || label->text().isEmpty()) continue;
        const bool cut = label->wordWrap() ? label->height() < label->heightForWidth(label->width())
                                           : label->width() < label->minimumSizeHint().width();
        if (cut) faults.push_back("'" + label->text().toStdString() + "' is cut off");
    }
}

void checkMnemonics(QWidget& page, Faults& faults) {
    std::map<QString, std::string> taken;
    const auto look = [&](const QWidget& widget, const QString& text) {
        const QString sequence = QKeySequence::mnemonic(text).toString();
        if (sequence.isEmpty() || !widget.isVisible()) return;
        const auto [at, isNew] = taken.emplace(sequence, nameForPeople(widget));
        if (!isNew)
            faults.push_back(sequence.toStdString() + " belongs to " + at->second + " and " + nameForPeople(widget));
    };
    for (const QLabel* label : page.findChildren<QLabel*>()) {
        if (label->buddy() != nullptr) look(*label, label->text());
    }
    for (const QAbstractButton* button : page.findChildren<QAbstractButton*>())
        look(*button, button->text());
}

// Tab stops once at a group of exclusive buttons; arrows go on inside.
bool reachedThroughGroup(const QWidget& stop, const std::set<QWidget*>& reached) {
    const auto* button = qobject_cast<const QAbstractButton*>(&stop);
    if (button == nullptr || button->group() == nullptr || !button->group()->exclusive()) return false;
    const auto others = button->group()->buttons();
    return std::any_of(others.begin(), others.end(), [&](QAbstractButton* other) { return reached.contains(other); });
}

// Where a stop stands beside another one: what is scrolled stands where its area does.
QRect placeBeside(const QWidget& page, const QWidget& stop, const QWidget& other) {
    const QWidget* shown = &stop;
    for (const QWidget* at = stop.parentWidget(); at != nullptr && at != &page; at = at->parentWidget()) {
        if (at->isAncestorOf(&other)) break;
        if (qobject_cast<const QAbstractScrollArea*>(at) != nullptr) shown = at;
    }
    return {shown->mapTo(&page, QPoint()), shown->size()};
}

bool goesBack(const QWidget& page, const QWidget& from, const QWidget& to) {
    if (from.isAncestorOf(&to)) return false;
    const QRect before = placeBeside(page, from, to);
    const QRect after = placeBeside(page, to, from);
    const bool sameLine = after.top() <= before.bottom() && after.bottom() >= before.top();
    return sameLine ? after.right() < before.left() : after.bottom() < before.top() && after.left() <= before.right();
}

// Round the page it goes back once, from its end to its beginning; the walk may have begun anywhere.
void checkOrder(const QWidget& page, const std::vector<QWidget*>& walked, Faults& faults) {
    Faults back;
    for (std::size_t at = 0; at < walked.size(); ++at) {
        const QWidget& from = *walked[at];
        const QWidget& to = *walked[(at + 1) % walked.size()];
        if (goesBack(page, from, to))
            back.push_back("Tab goes back from " + nameForPeople(from) + " to " + nameForPeople(to));
    }
    if (back.size() > 1) faults.insert(faults.end(), back.begin(), back.end());
}

std::vector<QWidget*> checkWalk(QWidget& page, const std::vector<QWidget*>& stops, bool backwards, Faults& faults) {
    stops.front()->setFocus(Qt::TabFocusReason);
    const std::vector<QWidget*> walked = tabWalk(page, backwards);
    const std::set<QWidget*> reached(walked.begin(), walked.end());
    const std::string way = backwards ? "Back-Tab" : "Tab";
    for (const QWidget* stop : stops) {
        if (reached.contains(const_cast<QWidget*>(stop)) || reachedThroughGroup(*stop, reached)) continue;
        faults.push_back(nameForPeople(*stop) + " is not reached by " + way);
    }
    if (stops.size() > 1 && walked.size() == 1)
        faults.push_back(nameForPeople(*walked.front()) + " does not let " + way + " go");
    else if (QApplication::focusWidget() != walked.front())
        faults.push_back(way + " does not come back to " + nameForPeople(*walked.front()) + " but to " +
                         nameForPeople(*QApplication::focusWidget()));
    return walked;
}

} // namespace

std::vector<std::string> crawl(QWidget& page, const CrawlLimits& limits) {
    present(page);
    settle();
    Faults faults;
    const std::vector<QWidget*> stops = tabStopsOf(page);
    checkNames(page, stops, faults);
    checkSizes(stops, limits.smallestTarget, faults);
    checkLabels(page, faults);
    checkMnemonics(page, faults);
    checkText(page, faults);
    if (stops.empty()) return faults;
    const auto walked = checkWalk(page, stops, false, faults);
    checkOrder(page, walked, faults);
    checkWalk(page, stops, true, faults);
    return faults;
}

} // namespace chairside::test
