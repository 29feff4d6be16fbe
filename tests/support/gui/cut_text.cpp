#include "tests/support/gui/cut_text.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QCheckBox>
#include <QComboBox>
#include <QFontMetrics>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyleOptionButton>
#include <QStyleOptionComboBox>
#include <QTabBar>
#include <QTableView>
#include <algorithm>

#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/buttons.h"

namespace chairside::test {

using namespace Qt::Literals::StringLiterals;

namespace {

// Rows below are like the ones above.
constexpr int kMostRows = 60;
constexpr int kNoLimit = 100'000;

class Finder {
public:
    explicit Finder(QWidget& root) : m_root(root) {}

    std::vector<std::string> faults;
    QStringList texts;

    void look(QWidget& widget) {
        if (!widget.isVisible() || widget.size().isEmpty()) return;
        if (auto* label = qobject_cast<QLabel*>(&widget)) return lookAt(*label);
        if (auto* button = qobject_cast<QAbstractButton*>(&widget)) return lookAt(*button);
        if (auto* combo = qobject_cast<QComboBox*>(&widget)) return lookAt(*combo);
        if (auto* line = qobject_cast<QLineEdit*>(&widget)) return lookAt(*line);
        if (auto* tabs = qobject_cast<QTabBar*>(&widget)) return lookAt(*tabs);
        if (auto* menus = qobject_cast<QMenuBar*>(&widget)) return lookAt(*menus);
        if (auto* header = qobject_cast<QHeaderView*>(&widget)) return lookAt(*header);
        if (auto* badge = qobject_cast<ui::Badge*>(&widget)) return lookAt(*badge);
        if (auto* area = qobject_cast<QAbstractScrollArea*>(&widget)) lookAt(*area);
        if (auto* view = qobject_cast<QAbstractItemView*>(&widget)) lookAt(*view);
    }

private:
    void lookAt(const QLabel& label) {
        if (label.text().trimmed().isEmpty()) return;
        QFont font = label.font();
        int flags = static_cast<int>(label.alignment()) | Qt::TextExpandTabs;
        if (label.wordWrap()) flags |= Qt::TextWordWrap;
        const QRect room =
            label.contentsRect().adjusted(label.margin(), label.margin(), -label.margin(), -label.margin());
        const QString text = label.buddy() != nullptr ? ui::withoutMnemonic(label.text()) : label.text();
        judge(label, text, font, flags, room.size());
    }

    void lookAt(const QAbstractButton& button) {
        const QString text = ui::withoutMnemonic(button.text());
        if (text.trimmed().isEmpty()) return;
        const QStyle& style = *button.style();
        QStyleOptionButton option;
        option.initFrom(&button);
        option.text = button.text();
        option.icon = button.icon();
        option.iconSize = button.iconSize();
        if (qobject_cast<const QCheckBox*>(&button) != nullptr)
            return judge(button, text, button.font(), Qt::TextSingleLine,
                         style.subElementRect(QStyle::SE_CheckBoxContents, &option, &button).size());
        if (qobject_cast<const QRadioButton*>(&button) != nullptr)
            return judge(button, text, button.font(), Qt::TextSingleLine,
                         style.subElementRect(QStyle::SE_RadioButtonContents, &option, &button).size());
        if (qobject_cast<const QPushButton*>(&button) != nullptr) {
            const int icon = button.icon().isNull() ? 0 : button.iconSize().width() + ui::scaled(4);
            const int side = ui::kRingSpace + ui::scaled(4);
            return judge(button, text, button.font(), Qt::TextSingleLine,
                         {button.width() - icon - 2 * side, button.height()});
        }
        // Draws itself, and says what it needs.
        judgeSize(button, text, button.sizeHint());
    }

    void lookAt(const QComboBox& combo) {
        if (combo.isEditable() || combo.currentText().isEmpty()) return;
        QStyleOptionComboBox option;
        option.initFrom(&combo);
        const QRect room =
            combo.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &combo);
        judge(combo, combo.currentText(), combo.font(), Qt::TextSingleLine, {room.width(), kNoLimit});
    }

