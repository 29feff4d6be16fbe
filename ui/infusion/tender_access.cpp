#include "ui/infusion/tender_access.h"

#include <QAccessibleWidget>
#include <QPointer>
#include <array>

#include "ui/infusion/infusion_words.h"
#include "ui/infusion/tender_board.h"
#include "ui/infusion/tender_map.h"

namespace chairside::ui {

namespace {

int siteIndex(domain::TenderSite site) {
    const auto& sites = domain::tenderSites();
    for (std::size_t at = 0; at < sites.size(); ++at) {
        if (sites[at] == site) return static_cast<int>(at);
    }
    return 0;
}

// One site as a check box: checked = painful.
class SiteAccess final : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    SiteAccess(TenderMap& map, domain::TenderSite site) : m_map(&map), m_site(site) {}

    bool isValid() const override { return m_map != nullptr; }
    QObject* object() const override { return nullptr; }
    QWindow* window() const override { return isValid() ? m_map->window()->windowHandle() : nullptr; }
    QAccessibleInterface* parent() const override {
        return isValid() ? QAccessible::queryAccessibleInterface(m_map.data()) : nullptr;
    }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::CheckBox; }

    QString text(QAccessible::Text kind) const override {
        if (!isValid()) return {};
        if (kind == QAccessible::Name) return m_map->board().spoken(m_site);
        if (kind != QAccessible::Description) return {};
        return placeOf(m_site).view == FigureView::Front ? TenderMap::tr("Front view") : TenderMap::tr("Back view");
    }
    void setText(QAccessible::Text, const QString&) override {}

    QRect rect() const override {
        if (!isValid()) return {};
        const QRect inside = m_map->siteRect(m_site);
        return {m_map->mapToGlobal(inside.topLeft()), inside.size()};
    }

    QAccessible::State state() const override {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        const TenderBoard& board = m_map->board();
        state.checkable = true;
        state.checked = board.stateOf(m_site) == SiteState::Positive;
        state.focusable = true;
        state.focused = m_map->hasFocus() && board.current() == m_site;
        state.readOnly = board.isReadOnly();
        state.invisible = !m_map->isVisible();
        return state;
    }

    void* interface_cast(QAccessible::InterfaceType type) override {
        if (type == QAccessible::ActionInterface) return static_cast<QAccessibleActionInterface*>(this);
        return nullptr;
    }
    QStringList actionNames() const override { return {toggleAction(), setFocusAction()}; }
    void doAction(const QString& action) override {
        if (!isValid()) return;
        if (action == toggleAction()) m_map->board().toggle(m_site);
        if (action != setFocusAction()) return;
        m_map->board().setCurrent(m_site);
        m_map->setFocus();
    }
    QStringList keyBindingsForAction(const QString&) const override { return {}; }

private:
    QPointer<TenderMap> m_map;
    domain::TenderSite m_site;
};

// The map itself: a group that registers its sites once.
class MapAccess final : public QAccessibleWidget {
public:
    explicit MapAccess(TenderMap& map) : QAccessibleWidget(&map, QAccessible::Grouping), m_map(map) {
        for (const auto site : domain::tenderSites()) {
            auto* child = new SiteAccess(map, site);
            m_children[static_cast<std::size_t>(siteIndex(site))] = child;
            m_ids[static_cast<std::size_t>(siteIndex(site))] = QAccessible::registerAccessibleInterface(child);
        }
    }
    ~MapAccess() override {
        for (const QAccessible::Id id : m_ids)
            QAccessible::deleteAccessibleInterface(id);
    }
    MapAccess(const MapAccess&) = delete;
    MapAccess& operator=(const MapAccess&) = delete;

    int childCount() const override { return static_cast<int>(m_children.size()); }
    QAccessibleInterface* child(int index) const override {
        return index >= 0 && index < childCount() ? m_children[static_cast<std::size_t>(index)] : nullptr;
    }
    int indexOfChild(const QAccessibleInterface* child) const override {
        for (int at = 0; at < childCount(); ++at) {
            if (m_children[static_cast<std::size_t>(at)] == child) return at;
        }
        return -1;
    }
    QAccessibleInterface* childAt(int x, int y) const override {
        const auto site = m_map.siteAt(m_map.mapFromGlobal(QPoint(x, y)));
        return site ? child(siteIndex(*site)) : nullptr;
    }
    QAccessibleInterface* focusChild() const override {
        return m_map.hasFocus() ? child(siteIndex(m_map.board().current())) : nullptr;
    }
    QString text(QAccessible::Text kind) const override {
        return kind == QAccessible::Description ? m_map.board().spokenSummary() : QAccessibleWidget::text(kind);
    }

private:
    TenderMap& m_map;
    std::array<SiteAccess*, domain::kTenderSiteCount> m_children{};
    std::array<QAccessible::Id, domain::kTenderSiteCount> m_ids{};
};

QAccessibleInterface* makeTenderAccess(const QString&, QObject* object) {
    auto* map = qobject_cast<TenderMap*>(object);
    return map != nullptr ? new MapAccess(*map) : nullptr;
}

} // namespace

void installTenderAccess() {
    static const bool installed = [] {
        QAccessible::installFactory(makeTenderAccess);
        return true;
    }();
    Q_UNUSED(installed)
}

void tellTenderState(TenderMap& map, domain::TenderSite site) {
    if (!QAccessible::isActive()) return;
    QAccessible::State change;
    change.checked = true;
    QAccessibleStateChangeEvent state(&map, change);
    state.setChild(siteIndex(site));
    QAccessible::updateAccessibility(&state);
    QAccessibleEvent name(&map, QAccessible::NameChanged);
    name.setChild(siteIndex(site));
    QAccessible::updateAccessibility(&name);
}

void tellTenderFocus(TenderMap& map, domain::TenderSite site) {
    if (!QAccessible::isActive()) return;
    QAccessibleEvent focus(&map, QAccessible::Focus);
    focus.setChild(siteIndex(site));
    QAccessible::updateAccessibility(&focus);
}

} // namespace chairside::ui
