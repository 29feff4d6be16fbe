#include "ui/overview/course_strip.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <algorithm>

#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/theme/style_drawing.h"

namespace chairside::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct StripLook {
    QString symbol;
    QColor ink;
    QColor face;
    QColor edge;
    Qt::PenStyle outline;
};

StripLook lookOf(StripMark mark) {
    const Palette& c = tokens();
    switch (mark) {
    case StripMark::Given:
        return {u"✔"_s, c.success, c.base, c.fieldBorder, Qt::SolidLine};
    case StripMark::Open:
        return {u"●"_s, c.primary, c.primaryTint, c.primary, Qt::SolidLine};
    case StripMark::Next:
        return {u"▸"_s, c.primary, c.base, c.primary, Qt::SolidLine};
    case StripMark::NotGiven:
        return {u"✖"_s, c.secondary, c.alternate, c.fieldBorder, Qt::DotLine};
    case StripMark::Planned:
        break;
    }
    return {u"○"_s, c.secondary, c.base, c.fieldBorder, Qt::DashLine};
}

} // namespace

StripButton::StripButton(QWidget* parent) : QAbstractButton(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
}

void StripButton::setItem(const StripItem& item) {
    m_item = item;
    setText(item.title);
    setAccessibleName(item.spoken);
    setObjectName(u"strip_%1"_s.arg(item.planned.ordinal));
    setToolTip(item.spoken);
    updateGeometry();
    update();
}

QSize StripButton::sizeHint() const {
    const QFontMetrics bold(uiFont(TypeSize::Base, QFont::DemiBold));
    const QFontMetrics small(uiFont(TypeSize::Label));
    const int width = std::max(bold.horizontalAdvance(u"● Infusion 10"_s), small.horizontalAdvance(u"28-Sep-2025"_s));
    return {width + scaled(24), bold.height() + 2 * small.height() + scaled(20)};
}

void StripButton::paintEvent(QPaintEvent*) {
    if (!m_item) return;
    const StripLook look = lookOf(m_item->mark);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF face = QRectF(rect()).adjusted(kRingSpace, kRingSpace, -kRingSpace, -kRingSpace);
    const bool strong = m_item->mark == StripMark::Next || m_item->mark == StripMark::Open;
    painter.setPen(QPen(look.edge, strong ? 2 : 1.2, look.outline));
    painter.setBrush(underMouse() || isDown() ? tokens().primaryTint : look.face);
    painter.drawRoundedRect(face, 6, 6);
    const QRectF text = face.adjusted(scaled(10), scaled(6), -scaled(8), -scaled(6));
    painter.setFont(uiFont(TypeSize::Base, QFont::DemiBold));
    painter.setPen(look.ink);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignTop, look.symbol);
    painter.setPen(tokens().text);
    const qreal indent = QFontMetricsF(painter.font()).horizontalAdvance(u"● "_s);
    painter.drawText(text.adjusted(indent, 0, 0, 0), Qt::AlignLeft | Qt::AlignTop, m_item->title);
    const qreal first = QFontMetricsF(painter.font()).height() + 2;
    painter.setFont(uiFont(TypeSize::Label));
    painter.setPen(tokens().secondary);
    painter.drawText(text.adjusted(0, first, 0, 0), Qt::AlignLeft | Qt::AlignTop, m_item->date);
    painter.setPen(tokens().text);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignBottom, m_item->outcome);
    if (hasFocus()) drawFocusRing(painter, QRectF(rect()), tokens());
}

CourseStrip::CourseStrip(QWidget* parent) : QWidget(parent) {
    m_layout = new QHBoxLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(scaled(2));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

StripButton* CourseStrip::addButton() {
    auto* button = new StripButton(this);
    m_layout->addWidget(button, 1);
    button->installEventFilter(this);
    connect(button, &QAbstractButton::clicked, this, [this, button] {
        if (button->item()) Q_EMIT chosen(*button->item());
    });
    m_buttons.push_back(button);
    return button;
}

void CourseStrip::setItems(const std::vector<StripItem>& items) {
    while (m_buttons.size() < items.size())
        addButton();
    for (std::size_t at = 0; at < m_buttons.size(); ++at) {
        m_buttons[at]->setVisible(at < items.size());
        if (at < items.size()) m_buttons[at]->setItem(items[at]);
    }
}

void CourseStrip::focusItem(const domain::PlannedInfusionId& planned) {
    for (StripButton* button : m_buttons) {
        if (button->item() && button->item()->planned.id == planned) button->setFocus(Qt::OtherFocusReason);
    }
}

int CourseStrip::focused() const {
    const auto found = std::ranges::find_if(m_buttons, [](const StripButton* button) { return button->hasFocus(); });
    return found == m_buttons.end() ? -1 : static_cast<int>(found - m_buttons.begin());
}

bool CourseStrip::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    auto* button = static_cast<StripButton*>(watched);
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        if (!key->isAutoRepeat() && key->modifiers() != Qt::ControlModifier) button->click();
        return key->modifiers() != Qt::ControlModifier;
    }
    const auto visible = std::ranges::count_if(m_buttons, [](const StripButton* each) { return !each->isHidden(); });
    int target = focused();
    switch (key->key()) {
    case Qt::Key_Left:
        --target;
        break;
    case Qt::Key_Right:
        ++target;
        break;
    case Qt::Key_Home:
        target = 0;
        break;
    case Qt::Key_End:
        target = static_cast<int>(visible) - 1;
        break;
    default:
        return QWidget::eventFilter(watched, event);
    }
    if (target >= 0 && target < visible) m_buttons[static_cast<std::size_t>(target)]->setFocus(Qt::TabFocusReason);
    return true;
}

} // namespace chairside::ui