    void lookAt(const QLineEdit& line) {
        if (!line.text().isEmpty() && !line.isReadOnly()) return reach(line, line.text());
        const QString text = line.text().isEmpty() ? line.placeholderText() : line.text();
        if (text.isEmpty() || qobject_cast<const QComboBox*>(line.parentWidget()) != nullptr) return;
        judge(line, text, line.font(), Qt::TextSingleLine, {line.contentsRect().width() - 2 * ui::scaled(8), kNoLimit});
    }

    void lookAt(const QTabBar& tabs) {
        for (int at = 0; at < tabs.count(); ++at) {
            if (!tabs.isTabVisible(at)) continue;
            const QString text = ui::withoutMnemonic(tabs.tabText(at));
            texts += text;
            const QRect rect = tabs.tabRect(at);
            if (QFontMetrics(tabs.font()).horizontalAdvance(text) > rect.width())
                blame(tabs, text, "does not fit its tab");
            if (rect.right() > tabs.width()) blame(tabs, text, "is a tab outside of its bar");
        }
    }

    void lookAt(const QMenuBar& menus) {
        for (QAction* action : menus.actions()) {
            if (action->isVisible() && !menus.rect().contains(menus.actionGeometry(action)))
                blame(menus, action->text(), "is a menu outside of its bar");
        }
    }

    void lookAt(const QHeaderView& header) {
        if (header.model() == nullptr) return;
        const QFont font = ui::uiFont(ui::TypeSize::Label, QFont::DemiBold);
        const int margin = header.style()->pixelMetric(QStyle::PM_HeaderMargin, nullptr, &header);
        for (int at = 0; at < header.count() && at < kMostRows; ++at) {
            const QString text = header.model()->headerData(at, header.orientation()).toString();
            if (header.isSectionHidden(at) || text.isEmpty()) continue;
            const bool flat = header.orientation() == Qt::Horizontal;
            const QSize room = flat ? QSize(header.sectionSize(at) - 2 * margin, header.height())
                                    : QSize(header.width() - 2 * margin, header.sectionSize(at));
            judge(header, text, font, Qt::TextWordWrap, room, false);
        }
        reach(header, {});
    }

    void lookAt(const ui::Badge& badge) { judgeSize(badge, badge.accessibleName(), badge.sizeHint()); }

    void lookAt(const QAbstractScrollArea& area) {
        const QScrollBar* bar = area.horizontalScrollBar();
        if (bar->isVisible() && bar->maximum() > bar->minimum()) blame(area, area.accessibleName(), "scrolls sideways");
        const auto* pane = qobject_cast<const QScrollArea*>(&area);
        if (pane != nullptr && pane->widget() != nullptr && pane->widget()->width() > pane->viewport()->width())
            blame(area, area.accessibleName(), "is narrower than what it shows");
        if (pane != nullptr && pane->widget() != nullptr &&
            pane->widget()->minimumSizeHint().width() > pane->viewport()->width())
            blame(area, area.accessibleName(), "is narrower than what its content needs");
        const auto* table = qobject_cast<const QTableView*>(&area);
        if (table != nullptr && table->model() != nullptr &&
            table->horizontalHeader()->length() > table->viewport()->width())
            blame(area, area.accessibleName(), "is narrower than its columns");
    }

    void lookAt(const QAbstractItemView& view) {
        if (view.model() == nullptr) return;
        const auto* table = qobject_cast<const QTableView*>(&view);
        for (int row = 0; row < std::min(view.model()->rowCount(view.rootIndex()), kMostRows); ++row) {
            for (int column = 0; column < view.model()->columnCount(view.rootIndex()); ++column) {
                const QModelIndex index = view.model()->index(row, column, view.rootIndex());
                if (table != nullptr && (table->isColumnHidden(column) || table->isRowHidden(row))) continue;
                // What a span covers is not drawn.
                if (table != nullptr && table->columnSpan(row, column) > 1 &&
                    table->indexAt(table->visualRect(index).center()) != index && !isFirstOfSpan(*table, index))
                    continue;
                lookAt(view, table, index);
            }
        }
    }

    static bool isFirstOfSpan(const QTableView& table, const QModelIndex& index) {
        return index.column() == 0 || table.columnSpan(index.row(), index.column() - 1) == 1;
    }

    void lookAt(const QAbstractItemView& view, const QTableView* table, const QModelIndex& index) {
        const QString text = index.data().toString();
        if (text.trimmed().isEmpty()) return;
        QRect rect = view.visualRect(index);
        if (rect.isEmpty()) return;
        QStyleOptionViewItem option;
        option.initFrom(&view);
        option.font = view.font();
        option.fontMetrics = QFontMetrics(view.font());
        option.rect = rect;
        option.widget = &view;
        option.textElideMode = view.textElideMode();
        option.decorationSize = view.iconSize().isValid() ? view.iconSize() : QSize(ui::scaled(20), ui::scaled(20));
        option.showDecorationSelected = true;
        const auto* list = qobject_cast<const QListView*>(&view);
        if ((table != nullptr && table->wordWrap()) || (list != nullptr && list->wordWrap()))
            option.features |= QStyleOptionViewItem::WrapText;
        const QSize needed = view.itemDelegateForIndex(index)->sizeHint(option, index);
        texts += text;
        // What the style asks for at least is air around one line.
        const bool oneLine = needed.height() <= ui::scaled(ui::kTableRow) && !text.contains(u'\n');
        const int height = oneLine ? QFontMetrics(view.font()).height() : needed.height();
        if (needed.width() > rect.width() + 1)
            blame(view, text, "is wider than its cell", needed, rect.size());
        else if (height > rect.height() + 1)
            blame(view, text, "is higher than its cell", needed, rect.size());
    }

    void judge(const QWidget& widget, const QString& text, const QFont& font, int flags, QSize room,
               bool reachable = true) {
        texts += text;
        const QRect needed = QFontMetrics(font).boundingRect(QRect(0, 0, room.width(), kNoLimit), flags, text);
        if (needed.width() > room.width() + 1)
            blame(widget, text, "is wider than its room", needed.size(), room);
        else if (needed.height() > room.height() + 1)
            blame(widget, text, "is higher than its room", needed.size(), room);
        else if (reachable)
            reach(widget, {text});
    }

    void judgeSize(const QWidget& widget, const QString& text, QSize needed) {
        texts += text;
        if (needed.width() > widget.width() || needed.height() > widget.height())
            return blame(widget, text, "is larger than its place", needed, widget.size());
        reach(widget, text);
    }

    // Nothing around it hides a part of it, save what can be scrolled to.
    void reach(const QWidget& widget, const QString& text) {
        bool scrolls = false;
        for (const QWidget* around = widget.parentWidget(); around != nullptr; around = around->parentWidget()) {
            const QRect rect(widget.mapTo(around, QPoint()), widget.size());
            const auto* area = qobject_cast<const QAbstractScrollArea*>(around->parentWidget());
            scrolls = scrolls || (area != nullptr && area->viewport() == around);
            const bool beside = rect.left() < 0 || rect.right() >= around->width();
            const bool below = !scrolls && (rect.top() < 0 || rect.bottom() >= around->height());
            if (beside || below)
                return blame(widget, text, "reaches out of what it lies in", rect.size(), around->size());
            if (around == &m_root) return;
        }
    }

    void blame(const QWidget& widget, const QString& text, const char* what, QSize needed = {}, QSize room = {}) {
        QString sentence = u"%1 '%2': '%3' %4"_s.arg(QLatin1String(widget.metaObject()->className()), nameOf(widget),
                                                     text.simplified().left(60), QLatin1String(what));
        if (needed.isValid())
            sentence += u" (%1 x %2 in %3 x %4)"_s.arg(needed.width())
                            .arg(needed.height())
                            .arg(room.width())
                            .arg(room.height());
        faults.push_back(sentence.toStdString());
    }

    static QString nameOf(const QWidget& widget) {
        for (const QWidget* at = &widget; at != nullptr; at = at->parentWidget()) {
            if (!at->objectName().isEmpty() && !at->objectName().startsWith(u"qt_")) return at->objectName();
        }
        return {};
    }

    QWidget& m_root;
};

Finder looked(QWidget& root) {
    Finder finder(root);
    finder.look(root);
    for (QWidget* child : root.findChildren<QWidget*>())
        finder.look(*child);
    return finder;
}

} // namespace

std::vector<std::string> cutTexts(QWidget& root) {
    return looked(root).faults;
}

QStringList shownTexts(QWidget& root) {
    return looked(root).texts;
}

} // namespace chairside::test
